import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessible, enter, enterAs, fits, follow, linkIn, readMail } from './visiting.ts'

const address = 'member@demo.example'

describe.each([{ script: true }, { script: false }])('somebody with a mail address, scripts: $script', ({ script }) => {
  it('signs in by a link that works once, and out again', async () => {
    const page = await enter({ script })
    await page.goto('/en/account')
    await page.goto('/en/sign-in?return=/en/account')
    await accessible(page)
    await ask(page, 'nobody-at-all')
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('nobody-at-all')
    await accessible(page)
    await ask(page, address)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Check your e-mail')
    await accessible(page)

    const link = linkIn(await readMail(address, 'sign-in'))
    await page.goto(link)
    await follow(page.locator('form[action*="/sign-in/"] button'))
    await page.waitForURL(/\/account$/)
    await page.goto('/en/account')
    expect(await page.getByText(`You sign in with ${address}.`).count()).toBe(1)
    await accessible(page)
    await follow(page.locator('.page-utility').getByRole('button', { name: 'Sign out' }))
    expect(await page.locator('.page-utility').getByRole('link', { name: 'Sign in' }).count()).toBe(1)

    await page.goto(link.replace(/\/(ja|en|fr|de|it)\//, '/en/'))
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This link has been used')
    await accessible(page)
    await page.goto('/en/sign-in/nonsense')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This link is not complete')
  })

  it('accepts an invitation and acts for the organisation', async () => {
    const invited = `new.colleague.${script ? 'with' : 'without'}.script@demo.example`
    const manager = await enterAs('Demonstration manager, FBRI', { script })
    await manager.goto('/en/organisations/fbri-kobe/people')
    await manager.getByLabel('E-mail address').fill(invited)
    await manager.locator('form[action$="/invitations"]').getByLabel('Role').selectOption({ label: 'Member' })
    await manager.getByLabel('Language of the mail').selectOption({ label: 'Deutsch' })
    await follow(manager.getByRole('button', { name: 'Send the invitation' }))
    await manager.getByText('The invitation has been sent.').waitFor()
    await accessible(manager)

    const page = await enter({ script, locale: 'de', timeZone: 'Europe/Berlin' })
    await page.goto(linkIn(await readMail(invited, 'invitation')))
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    await accessible(page)
    await page.getByLabel('Familienname', { exact: true }).fill('Beispiel')
    await page
      .getByLabel(/^Vorname/)
      .first()
      .fill('Adelheid')
    await page.getByLabel('Vorname zuerst').check()
    await follow(page.locator('form[action*="/invitations/"] button'))
    await page.waitForURL(/\/today|\/organisations\//)
    await page.goto('/de/account')
    expect(await page.getByRole('main').innerText()).toContain(
      'Foundation for Biomedical Research and Innovation at Kobe',
    )
    await accessible(page)
  })
})

it('takes anybody’s place in the demonstration with one press', async () => {
  const page = await enter({ width: 390 })
  await page.goto('/en/demo')
  await accessible(page)
  await fits(page)
  await follow(page.getByRole('button', { name: 'Act as Demonstration coordinator, FBRI', exact: true }))
  expect(page.url()).toMatch(/\/en\/today$/)
  expect(await page.getByRole('main').innerText()).toContain('Demonstration coordinator, FBRI')
  await accessible(page)
  await fits(page)
})

async function ask(page: Page, entry: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(entry)
  await follow(page.getByRole('button', { name: 'Send me a link' }))
}
