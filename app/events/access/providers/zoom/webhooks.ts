import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { WebhookLetter, WebhookReading } from '../provider.ts'
import { zoomId } from './answers.ts'

/** How far the time in the header may be from ours, in milliseconds. */
const LEEWAY = 5 * 60_000

const validation = z.object({
  event: z.literal('endpoint.url_validation'),
  payload: z.object({ plainToken: z.string().min(1).max(200) }),
})

const happening = z.object({
  event: z.string().max(100),
  event_ts: z.number().int().positive(),
  payload: z.object({
    object: z.object({
      id: zoomId.optional(),
      participant: z
        .object({
          registrant_id: z.string().nullish(),
          email: z.string().nullish(),
          join_time: z.string().nullish(),
          leave_time: z.string().nullish(),
        })
        .optional(),
    }),
  }),
})

/** `v0=` and the HMAC of what was sent, byte for byte. */
export function zoomSignature(secret: string, seconds: string, body: Uint8Array): string {
  const hmac = createHmac('sha256', secret).update(`v0:${seconds}:`).update(body)
  return `v0=${hmac.digest('hex')}`
}

/** Reads what claims to come from Zoom: the bytes as they came, never what a parser made of them. */
export function readZoomWebhook(letter: WebhookLetter, secret: string, now: Date): WebhookReading {
  const seconds = letter.header('x-zm-request-timestamp') ?? ''
  if (!/^\d{1,12}$/.test(seconds)) return { kind: 'refused', why: 'unsigned' }
  const given = Buffer.from(letter.header('x-zm-signature') ?? '')
  const right = Buffer.from(zoomSignature(secret, seconds, letter.body))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { kind: 'refused', why: 'forged' }
  if (Math.abs(now.getTime() - Number(seconds) * 1000) > LEEWAY) return { kind: 'refused', why: 'stale' }
  const parsed = parse(letter.body)
  const asked = validation.safeParse(parsed)
  if (asked.success) {
    const { plainToken } = asked.data.payload
    const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex')
    return { kind: 'challenge', answer: { plainToken, encryptedToken } }
  }
  const told = happening.safeParse(parsed)
  if (!told.success) return { kind: 'refused', why: 'unreadable' }
  return readHappening(told.data, new Uint8Array(createHash('sha256').update(letter.body).digest()))
}

function readHappening(told: z.output<typeof happening>, digest: Uint8Array): WebhookReading {
  const { event, event_ts, payload } = told
  const { id, participant } = payload.object
  const receipt = { digest, event, at: new Date(event_ts) }
  const came = event === 'webinar.participant_joined'
  if (!id || !participant || !(came || event === 'webinar.participant_left'))
    return { kind: 'happening', ...receipt, mark: null }
  const own = Date.parse((came ? participant.join_time : participant.leave_time) ?? '')
  const mark = {
    room: id,
    ref: participant.registrant_id || null,
    address: participant.email || null,
    came,
    at: Number.isNaN(own) ? receipt.at : new Date(own),
  }
  return { kind: 'happening', ...receipt, mark }
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
}
