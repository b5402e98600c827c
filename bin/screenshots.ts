// `npm run screenshots`: the pictures of the README, from the demonstration. With `--all DIR [NAME …]` every screen (or those
// named), in three languages, two widths, light and dark, for people to look at.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locale } from '../app/language/locales.ts'
import { root } from '../app/main.ts'
import { closeBrowser, openWindow, type Visitor } from '../test/journeys/browser.ts'
import { type OpenMusubi, openMusubi } from '../test/journeys/musubi.ts'
import { prepareScreens, type Screen, sessionOf } from '../test/journeys/screens.ts'

/** Nobody looks at more of an agreement's text than this (pixels). */
const TALLEST = 5000

/** Where a reader of each language sits. */
const zones: Partial<Record<Locale, string>> = { ja: 'Asia/Tokyo', en: 'Europe/Brussels', de: 'Europe/Berlin' }

const sessions: Record<string, string> = {}

/** For the README: which screen in which language, and how much of it is worth showing (pixels from the top). */
const pictures: { file: string; screen: string; locale: Locale; height: number }[] = [
  { file: 'agreement-ja.png', screen: 'agreement', locale: 'ja', height: 890 },
  { file: 'sign-en.png', screen: 'host-signed', locale: 'en', height: 938 },
  { file: 'verify-de.png', screen: 'verify-result', locale: 'de', height: 1240 },
  { file: 'today-en.png', screen: 'own-today', locale: 'en', height: 1010 },
  { file: 'directory-ja.png', screen: 'directory', locale: 'ja', height: 1000 },
  { file: 'life-en.png', screen: 'own-life', locale: 'en', height: 1150 },
  { file: 'report-en.png', screen: 'own-report', locale: 'en', height: 1400 },
  { file: 'stage-ja.png', screen: 'stage', locale: 'ja', height: 810 },
  { file: 'cues-en.png', screen: 'own-cues', locale: 'en', height: 1180 },
]

const [, , flag, directory, ...names] = process.argv
const musubi = await openMusubi()
try {
  const screens = await prepareScreens(musubi)
  if (flag === '--all' && directory) await takeAll(musubi, screens, resolve(directory), names)
  else await takePictures(musubi, screens)
} finally {
  await closeBrowser()
  await musubi.close()
}

async function takePictures(musubi: OpenMusubi, screens: Screen[]): Promise<void> {
  const folder = join(root, 'docs', 'screenshots')
  mkdirSync(folder, { recursive: true })
  for (const { file, screen: name, locale, height } of pictures) {
    const screen = screens.find((candidate) => candidate.name === name)
    if (!screen) throw new Error(`There is no screen ${name}`)
    await take(musubi, screen, locale, { width: 1440 }, join(folder, file), height)
    console.log(`docs/screenshots/${file}`)
  }
}

async function takeAll(musubi: OpenMusubi, screens: Screen[], folder: string, names: string[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const screen of screens) {
    if (names.length > 0 && !names.includes(screen.name)) continue
    for (const locale of ['ja', 'en', 'de'] as const)
      for (const width of [390, 1440])
        for (const scheme of ['light', 'dark'] as const) {
          const file = `${screen.name}-${locale}-${width}-${scheme}.png`
          await take(musubi, screen, locale, { width, scheme }, join(folder, file))
        }
    console.log(screen.name)
  }
}

/** Takes one picture, of the whole page or of its top, and says what the browser complained about and what sticks out. */
async function take(
  { origin, services }: OpenMusubi,
  { name, path, as }: Screen,
  locale: Locale,
  visitor: Visitor,
  file: string,
  height?: number,
): Promise<void> {
  const { page, context, complaints } = await openWindow(origin, {
    ...visitor,
    locale,
    timeZone: zones[locale] ?? 'UTC',
  })
  if (as) {
    // One session a person: the account page lists them.
    sessions[as] ??= await sessionOf(services, as)
    await context.addCookies([{ name: 'session', value: sessions[as], url: origin }])
  }
  await page.goto(`/${locale}${path}`)
  const tall = await page.evaluate(() => document.documentElement.scrollHeight)
  const clip = { x: 0, y: 0, width: visitor.width ?? 1440, height: height ?? Math.min(tall, TALLEST) }
  await page.screenshot({ path: file, fullPage: true, clip })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  if (wide > (visitor.width ?? 0)) console.warn(`  ${name} ${locale}: ${wide} px wide in a window of ${visitor.width}`)
  for (const complaint of complaints) console.warn(`  ${complaint}`)
  await context.close()
}
