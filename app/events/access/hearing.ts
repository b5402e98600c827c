import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { noteMark } from './attending.ts'
import type { WebhookLetter, WebhookReading } from './providers/provider.ts'

type Happening = Extract<WebhookReading, { kind: 'happening' }>
export type Heard = { heard: true } | { answer: Record<string, string> } | { refused: 'unknown' | 'unbelieved' }

/** A message from a provider. Believed by its signature alone; told again it changes nothing. */
export async function hearProvider(services: Services, letter: WebhookLetter): Promise<Heard> {
  const reading = services.webinars?.readWebhook(letter) ?? { kind: 'refused', why: 'not-configured' as const }
  if (reading.kind === 'challenge') return { answer: reading.answer }
  if (reading.kind === 'refused') {
    services.log('webhook-refused', { why: reading.why })
    return { refused: reading.why === 'not-configured' ? 'unknown' : 'unbelieved' }
  }
  await keep(services, reading)
  return { heard: true }
}

const keep = (services: Services, { digest, event, at, mark }: Happening): Promise<void> =>
  transaction(services.database.db, async (tx) => {
    const first = await tx
      .insertInto('webhook_receipt')
      .values({ sha256: digest, event, event_at: at, received_at: services.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('sha256')
      .execute()
    if (first.length === 0 || !mark) return
    const room = await tx.selectFrom('access_room').select('event_id').where('ref', '=', mark.room).executeTakeFirst()
    // A webinar of the same account that is none of ours.
    if (room) await noteMark(tx, room.event_id, mark)
  })
