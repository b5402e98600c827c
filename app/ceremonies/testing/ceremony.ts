import { unique } from '../../../test/factories/people.ts'
import type { TestApplication } from '../../../test/harness/application.ts'
import {
  granted,
  makeAlliance,
  nameSignatories,
  scopeOf,
  draftFor,
  type TestAlliance,
} from '../../agreements/testing/alliance.ts'
import type { Seat } from '../../events/access/seat.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../accounts/scope.ts'
import type { Board, StageKind } from '../board.ts'
import { boardOf } from '../assembling.ts'
import { type CeremonyPlan, planCeremony } from '../planning.ts'
import { stagesOf } from '../reading.ts'
import type { Content } from '../../language/translated.ts'

export type TestCeremony = {
  eventId: string
  slug: string
  agreementId: string
  alliance: TestAlliance
  /** A coordinator of the lead, who may move it. */
  operator: Scope
  /** Ids of stages by kind. */
  stage: Record<string, string>
  board(): Promise<Board>
}

export const inEnglish = (text: string): Content => ({ original: 'en', text: { en: text } })

export const shortRun: StageKind[] = ['rehearsal', 'opening', 'signing', 'photo', 'closing', 'questions']

/** A published event of an alliance with named signatories, and its run of show. */
export async function makeCeremony(
  test: TestApplication,
  given: { kinds?: StageKind[]; parties?: number; plan?: Partial<CeremonyPlan>; published?: boolean } = {},
): Promise<TestCeremony> {
  const alliance = await makeAlliance(test, given.parties ?? 2)
  const { id: agreementId } = await draftFor(test, alliance)
  await nameSignatories(test, alliance, agreementId)
  const operator = await scopeOf(test, alliance.lead.coordinator)
  const { eventId, slug } = await makeSigningEvent(test, alliance, agreementId, given.published ?? true)
  const plan = { ...planFor(given.kinds ?? shortRun), ...given.plan }
  granted(await planCeremony(test.services, operator, eventId, plan))
  const stages = await stagesOf(test.db, eventId)
  return {
    eventId,
    slug,
    agreementId,
    alliance,
    operator,
    stage: Object.fromEntries(stages.map(({ kind, id }) => [kind, id])),
    async board() {
      const board = await boardOf(test.db, eventId)
      if (!board) throw new Error('A planned ceremony has a board.')
      return board
    },
  }
}

export const planFor = (kinds: StageKind[]): CeremonyPlan => ({
  stages: kinds.map((kind, index) => ({
    kind,
    title: inEnglish(kind),
    plannedAt: new Date(Date.UTC(2022, 2, 22, 8, index * 5)),
    minutes: 5,
  })),
  questionsPerOutlet: 2,
  operatorIds: [],
})

async function makeSigningEvent(
  { db }: TestApplication,
  { lead, parties }: TestAlliance,
  agreementId: string,
  published: boolean,
): Promise<{ eventId: string; slug: string }> {
  const eventId = newId()
  const slug = `ceremony-${unique()}`
  const at = new Date('2022-03-01T00:00:00Z')
  await db
    .insertInto('event')
    .values({
      id: eventId,
      slug,
      kind: 'signing-ceremony',
      title: json(inEnglish('Signing of the memorandum')),
      subtitle: null,
      description: null,
      zone: 'Asia/Tokyo',
      begins_at: new Date('2022-03-22T08:00:00Z'),
      ends_at: new Date('2022-03-22T08:40:00Z'),
      venue: json({ kind: 'online', provider: 'link' }),
      languages: json(['ja', 'en']),
      interpretation: json([]),
      lead_organisation_id: lead.id,
      agreement_id: agreementId,
      demonstration: false,
      created_by: lead.coordinator.id,
      created_at: at,
    })
    .execute()
  const hosts = parties
    .slice(1)
    .map(({ id }, index) => ({ event_id: eventId, organisation_id: id, position: index + 1 }))
  await db.insertInto('event_host').values(hosts).execute()
  if (published) {
    await db
      .insertInto('event_publication')
      .values({ event_id: eventId, published_by: lead.coordinator.id, published_at: at })
      .execute()
  }
  return { eventId, slug }
}

/** A signature as the signing leaves it in the database, without the cryptography, which `agreements` tests. */
export async function landSignature(
  { db, services }: TestApplication,
  { agreementId }: Pick<TestCeremony, 'agreementId'>,
  signatoryId: string,
): Promise<void> {
  const now = services.clock.now()
  const consentId = newId()
  const earlier = await db.selectFrom('signature').select('id').where('agreement_id', '=', agreementId).execute()
  await db
    .insertInto('consent')
    .values({
      id: consentId,
      agreement_id: agreementId,
      signatory_id: signatoryId,
      text_hash: '0'.repeat(64),
      document_sha256: '0'.repeat(64),
      methods: json(['mail-code']),
      evidence: json({}),
      consented_at: now,
      withdrawn_at: null,
    })
    .execute()
  await db
    .insertInto('signature')
    .values({
      id: newId(),
      agreement_id: agreementId,
      signatory_id: signatoryId,
      consent_id: consentId,
      revision: earlier.length + 1,
      field: `sig_p0${earlier.length + 1}`,
      certificate: '',
      stamped_at: now,
      stamped_by: 'test',
      signed_at: now,
    })
    .execute()
}

/** Somebody of an outlet with a confirmed place, who may ask. */
export async function makeSeat({ db }: TestApplication, eventId: string, outlet: string | null): Promise<Seat> {
  const at = new Date('2022-03-01T00:00:00Z')
  const category = await db
    .selectFrom('registration_category')
    .select('id')
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  const categoryId = category?.id ?? newId()
  if (!category) {
    await db
      .insertInto('registration_category')
      .values({
        id: categoryId,
        event_id: eventId,
        kind: 'press',
        position: 1,
        title: json(inEnglish('Press')),
        opens_at: null,
        closes_at: at,
        closes_inclusive: false,
        zone: 'Asia/Tokyo',
        capacity: null,
        cap_per_affiliation: null,
        needs_approval: true,
        waiting_list: false,
        late_queue: false,
        fields: json([]),
      })
      .execute()
  }
  const registrationId = newId()
  const name = { order: 'given-first' as const, native: { family: 'Reporter', given: 'Sample' } }
  await db
    .insertInto('registration')
    .values({
      id: registrationId,
      event_id: eventId,
      category_id: categoryId,
      name: json(name),
      address: `${unique()}@example.org`,
      address_key: unique(),
      affiliation: outlet,
      affiliation_key: outlet?.toLowerCase() ?? null,
      organisation_id: null,
      person_id: null,
      locale: 'en',
      time_zone: 'Europe/Berlin',
      answers: json({}),
      consents: json([]),
      manage_hash: new TextEncoder().encode(unique()),
      registered_at: at,
    })
    .execute()
  return {
    registrationId,
    eventId,
    role: 'press',
    name,
    affiliation: outlet,
    affiliationKey: outlet?.toLowerCase() ?? null,
    mayAsk: true,
    locale: 'en',
    timeZone: 'Europe/Berlin',
  }
}
