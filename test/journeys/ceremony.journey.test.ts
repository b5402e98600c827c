import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { prepareAfternoon } from '../../app/examples/afternoon/preparing.ts'
import { prepareRelease } from '../../app/examples/afternoon/releasing.ts'
import { root } from '../../app/main.ts'
import { act, consent } from './signingActs.ts'
import { accessible, enter, enterAs, fits, follow, linkIn, musubi, readMail } from './visiting.ts'

/** Presses the operator's one big button, which says what it will begin. */
const begin = (cues: Page, stage: string) => follow(cues.getByRole('button', { name: `Begin: ${stage}`, exact: true }))

/** Waits until the open page shows, without being loaded again, that so many have signed. */
const landed = (page: Page, count: number) =>
  page
    .locator(':is(.plate, .stage-plate)[data-state=signed]')
    .nth(count - 1)
    .waitFor()

test('five signatories, an operator, a journalist and a viewer go through the afternoon at once', async () => {
  const { services } = await musubi()
  const prepared = await prepareAfternoon(services, root)
  const { example, afternoon, loaded, planned } = prepared
  const lifts = { instant: '2022-03-22T08:40:00Z', zone: 'Asia/Tokyo' }
  const release = await prepareRelease(services, example, afternoon, loaded, planned, lifts)
  const here = `/ceremonies/${planned.slug}`

  const viewer = await enter({ locale: 'de', timeZone: 'Europe/Berlin', width: 390 })
  await viewer.goto(`/de${here}`)
  await viewer.evaluate(() => Object.assign(globalThis, { untouched: true }))
  const stage = await enter({ width: 1440 })
  await stage.goto(`/ja${here}/stage`)
  const cues = await enterAs('Demonstration coordinator, FBRI', { timeZone: 'Asia/Tokyo' })
  await cues.goto(`/en${here}/cues`)
  await accessible(cues)

  const journalist = await enter({ timeZone: 'Asia/Tokyo' })
  const personal = linkIn(await readMail('journalist.a@demo.example', 'event-access'))
  await journalist.goto(personal.replace('/ja/', '/en/'))
  await accessible(journalist)
  await follow(journalist.getByRole('button', { name: 'Show me the way in' }))
  await accessible(journalist)
  await follow(journalist.getByRole('link', { name: 'Rules, questions and materials for the press' }))
  await accessible(journalist)
  await journalist.getByRole('textbox').first().fill('What is the first thing you will do?')
  await follow(journalist.locator('form[action$="/press/questions"] button').first())

  for (const stageTitle of ['Connection check', 'Doors open', 'Opening', 'Addresses by both sides', 'Signing'])
    await begin(cues, stageTitle)
  expect((await viewer.request.get(`/en/releases/${release}`)).status()).toBe(404)
  await signAll(planned.agreementId, async (count) => {
    await landed(viewer, count)
    await landed(stage, count)
  })
  await viewer.locator('.gathering[data-tie=tied]').waitFor()
  // The release waits for the last signature, and then for nothing else.
  await (await musubi()).work()
  expect((await viewer.request.get(`/en/releases/${release}`)).status()).toBe(200)

  for (const stageTitle of ['Photograph', 'Closing', 'Questions']) await begin(cues, stageTitle)
  await follow(cues.getByRole('button', { name: 'Put to the panel' }).first())
  await viewer.getByText('What is the first thing you will do?').waitFor()
  expect(await viewer.evaluate(() => 'untouched' in globalThis)).toBe(true)
  await accessible(viewer)
  await fits(viewer)
  await accessible(cues)
})

/** Each in a browser of their own, in turn, while everybody watches. */
async function signAll(agreementId: string, seen: (count: number) => Promise<void>): Promise<void> {
  const inTurn = ['biopmed', 'biowin', 'life-science-nord', 'lyonbiopole', 'fbri']
  for (const [index, name] of inTurn.entries()) {
    const address = `signatory.${name}@demo.example`
    const page = await enter({ width: index % 2 === 0 ? 390 : 1280 })
    await page.goto(linkIn(await readMail(address, 'signing-invitation', agreementId)))
    await follow(page.locator('form[action*="/signing/"] button'))
    await consent(page, address, agreementId)
    await follow(act(page, 'signatures'))
    await page.waitForURL(/done=signed/)
    await seen(index + 1)
    await page.context().close()
  }
}
