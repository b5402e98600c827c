import { isLocale, type Locale } from '../../language/locales.ts'
import type { Role } from '../../accounts/scope.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { companyRoles, officeRoles } from './policy.ts'
import type { Referral } from './loading.ts'
import { isOpen, type Standing, turnOf } from './standing.ts'

/** Whose turn it is: an organisation always, a person where one is there, and in which zone its days are counted. */
export type Responsible = { organisationId: string; personId: string | null; zone: string }

type Parts = Pick<Referral, 'fromOrganisationId' | 'homeOfficeId' | 'partnerOfficeId' | 'askedBy'> & {
  /** Who was responsible before, newest last: whoever knows the matter keeps it. */
  before: readonly (string | null)[]
}

/**
 * Who is to act next. A company without people here is spoken for by its coordinator, and so is one that lets its deadline pass; what an
 * office leaves lying goes to a manager of it. Never nobody: at worst the office as such.
 */
export async function responsibleFor(tx: Tx, referral: Parts, standing: Standing): Promise<Responsible | null> {
  if (!isOpen(standing.stage)) return null
  const turn = turnOf[standing.stage]
  if (turn === 'home' || turn === 'partner') {
    const office = turn === 'home' ? referral.homeOfficeId : referral.partnerOfficeId
    return choose(tx, office, standing.escalated ? ['manager'] : officeRoles, referral.before)
  }
  const isAsker = turn === 'asker'
  const company = isAsker ? referral.fromOrganisationId : (standing.companyId ?? referral.partnerOfficeId)
  const office = isAsker ? referral.homeOfficeId : referral.partnerOfficeId
  const own = standing.escalated ? [] : await peopleWith(tx, company, companyRoles)
  if (own.length === 0) return choose(tx, office, officeRoles, referral.before)
  const known = [...(isAsker ? [referral.askedBy] : []), ...referral.before.toReversed()]
  const found = known.find((id) => own.some(({ personId }) => personId === id))
  return { organisationId: company, personId: found ?? own[0]?.personId ?? null, zone: await zoneOf(tx, company) }
}

/** A coordinator before a manager, and who knows it before who does not. */
async function choose(
  tx: Tx,
  office: string,
  roles: readonly Role[],
  before: readonly (string | null)[],
): Promise<Responsible> {
  const wanted = await peopleWith(tx, office, roles)
  const people = wanted.length > 0 ? wanted : await peopleWith(tx, office, officeRoles)
  const known = before.toReversed().find((id) => people.some(({ personId }) => personId === id))
  const first = people.find(({ role }) => role === roles[0]) ?? people[0]
  return { organisationId: office, personId: known ?? first?.personId ?? null, zone: await zoneOf(tx, office) }
}

export type Addressee = { personId: string; role: Role; name: string; address: string | null; locale: Locale }

/** Everybody who holds one of the roles at an organisation, the longest first. */
export async function peopleWith(db: Db | Tx, organisationId: string, roles: readonly Role[]): Promise<Addressee[]> {
  const rows = await db
    .selectFrom('role_assignment')
    .innerJoin('person', 'person.id', 'role_assignment.person_id')
    .select(['person.id', 'person.name', 'person.address', 'person.locale', 'role_assignment.role'])
    .where('role_assignment.organisation_id', '=', organisationId)
    .where('role_assignment.role', 'in', roles)
    .where('role_assignment.ended_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('role_assignment.given_at')
    .orderBy('role_assignment.id')
    .execute()
  return rows.map((row) => {
    const locale = isLocale(row.locale) ? row.locale : 'en'
    return { personId: row.id, role: row.role, name: storedNameText(row.name, locale), address: row.address, locale }
  })
}

async function zoneOf(tx: Tx, organisationId: string): Promise<string> {
  const row = await tx
    .selectFrom('organisation')
    .select('time_zone')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row.time_zone
}
