import { expect, test } from 'vitest'
import { settableClock, systemClock } from '../../../../platform/clock.ts'
import contract from './contract.json' with { type: 'json' }
import { startZoomFake } from './fake/server.ts'
import type { ZoomSettings } from './provider.ts'

type Step = {
  name: string
  method: string
  path: string
  status: number
  body?: object
  /** What later steps call by a name. */
  keep?: Record<string, string>
  /** What must be as it was kept. */
  same?: Record<string, string>
  /** Kind of each field that we build on; others may be there. */
  answer?: Record<string, string>
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Walks the contract in order. @returns what was not as written, one line each. */
async function walk(settings: ZoomSettings, now: Date): Promise<string[]> {
  const origin = settings.origin ?? 'https://zoom.us'
  const basic = Buffer.from(`${settings.clientId}:${settings.clientSecret}`).toString('base64')
  const granted = await fetch(`${origin}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: settings.accountId }),
  })
  const token = (await granted.json()) as { access_token: string; api_url?: string }
  const names: Record<string, string> = {
    later: new Date(now.getTime() + 7 * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z'),
    address: `contract-${now.getTime()}@musubi.example`,
    speaker: `speaker-${now.getTime()}@musubi.example`,
  }
  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole)
  const wrong: string[] = []
  for (const step of contract as Step[]) {
    const response = await fetch(`${token.api_url ?? 'https://api.zoom.us'}/v2${filled(step.path)}`, {
      method: step.method,
      headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' },
      ...(step.body && { body: filled(JSON.stringify(step.body)) }),
    })
    const text = await response.text()
    const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>
    if (response.status !== step.status) wrong.push(`${step.name}: HTTP ${response.status} ${text.slice(0, 200)}`)
    for (const [field, kind] of Object.entries(step.answer ?? {}))
      if (kindOf(body[field]) !== kind) wrong.push(`${step.name}: ${field} is ${kindOf(body[field])}, not ${kind}`)
    for (const [name, field] of Object.entries(step.keep ?? {})) names[name] = textOf(body[field])
    for (const [name, field] of Object.entries(step.same ?? {}))
      if (names[name] !== body[field]) wrong.push(`${step.name}: ${field} is another one`)
  }
  return wrong
}

test('the stand-in keeps the contract', async () => {
  const clock = settableClock(new Date('2022-03-15T03:00:00Z'))
  const fake = await startZoomFake({ clock })
  expect(await walk(fake.settings, clock.now())).toEqual([])
  await fake.close()
})

const { ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET } = process.env
const hasAccount = ZOOM_ACCOUNT_ID && ZOOM_CLIENT_ID && ZOOM_CLIENT_SECRET

test.skipIf(!hasAccount)(
  'Zoom itself keeps the contract (skipped: no account is given in ZOOM_ACCOUNT_ID …)',
  { timeout: 60_000 },
  async () => {
    const account = {
      accountId: ZOOM_ACCOUNT_ID ?? '',
      clientId: ZOOM_CLIENT_ID ?? '',
      clientSecret: ZOOM_CLIENT_SECRET ?? '',
    }
    expect(await walk(account, systemClock.now())).toEqual([])
  },
)
