import type { ProfileText } from '../../organisations/profileText.ts'
import type { Db, Tables, Tx } from '../../platform/db/tables.ts'
import { type Act, type Side, type Standing, standingOf } from './standing.ts'
import type { DeclineReason, ReferralKind } from './tables.ts'

export type TakenStep = {
  seq: number
  act: Act
  side: Side
  organisationId: string | null
  actedBy: string | null
  at: Date
  reason: DeclineReason | null
  words: string | null
  toOrganisationId: string | null
  consents: boolean
  responsible: { organisationId: string; personId: string | null } | null
  due: { at: Date; zone: string } | null
}

export type Referral = {
  id: string
  reference: string
  kind: ReferralKind
  needId: string | null
  agreementId: string | null
  fromOrganisationId: string
  fromClusterId: string
  toClusterId: string
  /** Who runs the asking company's cluster, and who the other. */
  homeOfficeId: string
  partnerOfficeId: string
  subject: ProfileText
  message: ProfileText
  askedBy: string | null
  askedAt: Date
  steps: TakenStep[]
  standing: Standing
  /** The newest step: it says whose turn it is. */
  last: TakenStep
}

/** For an act: waits for whoever acts on the same referral at this moment. */
export async function lockReferral(tx: Tx, id: string): Promise<Referral> {
  await tx.selectFrom('referral').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  const [referral] = await loadReferrals(tx, [id])
  return referral as Referral
}

/** In the order of the ids. No question of who asks: `disclosing.ts` says what of it is shown to whom. */
export async function loadReferrals(db: Db | Tx, ids: readonly string[]): Promise<Referral[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('referral')
    .innerJoin('cluster as home', 'home.id', 'referral.from_cluster_id')
    .innerJoin('cluster as partner', 'partner.id', 'referral.to_cluster_id')
    .selectAll('referral')
    .select(['home.managing_organisation_id as home_office', 'partner.managing_organisation_id as partner_office'])
    .where('referral.id', 'in', ids)
    .execute()
  const steps = await db
    .selectFrom('referral_step')
    .selectAll()
    .where('referral_id', 'in', ids)
    .orderBy('seq')
    .execute()
  const found = rows.map((row) => {
    const taken = steps.filter(({ referral_id }) => referral_id === row.id).map(stepFrom)
    return {
      id: row.id,
      reference: row.reference,
      kind: row.kind,
      needId: row.need_id,
      agreementId: row.agreement_id,
      fromOrganisationId: row.from_organisation_id,
      fromClusterId: row.from_cluster_id,
      toClusterId: row.to_cluster_id,
      homeOfficeId: row.home_office,
      partnerOfficeId: row.partner_office,
      subject: row.subject,
      message: row.message,
      askedBy: row.asked_by,
      askedAt: row.asked_at,
      steps: taken,
      standing: standingOf(taken),
      last: taken.at(-1) as TakenStep,
    }
  })
  return ids.flatMap((id) => found.find((referral) => referral.id === id) ?? [])
}

type StepRow = Tables['referral_step']

const stepFrom = (row: StepRow): TakenStep => ({
  seq: row.seq,
  act: row.act,
  side: row.side,
  organisationId: row.organisation_id,
  actedBy: row.acted_by,
  at: row.acted_at,
  reason: row.reason,
  words: row.words,
  toOrganisationId: row.to_organisation_id,
  consents: row.consents,
  responsible: row.responsible_organisation_id
    ? { organisationId: row.responsible_organisation_id, personId: row.responsible_person_id }
    : null,
  due: row.due_at && row.due_zone ? { at: row.due_at, zone: row.due_zone } : null,
})
