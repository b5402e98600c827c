import { planCeremony } from '../../ceremonies/planning.ts'
import { planEvent } from '../../events/planning.ts'
import { publishEvent } from '../../events/publishing.ts'
import type { Services } from '../../web/env.ts'
import { actAs, done, found, type Loaded } from '../loading.ts'
import type { Example } from '../reading.ts'
import { userOf } from '../signing.ts'
import type { Afternoon } from './schema.ts'
import { atTheCeremony } from './wallTimes.ts'

export type PlannedAfternoon = { eventId: string; slug: string; agreementId: string }

/**
 * Plans the ceremony of the announcement for an agreement, publishes it and writes its run of show, as the host's coordinator would. What
 * the announcement says is the event's; how the minutes are filled is the demonstration's.
 */
export async function planAfternoon(
  services: Services,
  example: Example,
  afternoon: Afternoon,
  loaded: Loaded,
  { agreementId, slug }: { agreementId: string; slug: string },
): Promise<PlannedAfternoon> {
  const { ceremony, agreement } = example
  const coordinator = await actAs(services, loaded, userOf(example, 'coordinator', agreement.lead))
  const lead = found(loaded.organisations, agreement.lead)
  const stages = afternoon.stages.map(({ kind, at, minutes, title }) => ({
    kind,
    title: { original: 'ja' as const, text: title },
    plannedAt: atTheCeremony(ceremony, at),
    minutes,
  }))
  const { id: eventId } = done(
    await planEvent(services, coordinator, {
      slug,
      kind: 'signing-ceremony',
      title: { original: ceremony.title.original, text: ceremony.title.text },
      subtitle: { original: ceremony.subtitle.original, text: ceremony.subtitle.text },
      description: { original: ceremony.purpose.original, text: ceremony.purpose.text },
      zone: ceremony.zone,
      begins: new Date(ceremony.time.begins),
      ends: new Date(ceremony.time.ends),
      venue: { kind: 'online', provider: ceremony.venue.provider },
      languages: ['ja', 'en'],
      interpretation: [
        { from: 'ja', to: 'en' },
        { from: 'en', to: 'ja' },
      ],
      leadOrganisationId: lead,
      hostIds: agreement.parties
        .map(({ organisation }) => found(loaded.organisations, organisation))
        .filter((id) => id !== lead),
      agreementId,
      programme: stages
        .filter(({ kind }) => kind !== 'rehearsal' && kind !== 'doors')
        .map(({ title, plannedAt, minutes }) => ({ title, begins: plannedAt, minutes, languages: ['ja', 'en'] })),
      categories: [pressCategory(example)],
    }),
  )
  done(await publishEvent(services, coordinator, eventId))
  done(await planCeremony(services, coordinator, eventId, { stages, questionsPerOutlet: 2, operatorIds: [] }))
  return { eventId, slug, agreementId }
}

/** Journalists until noon; whoever is late is not turned away unseen, but waits for the press office's word. */
const pressCategory = ({ ceremony }: Example) => ({
  kind: 'press' as const,
  title: {
    original: 'ja' as const,
    text: { ja: '報道関係者', en: 'Press', fr: 'Presse', de: 'Presse', it: 'Stampa' },
  },
  closesAt: new Date(ceremony.press.registration.deadline.instant),
  closesInclusive: true,
  zone: ceremony.zone,
  capPerAffiliation: 4,
  needsApproval: true,
  lateQueue: true,
})
