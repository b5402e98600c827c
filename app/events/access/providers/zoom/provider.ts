import type { z } from 'zod'
import type { Clock } from '../../../../platform/clock.ts'
import type { Attended, Failed, Guest, Listed, Place, Provider } from '../provider.ts'
import * as answers from './answers.ts'
import { type Ask, zoomClient } from './client.ts'
import { webinarOf } from './room.ts'
import type { ZoomAccount, ZoomDoor } from './tokens.ts'
import { readZoomWebhook } from './webhooks.ts'

export type ZoomSettings = ZoomAccount &
  Partial<ZoomDoor> & {
    /** Who hosts the webinars: a user's address or id; `me` is the owner of the credentials. */
    host?: string
    webhookSecret?: string | undefined
  }

/** As many as one batch takes. */
const BATCH = 30

/** Zoom Webinars. Registrants are known by their address, so that granting again gives the same place. */
export function zoomProvider(settings: ZoomSettings, clock: Clock): Provider {
  const { accountId, clientId, clientSecret, host = 'me', webhookSecret } = settings
  const door = { origin: 'https://zoom.us', timeout: 10_000, allowPrivateAddresses: false, ...settings }
  const ask = zoomClient({ accountId, clientId, clientSecret }, door, clock)
  return {
    createRoom: async (plan) => {
      const known = await roomByPage(ask, host, plan.page)
      if (known) return known
      const made = await read(
        ask('POST', `/users/${encodeURIComponent(host)}/webinars`, webinarOf(plan)),
        answers.webinarAnswer,
      )
      return 'failed' in made ? made : { ref: made.id }
    },
    updateRoom: async (ref, plan) => done(await ask('PATCH', `/webinars/${ref}`, webinarOf(plan)), { updated: true }),
    endRoom: async (ref) => {
      const outcome = await ask('DELETE', `/webinars/${ref}`)
      // One that is running cannot be deleted: it is ended.
      if (isRefused(outcome, 3002))
        return done(await ask('PUT', `/webinars/${ref}/status`, { action: 'end' }), { ended: true })
      return isNotFound(outcome) ? { ended: true } : done(outcome, { ended: true })
    },
    grant: (ref, guest) => (guest.role === 'panelist' ? addPanelist(ask, ref, guest) : addRegistrant(ask, ref, guest)),
    grantMany: (ref, guests) => addMany(ask, ref, guests),
    revoke: (ref, place) => revoke(ask, ref, place),
    list: async (ref) => {
      const lists: Listed[] = []
      for (const status of ['approved', 'pending', 'denied'] as const) {
        const found = await registrants(ask, ref, status)
        if ('failed' in found) return found
        lists.push(...found)
      }
      const speakers = await panelists(ask, ref)
      return 'failed' in speakers ? speakers : [...lists, ...speakers]
    },
    listAttendance: (ref) => attendance(ask, ref),
    readWebhook: (letter) =>
      webhookSecret ? readZoomWebhook(letter, webhookSecret, clock.now()) : { kind: 'refused', why: 'not-configured' },
  }
}

/** What a room made before a cut, of which we never heard, is found by. */
async function roomByPage(ask: Ask, host: string, page: string): Promise<{ ref: string } | Failed | null> {
  for (let token = ''; ;) {
    const query = new URLSearchParams({ type: 'upcoming', page_size: '300', ...(token && { next_page_token: token }) })
    const found = await read(ask('GET', `/users/${encodeURIComponent(host)}/webinars?${query}`), answers.webinarList)
    if ('failed' in found) return found
    const mine = found.webinars.find(({ agenda }) => agenda === page)
    if (mine) return { ref: mine.id }
    token = found.next_page_token ?? ''
    if (!token) return null
  }
}

