import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { giveAuthenticator } from './authenticator.ts'
import type { Visitor } from './browser.ts'
import { prepareForSigning } from './screens.ts'
import { act, consent } from './signingActs.ts'
import { accessible, enter, fits, follow, linkIn, musubi, readMail } from './visiting.ts'

/** In their turn; each with the browser that such a person might have. */
const signatories: { address: string; visitor: Visitor; language: string }[] = [
  { address: 'signatory.biopmed@demo.example', language: 'it', visitor: { width: 390, timeZone: 'Europe/Rome' } },
  { address: 'signatory.biowin@demo.example', language: 'fr', visitor: { timeZone: 'Europe/Brussels' } },
  { address: 'signatory.life-science-nord@demo.example', language: 'de', visitor: { scheme: 'dark' } },
  { address: 'signatory.lyonbiopole@demo.example', language: 'fr', visitor: { script: false } },
  { address: 'signatory.fbri@demo.example', language: 'ja', visitor: { timeZone: 'Asia/Tokyo' } },
]

describe('the five signatories', () => {
  it('read, consent and sign, each in turn, until the cord is tied', async () => {
    const agreement = await prepareForSigning(await musubi())
    const host = await enter({ timeZone: 'Asia/Tokyo' })
    await signTooEarly(host, agreement)
    for (const { address, visitor, language } of signatories.slice(0, 4)) {
      const page = await enter(visitor)
      await page.goto(linkIn(await readMail(address, 'signing-invitation', agreement.id)))
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await accessible(page)
      await follow(page.locator('form[action*="/signing/"] button'))
      await consent(page, address, agreement.id)
      await accessible(page)
      await fits(page)
      // Impatient: the second press does no harm.
      await act(page, 'signatures').dblclick()
      // The second press may cut the first one's navigation short, which is no fault: what counts is where both end.
      await expect.poll(() => page.url(), { timeout: 30_000 }).toMatch(/done=signed/)
      await page.waitForLoadState()
      expect(await page.locator('svg.cord-tied, .cord-tied').count()).toBe(0)
      await accessible(page)
      await fits(page)
    }
    await host.reload()
    await follow(act(host, 'signatures'))
    await host.waitForURL(/done=signed/)
    expect(await host.getByRole('img', { name: /結ばれた水引/ }).count()).toBe(1)
    await accessible(host)
    await host.goto(`/en/agreements/${agreement.reference}`)
    expect(await host.getByRole('article').innerText()).toContain('In force')
    const table = host.getByRole('region', { name: 'Signatories', exact: true })
    expect(await table.getByRole('img', { name: /^Seal: signed by/ }).count()).toBe(5)
  })

  it('are told when a link, a code or a document is not the right one', async () => {
    const agreement = await prepareForSigning(await musubi())
    const { address } = signatories[0] as (typeof signatories)[number]
    const page = await enter()
    const response = await page.goto('/en/signing/nonsense')
    expect(response?.status()).toBe(410)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This link is not valid')
    await page.goto(linkIn(await readMail(address, 'signing-invitation', agreement.id)).replace('/it/', '/en/'))
    await follow(page.getByRole('button', { name: 'Open the document' }))
    await follow(page.getByRole('button', { name: 'Send me a code' }))
    await page.getByLabel('Code of six digits').fill('000000')
    await follow(page.getByRole('button', { name: 'I consent to this document' }))
    const summary = page.getByRole('region', { name: 'Please correct the following' })
    expect(await summary.innerText()).toContain('The code is not right')
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await accessible(page)
    await page.goto(`/en/agreements/${agreement.reference}`)
    expect(await page.getByRole('img', { name: /^Seal: signed by/ }).count()).toBe(0)
  })

  it('confirm the consent with a passkey where they have one', async () => {
    const agreement = await prepareForSigning(await musubi())
    const { address } = signatories[0] as (typeof signatories)[number]
    const page = await enter()
    await giveAuthenticator(page)
    await page.goto(linkIn(await readMail(address, 'signing-invitation', agreement.id)).replace('/it/', '/en/'))
    await follow(page.getByRole('button', { name: 'Open the document' }))
    await page.goto('/en/account')
    await page.getByLabel('Name of the passkey').fill('Virtual key')
    await follow(page.getByRole('button', { name: 'Add a passkey' }))
    await page.goto(`/en/agreements/${agreement.reference}/sign`)
    await follow(page.getByRole('button', { name: 'Send me a code' }))
    await accessible(page)
    const code = /\b\d{6}\b/.exec(await readMail(address, 'consent-code', agreement.id))?.[0]
    await page
      .getByLabel('Code of six digits')
      .filter({ visible: true })
      .fill(code ?? '')
    await follow(page.getByRole('button', { name: 'Consent and confirm with the passkey' }))
    expect(await page.getByText('You have consented').count()).toBe(1)
    await follow(page.getByRole('button', { name: 'Sign now' }))
    expect(await page.getByText('You have signed').count()).toBeGreaterThan(0)
    await accessible(page)
    await page.goto('/en/account')
    await page.getByText('Virtual key').first().click()
    await follow(page.getByRole('button', { name: 'Remove the passkey “Virtual key”' }))
    expect(await page.getByText('The passkey has been removed.').count()).toBe(1)
  })
})

/** The host signs last: consent is welcome, the signature is not yet. */
async function signTooEarly(page: Page, agreement: { id: string; reference: string }): Promise<void> {
  const address = 'signatory.fbri@demo.example'
  await page.goto('/ja/outbox')
  await follow(page.getByRole('link', { name: /^ご署名/ }).first())
  await follow(page.getByRole('link', { name: /^http.*\/signing\// }))
  await follow(page.locator('form[action*="/signing/"] button'))
  await consent(page, address, agreement.id)
  expect(await page.getByText('まだ順番ではありません').count()).toBeGreaterThan(0)
  expect(await act(page, 'signatures').count()).toBe(0)
  await accessible(page)
  // Somebody who sends the form nevertheless is refused in a sentence, and nothing is half-done.
  const { origin } = await musubi()
  const documentSha256 = (await page.locator('code').first().textContent())?.replaceAll(/\s/g, '') ?? ''
  const refused = await page.request.post(`/en/agreements/${agreement.reference}/signatures`, {
    form: { documentSha256 },
    headers: { origin },
  })
  expect(refused.status()).toBe(409)
  expect(await refused.text()).toContain('It is not your turn yet. Nothing was signed; your consent stays.')
}
