import { type Answer, type Call, invalid } from './answering.ts'
import { withWebinar } from './webinars.ts'
import { joinLink, keyOf, opaque, type World } from './world.ts'

/** The answer holds no link: whoever wants it lists them again. */
export const addPanelists = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    const { panelists } = call.body
    if (!Array.isArray(panelists) || panelists.length === 0) return invalid('panelists', 'Invalid field.')
    for (const { name, email } of panelists as { name?: string; email?: string }[]) {
      if (!name || !email?.includes('@')) return invalid('panelists', 'Invalid field.')
      const key = keyOf(email)
      const id = webinar.panelists.get(key)?.id ?? opaque()
      webinar.panelists.set(key, { id, name, address: key, token: webinar.panelists.get(key)?.token ?? opaque(24) })
    }
    return { status: 201, body: { id: String(webinar.id), updated_at: world.clock.now().toISOString() } }
  })

export const listPanelists = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    const panelists = [...webinar.panelists.values()].map(({ id, name, address, token }) => ({
      id,
      name,
      email: address,
      join_url: joinLink(world, webinar, token),
    }))
    return { status: 200, body: { total_records: panelists.length, panelists } }
  })

export const deletePanelist = (world: World, call: Call): Answer =>
  withWebinar(world, call.params['id'], (webinar) => {
    const { panelistId } = call.params
    for (const [key, one] of webinar.panelists) if (!panelistId || one.id === panelistId) webinar.panelists.delete(key)
    return { status: 204 }
  })
