import { type Answer, type Call, pageOf, refusal } from './answering.ts'
import { tell } from './telling.ts'
import { withWebinar } from './webinars.ts'
import type { Registrant, Visit, Webinar, World } from './world.ts'

/** Who stands behind a link: a registrant who is approved, or a panelist. */
export function holderOf(webinar: Webinar, token: string): { ref: string; name: string; address: string } | null {
  const panelist = [...webinar.panelists.values()].find((one) => one.token === token)
  if (panelist) return { ref: panelist.id, name: panelist.name, address: panelist.address }
  const registrant = [...webinar.registrants.values()].find((one) => one.token === token && one.status === 'approved')
  return registrant ? { ref: registrant.id, name: nameOf(registrant), address: registrant.address } : null
}

/** Somebody comes in by their link. A second device with the same link puts the first one out. */
export function join(world: World, webinar: Webinar, token: string): Visit | null {
  const holder = holderOf(webinar, token)
  if (!holder) return null
  const now = world.clock.now()
  const inside = webinar.visits.find((visit) => visit.ref === holder.ref && !visit.left)
  if (inside) leave(world, webinar, inside)
  const visit: Visit = { ...holder, userId: String(16_778_240 + ++world.sequence), joined: now, left: null }
  webinar.visits.push(visit)
  tellOf(world, 'webinar.participant_joined', webinar, visit, { join_time: now.toISOString() })
  return visit
}

export function leave(world: World, webinar: Webinar, visit: Visit): void {
  if (visit.left) return
  visit.left = world.clock.now()
  tellOf(world, 'webinar.participant_left', webinar, visit, {
    leave_time: visit.left.toISOString(),
    leave_reason: 'left the webinar',
  })
}

export const listParticipants = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    if (webinar.standing !== 'ended') return refusal(404, 3001, 'Webinar has not ended.')
    const paged = pageOf(webinar.visits, call.query)
    if (!('page' in paged)) return paged
    const participants = paged.page.map((visit) => ({
      id: visit.ref,
      user_id: visit.userId,
      registrant_id: visit.ref,
      name: visit.name,
      user_email: visit.address,
      join_time: visit.joined.toISOString(),
      leave_time: visit.left?.toISOString(),
      duration: Math.round(((visit.left ?? visit.joined).getTime() - visit.joined.getTime()) / 1000),
    }))
    return { status: 200, body: { total_records: webinar.visits.length, next_page_token: paged.next, participants } }
  })

const nameOf = ({ firstName, lastName }: Registrant): string => [firstName, lastName].filter(Boolean).join(' ')

/** The registrant's id is in the reference and missing in practice now and then; so is the address. Here every third time. */
function tellOf(world: World, event: string, webinar: Webinar, visit: Visit, times: Record<string, string>): void {
  const isTerse = Number(visit.userId) % 3 === 0
  const participant = {
    user_id: visit.userId,
    user_name: visit.name,
    ...(isTerse ? { email: visit.address } : { email: '', registrant_id: visit.ref }),
    ...times,
  }
  // Here the webinar's id is a string.
  tell(world, event, { id: String(webinar.id), uuid: webinar.uuid, topic: webinar.topic, participant })
}
