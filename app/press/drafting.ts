import { holds, type Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { DeclaredTime } from '../language/times.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import { newId, newReference } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { actorOf, subjectOf } from './activity.ts'
import { hashOf, noNotes, type ReleaseContent } from './content.ts'
import type { ReleaseRecord } from './record.ts'
import './tables.ts'
import { withForm } from './paper.ts'
import { reworded, type Wording } from './wording.ts'

export type ReleaseDraft = {
  /** Part of its address; made if not given or taken. */
  slug?: string
  languages: Locale[]
  title: Wording
  subtitle?: Wording
  body?: Wording
  record?: ReleaseRecord
  /** In the order of display. */
  issuerIds: string[]
  leadOrganisationId: string
  eventId?: string
  agreementId?: string
  embargo: {
    /** Null: as soon as every issuer has approved. */
    lifts: DeclaredTime | null
    /** Not before the last signature of the agreement, either. */
    uponSignature: boolean
  }
  offersEmbargoed?: boolean
}

export type ReleaseDraftRefusal = {
  refused:
    | 'not-yours'
    | 'no-languages'
    | 'lead-not-an-issuer'
    | 'no-such-organisation'
    | 'original-missing'
    | 'nothing-to-say'
    | 'no-such-event'
    | 'no-such-agreement'
    | 'no-agreement'
}

/** Begins a release for several issuers: nobody else knows of it, and nothing lifts it before each of them has approved. */
export async function draftRelease(
  services: Services,
  scope: Scope,
  draft: ReleaseDraft,
): Promise<{ id: string; slug: string } | ReleaseDraftRefusal> {
  const refusal = refusalOf(scope, draft)
  if (refusal) return refusal
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const unknown = await unknownPart(tx, draft)
    if (unknown) return unknown
    const content = await contentOf(tx, draft, now)
    if ('refused' in content) return content
    const release = { id: newId(), slug: await freeSlug(tx, draft.slug) }
    await tx
      .insertInto('release')
      .values({
        ...release,
        event_id: draft.eventId ?? null,
        agreement_id: draft.agreementId ?? null,
        lead_organisation_id: draft.leadOrganisationId,
        demonstration: services.config.demo,
        created_by: scope.person?.personId ?? null,
        created_at: now,
      })
      .execute()
    const issuers = draft.issuerIds.map((organisation_id, index) => ({
      release_id: release.id,
      organisation_id,
      position: index + 1,
    }))
    await tx.insertInto('release_issuer').values(issuers).execute()
    await insertRevision(tx, scope, release.id, 1, content, now)
    const { lifts, uponSignature } = draft.embargo
    await insertEmbargo(tx, scope, release.id, { lifts, uponSignature, organisationId: draft.leadOrganisationId }, now)
    await recordActivity(tx, {
      subject: subjectOf(release.id),
      verb: 'release.drafted',
      actor: actorOf(scope, draft.leadOrganisationId),
      facts: { languages: draft.languages, issuers: draft.issuerIds, embargo: lifts?.instant ?? null, uponSignature },
      at: now,
    })
    return release
  })
}

function refusalOf(scope: Scope, draft: ReleaseDraft): ReleaseDraftRefusal | null {
  if (!holds(scope, draft.leadOrganisationId, 'coordinator', 'manager')) return { refused: 'not-yours' }
  if (draft.languages.length === 0) return { refused: 'no-languages' }
  if (!draft.issuerIds.includes(draft.leadOrganisationId)) return { refused: 'lead-not-an-issuer' }
  if (draft.embargo.uponSignature && !draft.agreementId) return { refused: 'no-agreement' }
  return null
}

/** Whoever was chosen from a list may have gone; and what one may not see cannot be announced. */
async function unknownPart(tx: Tx, draft: ReleaseDraft): Promise<ReleaseDraftRefusal | null> {
  const ids = [...new Set(draft.issuerIds)]
  const known = await tx.selectFrom('organisation').select('id').where('id', 'in', ids).execute()
  if (known.length !== draft.issuerIds.length) return { refused: 'no-such-organisation' }
  if (draft.eventId) {
    const event = await tx.selectFrom('event').select('id').where('id', '=', draft.eventId).executeTakeFirst()
    if (!event) return { refused: 'no-such-event' }
  }
  if (draft.agreementId) {
    const party = await tx
      .selectFrom('agreement_party')
      .select('agreement_id')
      .where('agreement_id', '=', draft.agreementId)
      .where('organisation_id', '=', draft.leadOrganisationId)
      .executeTakeFirst()
    if (!party) return { refused: 'no-such-agreement' }
  }
  return null
}

async function contentOf(
  tx: Tx,
  draft: ReleaseDraft,
  now: Date,
): Promise<ReleaseContent | { refused: 'original-missing' | 'nothing-to-say' }> {
  const { languages, record = null, offersEmbargoed = false } = draft
  const title = reworded(null, draft.title, languages, now)
  if (!title || !languages.includes(title.original)) return { refused: 'original-missing' }
  const body = draft.body ? reworded(null, draft.body, languages, now) : null
  if (!body && !record) return { refused: 'nothing-to-say' }
  const subtitle = draft.subtitle ? reworded(null, draft.subtitle, languages, now) : null
  const profiles = await tx
    .selectFrom('press_profile')
    .select(['organisation_id', 'notes'])
    .where('organisation_id', 'in', draft.issuerIds)
    .execute()
  const issuers = draft.issuerIds.map((organisationId) => ({
    organisationId,
    notes: profiles.find((profile) => profile.organisation_id === organisationId)?.notes ?? noNotes,
  }))
  return withForm({ languages, title, subtitle, body, record, composed: null, issuers, assets: [], offersEmbargoed })
}

/** A taken one gets another ending: a refusal would tell that there is something under that name. */
async function freeSlug(tx: Tx, wanted: string | undefined): Promise<string> {
  const fallback = newReference().toLowerCase()
  if (!wanted) return fallback
  const taken = await tx.selectFrom('release').select('id').where('slug', '=', wanted).executeTakeFirst()
  return taken ? `${wanted}-${fallback}` : wanted
}

export async function insertRevision(
  tx: Tx,
  scope: Scope,
  releaseId: string,
  revision: number,
  content: ReleaseContent,
  now: Date,
): Promise<Uint8Array> {
  const sha256 = hashOf(releaseId, content)
  await tx
    .insertInto('release_revision')
    .values({
      release_id: releaseId,
      revision,
      content: json(content),
      content_sha256: sha256,
      written_by: scope.person?.personId ?? null,
      written_at: now,
    })
    .execute()
  return sha256
}

export async function insertEmbargo(
  tx: Tx,
  scope: Scope,
  releaseId: string,
  embargo: {
    lifts: DeclaredTime | null
    uponSignature: boolean
    organisationId: string
    reason?: string
    zone?: string
  },
  now: Date,
): Promise<string> {
  const { lifts, uponSignature, organisationId, reason } = embargo
  const id = newId()
  await tx
    .insertInto('release_embargo')
    .values({
      id,
      release_id: releaseId,
      lifts_at: lifts ? new Date(lifts.instant) : null,
      zone: lifts?.zone ?? embargo.zone ?? 'UTC',
      place: lifts?.place ? json(lifts.place) : null,
      upon_signature: uponSignature,
      reason: reason ?? null,
      organisation_id: organisationId,
      set_by: scope.person?.personId ?? null,
      set_at: now,
      replaced_at: null,
    })
    .execute()
  return id
}
