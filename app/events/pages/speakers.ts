import type { Locale } from '../../language/locales.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Speaker } from '../tables.ts'
import { textOf } from './words.ts'

/** Somebody who speaks, with their office; the demonstration's people are named by their office alone. */
export function speakerText(speaker: Speaker, locale: Locale): string {
  const name = storedNameText(speaker.name, locale)
  const office = textOf(speaker.office ?? null, locale)
  if (!office) return name
  return locale === 'ja' ? `${office} ${name}` : `${name}, ${office}`
}
