import { lookup } from 'node:dns/promises'
import { z } from 'zod'
import type { Clock } from '../../../../platform/clock.ts'
import { isPrivate } from '../../../../signatures/timestamp/http.ts'
import type { Failed } from '../provider.ts'
import { failureOf } from './errors.ts'
import type { ZoomDoor } from './tokens.ts'

export type Sent = { body: unknown; trackingId: string | null }

type Letter = { method: string; url: string; headers: Record<string, string>; body?: string }

const refusal = z.object({ code: z.number().optional(), message: z.string().optional(), reason: z.string().optional() })

/** One request and its answer; redirects are not followed. What goes wrong on the way is data. */
export async function send(door: ZoomDoor, clock: Clock, letter: Letter): Promise<Sent | Failed> {
  const { hostname } = new URL(letter.url)
  if (!door.allowPrivateAddresses && (await leadsInside(hostname)))
    return { failed: 'unreachable', detail: 'a private address', retryAt: null }
  try {
    const response = await fetch(letter.url, {
      method: letter.method,
      headers: letter.headers,
      ...(letter.body === undefined ? {} : { body: letter.body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(door.timeout),
    })
    const text = await response.text()
    const body = parsed(text)
    if (response.ok) return { body, trackingId: response.headers.get('x-zm-trackingid') }
    const told = refusal.safeParse(body).data
    const retryAfter = response.headers.get('retry-after')
    const message = told?.message ?? told?.reason ?? text.slice(0, 200)
    return failureOf({ status: response.status, code: told?.code ?? null, message, retryAfter }, clock)
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError'
    // What fetch throws says only that it failed; why is in its cause.
    const why = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const detail = why instanceof Error ? why.message : 'no answer'
    return { failed: isLate ? 'timeout' : 'unreachable', detail, retryAt: null }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function leadsInside(hostname: string): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isPrivate(host)) return true
  try {
    return (await lookup(host, { all: true })).some(({ address }) => isPrivate(address))
  } catch {
    // An unknown name: the request itself says so.
    return false
  }
}
