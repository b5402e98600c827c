import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { follow, readMail } from './visiting.ts'

/** The acts on the signatory's page, by the addresses their forms go to: the words differ by language. */
export const act = (page: Page, name: 'codes' | 'consents' | 'signatures') =>
  page.locator(`form[action$="/${name}"] button`)

/** Reads the code from the outbox, as a demonstration without a mail server shows it. */
export async function consent(page: Page, address: string, agreementId: string): Promise<void> {
  expect(await page.locator('.bilingual-passage').count()).toBeGreaterThan(10)
  await follow(act(page, 'codes'))
  const code = /\b\d{6}\b/.exec(await readMail(address, 'consent-code', agreementId))?.[0]
  await page.locator('input[name=code]').fill(code ?? '')
  await follow(act(page, 'consents'))
  await page.waitForURL(/#signature$/)
}
