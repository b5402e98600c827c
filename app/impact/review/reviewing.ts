import { organisationsOf, type Scope } from '../../accounts/scope.ts'
import type { Agreement } from '../../agreements/agreement.ts'
import { agreementByReference } from '../../agreements/queries.ts'
import { type Given, givenAndReceived } from '../../agreements/undertakings/given.ts'
import { type Undertaking, undertakingsOf } from '../../agreements/undertakings/reading.ts'
import { localTime } from '../../language/times.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Period } from '../period.ts'
import { contactsAbout, introductionsUnder, jointEvents, meetingsUnder, outcomesUnder } from './counting.ts'
import { type AgreementYear, yearsOf } from './years.ts'

/** What was due or done in a year. */
type Due = Pick<Undertaking, 'organisationId' | 'id' | 'title' | 'occurrences'>

type Counted = {
  undertakings: Due[]
  given: Given[]
  introductions: Awaited<ReturnType<typeof introductionsUnder>>
  meetings: Awaited<ReturnType<typeof meetingsUnder>>
  outcomes: Awaited<ReturnType<typeof outcomesUnder>>
  events: Awaited<ReturnType<typeof jointEvents>>
  contacts: Awaited<ReturnType<typeof contactsAbout>>
}

/** A year of an agreement as both boards look back on it, beside the year before. */
export type Review = {
  agreement: Agreement
  years: AgreementYear[]
  year: AgreementYear
  now: Counted
  before: Counted | null
}

/**
 * The review of one year, the last that is over where none is named, for those who answer for a party: its managers, coordinators and signatories.
 * Null for everybody else, and before there is a year to look back on.
 */
export async function reviewOf(
  db: Db,
  scope: Scope,
  reference: string,
  { at, number }: { at: Date; number?: number | undefined },
): Promise<Review | null> {
  const agreement = await agreementByReference(db, scope, reference, at)
  const answers = organisationsOf(scope, 'manager', 'coordinator', 'signatory')
  if (!agreement?.inForce || !agreement.partyIds.some((id) => answers.includes(id))) return null
  const { timeZone: zone, inForce } = agreement
  const dayOf = (instant: Date) => localTime(instant.toISOString(), zone).date
  const years = yearsOf({ from: dayOf(inForce.from), until: inForce.until, zone }, dayOf(at))
  // One looks back on what is over; in the first year on what there is.
  const over = years.findLast(({ until }) => until < dayOf(at))
  const year = years.find((one) => one.number === number) ?? over ?? years.at(-1)
  if (!year) return null
  const undertakings = await undertakingsOf(db, scope, agreement, at)
  const earlier = years.find((one) => one.number === year.number - 1)
  return {
    agreement,
    years,
    year,
    now: await counted(db, scope, agreement, undertakings, year),
    before: earlier ? await counted(db, scope, agreement, undertakings, earlier) : null,
  }
}

async function counted(
  db: Db,
  scope: Scope,
  agreement: Agreement,
  undertakings: Undertaking[],
  period: Period,
): Promise<Counted> {
  const due = undertakings.flatMap((undertaking) => {
    const occurrences = undertaking.occurrences.filter((one) => isWithin(period, dayOfOccurrence(one, period.zone)))
    return occurrences.length > 0 ? [{ ...undertaking, occurrences }] : []
  })
  return {
    undertakings: due,
    given: givenAndReceived(agreement.partyIds, due),
    introductions: await introductionsUnder(db, scope, agreement, period),
    meetings: await meetingsUnder(db, scope, agreement, period),
    outcomes: await outcomesUnder(db, scope, agreement, period),
    events: await jointEvents(db, agreement, period),
    contacts: await contactsAbout(db, agreement, period),
  }
}

/** The day it was due, or on which it was shown where it was done as the occasion arose. */
function dayOfOccurrence({ due, evidence }: Undertaking['occurrences'][number], zone: string): string | null {
  const [shown] = evidence
  return due ?? (shown ? localTime(shown.shownAt.toISOString(), zone).date : null)
}

const isWithin = ({ from, until }: Period, day: string | null): boolean => day !== null && from <= day && day <= until
