import type { Locale } from '../../language/locales.ts'
import { pick, type Translated } from '../../language/translated.ts'

/** A party as a sentence names it; parties that stand side by side in the same alliance are named together. */
export type NamedParty = { name: Translated; alliance?: { name: Translated } }

type Manner = {
  /** Joins the last of several equals: B, C *and* D. */
  and: string
  /** Joins what itself holds an `and`. */
  outerAnd: string
  comma: string
  alliance: (members: string, alliance: string) => string
}

const MANNERS: Record<Locale, Manner> = {
  ja: {
    and: '及び',
    outerAnd: '並びに',
    comma: '、',
    alliance: (members, alliance) => `${alliance}を構成する${members}`,
  },
  en: {
    and: ' and ',
    outerAnd: ', and ',
    comma: ', ',
    alliance: (members, alliance) => `${members} (together forming the alliance ${alliance})`,
  },
  fr: {
    and: ' et ',
    outerAnd: ' ainsi que ',
    comma: ', ',
    alliance: (members, alliance) => `${members} (formant ensemble l’alliance ${alliance})`,
  },
  de: {
    and: ' und ',
    outerAnd: ' sowie ',
    comma: ', ',
    alliance: (members, alliance) => `${members} (zusammen die Allianz ${alliance})`,
  },
  it: {
    and: ' e ',
    outerAnd: ' nonché ',
    comma: ', ',
    alliance: (members, alliance) => `${members} (che insieme formano l’alleanza ${alliance})`,
  },
}

/** `A, and B, C and D (together forming the alliance E)`; 「A並びにEを構成するB、C及びD」. */
export function partiesInWords(parties: readonly NamedParty[], locale: Locale): string {
  const manner = MANNERS[locale]
  const groups = grouped(parties, locale).map(({ alliance, names }) => {
    const members = list(names, manner.comma, manner.and)
    return alliance === null ? members : manner.alliance(members, alliance)
  })
  const nested = parties.length > groups.length
  return list(groups, manner.comma, nested ? manner.outerAnd : manner.and)
}

function grouped(parties: readonly NamedParty[], locale: Locale): { alliance: string | null; names: string[] }[] {
  const groups: { alliance: string | null; names: string[] }[] = []
  for (const party of parties) {
    const name = inWords(party.name, locale)
    const alliance = party.alliance ? inWords(party.alliance.name, locale) : null
    const last = groups.at(-1)
    if (last && alliance !== null && last.alliance === alliance) last.names.push(name)
    else groups.push({ alliance, names: [name] })
  }
  return groups
}

const inWords = (name: Translated, locale: Locale): string => pick(name, locale)?.text ?? ''

/** A list as contracts of the language set it: no comma before the last one. */
export function list(items: readonly string[], comma: string, and: string): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`
}

/** The names of languages in a language: `Japanese and English`. */
export function languagesInWords(
  languages: readonly string[],
  locale: Locale,
  nameOf: (code: string) => string | null,
): string {
  const { comma, and } = MANNERS[locale]
  return list(
    languages.map((language) => nameOf(language) ?? language),
    comma,
    and,
  )
}
