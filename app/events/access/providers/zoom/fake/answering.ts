import { utcDay, type World } from './world.ts'

/** What the stand-in says to one call. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> }

export type Call = {
  method: string
  path: string
  query: URLSearchParams
  body: Record<string, unknown>
  params: Record<string, string>
}

/** An error in Zoom's own form: the code is not the status. */
export const refusal = (
  status: number,
  code: number,
  message: string,
  errors?: { field: string; message: string }[],
): Answer => ({ status, body: { code, message, ...(errors ? { errors } : {}) } })

export const invalid = (field: string, message: string): Answer =>
  refusal(400, 300, 'Validation Failed.', [{ field, message }])

export const noWebinar = (id: string): Answer => refusal(404, 3001, `Webinar does not exist: ${id}.`)

/** Counts one more of something on this UTC day. @returns whether the limit still allowed it. */
export function countToday(world: World, what: string, limit: number): boolean {
  const key = `${utcDay(world)} ${what}`
  const count = (world.counters.get(key) ?? 0) + 1
  world.counters.set(key, count)
  return count <= limit
}

export const tooManyToday = (limit: number, what: string): Answer => ({
  status: 429,
  body: {
    code: 429,
    message: `You have exceeded the daily rate limit of (${limit}) for ${what}. You can resume these API requests at GMT 00:00:00.`,
  },
  headers: { 'x-ratelimit-limit': String(limit), 'x-ratelimit-category': 'Daily-limit' },
})

/** One page of a list; `size` at most 300. */
export function pageOf<Item>(items: readonly Item[], query: URLSearchParams): { page: Item[]; next: string } | Answer {
  const size = Number(query.get('page_size') ?? 30)
  if (!Number.isInteger(size) || size < 1 || size > 300) return invalid('page_size', 'The page size must be 1 to 300.')
  const from = Number(Buffer.from(query.get('next_page_token') ?? '', 'base64url').toString() || 0)
  const page = items.slice(from, from + size)
  const next = from + size < items.length ? Buffer.from(String(from + size)).toString('base64url') : ''
  return { page, next }
}

/** A text of a request's body; what is none counts as absent. */
export function textIn(body: Record<string, unknown>, field: string): string | undefined {
  const value = body[field]
  return typeof value === 'string' ? value : undefined
}
