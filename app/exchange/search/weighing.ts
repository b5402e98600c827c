import type { ProfileText } from '../../organisations/profileText.ts'
import {
  type FieldGroup,
  fieldGroups,
  type PartContents,
  type Visibility,
} from '../../organisations/members/profile.ts'
import { conceptTerm, termsOf } from './analysing.ts'
import { certificateKey, codePrefixes, EVERY, facetTerm } from './facets.ts'
import { finder } from './finding.ts'
import type { AudienceKind } from './tables.ts'

export type SearchedPart = {
  [Group in FieldGroup]: { group: Group; content: PartContents[Group]; visibility: Visibility }
}[FieldGroup]

export type SearchedMember = {
  name: ProfileText
  kind: string
  country: string
  /** Short names of the clusters it is in. */
  clusters: string[]
  /** The organisations that run them. */
  homes: string[]
  organisationId: string
  parts: SearchedPart[]
}

/** Who finds by a posting: everybody (null), or one audience at an organisation. */
export type Audience = {
  organisationId: string
  audience: AudienceKind
  group: FieldGroup | ''
} | null

export type Weighed = { term: string; audience: Audience; impact: number; parts: number }

/** The bit of a part in `posting.parts`; a member's name, kind and country are 1. */
export const partBit = (group: FieldGroup | 'name'): number => (group === 'name' ? 1 : 2 << fieldGroups.indexOf(group))

/** The parts that a posting's bits name. */
export const partsOfBits = (bits: number): (FieldGroup | 'name')[] =>
  (['name', ...fieldGroups] as const).filter((group) => bits & partBit(group))

// BM25 (Robertson and Zaragoza 2009) with its usual constants; the rarity of a term is multiplied in when somebody asks.
const SATURATION = 1.2
const BY_LENGTH = 0.75
const USUAL_LENGTH = 60
const SCALE = 100

type Counted = { terms: Map<string, { count: number; parts: number }>; length: number }

/** What a member is found by, and by whom: per audience and term how much it says, from what that audience may see. */
export function weigh(member: SearchedMember): Weighed[] {
  const byAudience = new Map<string, { audience: Audience; counted: Counted }>()
  const counted = (audience: Audience) => {
    const key = audience ? Object.values(audience).join(' ') : ''
    const found = byAudience.get(key) ?? { audience, counted: { terms: new Map(), length: 0 } }
    byAudience.set(key, found)
    return found.counted
  }
  count(counted(null), namePart(member), partBit('name'))
  for (const part of member.parts) {
    const said = saidIn(part)
    for (const audience of audiencesOf(member, part)) count(counted(audience), said, partBit(part.group))
  }
  return [...byAudience.values()].flatMap(({ audience, counted: { terms, length } }) => {
    const norm = SATURATION * (1 - BY_LENGTH + (BY_LENGTH * length) / USUAL_LENGTH)
    return [...terms].map(([term, { count, parts }]) => {
      const impact = term.startsWith(EVERY)
        ? 1
        : Math.max(1, Math.round((SCALE * count * (SATURATION + 1)) / (count + norm)))
      return { term, audience, impact, parts }
    })
  })
}

type Said = { texts: string[]; terms: string[] }

function count(into: Counted, { texts, terms }: Said, bit: number): void {
  const add = (term: string, times: number) => {
    const before = into.terms.get(term) ?? { count: 0, parts: 0 }
    into.terms.set(term, { count: before.count + times, parts: before.parts | bit })
  }
  for (const text of texts)
    for (const [term, times] of termsOf(text)) {
      add(term, times)
      if (!term.startsWith('#')) into.length += times
    }
  for (const term of terms) add(term, 1)
}

const namePart = ({ name, kind, country, clusters }: SearchedMember): Said => ({
  texts: textsOf(name),
  terms: [
    EVERY,
    facetTerm('kind', kind),
    facetTerm('country', country),
    ...clusters.map((cluster) => facetTerm('cluster', cluster)),
  ],
})

/** The same audiences as the policy of `profile_part` lets through. Contact persons are nobody's search result. */
function audiencesOf({ organisationId, homes }: SearchedMember, { group, visibility }: SearchedPart): Audience[] {
  if (group === 'contacts') return []
  if (visibility === 'public') return [null]
  const own = { organisationId, audience: 'own' as const, group: '' as const }
  if (visibility === 'private') return [own]
  return [
    own,
    ...[...new Set(homes)].map((home) =>
      visibility === 'partners'
        ? { organisationId: home, audience: 'partners' as const, group }
        : { organisationId: home, audience: 'coordinators' as const, group: '' as const },
    ),
  ]
}

function saidIn({ group, content }: SearchedPart): Said {
  if (group === 'about') return { texts: textsOf(content.description), terms: [] }
  if (group === 'products') return productsSaid(content)
  if (group === 'certificates')
    return {
      texts: content.items.flatMap(({ kind, scope, body }) => [kind, body, ...textsOf(scope)]),
      terms: content.items.map(({ kind }) => facetTerm('certificate', certificateKey(kind))),
    }
  if (group === 'markets') return { texts: [], terms: content.sought.map((country) => facetTerm('sought', country)) }
  if (group === 'facilities')
    return { texts: content.items.flatMap(({ description }) => textsOf(description)), terms: [] }
  return { texts: [], terms: [] }
}

function productsSaid({ items, valueChain }: PartContents['products']): Said {
  const codes = [...new Set(items.flatMap(({ emdn }) => emdn))]
  const concepts = new Set(codes.flatMap((code) => finder().byCode(code)))
  return {
    texts: items.flatMap(({ name }) => textsOf(name)),
    terms: [
      ...valueChain.map((link) => facetTerm('chain', link)),
      ...new Set(codes.flatMap(codePrefixes).map((prefix) => facetTerm('emdn', prefix))),
      ...[...concepts].map(conceptTerm),
    ],
  }
}

/** A text in every language in which it is written: whoever asks may use any of them. */
const textsOf = (text: ProfileText | null): string[] => [...new Set(Object.values(text?.text ?? {}))]
