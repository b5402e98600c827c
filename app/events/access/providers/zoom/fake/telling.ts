import type { World } from './world.ts'

/** Puts an event in the queue of everybody who subscribed; it goes out with the next delivery. */
export function tell(world: World, event: string, object: Record<string, unknown>): void {
  const now = world.clock.now()
  const payload = { account_id: world.account.accountId, object }
  const body = JSON.stringify({ event, event_ts: now.getTime(), payload })
  for (const url of world.subscriptions) world.queue.push({ url, body, due: now, tries: 0 })
}
