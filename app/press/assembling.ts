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
export async function assembleRelease(db: Db | Tx, id: string, now: Date): Promise<Release | null> {
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
    where release.id = ${id}`.execute(db)
  const [read] = rows
  if (!read) return null
  const facts = factsOf(read)
  const shown = shownRevision(facts, now)
  const texts = await revisionsOf(db, id, shown === null ? [read.newest] : [read.newest, shown])
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
    newest: texts.get(read.newest) as Revision,
    shown: shown === null ? null : (texts.get(shown) as Revision),
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

export async function revisionsOf(
  db: Db | Tx,
  releaseId: string,
  revisions: readonly number[],
): Promise<Map<number, Revision>> {
  const rows = await db
    .selectFrom('release_revision')
    .select(['revision', 'content', 'content_sha256', 'written_at'])
    .where('release_id', '=', releaseId)
    .where('revision', 'in', [...new Set(revisions)])
    .execute()
  return new Map(
    rows.map(({ revision, content, content_sha256, written_at }) => [
      revision,
      { revision, content, sha256: Buffer.from(content_sha256).toString('hex'), writtenAt: written_at },
    ]),
  )
}
