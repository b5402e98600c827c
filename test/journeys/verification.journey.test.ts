import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessible, enter, follow, musubi } from './visiting.ts'

describe('a stranger with a file', () => {
  it('sends it without scripts and reads in words whether it holds', async () => {
    const page = await enter({ script: false, width: 390 })
    const good = await signedFile(page)
    await page.goto('/en/verify')
    await follow(page.getByRole('button', { name: 'Check the file' }))
    const summary = page.getByRole('region', { name: 'Please correct the following' })
    expect(await summary.innerText()).toContain('Choose a file first')
    await accessible(page)

    await send(page, good)
    expect(await page.getByRole('main').innerText()).toContain('The signatures in this file hold')
    expect(await page.getByRole('main').innerText()).toContain('proves nothing to a third party')
    await accessible(page)

    await page.goto('/en/verify')
    await send(page, tamper(good))
    expect(await page.getByRole('main').innerText()).toContain('Do not rely on this file')
    expect(await page.getByRole('main').innerText()).not.toContain('The signatures in this file hold')
    await accessible(page)
  })

  it('checks it in the browser, without sending it', async () => {
    const page = await enter()
    const good = await signedFile(page)
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    await page.goto('/en/verify')
    const check = page.getByRole('region', { name: 'Check it in this browser' })
    await checkHere(page, good)
    await check.getByText('The signatures in this file hold').waitFor()
    expect(await check.getByText('Signature', { exact: true }).count()).toBe(5)
    await accessible(page)
    await checkHere(page, tamper(good))
    await check.getByText('Do not rely on this file').waitFor()
    await accessible(page)
    expect(sent).toEqual([])
  })
})

type File = { name: string; mimeType: string; buffer: Buffer }

async function signedFile(page: Page): Promise<File> {
  const { services } = await musubi()
  const { reference } = await services.database.db
    .selectFrom('agreement')
    .select('reference')
    .orderBy('created_at')
    .executeTakeFirstOrThrow()
  const response = await page.request.get(`/en/agreements/${reference}/document.pdf`)
  expect(response.headers()['content-type']).toBe('application/pdf')
  return { name: 'agreement.pdf', mimeType: 'application/pdf', buffer: await response.body() }
}

/** One bit of what a page shows, in the part that all have signed. */
function tamper(file: File): File {
  const buffer = Buffer.from(file.buffer)
  const at = buffer.indexOf('stream\n', 4000) + 60
  buffer.writeUInt8((buffer[at] ?? 0) ^ 1, at)
  return { ...file, buffer }
}

async function send(page: Page, file: File): Promise<void> {
  await page.getByLabel('Signed PDF').setInputFiles(file)
  await follow(page.getByRole('button', { name: 'Check the file' }))
}

async function checkHere(page: Page, file: File): Promise<void> {
  const check = page.getByRole('region', { name: 'Check it in this browser' })
  await check.getByLabel('Signed PDF').setInputFiles(file)
  await check.getByRole('button', { name: 'Check in this browser' }).click()
}
