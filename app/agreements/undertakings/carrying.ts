import { addToDate, type CalendarDate } from '../../language/dates.ts'
import { localTime } from '../../language/times.ts'
import type { Translated } from '../../language/translated.ts'
import { json } from '../../platform/db/values.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Agreement } from '../agreement.ts'
import type { Opening } from '../grants/tables.ts'
import { readTemplates } from '../choosing.ts'
import type { ClauseTerms, Grant, Undertaking } from '../templates/schema.ts'
import type { Cadence, EvidenceKind } from './tables.ts'

export type CarriedUndertaking = {
  clauseId: string
  organisationId: string
  title: Translated
  cadence: Cadence
  firstDue: CalendarDate | null
  evidence: EvidenceKind
}

export type CarriedGrant = { organisationId: string; opens: Opening; audience: 'coordinators' | 'members' }

/** What the clauses that still stand oblige each party to, and open to the others, by the template they came from. */
export function carriedBy(
  agreement: Pick<Agreement, 'clauses' | 'partyIds' | 'leadOrganisationId'>,
  terms: readonly Required<Pick<ClauseTerms, 'slug' | 'undertakings' | 'grants'>>[],
  term: { from: CalendarDate; until: CalendarDate },
): { undertakings: CarriedUndertaking[]; grants: CarriedGrant[] } {
  const undertakings: CarriedUndertaking[] = []
  const grants = new Map<string, CarriedGrant>()
  for (const clause of agreement.clauses) {
    const carried = terms.find(({ slug }) => slug === clause.slug)
    for (const undertaking of carried?.undertakings ?? [])
      for (const organisationId of ownersOf(undertaking, agreement))
        undertakings.push({
          clauseId: clause.id,
          organisationId,
          title: undertaking.what,
          ...rhythmOf(undertaking, term),
          evidence: undertaking.by,
        })
    for (const { opens, audience } of (carried?.grants ?? []).map(openingOf))
      for (const organisationId of agreement.partyIds)
        grants.set(`${organisationId} ${opens}`, { organisationId, opens, audience })
  }
  return { undertakings, grants: [...grants.values()] }
}

/** What all owe together somebody has to see to: the party that drafted, as it holds the pen. */
const ownersOf = ({ owner }: Undertaking, agreement: Pick<Agreement, 'partyIds' | 'leadOrganisationId'>): string[] =>
  owner === 'all-parties' ? [agreement.leadOrganisationId] : agreement.partyIds

const openings = {
  'directory-fields': { opens: 'contacts', audience: 'coordinators' },
  referrals: { opens: 'referrals', audience: 'members' },
  events: { opens: 'events', audience: 'members' },
  facilities: { opens: 'facilities', audience: 'members' },
} as const

const openingOf = ({ opens }: Grant): Pick<CarriedGrant, 'opens' | 'audience'> => openings[opens]

/** A yearly duty is first due at the end of the first year, not on the day of the signature. */
function rhythmOf(
  { cadence, due }: Undertaking,
  { from, until }: { from: CalendarDate; until: CalendarDate },
): Pick<CarriedUndertaking, 'cadence' | 'firstDue'> {
  const after = (months: number) => addToDate(addToDate(from, { months }), { days: -1 })
  if (cadence === 'half-yearly') return { cadence, firstDue: after(6) }
  if (cadence === 'yearly') return { cadence, firstDue: after(12) }
  if (due && 'monthsAfterEntryIntoForce' in due)
    return { cadence: 'once', firstDue: after(due.monthsAfterEntryIntoForce) }
  if (due && 'monthsBeforeEnd' in due)
    return { cadence: 'once', firstDue: addToDate(until, { months: -due.monthsBeforeEnd }) }
  return cadence === 'once' ? { cadence, firstDue: until } : { cadence: 'as-it-arises', firstDue: null }
}

/** Part of the transaction in which the last signature lands: from here on somebody owes it, and the doors stand open. */
export async function enterCarriedTerms(tx: Tx, agreement: Agreement, until: CalendarDate, now: Date): Promise<void> {
  const template = await templateOf(tx, agreement.id)
  if (!template) return
  const from = localTime(now.toISOString(), agreement.timeZone).date
  const { undertakings, grants } = carriedBy(agreement, template.clauses, { from, until })
  const zones = new Map(agreement.parties.map(({ organisationId, timeZone }) => [organisationId, timeZone]))
  for (const { clauseId, organisationId, title, cadence, firstDue, evidence } of undertakings)
    await tx
      .insertInto('undertaking')
      .values({
        id: newId(),
        agreement_id: agreement.id,
        clause_id: clauseId,
        organisation_id: organisationId,
        person_id: null,
        title: json(title),
        cadence,
        first_due: firstDue,
        zone: zones.get(organisationId) ?? agreement.timeZone,
        evidence,
        set_by: null,
        set_at: now,
        ended_at: null,
        ended_by: null,
      })
      .execute()
  for (const { organisationId, opens, audience } of grants)
    await tx
      .insertInto('agreement_grant')
      .values({
        id: newId(),
        agreement_id: agreement.id,
        organisation_id: organisationId,
        opens,
        audience,
        given_by: null,
        given_at: now,
        withdrawn_by: null,
        withdrawn_at: null,
      })
      .execute()
}

async function templateOf(tx: Tx, agreementId: string) {
  const row = await tx.selectFrom('agreement').select('template').where('id', '=', agreementId).executeTakeFirst()
  if (!row?.template) return undefined
  return (await readTemplates()).find(({ name }) => name === row.template)
}
