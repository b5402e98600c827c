import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { enter } from './visiting.ts'

describe('somebody with a keyboard only', () => {
  it('skips to the content, sees where the focus is, and changes the language', async () => {
    const page = await enter()
    await page.goto('/en/organisations')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to content')
    expect(await isInSight(page)).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    // Past header and navigation: the first link of the content.
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)

    await page.goto('/en/organisations')
    await tabTo(page, 'Deutsch')
    expect(await isInSight(page)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/de\/organisations$/)
  })

  it('opens the menu of a narrow window and goes through it', async () => {
    const page = await enter({ width: 390 })
    await page.goto('/en/organisations')
    await tabTo(page, 'Menu')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Verify')
    expect(await isInSight(page)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/verify$/)
  })

  it('is led by an error summary to the field, and sends the form again', async () => {
    const page = await enter()
    await page.goto('/en/sign-in')
    await tabTo(page, 'E-mail address')
    await page.keyboard.type('nobody')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Please correct the following' }).waitFor()
    // The summary has the focus, so the next stop is its link.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('E-mail address')
    expect(await isInSight(page)).toBe(true)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('nobody@demo.example')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/sign-in\/sent$/)
  })
})

/** What the focus is on: its label, or its text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : element
    return (label?.textContent ?? '').trim()
  })

async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) === name) return
  }
  throw new Error(`The keyboard does not reach “${name}”`)
}

/** Focus is marked with an outline, inside the window, and nothing lies over it (WCAG 2.4.7, 2.4.11). */
const isInSight = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element) return false
    const { left, top, width, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const isMarked = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
    const above = document.elementFromPoint(left + width / 2, top + height / 2)
    return isMarked && above !== null && (above === element || element.contains(above) || above.contains(element))
  })
