import { countryName } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import { numberText } from '../../language/numerals.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { ReleaseRecord } from '../record.ts'
import type { Line } from './composed.ts'
import { joined, present, run, said, SLOTS, spliced, typeset } from './lines.ts'

type Alliance = NonNullable<ReleaseRecord['alliance']>

/** `bioPmed（イタリア・ピエモンテ）`, `bioPmed (Piedmont, Italy)`. */
function member({ organisation, country, regions }: Alliance['members'][number], locale: Locale): Line {
  const name = said(organisation, locale)
  if (!name) return []
  const land = countryName(country, locale)
  const region = said(regions, locale)
  const landRun = land ? [{ text: land }] : []
  const regionRun = region ? [region] : []
  const where = locale === 'ja' ? joined([landRun, regionRun], '・') : joined([regionRun, landRun], ', ')
  if (where.length === 0) return [name]
  return locale === 'ja'
    ? [name, { text: '（' }, ...where, { text: '）' }]
    : [name, { text: ' (' }, ...where, { text: ')' }]
}

/** A clause inside a list that has commas of its own is set off by semicolons; Japanese needs no difference. */
const listed = (members: Line[], locale: Locale): Line =>
  joined(members, locale === 'ja' ? '、' : locale === 'fr' ? '\u202F; ' : '; ')

/** Which clusters take part, and through which programme. `marked` gives a short name the mark of its note, as in COSME(*2). */
export function takingPart(
  alliance: Alliance,
  locale: Locale,
  t: Catalogue,
  marked: (short: string) => Line = (short) => [{ text: short }],
): Line | null {
  const members = alliance.members.map((one) => member(one, locale)).filter((line) => line.length > 0)
  const [membersSlot, programmeSlot, ofSlot] = SLOTS
  if (members.length === 0) return null
  const count = members.length
  const word = t.releases.form.countWords[count] ?? numberText(locale, count)
  const programme = typeset(alliance.programme ?? '', locale)
  const list = listed(members, locale)
  const words = t.releases.form
  if (programme === '') return spliced(words.takingPart({ count, word, members: membersSlot }), [list])
  const owner = said(alliance.programmeOf, locale)
  const through = owner
    ? words.programme({ programme: programmeSlot, of: ofSlot })
    : words.plainProgramme({ programme: programmeSlot })
  return spliced(words.takingPartThrough({ count, word, members: membersSlot, programme: through }), [
    list,
    marked(programme),
    owner ? [owner] : [],
  ])
}

export type Abbreviation = { short: string; long: Line }

/** What the alliance's and the programme's names stand for, where it is known. */
export const abbreviationsOf = (alliance: Alliance, locale: Locale): Abbreviation[] =>
  present([
    abbreviation(alliance.name, alliance.expansion, locale),
    abbreviation(alliance.programme, alliance.programmeExpansion, locale),
  ])

function abbreviation(short: string | null, long: string | null, locale: Locale): Abbreviation | null {
  const [name, words] = [typeset(short ?? '', locale), long ? run(long, locale, 'en') : null]
  return name === '' || !words || words.text === '' ? null : { short: name, long: [words] }
}
