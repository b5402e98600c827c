import type { Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Db } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken, newId, newToken } from '../platform/ids.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Services } from '../web/env.ts'
import { actorOf, subjectOf } from './activity.ts'
import { assembleRelease, type Release } from './assembling.ts'
import { previewMail } from './distribution/mails.ts'
import { addressKey } from './distribution/tokens.ts'
import { lockRelease } from './lifting.ts'
import { speaksFor } from './policy.ts'

export type Journalist = { name: string; outlet: string; address: string; locale: Locale; timeZone: string }

export type PreviewRefusal = {
  refused: 'not-yours' | 'withdrawn' | 'public' | 'not-offered' | 'unapproved' | 'already-listed'
}

/**
 * Gives one journalist a personal address under which to read before the lifting. Only if the issuers approved that, and only what all of
 * them approved: an issuer alone shows nothing to anybody.
 */
export async function offerPreview(
  services: Services,
  scope: Scope,
  releaseId: string,
  input: Journalist,
): Promise<{ id: string } | PreviewRefusal> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    const [organisation] = speaksFor(scope, release)
    if (!organisation) return { refused: 'not-yours' as const }
    if (release.withdrawal) return { refused: 'withdrawn' as const }
    if (release.lifting) return { refused: 'public' as const }
    if (!release.newest.content.offersEmbargoed) return { refused: 'not-offered' as const }
    if (release.standing !== 'held') return { refused: 'unapproved' as const }
    const [id, token] = [newId(), newToken()]
    const made = await tx
      .insertInto('release_preview')
      .values({
        id,
        release_id: releaseId,
        name: input.name,
        outlet: input.outlet,
        address: input.address,
        address_key: addressKey(input.address),
        locale: input.locale,
        time_zone: input.timeZone,
        token_hash: hashToken(token),
        given_by: scope.person?.personId ?? null,
        given_at: now,
        accepted_at: null,
        accepted_embargo: null,
        revoked_at: null,
        revoked_by: null,
      })
      .onConflict((conflict) =>
        conflict.columns(['release_id', 'address_key']).where('revoked_at', 'is', null).doNothing(),
      )
      .returning('id')
      .execute()
    if (made.length === 0) return { refused: 'already-listed' as const }
    const link = `${services.config.origin}/${input.locale}/embargoed/${token}`
    const mail = previewMail({ ...input, leave: null }, release, link)
    await queueMail(tx, services.jobs.enqueue, { ...mail, at: now })
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.previewed',
      actor: actorOf(scope, organisation),
      facts: { preview: id },
      personal: { journalist: { value: `${input.name}, ${input.outlet}`, of: null } },
      at: now,
    })
    return { id }
  })
}

/** Closes one journalist's address at once. */
export async function revokePreview(
  services: Services,
  scope: Scope,
  releaseId: string,
  previewId: string,
): Promise<{ revoked: true } | { refused: 'not-yours' | 'no-such-preview' }> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    const [organisation] = speaksFor(scope, release)
    if (!organisation) return { refused: 'not-yours' as const }
    const revoked = await tx
      .updateTable('release_preview')
      .set({ revoked_at: now, revoked_by: scope.person?.personId ?? null })
      .where('id', '=', previewId)
      .where('release_id', '=', releaseId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .execute()
    if (revoked.length === 0) return { refused: 'no-such-preview' as const }
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.preview-revoked',
      actor: actorOf(scope, organisation),
      facts: { preview: previewId },
      at: now,
    })
    return { revoked: true as const }
  })
}

export type Preview = {
  id: string
  name: string
  outlet: string
  timeZone: string
  givenAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

/** What is behind a personal address. `mayRead`: this embargo, as it stands now, was accepted, and everybody stands by the text. */
export async function previewByToken(
  services: Services,
  _scope: Scope,
  token: string,
): Promise<{ preview: Preview; release: Release; mayRead: boolean } | null> {
  const { db } = services.database
  const row = await db
    .selectFrom('release_preview')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  const release = row && (await assembleRelease(db, row.release_id, services.clock.now()))
  if (!row || !release) return null
  const preview = {
    id: row.id,
    name: row.name,
    outlet: row.outlet,
    timeZone: row.time_zone,
    givenAt: row.given_at,
    acceptedAt: row.accepted_at,
    revokedAt: row.revoked_at,
  }
  const accepted = row.accepted_at !== null && row.accepted_embargo === release.embargo.id
  const offered = release.newest.content.offersEmbargoed && release.standing === 'held'
  return { preview, release, mayRead: accepted && offered && row.revoked_at === null }
}

/** The journalist accepts the embargo that the page showed; if it moved meanwhile, the page shows the new one. */
export async function acceptEmbargo(
  services: Services,
  scope: Scope,
  token: string,
  embargoId: string,
): Promise<{ accepted: true } | { refused: 'no-such-preview' | 'changed-meanwhile' }> {
  const found = await previewByToken(services, scope, token)
  if (!found || found.preview.revokedAt) return { refused: 'no-such-preview' }
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, found.release.id)
    if (release.embargo.id !== embargoId) return { refused: 'changed-meanwhile' as const }
    await tx
      .updateTable('release_preview')
      .set({ accepted_at: now, accepted_embargo: embargoId })
      .where('id', '=', found.preview.id)
      .execute()
    await recordActivity(tx, {
      subject: subjectOf(release.id),
      verb: 'release.embargo-accepted',
      actor: actorOf(scope),
      facts: { preview: found.preview.id, embargo: embargoId },
      personal: { journalist: { value: `${found.preview.name}, ${found.preview.outlet}`, of: null } },
      at: now,
    })
    return { accepted: true as const }
  })
}

export async function previewsOf(db: Db, release: Release): Promise<(Preview & { isCurrent: boolean })[]> {
  const rows = await db
    .selectFrom('release_preview')
    .selectAll()
    .where('release_id', '=', release.id)
    .orderBy('given_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    outlet: row.outlet,
    timeZone: row.time_zone,
    givenAt: row.given_at,
    acceptedAt: row.accepted_at,
    revokedAt: row.revoked_at,
    isCurrent: row.accepted_embargo === release.embargo.id,
  }))
}
