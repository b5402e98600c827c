import { makeOrganisation, type MadeOrganisation } from '../../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson, unique } from '../../../../test/factories/people.ts'
import type { TestApplication } from '../../../../test/harness/application.ts'
import { admitPerson } from '../../../accounts/admitting.ts'
import type { Scope } from '../../../accounts/scope.ts'
import { planEvent } from '../../planning.ts'
import { publishEvent } from '../../publishing.ts'
import type { CategoryPlan } from '../../registration/categories.ts'
import { type PressEvent, pressEventBySlug } from '../pressEvent.ts'

export const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
export const pdf = new TextEncoder().encode('%PDF-1.7\n%card\n')

export type TestDesk = {
  at: TestApplication
  host: MadeOrganisation
  officer: MadePerson
  scope: Scope
  cookie: string
  event: PressEvent
  /** Below which everything of the event lies. */
  path: string
}

/** A published signing on 22 March 2022 with a press office; applications until noon in Kobe, and it is the day before. */
export async function makeDesk(at: TestApplication, category: Partial<CategoryPlan> = {}): Promise<TestDesk> {
  const host = await makeOrganisation(at.db, { country: 'JP', timeZone: 'Asia/Tokyo' })
  return deskFor(at, host, category)
}

/** Another event of the same host, with an officer of its own. */
export async function deskFor(
  at: TestApplication,
  host: MadeOrganisation,
  category: Partial<CategoryPlan> = {},
): Promise<TestDesk> {
  at.services.clock.set(new Date('2022-03-21T00:00:00Z'))
  const officer = await makePerson(at.db)
  await makeRole(at.db, officer, 'coordinator', host.id)
  const scope = await admitPerson(at.db, officer.id, { via: 'session', tokenScopes: null })
  if (!scope) throw new Error('The officer was made a moment ago')
  const planned = await planEvent(at.services, scope, {
    slug: `signing-${unique()}`,
    kind: 'signing-ceremony',
    title: { original: 'en', text: { en: 'Signing in Kobe', ja: '神戸での調印式' } },
    zone: 'Asia/Tokyo',
    begins: new Date('2022-03-22T08:00:00Z'),
    ends: new Date('2022-03-22T08:40:00Z'),
    venue: { kind: 'online', provider: 'link' },
    languages: ['ja', 'en'],
    leadOrganisationId: host.id,
    categories: [
      {
        kind: 'press',
        title: { original: 'en', text: { en: 'Press' } },
        closesAt: new Date('2022-03-22T03:00:00Z'),
        closesInclusive: true,
        zone: 'Asia/Tokyo',
        needsApproval: true,
        waitingList: true,
        ...category,
      },
    ],
  })
  if ('refused' in planned) throw new Error(`Not planned: ${planned.refused}`)
  const published = await publishEvent(at.services, scope, planned.id)
  if ('refused' in published) throw new Error(`Not published: ${published.refused}`)
  const event = await pressEventBySlug(at.db, scope, planned.slug)
  if (!event) throw new Error('The event was planned a moment ago')
  return { at, host, officer, scope, cookie: await at.signIn(officer), event, path: `/en/events/${event.slug}` }
}

/** What a reporter writes into the form. */
export const application = (more: Record<string, string> = {}): Record<string, string> => ({
  outlet: 'Kobe Shimbun',
  role: 'writer',
  family: 'Example',
  given: 'Ada',
  order: 'given-first',
  address: `${unique()}@example.org`,
  mobile: '+81 90 1234 5678',
  asks: 'yes',
  languages: 'en',
  correspondence: 'en',
  zone: 'Asia/Tokyo',
  agreed: 'yes',
  ...more,
})

/** Sends the application form, with a proof unless told otherwise. */
export async function apply(
  { at, path }: Pick<TestDesk, 'at' | 'path'>,
  entries: Record<string, string> = application(),
  proof: File | null = new File([png], 'card.png', { type: 'image/png' }),
  below = '/registration/press',
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(entries)) body.append(name, value)
  body.append('proof', proof ?? new File([], '', { type: 'application/octet-stream' }))
  const { origin } = at.services.config
  return at.app.request(`${origin}${path}${below}`, { method: 'POST', body, headers: { origin }, redirect: 'manual' })
}

/** The registration of an address at this event. */
export async function registrationOf({ at, event }: Pick<TestDesk, 'at' | 'event'>, address: string): Promise<string> {
  const row = await at.db
    .selectFrom('registration')
    .select('id')
    .where('event_id', '=', event.id)
    .where('address', '=', address)
    .orderBy('arrival', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function decisionOf({ at }: Pick<TestDesk, 'at'>, registrationId: string) {
  const row = await at.db
    .selectFrom('registration_decision')
    .select(['decision', 'reason'])
    .where('registration_id', '=', registrationId)
    .where('replaced_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row
}
