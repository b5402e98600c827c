import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../../../platform/clock.ts'

/** What the stand-in knows. Everything in it can be looked at by tests; nothing is kept when it stops. */
export type World = {
  clock: Clock
  account: { accountId: string; clientId: string; clientSecret: string; webhookSecret: string; scope: string }
  rules: Rules
  hosts: Map<string, { id: string; address: string; hasWebinarPlan: boolean }>
  webinars: Map<string, Webinar>
  tokens: Map<string, { until: number }>
  counters: Map<string, number>
  subscriptions: string[]
  faults: Fault[]
  queue: Delivery[]
  /** Each call that was answered, in order: `POST /webinars/:id/registrants 201`. */
  calls: string[]
  sequence: number
  origin: string
}

/** Where Zoom's own behaviour is not settled by any source, the stand-in can be told to behave either way. */
export type Rules = {
  /** Seconds that a token lives. */
  tokenSeconds: number
  /** Whether a pending registrant's answer holds a link (that leads nowhere). */
  pendingHasLink: boolean
  /** Whether answers to registrations hold the status, as since September 2026. */
  answersStatus: boolean
  /** Whether the three a day count for an address across webinars (as users report) or for each webinar (as the reference says). */
  dailyAcrossWebinars: boolean
  /** Requests a second: light, medium, heavy. */
  perSecond: { LIGHT: number; MEDIUM: number; HEAVY: number }
  capacity: number
}

export const usualRules: Rules = {
  tokenSeconds: 3600,
  pendingHasLink: true,
  answersStatus: true,
  dailyAcrossWebinars: true,
  perSecond: { LIGHT: 80, MEDIUM: 60, HEAVY: 40 },
  capacity: 500,
}

export type Webinar = {
  id: number
  uuid: string
  hostId: string
  topic: string
  agenda: string
  type: number
  startTime: string
  duration: number
  timezone: string
  createdAt: Date
  settings: Record<string, unknown>
  standing: 'waiting' | 'started' | 'ended'
  registrants: Map<string, Registrant>
  panelists: Map<string, { id: string; name: string; address: string; token: string }>
  visits: Visit[]
}

export type Registrant = {
  id: string
  address: string
  firstName: string
  lastName: string
  status: 'approved' | 'pending' | 'denied'
  token: string
  createdAt: Date
}

export type Visit = { ref: string; name: string; address: string; userId: string; joined: Date; left: Date | null }

/** Goes wrong once, for the next call that fits. */
export type Fault = {
  /** Fits calls whose `METHOD /path` holds this; every call when absent. */
  on?: string
  what:
    | { status: 429; retryAfter?: string }
    /** The work is done, and the answer is lost on the way. */
    | { status: 500 | 502 | 503; afterTheWork?: boolean }
    /** Never answers; the work is done where it says so. */
    | { silence: true; afterTheWork?: boolean }
    | { status: 401 }
}

export type Delivery = { url: string; body: string; due: Date; tries: number }

export const opaque = (bytes = 12): string => randomBytes(bytes).toString('base64url')

/** Hosts and panelists are at home everywhere; everybody else's address is theirs in small letters. */
export const keyOf = (address: string): string => address.trim().toLowerCase()

export const joinLink = (world: World, webinar: Webinar, token: string): string =>
  `${world.origin}/w/${webinar.id}?tk=${token}`

export const utcDay = (world: World): string => world.clock.now().toISOString().slice(0, 10)
