import { getConnInfo } from '@hono/node-server/conninfo'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from '../platform/http/network.ts'
import type { Services, Web } from '../web/env.ts'
import { isSecure } from '../web/language.ts'

/** How often, in how many seconds. An office shares one address on the internet, so a connection may do more than a person. */
const limits = {
  'link-to-address': { points: 5, duration: 60 * 60 },
  'link-from-connection': { points: 60, duration: 60 * 60 },
  'passkey-from-connection': { points: 60, duration: 10 * 60 },
  // Addresses in mails that nobody was sent: somebody guesses.
  'profile-from-connection': { points: 60, duration: 10 * 60 },
  // Checking a signed file is work: a second or so of the processor.
  'check-from-connection': { points: 60, duration: 10 * 60 },
  // A newsroom or a university registers many people from one connection.
  'registration-from-connection': { points: 120, duration: 10 * 60 },
  // A busy office forwards a few dozen mails a day; a loop sends thousands.
  'mail-to-office': { points: 200, duration: 60 * 60 },
  'invitation-from-person': { points: 100, duration: 24 * 60 * 60 },
} as const
export type Limit = keyof typeof limits

const counters = new WeakMap<Services, Map<Limit, RateLimiterMemory>>()

/**
 * Counts one try. @returns null while it is within the limit, else how many minutes to wait. Counted in this process's memory:
 * several processes behind one address allow as many times more, and a restart forgets.
 */
export async function overLimit(services: Services, limit: Limit, key: string): Promise<number | null> {
  const own = counters.get(services) ?? new Map<Limit, RateLimiterMemory>()
  counters.set(services, own)
  const counter = own.get(limit) ?? new RateLimiterMemory(limits[limit])
  own.set(limit, counter)
  try {
    await counter.consume(key)
    return null
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    return Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 60_000)
  }
}

/**
 * Where a request comes from, for counting only. With an https origin a proxy stands in front (we speak no TLS): then it is the
 * last address in X-Forwarded-For, the one that proxy itself saw; whatever stands before it was written by the visitor.
 */
export function connectionOf(c: Web): string {
  // Without a server (tests call the application itself) there is no connection.
  const served = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  const seen = served ? (getConnInfo(c).remote.address ?? '') : ''
  const forwarded = isSecure(c) ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return networkOf(forwarded || seen)
}
