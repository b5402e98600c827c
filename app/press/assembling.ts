import { sql } from 'kysely'
import type { Content, Translated } from '../language/translated.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import type { ReleaseContent } from './content.ts'
import { type Facts, liftingOf, shownRevision, type Standing, standingOf } from './standing.ts'
import './tables.ts'

export type Issuer = {
  organisationId: string
  slug: string
  name: Content
  timeZone: string
  seat: Content | null
  /** Of the newest revision. */
  approvedAt: Date | null
  approvedBy: string | null
}

export type Correction = { revision: number; reason: Content; proposedAt: Date; effectiveAt: Date | null }

export type Embargo = {
  id: string
  liftsAt: Date | null
  zone: string
  place: Translated | null
  uponSignature: boolean
  reason: string | null
  setAt: Date
}

export type Revision = { revision: number; content: ReleaseContent; sha256: string; writtenAt: Date }

export type Release = {
  id: string
  slug: string
  eventId: string | null
  event: { slug: string; title: Content } | null
  agreementId: string | null
  agreement: { reference: string; isPublic: boolean } | null
  leadOrganisationId: string
  issuerIds: string[]
  demonstration: boolean
  createdAt: Date
  issuers: Issuer[]
  embargo: Embargo
  signedAt: Date | null
  lifting: { revision: number; at: Date } | null
  corrections: Correction[]
  withdrawal: { reason: string; at: Date; organisationId: string } | null
  standing: Standing
  /** What the issuers work on. */
  newest: Revision
  /** What strangers read now; null: nothing. */
  shown: Revision | null
}

type Read = {
  id: string
  slug: string
  event_id: string | null
  event: Release['event']
  agreement_id: string | null
  agreement: Release['agreement']
  lead_organisation_id: string
  demonstration: boolean
  created_at: Date
  newest: number
  issuers: Omit<Issuer, 'approvedAt' | 'approvedBy'>[]
  approvals: { organisationId: string; at: string; by: string | null }[]
  embargo: Omit<Embargo, 'liftsAt' | 'setAt'> & { liftsAt: string | null; setAt: string }
  signed_at: Date | null
  lifting: { revision: number; at: string } | null
  corrections: (Omit<Correction, 'proposedAt' | 'effectiveAt'> & { proposedAt: string; effectiveAt: string | null })[]
  withdrawal: { reason: string; at: string; organisationId: string } | null
}

/**
 * A release with everything that decides who may read it. One statement, so one moment: read one after another, an old embargo and a new
 * approval could together open what was never open. Texts are fetched by their number afterwards; they never change.
 */
