import type { Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import type { SetBlock } from './compose.ts'
import type { DocumentParty } from './document.ts'
import type { DocumentLabels } from './labels.ts'
import { distinct, isJapanese, type SetText, type Typecase } from './typecase.ts'

/** A party in each language: its name, and beneath it legal form, seat and alliance. */
export function composeParty(
  party: DocumentParty,
  where: string,
  languages: Locale[],
  labels: (language: Locale) => DocumentLabels,
  { nearest, line, missing }: Typecase,
): SetBlock {
  const names = nearest(party.name, `${where}.name`)
  if (names.length === 0) missing.push(`${where}.name`)
  const details = languages.map((language) =>
    detailsOf(party, language, labels(language)).map((detail) => line(language, detail, `${where}.seat`)),
  )
  if (languages.length > 2) {
    // Beneath one another, a name that is the same in all languages is said once.
    const once = distinct(names)
    return { texts: [together([...once, ...distinct(details.flat())])], names: once.length, short: true }
  }
  return { texts: names.map((name, at) => together([name, ...(details[at] ?? [])])), names: 1, short: true }
}

function detailsOf(party: DocumentParty, language: Locale, labels: DocumentLabels): string[] {
  const seat = pick(party.seat, language)?.text ?? ''
  const alliance = (party.memberOf && pick(party.memberOf, language)?.text) ?? ''
  const details = [formBeside(party, language), seat.trim(), alliance.trim() && labels.memberOf(alliance.trim())]
  return details.filter((detail) => detail !== '')
}

/** A legal form that is part of the name, or is in a script that the reader of this language does not know, is not said again. */
function formBeside(party: DocumentParty, language: Locale): string {
  const form = party.legalForm?.trim() ?? ''
  const said = Object.values(party.name).some((name) => form !== '' && name.includes(form))
  return said || (language !== 'ja' && isJapanese(form)) ? '' : form
}

const together = (texts: SetText[]): SetText => ({
  lang: texts[0]?.lang ?? 'en',
  paragraphs: texts.flatMap((text) => text.paragraphs),
})
