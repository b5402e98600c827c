import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessible, enterAs, follow, musubi } from './visiting.ts'

const parties = [
  { name: 'Bioindustry Park Silvano Fumero SpA', short: 'bioPmed', office: 'CEO' },
  { name: 'BioWin ASBL', short: 'BioWin', office: 'Managing Director' },
  { name: 'Life Science Nord Management GmbH', short: 'Life Science Nord', office: 'Head of Marketing' },
  { name: 'Lyonbiopole', short: 'Lyonbiopole', office: 'CEO' },
]
const host = { short: 'FBRI', office: 'Executive Director' }
const everybody = [host, ...parties]

describe.each([{ script: true }, { script: false }])('five organisations, scripts: $script', ({ script }) => {
  it('draft from the template, settle a proposal, name signatories and approve the exact text', async () => {
    const coordinator = await enterAs('Demonstration coordinator, FBRI', { script })
    const address = await draft(coordinator)
    await revise(coordinator, address)
    await propose(address, coordinator, script)
    for (const { short, office } of everybody) await nameSignatory(address, short, office, script)
    await approve(address, coordinator, script)
  })
})

async function draft(page: Page): Promise<string> {
  await page.goto('/en/agreements')
  await follow(page.getByRole('link', { name: 'Draft an agreement' }))
  await accessible(page)
  await page.getByLabel('First authentic language').selectOption({ label: 'Japanese' })
  await page.getByLabel('Second authentic language').selectOption({ label: 'English' })
  await follow(page.getByRole('button', { name: 'Continue' }))
  await accessible(page)
  for (const [index, { name }] of parties.entries()) {
    await page.getByLabel(`Party ${index + 2}`, { exact: true }).selectOption({ label: name })
    await page.getByLabel(`Party ${index + 2} takes part through`).selectOption({ label: 'MAGIA' })
  }
  await page.getByLabel('Title in English').fill('')
  await follow(page.getByRole('button', { name: 'Create the draft' }))
  // What was refused says where, and what was entered is still there.
  const summary = page.getByRole('region', { name: 'Please correct the following' })
  expect(await summary.getByRole('link').allInnerTexts()).toEqual(['Fill in this field'])
  expect(await page.getByLabel('Party 5', { exact: true }).evaluate(chosen)).toBe('Lyonbiopole')
  await accessible(page)
  await page.getByLabel('Title in English').fill('Memorandum on journeys')
  await follow(page.getByRole('button', { name: 'Create the draft' }))
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Memorandum on journeys')
  expect(await page.getByText('MAGIA, an alliance of 4 of them').count()).toBe(1)
  await accessible(page)
  return page.url()
}

const chosen = (select: Element) => (select as HTMLSelectElement).selectedOptions[0]?.text

async function revise(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await follow(page.getByRole('link', { name: 'Edit this clause' }).first())
  const text = page.getByLabel('Text in English')
  await text.fill(`${await text.inputValue()} They do so by going through every screen.`)
  await page.getByLabel('The languages now say the same').check()
  await accessible(page)
  await follow(page.getByRole('button', { name: 'Save the clause' }))
  expect(await page.getByText('by going through every screen').count()).toBe(1)
}

async function propose(address: string, coordinator: Page, script: boolean): Promise<void> {
  const proposer = await enterAs('Demonstration coordinator, Lyonbiopole', { script })
  await proposer.goto(address)
  await follow(proposer.getByRole('link', { name: 'Propose a change' }).nth(1))
  await proposer.getByLabel('Heading in Japanese').fill('当事者及び言葉の意味')
  await proposer.getByLabel('Heading in English').fill('Parties and their words')
  await follow(proposer.getByRole('button', { name: 'Send the proposal' }))
  // A proposal says why.
  expect(await proposer.getByLabel('Heading in English').inputValue()).toBe('Parties and their words')
  await proposer.getByLabel('Reason', { exact: false }).fill('Our members asked what the words mean.')
  await follow(proposer.getByRole('button', { name: 'Send the proposal' }))
  expect(await proposer.getByRole('heading', { level: 1 }).innerText()).toBe('Proposal on clause 2')
  await accessible(proposer)

  const proposal = proposer.url()
  for (const { short } of everybody.filter((party) => party.short !== 'Lyonbiopole')) {
    const other = await enterAs(`Demonstration coordinator, ${short}`, { script })
    await other.goto(proposal)
    await other.getByLabel('Accept').check()
    await follow(other.getByRole('button', { name: 'Send the answer' }))
    await other.context().close()
  }
  await coordinator.goto(address)
  expect(await coordinator.getByRole('heading', { name: /Parties and their words/ }).count()).toBe(1)
  expect(await coordinator.getByRole('region', { name: 'Proposals' }).innerText()).toContain('Accepted')
}

async function nameSignatory(address: string, short: string, office: string, script: boolean): Promise<void> {
  const page = await enterAs(`Demonstration coordinator, ${short}`, { script })
  await page.goto(`${address}/signatories`)
  // The drafting party may enter for all; everybody else for their own party only.
  const own = short === 'FBRI' ? page.getByRole('row').filter({ hasText: 'Kobe' }) : page
  await follow(own.getByRole('link', { name: /^Name/ }).first())
  await page.getByLabel('Person').selectOption({ label: `Demonstration signatory, ${office}, ${short}` })
  await page.getByLabel('Office in Japanese').fill('見本署名者')
  await page.getByLabel('Office in English').fill(office)
  await page.getByLabel('Decision of the board').check()
  await page.getByLabel('Reference').fill('Specimen no. 1')
  await follow(page.getByRole('button', { name: 'Save the signatory' }))
  expect(await page.getByText(`Demonstration signatory, ${office}, ${short}`).count()).toBeGreaterThan(0)
  if (short === 'FBRI') await accessible(page)
  await page.context().close()
}

async function approve(address: string, coordinator: Page, script: boolean): Promise<void> {
  const manager = await enterAs('Demonstration manager, FBRI', { script })
  await manager.goto(`${address}/approval`)
  await accessible(manager)
  // While the manager reads, the text changes.
  await coordinator.goto(address)
  await follow(coordinator.getByRole('link', { name: 'Edit this clause' }).first())
  const heading = coordinator.getByLabel('Heading in English')
  await heading.fill('Purpose and reason')
  await coordinator.getByLabel('The languages now say the same').check()
  await follow(coordinator.getByRole('button', { name: 'Save the clause' }))
  await follow(manager.getByRole('button', { name: 'Approve this text' }))
  const summary = manager.getByRole('region', { name: 'Please correct the following' })
  expect(await summary.innerText()).toContain('The text has changed since you opened the page. Nothing was approved.')
  expect(await manager.getByText('Purpose and reason').count()).toBe(1)
  await manager.goto(address)
  expect(await manager.getByRole('region', { name: 'Approval by the parties' }).innerText()).not.toContain(
    'Approved by',
  )

  for (const { short } of everybody) {
    const page = await enterAs(`Demonstration manager, ${short}`, { script })
    await page.goto(`${address}/approval`)
    await follow(page.getByRole('button', { name: 'Approve this text' }))
    const approvals = page.getByRole('region', { name: 'Approval by the parties' })
    expect(await approvals.innerText()).toContain(`Approved by Demonstration manager, ${short}`)
    await page.context().close()
  }
  await (await musubi()).work()
  await manager.reload()
  expect(await manager.getByRole('region', { name: 'Documents' }).getByRole('link').count()).toBeGreaterThan(0)
  expect(await manager.getByRole('article').innerText()).toContain('Being signed')
  await accessible(manager)
}