async function addRegistrant(ask: Ask, ref: string, guest: Guest): Promise<Place | Failed> {
  const added = await read(
    ask('POST', `/webinars/${ref}/registrants`, {
      // Zoom wants a first name, of 64 letters at most; somebody may have one name only.
      first_name: (guest.givenName || guest.familyName).slice(0, 64),
      ...(guest.givenName && { last_name: guest.familyName.slice(0, 64) }),
      email: guest.address,
      ...(guest.affiliation && { org: guest.affiliation.slice(0, 128) }),
      language: languageOf(guest.locale),
      auto_approve: true,
    }),
    answers.registrantAnswer,
  )
  if ('failed' in added) return added
  const status = added.status ?? (await statusOf(ask, ref, guest.address))
  if (typeof status === 'object') return status
  if (status === 'approved' && added.join_url) return { ref: added.registrant_id, link: added.join_url }
  return readmit(ask, ref, guest, { id: added.registrant_id, status })
}

/** Known there, and not approved: pending is approved; denied cannot be, and is taken away so that the next try adds them anew. */
async function readmit(
  ask: Ask,
  ref: string,
  guest: Guest,
  at: { id: string; status: string },
): Promise<Place | Failed> {
  if (at.status === 'denied') {
    const gone = await ask('DELETE', `/webinars/${ref}/registrants/${encodeURIComponent(at.id)}`)
    if ('failed' in gone && !isNotFound(gone)) return gone
    return { failed: 'refused', detail: 'was denied there; is added anew with the next try', retryAt: null }
  }
  const approved = await ask('PUT', `/webinars/${ref}/registrants/status`, {
    action: 'approve',
    registrants: [{ id: at.id, email: guest.address }],
  })
  if ('failed' in approved) return approved
  return (await placeOf(ask, ref, guest.address)) ?? noLink
}

const noLink: Failed = { failed: 'provider-error', detail: 'approved, and no link came with it', retryAt: null }

async function placeOf(ask: Ask, ref: string, address: string): Promise<Place | Failed | null> {
  const found = await registrants(ask, ref, 'approved')
  if ('failed' in found) return found
  const mine = found.find((one) => sameAddress(one.address, address))
  return mine?.link ? { ref: mine.ref, link: mine.link } : null
}

async function statusOf(ask: Ask, ref: string, address: string): Promise<Listed['status'] | Failed> {
  for (const status of ['approved', 'pending', 'denied'] as const) {
    const found = await registrants(ask, ref, status)
    if ('failed' in found) return found
    if (found.some((one) => sameAddress(one.address, address))) return status
  }
  return 'pending'
}

/** Many at once, by the heavy call. Answers by address; whoever is missing from it was not let in by this call. */
async function addMany(ask: Ask, ref: string, guests: readonly Guest[]): Promise<Map<string, Place> | Failed> {
  const places = new Map<string, Place>()
  for (let from = 0; from < guests.length; from += BATCH) {
    const added = await read(
      ask('POST', `/webinars/${ref}/batch_registrants`, {
        auto_approve: true,
        registrants: guests.slice(from, from + BATCH).map((guest) => ({
          email: guest.address,
          first_name: (guest.givenName || guest.familyName).slice(0, 64),
          ...(guest.givenName && { last_name: guest.familyName.slice(0, 64) }),
        })),
      }),
      answers.batchAnswer,
    )
    // What was done before stays known.
    if ('failed' in added) return places.size > 0 ? places : added
    const approved = await registrants(ask, ref, 'approved')
    if ('failed' in approved) return places.size > 0 ? places : approved
    for (const one of approved) if (one.link) places.set(one.address.toLowerCase(), { ref: one.ref, link: one.link })
  }
  return places
}

