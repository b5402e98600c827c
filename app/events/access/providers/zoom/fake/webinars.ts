import {
  type Answer,
  type Call,
  countToday,
  invalid,
  noWebinar,
  pageOf,
  refusal,
  textIn,
  tooManyToday,
} from './answering.ts'
import { tell } from './telling.ts'
import { joinLink, opaque, type Webinar, type World } from './world.ts'

const PER_HOST = 100

export function createWebinar(world: World, call: Call): Answer {
  const host = hostOf(world, call.params['userId'] ?? '')
  if (!host) return refusal(404, 1001, `User does not exist: ${call.params['userId']}.`)
  if (!host.hasWebinarPlan) return refusal(400, 200, 'Webinar plan is missing. You must subscribe to the webinar plan.')
  if (!countToday(world, `webinars ${host.id}`, PER_HOST))
    return tooManyToday(PER_HOST, 'Create/Update webinar API requests for the host')
  const wrong = wrongIn(call.body)
  if (wrong) return wrong
  const { body } = call
  const webinar: Webinar = {
    id: 81_000_000_000 + ++world.sequence,
    // A slash at the beginning happens, and has to be encoded twice in an address.
    uuid: `/${opaque(15)}==`,
    hostId: host.id,
    topic: textIn(body, 'topic') ?? '',
    agenda: textIn(body, 'agenda') ?? '',
    type: Number(body['type'] ?? 5),
    startTime: textIn(body, 'start_time') ?? '',
    duration: Number(body['duration'] ?? 60),
    timezone: textIn(body, 'timezone') ?? 'UTC',
    createdAt: world.clock.now(),
    settings: settingsOf(body),
    standing: 'waiting',
    registrants: new Map(),
    panelists: new Map(),
    visits: [],
  }
  // Recurring without a fixed time: the approval type is dropped without a word.
  if (webinar.type === 6) webinar.settings['approval_type'] = 2
  world.webinars.set(String(webinar.id), webinar)
  return { status: 201, body: shown(world, webinar, { start_url: `${world.origin}/s/${webinar.id}?zak=${opaque()}` }) }
}

export function listWebinars(world: World, call: Call): Answer {
  const host = hostOf(world, call.params['userId'] ?? '')
  if (!host) return refusal(404, 1001, `User does not exist: ${call.params['userId']}.`)
  const own = [...world.webinars.values()].filter((one) => one.hostId === host.id && one.standing !== 'ended')
  const paged = pageOf(own, call.query)
  if (!('page' in paged)) return paged
  const webinars = paged.page.map((one) => ({ ...shown(world, one), agenda: one.agenda.slice(0, 250) }))
  return { status: 200, body: { webinars, total_records: own.length, next_page_token: paged.next } }
}

export const readWebinar = (world: World, { params }: Call): Answer =>
  withWebinar(world, params['id'], (webinar) => ({ status: 200, body: shown(world, webinar) }))

export const updateWebinar = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    if (!countToday(world, `webinars ${webinar.hostId}`, PER_HOST))
      return tooManyToday(PER_HOST, 'Create/Update webinar API requests for the host')
    const wrong = wrongIn({ topic: webinar.topic, ...call.body })
    if (wrong) return wrong
    const { body } = call
    webinar.topic = textIn(body, 'topic') ?? webinar.topic
    webinar.agenda = textIn(body, 'agenda') ?? webinar.agenda
    webinar.startTime = textIn(body, 'start_time') ?? webinar.startTime
    webinar.timezone = textIn(body, 'timezone') ?? webinar.timezone
    webinar.duration = Number(body['duration'] ?? webinar.duration)
    webinar.settings = { ...webinar.settings, ...(call.body['settings'] as object | undefined) }
    return { status: 204 }
  })

export const deleteWebinar = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    if (webinar.standing === 'started')
      return refusal(400, 3002, 'Sorry, you cannot delete this webinar since it is in progress.')
    world.webinars.delete(String(webinar.id))
    return { status: 204 }
  })

export const setStatus = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    if (call.body['action'] !== 'end') return invalid('action', 'Invalid field.')
    if (webinar.standing !== 'started') return refusal(400, 3003, 'The webinar is not in progress.')
    endWebinar(world, webinar)
    return { status: 204 }
  })

export function beginWebinar(world: World, webinar: Webinar): void {
  webinar.standing = 'started'
  tell(world, 'webinar.started', { id: String(webinar.id), uuid: webinar.uuid, host_id: webinar.hostId })
}

export function endWebinar(world: World, webinar: Webinar): void {
  webinar.standing = 'ended'
  const end = world.clock.now()
  for (const visit of webinar.visits) visit.left ??= end
  tell(world, 'webinar.ended', { id: String(webinar.id), uuid: webinar.uuid, end_time: end.toISOString() })
}

export function withWebinar(world: World, id: string | undefined, act: (webinar: Webinar) => Answer): Answer {
  const webinar = world.webinars.get(id ?? '')
  return webinar ? act(webinar) : noWebinar(id ?? '')
}

/** The owner of the credentials is the first of the hosts. */
export const hostOf = (world: World, id: string) =>
  id === 'me'
    ? [...world.hosts.values()][0]
    : [...world.hosts.values()].find((one) => [one.id, one.address].includes(id))

function wrongIn(body: Record<string, unknown>): Answer | null {
  if (typeof body['topic'] !== 'string' || body['topic'] === '') return invalid('topic', 'The topic is required.')
  if (body['topic'].length > 200) return invalid('topic', 'The topic is too long.')
  if (body['type'] !== undefined && ![5, 6, 9].includes(Number(body['type']))) return invalid('type', 'Invalid field.')
  const start = body['start_time']
  if (start !== undefined && (typeof start !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/.test(start)))
    return invalid('start_time', 'Invalid field.')
  const password = body['password']
  if (password !== undefined && !/^[a-zA-Z0-9@\-_*!]{1,10}$/.test(textIn(body, 'password') ?? ''))
    return invalid('password', 'Invalid field.')
  return null
}

const settingsOf = (body: Record<string, unknown>): Record<string, unknown> => ({
  approval_type: 2,
  registrants_restrict_number: 0,
  ...(body['settings'] as object | undefined),
})

function shown(world: World, webinar: Webinar, more: Record<string, unknown> = {}) {
  return {
    id: webinar.id,
    uuid: webinar.uuid,
    host_id: webinar.hostId,
    host_email: world.hosts.get(webinar.hostId)?.address ?? '',
    topic: webinar.topic,
    type: webinar.type,
    start_time: webinar.startTime,
    duration: webinar.duration,
    timezone: webinar.timezone,
    agenda: webinar.agenda,
    created_at: webinar.createdAt.toISOString(),
    join_url: joinLink(world, webinar, ''),
    settings: webinar.settings,
    ...more,
  }
}
