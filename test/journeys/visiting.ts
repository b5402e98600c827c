import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { storedNameText } from '../../app/organisations/storedName.ts'
import { mailById, outboxOf } from '../../app/platform/mail/outbox.ts'
import { openWindow, type Visitor } from './browser.ts'
import { type OpenMusubi, openMusubi } from './musubi.ts'
import { sessionOf } from './screens.ts'

const shared = globalThis as { musubiForJourneys?: Promise<OpenMusubi> }

/** The one Musubi of a run. Journeys make their own agreements in it and clean nothing up. */
export function musubi(): Promise<OpenMusubi> {
  shared.musubiForJourneys ??= openMusubi()
  return shared.musubiForJourneys
}

/** Where the page's own scripts are off, those of axe are too; the same screens are looked at with scripts on. */
const withoutScript = new WeakSet<Page>()

/** Opens a window for the test at hand. It is closed at the end of it, and whatever the browser complained about fails the test. */
export async function enter(visitor: Visitor = {}): Promise<Page> {
  const { origin } = await musubi()
  const { page, context, complaints } = await openWindow(origin, visitor)
  if (visitor.script === false) withoutScript.add(page)
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  return page
}

/** Enters as one of the demonstration's people, by their name in English, as the page `/demo` lets everybody do with one press. */
export async function enterAs(name: string, visitor: Visitor = {}): Promise<Page> {
  const { services, origin } = await musubi()
  const page = await enter(visitor)
  const people = await services.database.db.selectFrom('person').select(['name', 'address']).execute()
  const person = people.find((candidate) => storedNameText(candidate.name, 'en') === name)
  if (!person?.address) throw new Error(`The demonstration has nobody called ${name}`)
  const value = await sessionOf(services, person.address)
  await page.context().addCookies([{ name: 'session', value, url: origin }])
  return page
}

/** Presses what leads to another page, and waits until that page is there. */
export async function follow(target: Locator): Promise<void> {
  const arrived = target.page().waitForEvent('domcontentloaded')
  await target.click()
  await arrived
}

/** The newest mail of a kind to an address, about one agreement if it is named. @throws when there is none. */
export async function readMail(address: string, kind: string, agreementId?: string): Promise<string> {
  const { services } = await musubi()
  const { db } = services.database
  const about = agreementId ? { about: { kind: 'agreement', id: agreementId } } : {}
  const mails = await outboxOf(db, { address, ...about })
  const newest = mails.find((mail) => mail.kind === kind)
  const text = newest && (await mailById(db, newest.id))?.text
  if (!text) throw new Error(`There is no mail “${kind}” to ${address}`)
  return text
}

/** The personal link in a mail: the line that is an address. */
export function linkIn(mail: string): string {
  const link = /^https?:\/\/\S+$/m.exec(mail)?.[0]
  if (!link) throw new Error('The mail holds no link.')
  return link
}

/** The page as it stands holds no breach of WCAG 2.2 AA that a program can find. */
export async function accessible(page: Page): Promise<void> {
  if (withoutScript.has(page)) return
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  // Our pages hold no frames; without its way through frames axe needs no second page for each look.
  const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${page.url()} ${id}: ${node.html} (${node.failureSummary ?? ''})`),
  )
  expect(found).toEqual([])
}

/** Nothing sticks out to the right: a page scrolls in one direction. */
export async function fits(page: Page): Promise<void> {
  const { shown, wide } = await page.evaluate(() => ({
    shown: document.documentElement.clientWidth,
    wide: document.documentElement.scrollWidth,
  }))
  expect(`${page.url()} is ${wide} px wide`).toBe(`${page.url()} is ${shown} px wide`)
}
