import type { Clock } from '../../../../platform/clock.ts'
import type { Failed } from '../provider.ts'
import { send } from './sending.ts'
import { tokenKeeper, type ZoomAccount, type ZoomDoor } from './tokens.ts'

/** Asks Zoom for one thing: `ask('POST', '/webinars/1/registrants', {…})`. */
export type Ask = (method: string, path: string, body?: object) => Promise<{ body: unknown } | Failed>

/** Asks under a token that it keeps fresh; a token that is refused is replaced once, and the question asked again. */
export function zoomClient(account: ZoomAccount, door: ZoomDoor, clock: Clock): Ask {
  const tokens = tokenKeeper(account, door, clock)
  return async (method, path, body) => {
    for (let isAgain = false; ; isAgain = true) {
      const token = await tokens.current()
      if ('failed' in token) return token
      const outcome = await send(door, clock, {
        method,
        url: `${token.api}${path}`,
        headers: {
          authorization: `Bearer ${token.value}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const isStale = 'failed' in outcome && outcome.failed === 'unauthorised' && outcome.detail.startsWith('HTTP 401')
      if (!isStale) return outcome
      tokens.forget(token)
      if (isAgain) return outcome
    }
  }
}
