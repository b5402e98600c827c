import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from './findChromium.ts'

/** A browser for itself: nothing is fetched but what a test opens. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--renderer-process-limit=1',
]

/** Who sits before the screen, and what their browser is like. */
export type Visitor = {
  locale?: string
  timeZone?: string
  script?: boolean
  width?: number
  scheme?: 'light' | 'dark'
}

export type Visit = {
  page: Page
  context: BrowserContext
  /** What the browser complained about so far: errors of scripts, refused content, missing files. */
  complaints: string[]
}

/** Files of one worker share this process, but not always their modules. */
const shared = globalThis as { musubiBrowser?: Promise<Browser> }

/** One browser a run. It ends with this process. */
function browser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no browser here (Debian: chromium)')
  shared.musubiBrowser ??= chromium.launch({ executablePath, headless: true, args: flags })
  return shared.musubiBrowser
}

export const closeBrowser = async (): Promise<void> => (await shared.musubiBrowser)?.close()

/** Opens a window of its own: nobody shares cookies with anybody. `origin` is where addresses without one lead. */
export async function openWindow(origin: string, visitor: Visitor = {}): Promise<Visit> {
  const { locale = 'en-GB', timeZone = 'Europe/Paris', script = true, width = 1280, scheme = 'light' } = visitor
  const context = await (
    await browser()
  ).newContext({
    baseURL: origin,
    locale,
    timezoneId: timeZone,
    javaScriptEnabled: script,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    viewport: { width, height: width < 600 ? 844 : 900 },
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  return { page, context, complaints: collectComplaints(page) }
}

function collectComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // Chromium also reports a page that answers 404 or 422, which a refused form rightly does; `response` sees the others.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      complaints.push(`${page.url()}: ${response.status()} for ${response.url()}`)
  })
  return complaints
}
