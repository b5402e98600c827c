import { describe, expect, it } from 'vitest'
import { accessible, enter, fits, follow } from './visiting.ts'

describe.each([{ script: true }, { script: false }])('a visitor, scripts: $script', ({ script }) => {
  it('reads the agreement in Japanese, then in German', async () => {
    const page = await enter({ locale: 'ja', timeZone: 'Asia/Tokyo', script })
    await page.goto('/')
    expect(page.url()).toMatch(/\/ja$/)
    expect(await page.locator('html').getAttribute('lang')).toBe('ja')
    await follow(page.getByRole('link', { name: '協定を読む' }))

    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('相互交流及び相互支援に関する覚書')
    const passages = page.locator('.bilingual-text [lang]')
    expect(await passages.evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('lang')))])).toEqual([
      'ja',
      'en',
    ])
    // Every signature with the clock of the place it was made at.
    const signatures = page.getByRole('region', { name: '署名' })
    expect(await signatures.getByRole('row').filter({ hasText: 'BioWin' }).innerText()).toMatch(
      /\d\d:\d\d（シャルルロワ/,
    )
    await accessible(page)

    await follow(page.getByRole('navigation', { name: '言語' }).getByRole('link', { name: 'Deutsch' }))
    expect(page.url()).toMatch(/\/de\/agreements\/[A-Z0-9-]+$/)
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    const title = page.getByRole('heading', { level: 1 })
    expect(await title.innerText()).toContain('Memorandum of Understanding')
    expect(await title.getAttribute('lang')).toBe('en')
    expect(await page.getByText('Eine verbindliche deutsche Fassung gibt es nicht').innerText()).toContain(
      'Japanisch und Englisch',
    )
    expect(await page.locator('.bilingual-text [lang=ja]').count()).toBeGreaterThan(10)
    await accessible(page)

    // The language chosen last is the one to begin with next time.
    await page.goto('/')
    expect(page.url()).toMatch(/\/de$/)
  })

  it('goes from the front page to the alliance on its map, and on to a cluster with its figures', async () => {
    const page = await enter({ width: 390, script })
    await page.goto('/en')
    await accessible(page)
    await fits(page)
    await follow(page.getByRole('link', { name: 'See the alliance' }))
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('MAGIA')
    expect(await page.locator('svg.map-narrow').getAttribute('aria-label')).toContain('Life Science Nord')
    // The same facts stand beneath the picture.
    const places = page.getByRole('table', { name: /seats/ })
    expect(await places.getByRole('row').filter({ hasText: 'Hamburg' }).count()).toBe(1)
    await accessible(page)
    await fits(page)

    await follow(places.getByRole('link', { name: 'Life Science Nord' }))
    const figures = page.getByRole('region', { name: 'Figures' })
    expect(await figures.innerText()).toMatch(/more than 500[\s\S]*in the region \(not members\)/)
    expect(await figures.locator('[lang=ja]').first().innerText()).toContain('500社を超える')
    await accessible(page)
    await fits(page)
  })
})
