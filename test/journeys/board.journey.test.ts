import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginStage } from '../../app/ceremonies/beginning.ts'
import { landSignature, makeCeremony, type TestCeremony } from '../../app/ceremonies/testing/ceremony.ts'
import { markReady } from '../../app/ceremonies/readying.ts'
import { listen } from '../../app/http.ts'
import { root } from '../../app/main.ts'
import { readAssets } from '../../app/web/assets.ts'
import { freePort } from '../harness/freePort.ts'
import { type TestApplication, testApplication } from '../harness/application.ts'
import { openWindow } from './browser.ts'

let at: TestApplication
let origin: string
let door: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  at = await testApplication({ config: { port, origin } })
  at.services.assets = readAssets(root)
  door = await listen(at.services)
})
afterAll(() => door.close())

const begin = async (ceremony: TestCeremony, kind: string) =>
  beginStage(at.services, ceremony.operator, ceremony.eventId, {
    seen: (await ceremony.board()).seq,
    stageId: ceremony.stage[kind] ?? '',
  })

const visit = async (ceremony: TestCeremony, below = '', visitor: Parameters<typeof openWindow>[1] = {}) => {
  const window = await openWindow(origin, visitor)
  await window.page.goto(`/en/ceremonies/${ceremony.slug}${below}`)
  return window
}

/** Where the ceremony stands, as the page says it now. */
const shows = (page: Page, standing: string) =>
  page.locator('.board-standing [data-fact=standing]').filter({ hasText: standing, visible: true })

test('a viewer sees each signature land and the knot tied, is told each once, and loads nothing again', async () => {
  const ceremony = await makeCeremony(at)
  const { page, complaints } = await visit(ceremony)
  await page.evaluate(() => Object.assign(globalThis, { untouched: true }))
  const status = page.locator('[data-said-here]')
  expect(await page.locator('.run-own').first().textContent()).toBe('09:00 where you are')

  await begin(ceremony, 'signing')
  await page.getByText('Now: signing.').waitFor({ state: 'attached' })
  expect(await page.locator('.run-stage[data-state=now]').textContent()).toContain('Now')

  const { signatories } = await ceremony.board()
  await landSignature(at, ceremony, signatories[1]?.id ?? '')
  const plate = page.locator('.plate[data-state=signed]')
  await plate.waitFor()
  // What is hidden is not said.
  expect(await plate.innerText()).toMatch(/Signed/)
  expect(await plate.innerText()).not.toMatch(/Awaited/)
  expect(await status.textContent()).toContain('has signed: 1 of 2.')
  expect(await page.locator('.gathering').getAttribute('data-tie')).toBe('open')

  await landSignature(at, ceremony, signatories[0]?.id ?? '')
  await page.locator('.gathering[data-tie=tied]').waitFor()
  expect(await status.textContent()).toContain('The agreement is concluded.')
  expect(await page.locator('.tying-figure').textContent()).toBe('2 / 2')
  expect(await page.evaluate(() => 'untouched' in globalThis)).toBe(true)
  expect(complaints).toEqual([])
})

test('updates wait while the reader wishes, and a lost connection is told and made good', async () => {
  const ceremony = await makeCeremony(at)
  const { page, context } = await visit(ceremony)
  await page.getByRole('button', { name: 'Pause updates' }).click()
  const other = await visit(ceremony)
  await begin(ceremony, 'opening')
  await shows(other.page, 'Under way').waitFor()
  expect(await shows(page, 'Not begun yet').count()).toBe(1)
  await page.getByRole('button', { name: 'Resume updates' }).click()
  await shows(page, 'Under way').waitFor()

  await context.setOffline(true)
  await door.close()
  await page.getByText('The connection is lost.').waitFor()
  delete at.services.live
  door = await listen(at.services)
  await begin(ceremony, 'photo')
  await context.setOffline(false)
  await page.getByText('The connection is lost.').waitFor({ state: 'hidden' })
  await page.locator('.run-stage[data-state=now]').filter({ hasText: 'photo' }).waitFor()
})

test('an operator who is writing keeps their words and their place while the page changes around them', async () => {
  const ceremony = await makeCeremony(at)
  await begin(ceremony, 'opening')
  const window = await openWindow(origin)
  const [name = '', value = ''] = (await at.signIn(ceremony.alliance.lead.coordinator)).split('=')
  await window.context.addCookies([{ name, value, url: origin }])
  const { page } = window
  await page.goto(`/en/ceremonies/${ceremony.slug}/cues`)
  await page.locator('#pausing summary').click()
  const reason = page.locator('#pause-reason-en')
  await reason.fill('The sound')
  const { signatories } = await ceremony.board()
  await markReady(at.services, ceremony.operator, ceremony.eventId, { signatoryId: signatories[0]?.id ?? '' })
  await page.locator('[data-part=signatories]').getByText('Ready to sign').waitFor()
  expect(await reason.inputValue()).toBe('The sound')
  expect(await reason.evaluate((field) => field === document.activeElement)).toBe(true)
  await reason.press('Enter')
  await page.locator('.cue-now').getByText('Paused').waitFor()
  expect((await ceremony.board()).standingReason).toEqual({ original: 'en', text: { en: 'The sound' } })

  // A form that came back stands at the address it was sent to; the page around it goes on all the same.
  await page.locator('#doing-abort summary').click()
  await page.locator('#doing-abort button').click()
  await page.getByText('Tick the box if you mean it').first().waitFor()
  await markReady(at.services, ceremony.operator, ceremony.eventId, { signatoryId: signatories[1]?.id ?? '' })
  await page.locator('[data-part=signatories] li').nth(0).getByText('Ready to sign').waitFor()
  await page.locator('[data-part=signatories] li').nth(1).getByText('Ready to sign').waitFor()
})