/** The answer to adding a panelist holds no link: they are listed again. Panelists are known by their address, too. */
async function addPanelist(ask: Ask, ref: string, guest: Guest): Promise<Place | Failed> {
  const before = await panelists(ask, ref)
  if ('failed' in before) return before
  const mine = (list: Listed[]) => list.find((one) => sameAddress(one.address, guest.address))
  const known = mine(before)
  if (known?.link) return { ref: known.ref, link: known.link }
  const name = [guest.givenName, guest.familyName].filter(Boolean).join(' ')
  const added = await ask('POST', `/webinars/${ref}/panelists`, { panelists: [{ name, email: guest.address }] })
  if ('failed' in added) return added
  const after = await panelists(ask, ref)
  if ('failed' in after) return after
  const found = mine(after)
  return found?.link ? { ref: found.ref, link: found.link } : noLink
}

async function revoke(ask: Ask, ref: string, place: { ref: string; address: string; role: Guest['role'] }) {
  const outcome =
    place.role === 'panelist'
      ? await ask('DELETE', `/webinars/${ref}/panelists/${encodeURIComponent(place.ref)}`)
      : await ask('PUT', `/webinars/${ref}/registrants/status`, {
          action: 'deny',
          registrants: [{ id: place.ref, email: place.address }],
        })
  return isNotFound(outcome) ? { revoked: true as const } : done(outcome, { revoked: true as const })
}

async function registrants(ask: Ask, ref: string, status: Listed['status']): Promise<Listed[] | Failed> {
  const all: Listed[] = []
  for (let token = ''; ;) {
    const query = new URLSearchParams({ status, page_size: '300', ...(token && { next_page_token: token }) })
    const found = await read(ask('GET', `/webinars/${ref}/registrants?${query}`), answers.registrantList)
    if ('failed' in found) return found
    for (const { id, email, join_url } of found.registrants)
      all.push({ ref: id, address: email, link: status === 'approved' ? (join_url ?? null) : null, status })
    token = found.next_page_token ?? ''
    if (!token) return all
  }
}

async function panelists(ask: Ask, ref: string): Promise<Listed[] | Failed> {
  const found = await read(ask('GET', `/webinars/${ref}/panelists`), answers.panelistList)
  if ('failed' in found) return found
  return found.panelists.map(({ id, email, join_url }) => ({
    ref: id,
    address: email,
    link: join_url ?? null,
    status: 'approved',
  }))
}

/** Who came, as the report says it once the webinar is over. */
async function attendance(ask: Ask, ref: string): Promise<Attended[] | Failed> {
  const all: Attended[] = []
  for (let token = ''; ;) {
    const query = new URLSearchParams({ page_size: '300', ...(token && { next_page_token: token }) })
    const found = await read(ask('GET', `/past_webinars/${ref}/participants?${query}`), answers.participantList)
    if ('failed' in found) return found
    for (const one of found.participants)
      all.push({
        ref: one.registrant_id || null,
        address: one.user_email || null,
        joinedAt: new Date(one.join_time),
        leftAt: one.leave_time ? new Date(one.leave_time) : null,
      })
    token = found.next_page_token ?? ''
    if (!token) return all
  }
}

async function read<Shape extends z.ZodType>(asked: ReturnType<Ask>, shape: Shape): Promise<z.output<Shape> | Failed> {
  const outcome = await asked
  if ('failed' in outcome) return outcome
  const found = shape.safeParse(outcome.body)
  return found.success
    ? found.data
    : { failed: 'provider-error', detail: 'an answer in a form we do not know', retryAt: null }
}

const done = <Done extends object>(outcome: { body: unknown } | Failed, yes: Done): Done | Failed =>
  'failed' in outcome ? outcome : yes

const isNotFound = (outcome: { body: unknown } | Failed): boolean =>
  'failed' in outcome && outcome.failed === 'not-found'

const isRefused = (outcome: { body: unknown } | Failed, code: number): boolean =>
  'failed' in outcome && outcome.detail.includes(`, ${code}:`)

const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Zoom's own spelling of languages. */
const languageOf = (locale: Guest['locale']): string =>
  ({ en: 'en-US', ja: 'jp-JP', fr: 'fr-FR', de: 'de-DE', it: 'it-IT' })[locale]
