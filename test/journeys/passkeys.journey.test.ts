import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { startSession } from '../../app/accounts/session.ts'
import { transaction } from '../../app/platform/db/transaction.ts'
import { makePerson } from '../factories/people.ts'
import { giveAuthenticator } from './authenticator.ts'
import { accessible, enter, musubi } from './visiting.ts'

describe('somebody with a passkey', () => {
  it('adds one on the account page, and signs in with it', async () => {
    const page = await enter()
    await giveAuthenticator(page)
    await beSignedIn(page)
    await page.goto('/en/account')
    await page.getByLabel('Name of the passkey').fill('Virtual key')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The passkey has been added.').waitFor()
    await accessible(page)
    await page.context().clearCookies()
    await page.goto('/en/sign-in?return=/en/account')
    await accessible(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(({ pathname }) => pathname === '/en/account')
    expect(await page.getByText('Virtual key', { exact: true }).isVisible()).toBe(true)
  })

  it('is told in one sentence when the device knows none, and can try again', async () => {
    const page = await enter()
    await giveAuthenticator(page)
    await page.goto('/en/sign-in')
    const button = page.getByRole('button', { name: 'Sign in with a passkey' })
    await button.click()
    await page.getByText('Nothing was done').waitFor()
    expect(await button.isEnabled()).toBe(true)
  })

  it('reads without scripts what a passkey needs, and is offered the mail link', async () => {
    const page = await enter({ script: false })
    await page.goto('/en/sign-in')
    expect(await page.getByText('A passkey needs JavaScript').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Send me a link' }).isVisible()).toBe(true)
  })
})

/** As somebody new, so that no other journey meets the passkey. */
async function beSignedIn(page: Page): Promise<void> {
  const { services, origin } = await musubi()
  const { db } = services.database
  const { id: personId } = await makePerson(db)
  const session = { personId, method: 'demonstration' as const, device: '' }
  const value = await transaction(db, (tx) => startSession(tx, session, services.clock.now()))
  await page.context().addCookies([{ name: 'session', value, url: origin }])
}
