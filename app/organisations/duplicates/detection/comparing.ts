import { distanceBetween } from './distance.ts'
import type { NameForm } from './names.ts'
import type { Profile } from './profiling.ts'

/** What speaks for two entries being one organisation, and what against it. */
export const reasonCodes = [
  'same-number',
  'same-name',
  'distinctive-name',
  'same-name-other-script',
  'former-name',
  'near-name',
  'sounds-alike',
  'name-within',
  'same-city',
  'same-website',
  'same-mail-domain',
  'other-branch',
  'other-names',
  'other-country',
  'other-city',
  'other-legal-form',
  'other-website',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

const weights: Record<ReasonCode, number> = {
  'same-number': 0.9,
  'same-name': 0.6,
  'distinctive-name': 0.2,
  'same-name-other-script': 0.55,
  'former-name': 0.55,
  'near-name': 0.35,
  'sounds-alike': 0.3,
  'name-within': 0.25,
  'same-city': 0.3,
  'same-website': 0.45,
  'same-mail-domain': 0.3,
  'other-branch': -0.6,
  'other-names': -0.25,
  'other-country': -0.5,
  'other-city': -0.2,
  'other-legal-form': -0.15,
  'other-website': -0.15,
}

/** From here on a pair is laid before a person. Nothing is ever merged by itself. */
export const PROPOSED_FROM = 0.6

export type Comparison = { score: number; reasons: ReasonCode[] }

/** How much speaks for one organisation behind two entries, 0 to 1, and why. The same whichever comes first. */
export function compare(one: Profile, other: Profile): Comparison {
  const name = nameReason(one.names, other.names)
  const reasons: ReasonCode[] = [
    ...(shares(one.numbers, other.numbers) ? (['same-number'] as const) : []),
    ...name.reasons,
    ...placeReasons(one, other),
    ...siteReasons(one, other),
  ]
  const score = reasons.reduce((sum, reason) => sum + weights[reason], 0)
  return { score: Math.round(Math.min(1, Math.max(0, score)) * 100) / 100, reasons }
}

function placeReasons(one: Profile, other: Profile): ReasonCode[] {
  if (one.country !== other.country) return ['other-country']
  if (shares(one.cities, other.cities)) return ['same-city']
  return one.cities.length > 0 && other.cities.length > 0 ? ['other-city'] : []
}

function siteReasons(one: Profile, other: Profile): ReasonCode[] {
  const mails = shares(one.mails, other.mails) ? (['same-mail-domain'] as const) : []
  if (one.site && one.site === other.site) return ['same-website', ...mails]
  // A site at one and mail addresses at the other.
  const across = [one, other].some((mine, index) => mine.site && [other, one][index]!.mails.includes(mine.site))
  if (mails.length > 0 || across) return ['same-mail-domain']
  return one.site && other.site ? ['other-website'] : []
}

const shares = (one: readonly string[], other: readonly string[]): boolean => one.some((item) => other.includes(item))

type NameReason = { reasons: ReasonCode[]; rank: number }

/** The best of all names of the two, former ones among them. */
function nameReason(one: readonly NameForm[], other: readonly NameForm[]): NameReason {
  let best: NameReason | null = null
  for (const mine of one)
    for (const theirs of other) {
      const found = compareNames(mine, theirs)
      if (!best || found.rank > best.rank) best = found
    }
  return best ?? { reasons: [], rank: 0 }
}

function compareNames(one: NameForm, other: NameForm): NameReason {
  const code = likeness(one, other)
  // Names that cannot be compared (characters without a known reading beside Latin letters) say nothing either way.
  if (code === null) return { reasons: [], rank: 0 }
  if (code === 'other-names') return { reasons: [code], rank: weights[code] }
  const against: ReasonCode[] = []
  if (one.marks !== other.marks) against.push('other-branch')
  if (one.legalForm && other.legalForm && one.legalForm !== other.legalForm && one.isJapanese === other.isJapanese)
    against.push('other-legal-form')
  const isFormer = one.isFormer || other.isFormer
  const named = code === 'same-name' && isFormer ? 'former-name' : code
  const isDistinctive = code === 'same-name' && against.length === 0 && isLong(one.key)
  const reasons: ReasonCode[] = [named, ...(isDistinctive ? (['distinctive-name'] as const) : []), ...against]
  return { reasons, rank: reasons.reduce((sum, reason) => sum + weights[reason], 0) }
}

/** Nobody else is likely to have chosen it too; a character says more than a letter does. */
const isLong = (key: string): boolean => key.length >= (/^[a-z0-9]+$/.test(key) ? 10 : 6)

function likeness(one: NameForm, other: NameForm): ReasonCode | null {
  if (one.key === other.key || one.sorted === other.sorted) return 'same-name'
  if (one.isJapanese !== other.isJapanese) return acrossScripts(one, other)
  if (isNear(one, other)) return 'near-name'
  return isWithin(one.words, other.words) || isWithin(other.words, one.words) ? 'name-within' : 'other-names'
}

function acrossScripts(one: NameForm, other: NameForm): ReasonCode | null {
  if (!one.latin || !other.latin) return null
  if (one.latin === other.latin && one.latin.length >= 3) return 'same-name-other-script'
  return one.sounds === other.sounds && one.sounds!.length >= 3 ? 'sounds-alike' : 'other-names'
}

/** A slip of the pen: in one word that is long enough for it, or in how the words are joined; never in a number. */
function isNear(one: NameForm, other: NameForm): boolean {
  if (one.words.length !== other.words.length)
    return Math.min(one.key.length, other.key.length) >= 8 && distanceBetween(one.key, other.key, 1) <= 1
  const differing = one.words.flatMap((word, place) =>
    word === other.words[place] ? [] : [[word, other.words[place]!]],
  )
  return differing.length === 1 && differing.every(([mine, theirs]) => isSlip(mine!, theirs!))
}

function isSlip(one: string, other: string): boolean {
  if (/\d/.test(one + other)) return false
  const shorter = Math.min(one.length, other.length)
  // A character says more than a letter does.
  const isLatin = /^[a-z]+$/.test(one)
  if (shorter < (isLatin ? 5 : 6)) return false
  return distanceBetween(one, other, 2) <= (shorter >= 12 ? 2 : 1)
}

/** All words of one in the other, beginning with the same: "Demo Catheter" and "Demo Catheter Medical Systems". */
const isWithin = (shorter: readonly string[], longer: readonly string[]): boolean =>
  shorter[0] === longer[0] && shorter.join('').length >= 4 && shorter.every((word) => longer.includes(word))
