import { anonymous } from '../../accounts/scope.ts'
import type { Seat } from '../../events/access/seat.ts'
import { type PressEvent, pressEventBySlug } from '../../events/accreditation/pressEvent.ts'
import { rulesOf } from '../../events/accreditation/rules.ts'
import { setAccreditationTerms } from '../../events/accreditation/settingTerms.ts'
import { takeApplication } from '../../events/accreditation/taking.ts'
import { writeCoverageRules } from '../../events/accreditation/writingRules.ts'
import { decideRegistration } from '../../events/registration/deciding.ts'
import { affiliationKey } from '../../events/registration/keys.ts'
import { register } from '../../events/registration/registering.ts'
import { locales } from '../../language/locales.ts'
import type { Services } from '../../web/env.ts'
import { actAs, done, type Loaded } from '../loading.ts'
import type { Example } from '../reading.ts'
import { userOf } from '../signing.ts'
import type { PlannedAfternoon } from './planning.ts'
import { servicesAt } from './running.ts'
import type { Afternoon, AfternoonJournalist } from './schema.ts'
import { atTheCeremony } from './wallTimes.ts'

/**
 * The journalists apply, each at their own time, and the press office decides after the deadline: those in time are admitted, whoever was
 * late is told so. Gives the seats of the admitted by slug.
 */
export async function admitJournalists(
  services: Services,
  example: Example,
  afternoon: Afternoon,
  loaded: Loaded,
  planned: PlannedAfternoon,
): Promise<Map<string, Seat>> {
  const office = await actAs(services, loaded, userOf(example, 'coordinator', example.agreement.lead))
  const event = await pressEventBySlug(services.database.db, office, planned.slug)
  if (!event) throw new Error(`There is no event ${planned.slug}.`)
  await writeRules(services, example, event, office)
  const decidesAt = atTheCeremony(example.ceremony, afternoon.press.decidesAt)
  const seats = new Map<string, Seat>()
  const inOrder = afternoon.journalists.toSorted((one, other) => one.appliedAt.localeCompare(other.appliedAt))
  const applied = []
  for (const journalist of inOrder) applied.push({ journalist, ...(await apply(services, event, journalist)) })
  for (const { journalist, registrationId, decision } of applied) {
    const then = servicesAt(services, decidesAt)
    if (decision === 'late') {
      const reason = afternoon.press.tooLate[journalist.locale]
      done(await decideRegistration(then, office, registrationId, { decision: 'declined', reason }))
      continue
    }
    done(await decideRegistration(then, office, registrationId, { decision: 'confirmed' }))
    seats.set(journalist.slug, seatOf(event, journalist, registrationId))
  }
  return seats
}

/** The announcement's own rules, and no press card: nobody is asked to show a proof of somebody who does not exist. */
async function writeRules(
  services: Services,
  example: Example,
  event: PressEvent,
  office: Awaited<ReturnType<typeof actAs>>,
): Promise<void> {
  const { rules } = example.ceremony.press
  const text = Object.fromEntries(
    locales.map((locale) => [locale, rules.map((rule) => rule.text.text[locale]).join('\n\n')]),
  )
  done(await writeCoverageRules(services, office, event, { text, basedOn: 0 }))
  done(await setAccreditationTerms(services, office, event, { largestCrew: 4, proofNeeded: false, proofDays: 30 }))
}

async function apply(services: Services, event: PressEvent, journalist: AfternoonJournalist) {
  const then = servicesAt(services, new Date(journalist.appliedAt))
  const { name, address, locale, timeZone, outlet, role, wishesToAsk } = journalist
  const rules = await rulesOf(services.database.db, event.id)
  return done(
    await register(
      then,
      anonymous,
      {
        eventId: event.id,
        kind: 'press',
        name,
        address,
        affiliation: outlet,
        locale,
        timeZone,
        consents: ['participation'],
      },
      (tx, registrationId) =>
        takeApplication(
          tx,
          then,
          event,
          { id: registrationId, standingId: null },
          {
            outlet,
            role,
            crew: role === 'tv-crew' ? 3 : 1,
            mobile: '',
            pressClub: null,
            wishesToAsk,
            question: null,
            languages: [locale],
            rules: rules ? { version: rules.version, locale } : null,
            proof: null,
          },
        ),
    ),
  )
}

const seatOf = (event: PressEvent, journalist: AfternoonJournalist, registrationId: string): Seat => ({
  registrationId,
  eventId: event.id,
  role: 'press',
  name: journalist.name,
  affiliation: journalist.outlet,
  affiliationKey: affiliationKey(journalist.outlet),
  mayAsk: journalist.wishesToAsk,
  locale: journalist.locale,
  timeZone: journalist.timeZone,
})
