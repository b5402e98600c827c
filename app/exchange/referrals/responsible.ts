import { isLocale, type Locale } from '../../language/locales.ts'
import { localTime } from '../../language/times.ts'
import type { Role } from '../../accounts/scope.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { companyRoles, officeRoles } from './policy.ts'
import type { Referral } from './loading.ts'
import { isOpen, type Standing, turnOf } from './standing.ts'

export type Addressee = { personId: string | null; name: string; address: string; locale: Locale; timeZone: string | null }

/** Whose turn it is: an organisation always, a person where one is there, and in which zone its days are counted. */
export type Responsible = { organisationId: string; personId: string | null; zone: string }

type Parts = Pick<Referral, 'id' | 'fromOrganisationId' | 'homeOfficeId' | 'partnerOfficeId' | 'askedBy'> & {
  /** Who was responsible before, newest last: whoever knows the matter keeps it. */
  before: readonly (string | null)[]
}

/**
 * Who is to act next. A company without people here is spoken for by its coordinator, and a company that lets its deadline pass, too;
 * what an office leaves lying goes to a manager of it. Never nobody: at worst the office as such.
 */
export async function responsibleFor(
  tx: Tx,
  referral: Parts,
  standing: Standing,
  now: Date,
): Promise<Responsible | null> {
  if (!isOpen(standing.stage)) return null
  const turn = turnOf[standing.stage]
  const { escalated } = standing
  if (turn === 'home' || turn === 'partner') {
    const office = turn === 'home' ? referral.homeOfficeId : referral.partnerOfficeId
    return choose(tx, office, escalated ? ['manager'] : officeRoles, referral.before, now)
  }
  const [company, office] =
    turn === 'asker'
      ? [referral.fromOrganisationId, referral.homeOfficeId]
      : [standing.companyId as string, referral.partnerOfficeId]
  const own = escalated ? [] : await peopleWith(tx, company, companyRoles)
  const isReachable = own.length > 0 || (turn === 'company' && !escalated && (await hasContact(tx, referral.id, company)))
  if (!isReachable) return choose(tx, office, officeRoles, referral.before, now)
  const asker = turn === 'asker' ? [referral.askedBy] : []
  const found = [...asker, ...referral.before.toReversed()].find((id) => own.some(({ personId }) => personId === id))
  return { organisationId: company, personId: found ?? own[0]?.personId ?? null, zone: await zoneOf(tx, company) }
}

/** A coordinator before a manager, who knows it before who does not, somebody present before somebody away. */
async function choose(
  tx: Tx,
  office: string,
  roles: readonly Role[],
  before: readonly (string | null)[],
  now: Date,
): Promise<Responsible> {
  const wanted = await peopleWith(tx, office, roles)
  const people = wanted.length > 0 ? wanted : await peopleWith(tx, office, officeRoles)
  const zone = await zoneOf(tx, office)
  const coordinators = people.filter(({ role }) => role === roles[0])
  const ordered = [...coordinators, ...people.filter((person) => !coordinators.includes(person))]
  const known = before.toReversed().find((id) => ordered.some(({ personId }) => personId === id))
  const first = known ?? ordered[0]?.personId ?? null
  const personId = first && (await standInFor(tx, first, ordered.map((person) => person.personId), now))
  return { organisationId: office, personId, zone }
}

/** Whoever acts while this person is away: the deputy they named, else the next who is there; themselves where all are away. */
async function standInFor(tx: Tx, personId: string, others: string[], now: Date): Promise<string> {
  const away = await tx
    .selectFrom('coordinator_absence')
    .selectAll()
    .where('person_id', 'in', others)
    .where('ended_at', 'is', null)
    .execute()
  const absenceOf = (id: string) =>
    away.find((absence) => {
      const today = localTime(now.toISOString(), absence.zone).date
      return absence.person_id === id && absence.since <= today && today <= absence.until
    })
  const absence = absenceOf(personId)
  if (!absence) return personId
  const deputy = absence.deputy_id
  if (deputy && others.includes(deputy) && !absenceOf(deputy)) return deputy
  return others.find((id) => !absenceOf(id)) ?? personId
}

export async function peopleWith(
  tx: Tx,
  organisationId: string,
  roles: readonly Role[],
): Promise<(Addressee & { personId: string; role: Role })[]> {
  const rows = await tx
    .selectFrom('role_assignment')
    .innerJoin('person', 'person.id', 'role_assignment.person_id')
    .select(['person.id', 'person.name', 'person.address', 'person.locale', 'person.time_zone', 'role_assignment.role'])
    .where('role_assignment.organisation_id', '=', organisationId)
    .where('role_assignment.role', 'in', roles)
    .where('role_assignment.ended_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('role_assignment.given_at')
    .orderBy('role_assignment.id')
    .execute()
  return rows.map((row) => {
    const locale = isLocale(row.locale) ? row.locale : 'en'
    return {
      personId: row.id,
      role: row.role,
      name: storedNameText(row.name, locale),
      address: row.address ?? '',
      locale,
      timeZone: row.time_zone,
    }
  })
}

async function hasContact(tx: Tx, referralId: string, organisationId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('referral_contact')
    .select('id')
    .where('referral_id', '=', referralId)
    .where('organisation_id', '=', organisationId)
    .where('address', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

async function zoneOf(tx: Tx, organisationId: string): Promise<string> {
  const row = await tx
    .selectFrom('organisation')
    .select('time_zone')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row.time_zone
}
