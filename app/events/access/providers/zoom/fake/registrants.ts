import { type Answer, type Call, countToday, invalid, pageOf, refusal, textIn, tooManyToday } from './answering.ts'
import { tell } from './telling.ts'
import { withWebinar } from './webinars.ts'
import { joinLink, keyOf, opaque, type Registrant, type Webinar, type World } from './world.ts'

const ADDS = 3
const CHANGES = 10
const BATCH = 30

export const addRegistrant = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    const wrong = wrongIn(call.body)
    if (wrong) return wrong
    const address = keyOf(textIn(call.body, 'email') ?? '')
    const scope = world.rules.dailyAcrossWebinars ? '' : ` ${webinar.id}`
    // Counted before anything else is looked at: an attempt that is refused costs one, too.
    if (!countToday(world, `adds${scope} ${address}`, ADDS))
      return tooManyToday(ADDS, `Add a webinar registrant API requests for the registrant (${address})`)
    const outcome = take(world, webinar, call.body, call.body['auto_approve'] === true)
    if (!('token' in outcome)) return outcome
    const registrant = outcome
    return {
      status: 201,
      body: {
        id: webinar.id,
        registrant_id: registrant.id,
        topic: webinar.topic,
        start_time: webinar.startTime,
        ...linkOf(world, webinar, registrant),
        ...(world.rules.answersStatus && { status: registrant.status }),
      },
    }
  })

export const addBatch = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    if (webinar.type !== 5) return refusal(400, 300, 'This API only supports scheduled webinars.')
    const list = call.body['registrants']
    if (!Array.isArray(list) || list.length === 0) return invalid('registrants', 'Invalid field.')
    if (list.length > BATCH) return invalid('registrants', `At most ${BATCH} registrants can be added at once.`)
    const added: Record<string, unknown>[] = []
    for (const one of list as Record<string, unknown>[]) {
      const outcome = wrongIn(one) ?? take(world, webinar, one, call.body['auto_approve'] === true)
      if (!('token' in outcome)) return outcome
      const registrant = outcome
      added.push({
        email: registrant.address,
        registrant_id: registrant.id,
        join_url: joinLink(world, webinar, registrant.token),
      })
    }
    return { status: 201, body: { registrants: added } }
  })

/** Adds somebody, or finds who is there already: by address, whatever the letters' size. */
function take(
  world: World,
  webinar: Webinar,
  body: Record<string, unknown>,
  autoApprove: boolean,
): Registrant | Answer {
  const address = keyOf(textIn(body, 'email') ?? '')
  if (webinar.settings['approval_type'] === 2)
    return refusal(400, 3000, 'Registration has not been enabled for this webinar.')
  if (webinar.standing === 'ended') return refusal(400, 3038, 'Webinar is over, you can not register now.')
  if ([...world.hosts.values()].some((host) => keyOf(host.address) === address))
    return refusal(400, 3027, 'Host can not register.')
  const known = webinar.registrants.get(address)
  if (known) return known
  const taken = [...webinar.registrants.values()].filter(({ status }) => status !== 'denied').length
  const limit = Number(webinar.settings['registrants_restrict_number']) || world.rules.capacity
  if (taken >= limit) return refusal(400, 3035, 'Webinar has reached maximum attendee capacity.')
  // `auto_approve` counts only while approval is by hand; a page that leaked leaves strangers pending.
  const approvedByRule = webinar.settings['approval_type'] === 0
  const registrant: Registrant = {
    id: opaque(),
    address,
    firstName: textIn(body, 'first_name') ?? '',
    lastName: textIn(body, 'last_name') ?? '',
    status: approvedByRule || autoApprove ? 'approved' : 'pending',
    token: opaque(24),
    createdAt: world.clock.now(),
  }
  webinar.registrants.set(address, registrant)
  tellOf(world, 'webinar.registration_created', webinar, registrant)
  if (registrant.status === 'approved') tellOf(world, 'webinar.registration_approved', webinar, registrant)
  return registrant
}

