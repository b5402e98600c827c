import { unique } from '../../../test/factories/people.ts'
import type { TestApplication } from '../../../test/harness/application.ts'
import { granted, makeAlliance, prepareFor, scopeOf, type TestAlliance } from '../../agreements/testing/alliance.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import { planCeremony, type StagePlan } from '../planning.ts'

/** A published ceremony at which an alliance signs, with the run of the real case. */
export type MadeCeremony = { eventId: string; slug: string; alliance: TestAlliance; agreementId: string }

const begins = new Date('2022-03-22T08:00:00Z')

const stage = (kind: StagePlan['kind'], minutes: number, length: number, ja: string, en: string): StagePlan => ({
  kind,
  title: { original: 'ja', text: { ja, en } },
  plannedAt: new Date(begins.getTime() + minutes * 60_000),
  minutes: length,
})

export const realRun: StagePlan[] = [
  stage('opening', 0, 12, '開会', 'Opening'),
  stage('signing', 12, 15, '署名', 'Signing'),
  stage('photo', 27, 5, '写真撮影', 'Photograph'),
  stage('closing', 32, 8, '閉会', 'Closing'),
  stage('questions', 40, 20, '質疑応答', 'Questions'),
]

/** An event with no run of show yet. `prepared`: its agreement is ready for signatures, which takes a while. */
export async function makeCeremonyEvent(
  at: TestApplication,
  {
    parties = 2,
    prepared = false,
    published = true,
  }: { parties?: number; prepared?: boolean; published?: boolean } = {},
): Promise<MadeCeremony> {
  const alliance = await makeAlliance(at, parties)
  const agreementId = prepared ? (await prepareFor(at, alliance)).id : null
  const [eventId, slug] = [newId(), `ceremony-${unique()}`]
  await at.db
    .insertInto('event')
    .values({
      id: eventId,
      slug,
      kind: 'signing-ceremony',
      title: json({ original: 'ja' as const, text: { ja: '調印式の見本', en: 'A sample ceremony' } }),
      subtitle: null,
      description: null,
      zone: 'Asia/Tokyo',
      begins_at: begins,
      ends_at: new Date('2022-03-22T08:40:00Z'),
      venue: json({ kind: 'online' as const, provider: 'zoom-webinar' as const }),
      languages: json(['ja' as const, 'en' as const]),
      interpretation: json([]),
      lead_organisation_id: alliance.lead.id,
      agreement_id: agreementId,
      demonstration: true,
      created_by: null,
      created_at: begins,
    })
    .execute()
  if (published)
    await at.db
      .insertInto('event_publication')
      .values({ event_id: eventId, published_by: null, published_at: begins })
      .execute()
  return { eventId, slug, alliance, agreementId: agreementId ?? '' }
}

export async function makeCeremony(
  at: TestApplication,
  options: Parameters<typeof makeCeremonyEvent>[1] = {},
): Promise<MadeCeremony> {
  const made = await makeCeremonyEvent(at, options)
  const scope = await scopeOf(at, made.alliance.lead.coordinator)
  const plan = { stages: realRun, questionsPerOutlet: null, operatorIds: [] }
  granted(await planCeremony(at.services, scope, made.eventId, plan))
  return made
}
