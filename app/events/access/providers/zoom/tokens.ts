import { z } from 'zod'
import type { Clock } from '../../../../platform/clock.ts'
import type { Failed } from '../provider.ts'
import { send } from './sending.ts'
import { missingScopes } from './scopes.ts'

export type ZoomAccount = { accountId: string; clientId: string; clientSecret: string }
export type ZoomDoor = {
  /** Where tokens are given: `https://zoom.us`, or the origin of the stand-in. */
  origin: string
  /** Milliseconds for one request. */
  timeout: number
  /** Only for the demonstration's stand-in, which lives on loopback. */
  allowPrivateAddresses: boolean
}
export type Token = { value: string; api: string }

const EARLY = 60_000

const answer = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  scope: z.string().default(''),
  api_url: z.string().optional(),
})

/** Gives the current token, and asks for one where there is none, or where the last was refused. */
export function tokenKeeper(account: ZoomAccount, door: ZoomDoor, clock: Clock) {
  let kept: (Token & { until: number }) | null = null
  let asking: Promise<Token | Failed> | null = null

  async function fresh(): Promise<Token | Failed> {
    const basic = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString('base64')
    const form = new URLSearchParams({ grant_type: 'account_credentials', account_id: account.accountId })
    const outcome = await send(door, clock, {
      method: 'POST',
      url: `${door.origin}/oauth/token`,
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    })
    // Here a refusal of any kind means that these credentials do not open this account.
    if ('failed' in outcome) return outcome.failed === 'refused' ? { ...outcome, failed: 'unauthorised' } : outcome
    const read = answer.safeParse(outcome.body)
    if (!read.success) return { failed: 'provider-error', detail: 'a token in a form we do not know', retryAt: null }
    const missing = missingScopes(read.data.scope)
    if (missing.length > 0)
      return { failed: 'unauthorised', detail: `scopes missing: ${missing.join(', ')}`, retryAt: null }
    const api = apiOf(read.data.api_url, door.origin)
    if (!api) return { failed: 'provider-error', detail: 'an address for calls that is not Zoom’s', retryAt: null }
    kept = { value: read.data.access_token, api, until: clock.now().getTime() + read.data.expires_in * 1000 - EARLY }
    return kept
  }

  return {
    async current(): Promise<Token | Failed> {
      if (kept && clock.now().getTime() < kept.until) return kept
      // Many who ask at once wait for one answer.
      asking ??= fresh().finally(() => {
        asking = null
      })
      return asking
    },
    forget(token: Token): void {
      if (kept?.value === token.value) kept = null
    },
  }
}

/** Calls go to Zoom's own hosts over https, or back to where the token came from; never to wherever an answer points. */
function apiOf(told: string | undefined, origin: string): string | null {
  const fallback = origin === 'https://zoom.us' ? 'https://api.zoom.us' : origin
  const url = URL.canParse(told ?? fallback) ? new URL(told ?? fallback) : null
  if (!url) return null
  const isZooms = url.protocol === 'https:' && (url.hostname === 'zoom.us' || url.hostname.endsWith('.zoom.us'))
  return isZooms || url.origin === origin ? `${url.origin}/v2` : null
}
