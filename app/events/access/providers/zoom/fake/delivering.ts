import { createHmac } from 'node:crypto'
import { opaque, type World } from './world.ts'

/** Zoom waits so long for an answer, and tries again so long after each failure; then the event is lost. */
const PATIENCE = 3000
const AGAIN = [5, 20, 60].map((minutes) => minutes * 60_000)

export type Mischief = { duplicates?: boolean; shuffled?: boolean }

/** Sends what is due. @returns how many were answered with 2xx. */
export async function deliverDue(world: World, mischief: Mischief = {}): Promise<number> {
  const now = world.clock.now()
  const due = world.queue.filter((one) => one.due <= now)
  world.queue = world.queue.filter((one) => one.due > now)
  const letters = mischief.duplicates ? due.flatMap((one) => [one, { ...one, tries: AGAIN.length }]) : due
  if (mischief.shuffled) letters.reverse()
  let taken = 0
  for (const letter of letters) {
    if (await post(world, letter.url, letter.body)) taken++
    else {
      const wait = AGAIN[letter.tries]
      if (wait !== undefined)
        world.queue.push({ ...letter, tries: letter.tries + 1, due: new Date(now.getTime() + wait) })
    }
  }
  return taken
}

/** Asks a new subscriber whether it holds the secret; only then does it get events. */
export async function subscribe(world: World, url: string): Promise<boolean> {
  const plainToken = opaque(16)
  const now = world.clock.now()
  const body = JSON.stringify({
    event: 'endpoint.url_validation',
    event_ts: now.getTime(),
    payload: { plainToken },
  })
  const answer = await ask(world, url, body)
  const told = answer?.ok ? ((await answer.json()) as { plainToken?: string; encryptedToken?: string }) : null
  const right = createHmac('sha256', world.account.webhookSecret).update(plainToken).digest('hex')
  const isRight = told?.plainToken === plainToken && told.encryptedToken === right
  if (isRight && !world.subscriptions.includes(url)) world.subscriptions.push(url)
  return isRight
}

async function post(world: World, url: string, body: string): Promise<boolean> {
  const answer = await ask(world, url, body)
  return answer?.ok ?? false
}

async function ask(world: World, url: string, body: string): Promise<Response | null> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed(world, body) },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    })
  } catch {
    return null
  }
}

/** The headers that prove where a body comes from. */
export function signed(world: World, body: string): Record<string, string> {
  const seconds = String(Math.floor(world.clock.now().getTime() / 1000))
  const hmac = createHmac('sha256', world.account.webhookSecret).update(`v0:${seconds}:${body}`)
  return { 'x-zm-request-timestamp': seconds, 'x-zm-signature': `v0=${hmac.digest('hex')}` }
}