export async function assembleReleases(db: Db | Tx, ids: readonly string[], now: Date): Promise<Release[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Read>`
    select release.id, release.slug, release.event_id, release.agreement_id, release.lead_organisation_id,
      release.demonstration, release.created_at, newest.revision as newest,
      (select jsonb_build_object('slug', event.slug, 'title', event.title) from event where event.id = release.event_id) as event,
      (select jsonb_build_object('reference', agreement.reference,
          'isPublic', exists (select from publication where publication.agreement_id = agreement.id))
        from agreement where agreement.id = release.agreement_id) as agreement,
      (select jsonb_agg(jsonb_build_object('organisationId', organisation.id, 'slug', organisation.slug,
          'name', organisation.name, 'timeZone', organisation.time_zone, 'seat', organisation.seat)
          order by issuer.position)
        from release_issuer issuer join organisation on organisation.id = issuer.organisation_id
        where issuer.release_id = release.id) as issuers,
      coalesce((select jsonb_agg(jsonb_build_object('organisationId', approval.organisation_id,
          'at', approval.approved_at, 'by', approval.approved_by))
        from release_approval approval
        where approval.release_id = release.id and approval.revision = newest.revision
          and approval.content_sha256 = newest.content_sha256 and approval.withdrawn_at is null), '[]') as approvals,
      (select jsonb_build_object('id', embargo.id, 'liftsAt', embargo.lifts_at, 'zone', embargo.zone, 'place', embargo.place,
          'uponSignature', embargo.upon_signature, 'reason', embargo.reason, 'setAt', embargo.set_at)
        from release_embargo embargo
        where embargo.release_id = release.id and embargo.replaced_at is null) as embargo,
      (select force.in_force_from from entry_into_force force where force.agreement_id = release.agreement_id) as signed_at,
      (select jsonb_build_object('revision', lifting.revision, 'at', lifting.lifted_at)
        from release_lifting lifting where lifting.release_id = release.id) as lifting,
      coalesce((select jsonb_agg(jsonb_build_object('revision', correction.revision, 'reason', correction.reason,
          'proposedAt', correction.proposed_at, 'effectiveAt', correction.effective_at) order by correction.revision)
        from release_correction correction where correction.release_id = release.id), '[]') as corrections,
      (select jsonb_build_object('reason', withdrawal.reason, 'at', withdrawal.withdrawn_at,
          'organisationId', withdrawal.organisation_id)
        from release_withdrawal withdrawal where withdrawal.release_id = release.id) as withdrawal
    from release
    join lateral (
      select revision, content_sha256 from release_revision
      where release_revision.release_id = release.id order by revision desc limit 1
    ) newest on true
    where release.id in (${sql.join(ids)})`.execute(db)
  const shown = new Map(rows.map((read) => [read.id, shownRevision(factsOf(read), now)]))
  const wanted = rows.flatMap((read) => [
    { releaseId: read.id, revision: read.newest },
    { releaseId: read.id, revision: shown.get(read.id) ?? read.newest },
  ])
  const texts = await textsOf(db, wanted)
  const found = new Map(rows.map((read) => [read.id, releaseFrom(read, texts, shown.get(read.id) ?? null, now)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

export const assembleRelease = async (db: Db | Tx, id: string, now: Date): Promise<Release | null> =>
  (await assembleReleases(db, [id], now))[0] ?? null

type Texts = ReadonlyMap<string, Revision>

const textKey = (releaseId: string, revision: number) => `${releaseId} ${revision}`

function releaseFrom(read: Read, texts: Texts, shown: number | null, now: Date): Release {
  const facts = factsOf(read)
  return {
    id: read.id,
    slug: read.slug,
    eventId: read.event_id,
    event: read.event,
    agreementId: read.agreement_id,
    agreement: read.agreement,
    leadOrganisationId: read.lead_organisation_id,
    issuerIds: facts.issuers,
    demonstration: read.demonstration,
    createdAt: read.created_at,
    issuers: read.issuers.map((issuer) => {
      const approval = read.approvals.find(({ organisationId }) => organisationId === issuer.organisationId)
      return { ...issuer, approvedAt: date(approval?.at), approvedBy: approval?.by ?? null }
    }),
    embargo: { ...read.embargo, liftsAt: date(read.embargo.liftsAt), setAt: new Date(read.embargo.setAt) },
    signedAt: read.signed_at,
    lifting: liftingOf(facts, now),
    corrections: read.corrections.map((correction) => ({
      ...correction,
      proposedAt: new Date(correction.proposedAt),
      effectiveAt: date(correction.effectiveAt),
    })),
    withdrawal: read.withdrawal && { ...read.withdrawal, at: new Date(read.withdrawal.at) },
    standing: standingOf(facts, now),
    newest: texts.get(textKey(read.id, read.newest)) as Revision,
    shown: shown === null ? null : (texts.get(textKey(read.id, shown)) as Revision),
  }
}

const date = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)

const factsOf = (read: Read): Facts => ({
  newest: read.newest,
  issuers: read.issuers.map(({ organisationId }) => organisationId),
  approvals: read.approvals.map(({ organisationId, at }) => ({ organisationId, at: new Date(at) })),
  embargo: { liftsAt: date(read.embargo.liftsAt), uponSignature: read.embargo.uponSignature },
  signedAt: read.signed_at,
  lifting: read.lifting && { revision: read.lifting.revision, at: new Date(read.lifting.at) },
  corrections: read.corrections.map(({ revision, effectiveAt }) => ({ revision, effectiveAt: date(effectiveAt) })),
  withdrawnAt: date(read.withdrawal?.at),
})

async function textsOf(db: Db | Tx, wanted: readonly { releaseId: string; revision: number }[]): Promise<Texts> {
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('release_revision')
    .select(['release_id', 'revision', 'content', 'content_sha256', 'written_at'])
    .where((where) =>
      where(
        where.refTuple('release_id', 'revision'),
        'in',
        wanted.map(({ releaseId, revision }) => where.tuple(releaseId, revision)),
      ),
    )
    .execute()
  return new Map(
    rows.map((row) => [
      textKey(row.release_id, row.revision),
      {
        revision: row.revision,
        content: row.content,
        sha256: Buffer.from(row.content_sha256).toString('hex'),
        writtenAt: row.written_at,
      },
    ]),
  )
}

/** Some revisions of one release, by number. */
export async function revisionsOf(
  db: Db | Tx,
  releaseId: string,
  revisions: readonly number[],
): Promise<Map<number, Revision>> {
  const texts = await textsOf(
    db,
    revisions.map((revision) => ({ releaseId, revision })),
  )
  return new Map([...texts.values()].map((text) => [text.revision, text]))
}
