import type { Clock } from '../../../../platform/clock.ts'
import type { Failed } from '../provider.ts'

/** An answer that is no success, as Zoom gives it. */
export type ZoomAnswer = { status: number; code: number | null; message: string; retryAfter: string | null }

type Rule = { status?: number; code?: number; says?: RegExp; means: Failed['failed'] }

/** What an answer means for us; the first that fits. Codes are those of Zoom's reference of March 2024. */
const rules: readonly Rule[] = [
  { status: 429, says: /daily rate limit|GMT 00:00/i, means: 'daily-limit' },
  { status: 429, means: 'rate-limited' },
  { status: 401, means: 'unauthorised' },
  { code: 124, means: 'unauthorised' },
  { code: 4700, means: 'unauthorised' },
  { code: 4711, means: 'unauthorised' },
  // No webinar plan, or the host is not one of this account's.
  { code: 200, means: 'not-configured' },
  { code: 1010, means: 'not-configured' },
  { code: 1001, means: 'not-configured' },
  { code: 3027, means: 'host' },
  { code: 3035, means: 'full' },
  { code: 3043, means: 'full' },
  { code: 3000, says: /limit/i, means: 'full' },
  { code: 3001, means: 'not-found' },
  { status: 404, means: 'not-found' },
]

export function failureOf(answer: ZoomAnswer, clock: Clock): Failed {
  const rule = rules.find(
    ({ status, code, says }) =>
      (status === undefined || status === answer.status) &&
      (code === undefined || code === answer.code) &&
      (says === undefined || says.test(answer.message)),
  )
  const failed = rule?.means ?? (answer.status >= 500 ? 'provider-error' : 'refused')
  const detail = `HTTP ${answer.status}${answer.code === null ? '' : `, ${answer.code}`}: ${answer.message}`
  return { failed, detail, retryAt: retryOf(failed, answer.retryAfter, clock.now()) }
}

/** Daily limits end at midnight UTC, whatever the header says of seconds. */
function retryOf(failed: Failed['failed'], retryAfter: string | null, now: Date): Date | null {
  if (failed === 'daily-limit') return nextUtcMidnight(now)
  if (!retryAfter) return null
  const at = /^\d{1,6}$/.test(retryAfter) ? now.getTime() + Number(retryAfter) * 1000 : Date.parse(retryAfter)
  return Number.isNaN(at) ? null : new Date(at)
}

export function nextUtcMidnight(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))
}
