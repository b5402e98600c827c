import { displaySafe } from './displaySafe.ts'
import type { Locale } from './locales.ts'
import { type NameStyle, nameText, type PersonName } from './names.ts'

/** On record because the person uses it; never guessed from a given name. */
export type Courtesy = 'ms' | 'mr'

const TITLES: Record<Locale, Record<Courtesy, string>> = {
  ja: { ms: 'Ms.', mr: 'Mr.' },
  en: { ms: 'Ms.', mr: 'Mr.' },
  fr: { ms: 'Mme', mr: 'M.' },
  de: { ms: 'Frau', mr: 'Herr' },
  it: { ms: 'Sig.ra', mr: 'Sig.' },
}

const withTitle = (text: string, courtesy: Courtesy | null, reader: Locale): string =>
  courtesy ? `${TITLES[reader][courtesy]} ${text}` : text

const inLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text)

export type InRelease = NameStyle & {
  /** Whose release it is: one's own people are named plainly, in every language. */
  side: 'own' | 'other'
  courtesy?: Courtesy | null
}

/** A name in a press release: the other side 氏, or Ms. and Mr. before a name in Latin letters; the own side nothing. */
export function nameInRelease(
  name: PersonName,
  reader: Locale,
  { side, courtesy = null, ...style }: InRelease,
): string {
  const text = nameText(name, reader, style)
  if (side === 'own') return text
  if (reader !== 'ja' || (courtesy && inLatin(text))) return withTitle(text, courtesy, reader)
  return `${text}${style.japaneseSpace ?? ' '}氏`
}

/**
 * A person addressed in a letter or mail: `村上 雅義 様`, `Mme Florence Agostino-Etchetto`; without a courtesy on record
 * the plain name.
 */
export function personAddressed(
  name: PersonName,
  reader: Locale,
  courtesy: Courtesy | null = null,
  style: NameStyle = {},
): string {
  const text = nameText(name, reader, style)
  return reader === 'ja' ? `${text}${style.japaneseSpace ?? ' '}様` : withTitle(text, courtesy, reader)
}

/** An organisation or unit addressed in a letter: `広報戦略課 御中`. A letter to a person in it takes 様 and no 御中. */
export const organisationAddressed = (organisation: string, reader: Locale): string =>
  reader === 'ja' ? `${displaySafe(organisation)} 御中` : displaySafe(organisation)
