import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

// The headless shell draws the same pages for less than two thirds of the time.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'chrome.exe', 'msedge.exe']

/** The browser of this machine, as Debian's packages `chromium-headless-shell` and `chromium` install it; MUSUBI_CHROMIUM names another. */
export function findChromium(): string | undefined {
  const { MUSUBI_CHROMIUM: named, PATH = '' } = process.env
  if (named) return named
  const candidates = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return candidates.find((candidate) => existsSync(candidate))
}
