import { type CanonicalRefusal, canonicalText } from '../language/canonicalText.ts'
import type { Locale } from '../language/locales.ts'

/** A text that cannot be signed as it stands; `field` is the place in the input, such as `body.ja`. */
export type TextRefusal = {
  refused: 'unsuitable-text'
  field: string
  because: CanonicalRefusal['refused']
  /** `U+202E`. */
  codePoint: string
}

export const isTextRefusal = (outcome: object): outcome is TextRefusal =>
  'refused' in outcome && outcome.refused === 'unsuitable-text'

/** What is hashed and signed is stored in its one spelling from the first day, so that nobody approves what they did not see. */
export function settleText(text: string, field: string): string | TextRefusal {
  const outcome = canonicalText(text)
  if ('text' in outcome) return outcome.text
  const codePoint = `U+${outcome.codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  return { refused: 'unsuitable-text', field, because: outcome.refused, codePoint }
}

type Worded = { heading: string; body: string }

/** The wording of one language in its one spelling. */
export function settleWording<W extends Worded>(wording: W, language: Locale): W | TextRefusal {
  const heading = settleText(wording.heading, `heading.${language}`)
  if (typeof heading !== 'string') return heading
  const body = settleText(wording.body, `body.${language}`)
  if (typeof body !== 'string') return body
  return { ...wording, heading, body }
}

/** All of them, or the first that cannot be signed. */
export function settleWordings<W extends Worded & { language: Locale }>(wordings: W[]): W[] | TextRefusal {
  const settled: W[] = []
  for (const wording of wordings) {
    const outcome = settleWording(wording, wording.language)
    if (isTextRefusal(outcome)) return outcome
    settled.push(outcome)
  }
  return settled
}