export const listRegistrants = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    const status = call.query.get('status') ?? 'approved'
    if (!['approved', 'pending', 'denied'].includes(status)) return invalid('status', 'Invalid field.')
    const all = [...webinar.registrants.values()].filter((one) => one.status === status)
    const paged = pageOf(all, call.query)
    if (!('page' in paged)) return paged
    const registrants = paged.page.map((one) => ({
      id: one.id,
      email: one.address,
      first_name: one.firstName,
      last_name: one.lastName,
      status: one.status,
      create_time: one.createdAt.toISOString(),
      ...linkOf(world, webinar, one),
    }))
    const size = Number(call.query.get('page_size') ?? 30)
    return {
      status: 200,
      body: { page_size: size, total_records: all.length, next_page_token: paged.next, registrants },
    }
  })

/** Denied and cancelled are the same: the address cannot register again until it is deleted. Whoever is inside stays inside. */
export const changeStatus = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    const { action, registrants } = call.body
    if (!['approve', 'deny', 'cancel'].includes(textIn(call.body, 'action') ?? ''))
      return invalid('action', 'Invalid field.')
    if (!Array.isArray(registrants) || registrants.length === 0) return invalid('registrants', 'Invalid field.')
    for (const one of registrants as { id?: string; email?: string }[]) {
      const registrant = [...webinar.registrants.values()].find(
        ({ id, address }) => id === one.id || address === keyOf(one.email ?? ''),
      )
      if (!registrant) continue
      if (!countToday(world, `changes ${registrant.id}`, CHANGES))
        return tooManyToday(
          CHANGES,
          `Update webinar registrant’s status API requests for the registrant (${registrant.address})`,
        )
      if (action === 'approve') {
        if (registrant.status === 'pending') {
          registrant.status = 'approved'
          tellOf(world, 'webinar.registration_approved', webinar, registrant)
        }
        continue
      }
      registrant.status = 'denied'
      const event = action === 'deny' ? 'webinar.registration_denied' : 'webinar.registration_cancelled'
      tellOf(world, event, webinar, registrant)
    }
    return { status: 204 }
  })

export const readRegistrant = (world: World, call: Call): Answer =>
  withRegistrant(world, call, (webinar, one) => ({
    status: 200,
    body: {
      id: one.id,
      email: one.address,
      first_name: one.firstName,
      status: one.status,
      ...linkOf(world, webinar, one),
    },
  }))

export const deleteRegistrant = (world: World, call: Call): Answer =>
  withRegistrant(world, call, (webinar, one) => {
    webinar.registrants.delete(one.address)
    return { status: 204 }
  })

const withRegistrant = (world: World, call: Call, act: (webinar: Webinar, one: Registrant) => Answer): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    const one = [...webinar.registrants.values()].find(({ id }) => id === call.params['registrantId'])
    return one ? act(webinar, one) : refusal(404, 3001, `Registrant does not exist: ${call.params['registrantId']}.`)
  })

function wrongIn(body: Record<string, unknown>): Answer | null {
  const { email, first_name } = body
  if (typeof first_name !== 'string' || first_name === '' || first_name.length > 64)
    return invalid('first_name', 'Invalid field.')
  if (typeof email !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(email)) return invalid('email', 'Invalid field.')
  return null
}

function linkOf(world: World, webinar: Webinar, { status, token }: Registrant): { join_url?: string } {
  if (status === 'approved' || (status === 'pending' && world.rules.pendingHasLink))
    return { join_url: joinLink(world, webinar, token) }
  return {}
}

function tellOf(world: World, event: string, webinar: Webinar, one: Registrant): void {
  const { id, address, firstName, lastName, status } = one
  const registrant = { id, email: address, first_name: firstName, last_name: lastName, status }
  // Here the webinar's id is a number.
  tell(world, event, {
    id: webinar.id,
    uuid: webinar.uuid,
    registrant: { ...registrant, ...linkOf(world, webinar, one) },
  })
}
