// What a machine has to have is a condition, and the skip is deliberate.
/* oxlint-disable vitest/no-disabled-tests, vitest/valid-title, vitest/no-conditional-tests */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { accountRoutes } from '../routes.tsx'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
const isRequired = process.env['MUSUBI_ORACLES'] === 'required'
if (!executablePath)
  console.warn('Not asked, because missing: chromium (apt-get install chromium): passkeys in a browser')

describe.skipIf(!executablePath && !isRequired)('passkeys in a browser', () => {
  let at: TestApplication
  let browser: Browser
  let close: () => void

  beforeAll(async () => {
    const directory = mkdtempSync(join(tmpdir(), 'musubi-island-'))
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        outDir: directory,
        target: 'es2022',
        rollupOptions: { input: 'app/islands/passkey.ts', output: { entryFileNames: 'passkey.js' } },
      },
    })
    // The door has to be open before its address is known, and the address is part of the settings.
    const server = createAdaptorServer({ fetch: (...request) => at.app.fetch(...request) })
    await new Promise<void>((resolve) => server.listen(somePort(), '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    at = await testApplication({ features: [accountRoutes], config: { origin: `http://localhost:${port}` } })
    at.services.assets = { ...at.services.assets, directory }
    browser = await chromium.launch({ executablePath: executablePath ?? 'chromium', args: ['--no-sandbox'] })
    close = () => {
      server.close()
      rmSync(directory, { recursive: true, force: true })
    }
  })

  afterAll(async () => {
    await browser?.close()
    close?.()
  })

  async function visitor(options: { javaScriptEnabled?: boolean } = {}) {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    return { context, page, origin: at.services.config.origin }
  }

  test('a passkey is added on the account page and then signs in', async () => {
    const { context, page, origin } = await visitor()
    const protocol = await context.newCDPSession(page)
    await protocol.send('WebAuthn.enable')
    await protocol.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    const [, session = ''] = (await at.signIn(await makePerson(at.db))).split('=')
    await context.addCookies([{ name: 'session', value: session, url: origin }])
    await page.goto(`${origin}/en/account`)
    await page.getByLabel('Name of the passkey').fill('Virtual key')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The passkey has been added.').waitFor()
    await context.clearCookies()
    await page.goto(`${origin}/en/sign-in?return=/en/account`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(`${origin}/en/account`)
    expect(await page.getByText('Virtual key').isVisible()).toBe(true)
    await context.close()
  })

  test('a device that knows no passkey leads to one sentence, and the form stays usable', async () => {
    const { context, page, origin } = await visitor()
    const protocol = await context.newCDPSession(page)
    await protocol.send('WebAuthn.enable')
    await page.goto(`${origin}/en/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('Nothing was done').waitFor()
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isEnabled()).toBe(true)
    await context.close()
  })

  test('without scripts the page says what a passkey needs, and offers the mail link', async () => {
    const { context, page, origin } = await visitor({ javaScriptEnabled: false })
    await page.goto(`${origin}/en/sign-in`)
    expect(await page.getByText('A passkey needs JavaScript').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Send me a link' }).isVisible()).toBe(true)
    await context.close()
  })
})

/** Loopback ports beyond 32767 are given out to clients. */
const somePort = () => 20_000 + Math.floor(Math.random() * 12_000)
