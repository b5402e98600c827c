import { admitPerson } from '../../app/accounts/admitting.ts'
import { planCeremony } from '../../app/ceremonies/planning.ts'
import { planFor, shortRun } from '../../app/ceremonies/testing/ceremony.ts'
import { json } from '../../app/platform/db/values.ts'
import { newId } from '../../app/platform/ids.ts'
import { unique } from '../factories/people.ts'
import { everybody, only, type Permissions } from './rows.ts'
import type { World } from './world.ts'

/** A published ceremony that ours leads and theirs hosts with it; one for all doors, as nobody gets further than a refused form. */
const ceremonies = new WeakMap<World, Promise<string>>()

const ceremony =
  (below = '') =>
  async (world: World): Promise<string> => {
    const slug = ceremonies.get(world) ?? makeCeremony(world)
    ceremonies.set(world, slug)
    return `/en/ceremonies/${await slug}${below}`
  }

async function makeCeremony({ at, ours, theirs, people }: World): Promise<string> {
  const [id, slug, now] = [newId(), `doors-${unique()}`, new Date('2022-03-01T00:00:00Z')]
  await at.db
    .insertInto('event')
    .values({
      id,
      slug,
      kind: 'signing-ceremony',
      title: json({ original: 'en' as const, text: { en: 'A ceremony of doors' } }),
      subtitle: null,
      description: null,
      zone: 'Asia/Tokyo',
      begins_at: new Date('2022-03-22T08:00:00Z'),
      ends_at: new Date('2022-03-22T08:40:00Z'),
      venue: json({ kind: 'online' as const, provider: 'link' as const }),
      languages: json(['en' as const]),
      interpretation: json([]),
      lead_organisation_id: ours.id,
      agreement_id: null,
      demonstration: false,
      created_by: null,
      created_at: now,
    })
    .execute()
  await at.db.insertInto('event_host').values({ event_id: id, organisation_id: theirs.id, position: 1 }).execute()
  await at.db.insertInto('event_publication').values({ event_id: id, published_by: null, published_at: now }).execute()
  const scope = await admitPerson(at.db, people.coordinator.id, { via: 'session', tokenScopes: null })
  if (!scope) throw new Error('The coordinator was made with the world')
  const planned = await planCeremony(at.services, scope, id, planFor(shortRun))
  if ('refused' in planned) throw new Error(`No ceremony: ${planned.refused}`)
  return slug
}

/** Whoever organises at the leading organisation or at a host runs the ceremony while nobody else is named. */
const crew = only(['manager', 'coordinator', 'partner-manager'], 'forbidden', { anonymous: 'sign-in' })

const act = (below: string) => ({ path: ceremony(`/cues/${below}`), answers: crew })
const strangers = { ...everybody('forbidden'), anonymous: 'sign-in' as const }
const nobody = newId()
const questions = 'POST /:locale/ceremonies/:slug/questions/:question'
const cues = 'POST /:locale/ceremonies/:slug/cues'

/** The stream is for browsers and names no language. */
const stream = async (world: World) => `${(await ceremony()(world)).replace('/en/', '/')}/board/stream`

export const ceremonyPermissions: Permissions = {
  'GET /ceremonies/:slug/board/stream': { path: stream, answers: everybody('open') },
  'GET /:locale/ceremonies/:slug': { path: ceremony(), answers: everybody('open') },
  'GET /:locale/ceremonies/:slug/stage': { path: ceremony('/stage'), answers: everybody('open') },
  'GET /:locale/ceremonies/:slug/cues': { path: ceremony('/cues'), answers: crew },
  // An empty form moves nothing: it comes back to be corrected.
  [`${cues}/stage`]: act('stage'),
  [`${cues}/stage-end`]: act('stage-end'),
  [`${cues}/end`]: act('end'),
  [`${cues}/pause`]: act('pause'),
  [`${cues}/resumption`]: act('resumption'),
  [`${cues}/abort`]: act('abort'),
  [`${cues}/undoing`]: act('undoing'),
  [`${cues}/questions`]: act('questions'),
  [`${cues}/signatories/:signatory/prevented`]: act(`signatories/${nobody}/prevented`),
  [`${cues}/signatories/:signatory/awaited`]: act(`signatories/${nobody}/awaited`),
  'GET /:locale/ceremonies/:slug/record': { path: ceremony('/record'), answers: everybody('open') },
  'GET /:locale/ceremonies/:slug/questions': { path: ceremony('/questions'), answers: crew },
  'GET /:locale/ceremonies/:slug/interpreter': { path: ceremony('/interpreter'), answers: crew },
  [`${questions}/state`]: { path: ceremony(`/questions/${nobody}/state`), answers: crew },
  [`${questions}/answers`]: { path: ceremony(`/questions/${nobody}/answers`), answers: crew },
  [`${questions}/translation`]: { path: ceremony(`/questions/${nobody}/translation`), answers: crew },
  'GET /:locale/ceremonies/:slug/plan': { path: ceremony('/plan'), answers: crew },
  'POST /:locale/ceremonies/:slug/plan': { path: ceremony('/plan'), answers: crew },
  // Nobody of this world signs at it.
  'GET /:locale/ceremonies/:slug/signatory': { path: ceremony('/signatory'), answers: strangers },
  'POST /:locale/ceremonies/:slug/signatory/ready': { path: ceremony('/signatory/ready'), answers: strangers },
  'POST /:locale/ceremonies/:slug/signatory/absence': { path: ceremony('/signatory/absence'), answers: strangers },
  'GET /:locale/ceremonies/:slug/press': { path: ceremony('/press'), answers: everybody('open') },
  // A role is no seat: only who opened a personal address may ask.
  'POST /:locale/ceremonies/:slug/press/questions': {
    path: ceremony('/press/questions'),
    answers: everybody('forbidden'),
  },
  'POST /:locale/ceremonies/:slug/press/questions/:question/withdrawal': {
    path: ceremony(`/press/questions/${nobody}/withdrawal`),
    answers: everybody('forbidden'),
  },
}
