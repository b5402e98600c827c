import { admitPerson } from '../../app/accounts/admitting.ts'
import { planEvent } from '../../app/events/planning.ts'
import { publishEvent } from '../../app/events/publishing.ts'
import { newId } from '../../app/platform/ids.ts'
import { unique } from '../factories/people.ts'
import { type Answers, everybody, only, type Permissions } from './rows.ts'
import type { World } from './world.ts'

/** A published event of ours with a press category that opens late, so that there is a page and nothing to send. */
const slugs = new WeakMap<World, Promise<string>>()

const eventOf = (world: World): Promise<string> => {
  const made = slugs.get(world) ?? makeEvent(world)
  slugs.set(world, made)
  return made
}

async function makeEvent(world: World): Promise<string> {
  const { at, ours, people } = world
  const scope = await admitPerson(at.db, people.coordinator.id, { via: 'session', tokenScopes: null })
  if (!scope) throw new Error('The coordinator was made with the world')
  const now = at.services.clock.now().getTime()
  const inDays = (days: number) => new Date(now + days * 24 * 60 * 60_000)
  const planned = await planEvent(at.services, scope, {
    slug: `press-${unique()}`,
    kind: 'signing-ceremony',
    title: { original: 'en', text: { en: 'Doors for the press' } },
    zone: 'Asia/Tokyo',
    begins: inDays(20),
    ends: inDays(21),
    venue: { kind: 'online', provider: 'link' },
    languages: ['en'],
    leadOrganisationId: ours.id,
    categories: [
      {
        kind: 'press',
        title: { original: 'en', text: { en: 'Press' } },
        closesAt: inDays(10),
        zone: 'Asia/Tokyo',
        needsApproval: true,
      },
    ],
  })
  if ('refused' in planned) throw new Error(`No event: ${planned.refused}`)
  await publishEvent(at.services, scope, planned.id)
  return planned.slug
}

const below = (path: string) => async (world: World) => `/en/events/${await eventOf(world)}${path}`
const desk = (path = '') => below(`/accreditations${path}`)
const nowhere = `/${newId()}`

/** The press office: whoever organises at a host. Not the operator, for whom press cards are not. */
const office: Answers = only(['manager', 'coordinator'], 'forbidden', { anonymous: 'sign-in' })
/** An application that is not there is not there for the office either. */
const none: Answers = {
  ...office,
  manager: 'hidden',
  coordinator: 'hidden',
}
const pressOffices: Answers = only(['manager', 'coordinator', 'partner-manager', 'outside-manager'], 'forbidden', {
  anonymous: 'sign-in',
})
const noSuchStanding: Answers = { ...everybody('hidden'), anonymous: 'sign-in' }

export const accreditationPermissions: Permissions = {
  'GET /:locale/events/:slug/registration/press': { path: below('/registration/press'), answers: everybody('open') },
  'POST /:locale/events/:slug/registration/press': { path: below('/registration/press'), answers: everybody('open') },
  'GET /:locale/events/:slug/registration/press/sent': {
    path: below('/registration/press/sent'),
    answers: everybody('open'),
  },
  'POST /:locale/events/:slug/registration/press/standing': {
    path: below('/registration/press/standing'),
    answers: everybody('open'),
  },
  'GET /:locale/events/:slug/registration/press/standing/:token': {
    path: below('/registration/press/standing/nonsense'),
    answers: everybody('gone'),
  },
  'POST /:locale/events/:slug/registration/press/standing/:token': {
    path: below('/registration/press/standing/nonsense'),
    answers: everybody('gone'),
  },
  'GET /:locale/events/:slug/registration/press/answers/:token': {
    path: below('/registration/press/answers/nonsense'),
    answers: everybody('gone'),
  },
  'POST /:locale/events/:slug/registration/press/answers/:token': {
    path: below('/registration/press/answers/nonsense'),
    answers: everybody('gone'),
  },

  'GET /:locale/events/:slug/accreditations': { path: desk(), answers: office },
  'GET /:locale/events/:slug/accreditations.csv': { path: desk('.csv'), answers: office },
  'GET /:locale/events/:slug/accreditations/asking': { path: desk('/asking'), answers: office },
  'GET /:locale/events/:slug/accreditations/rules': { path: desk('/rules'), answers: office },
  'POST /:locale/events/:slug/accreditations/rules': { path: desk('/rules'), answers: office },
  'POST /:locale/events/:slug/accreditations/terms': { path: desk('/terms'), answers: office },
  'POST /:locale/events/:slug/accreditations/decisions': { path: desk('/decisions'), answers: office },
  'GET /:locale/events/:slug/accreditations/:registration': { path: desk(nowhere), answers: none },
  'GET /:locale/events/:slug/accreditations/:registration/proofs/:proof': {
    path: desk(`${nowhere}/proofs${nowhere}`),
    answers: none,
  },
  'POST /:locale/events/:slug/accreditations/:registration/decision': {
    path: desk(`${nowhere}/decision`),
    answers: none,
  },
  'POST /:locale/events/:slug/accreditations/:registration/requests': {
    path: desk(`${nowhere}/requests`),
    answers: none,
  },
  'POST /:locale/events/:slug/accreditations/:registration/standing': {
    path: desk(`${nowhere}/standing`),
    answers: none,
  },

  'GET /:locale/standing-accreditations': { answers: pressOffices },
  'GET /:locale/standing-accreditations/:standing/revocation': {
    path: () => `/en/standing-accreditations${nowhere}/revocation`,
    answers: noSuchStanding,
  },
  'POST /:locale/standing-accreditations/:standing/revocation': {
    path: () => `/en/standing-accreditations${nowhere}/revocation`,
    answers: noSuchStanding,
  },
}
