import type { Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import { localTime } from '../language/times.ts'
import type { Db } from '../platform/db/tables.ts'
import { collectDue } from '../today/collecting.ts'
import type { Responsibility } from './pages.tsx'
import { acquaintancesOf, type Colleague, handoversAt, type Place, runningAgreements } from './queries.ts'

/** A handover lists what waits, however much it is. */
const EVERYTHING = 400

/** What somebody answers for at an organisation; the asker was let in by `placeBySlug`. */
export async function responsibilityOf(
  db: Db,
  scope: Scope,
  now: Date,
  { place, person, reader }: { place: Place; person: Colleague; reader: Locale },
): Promise<Responsibility> {
  const { yours, theirs } = await collectDue(db, scope, now, EVERYTHING)
  const today = localTime(now.toISOString(), place.timeZone).date
  return {
    person,
    open: [...yours, ...theirs].filter(
      (item) => item.organisationId === place.id && (item.personId === person.personId || item.personId === null),
    ),
    agreements: await runningAgreements(db, scope, place.id, today),
    acquaintances: await acquaintancesOf(db, scope, place.id),
    handovers: await handoversAt(db, scope, place.id, reader),
  }
}
