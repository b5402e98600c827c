/** One event of a stream of server-sent events (HTML, 9.2), its data as JSON. */
export const message = (event: string, id: number, data: unknown): Buffer =>
  Buffer.from(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`)

/** How long a browser waits before it asks again (milliseconds). */
export const retryAfter = (milliseconds: number): Buffer => Buffer.from(`retry: ${milliseconds}\n\n`)

/** A comment: says to proxies and phones that the line is alive. */
export const heartbeat = Buffer.from(':\n\n')

/** Not stored, not held back by proxies, not guessed at. */
export const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
} as const

/** The id that a browser heard last: it sends it by itself after a cut; a page that was made at some number may ask from there. */
export function lastHeard(header: string | undefined, since: string | null | undefined): number | null {
  const text = header ?? since ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
