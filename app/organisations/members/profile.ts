import type { Content } from '../../language/translated.ts'
import type { ProfileText } from '../profileText.ts'
import type { StoredName } from '../storedName.ts'

/** The parts of a member's profile. Each has a visibility of its own; grants of agreements open them by these names. */
export const fieldGroups = ['about', 'products', 'certificates', 'markets', 'facilities', 'contacts'] as const
export type FieldGroup = (typeof fieldGroups)[number]

/**
 * Who sees a part: everybody; those to whom an agreement in force opens it (and the member's own coordinators); the coordinators of the
 * member's clusters; the member alone. Whoever keeps the profile always sees all of it.
 */
export const visibilities = ['public', 'partners', 'coordinators', 'private'] as const
export type Visibility = (typeof visibilities)[number]

export const euClasses = ['I', 'Is', 'Im', 'Ir', 'IIa', 'IIb', 'III', 'A', 'B', 'C', 'D'] as const
export type EuClass = (typeof euClasses)[number]
export const japanClasses = ['I', 'II', 'III', 'IV'] as const
export type JapanClass = (typeof japanClasses)[number]

/** Links of the value chain, in their order. */
export const valueChainLinks = [
  'basic-research',
  'applied-research',
  'development',
  'trials',
  'manufacturing',
  'market',
] as const
export type ValueChainLink = (typeof valueChainLinks)[number]

export const facilityKinds = ['laboratory', 'clean-room', 'desk', 'trial-site', 'regulatory-advice'] as const
export type FacilityKind = (typeof facilityKinds)[number]

export const organisationSizes = ['micro', 'small', 'medium', 'large'] as const
export type OrganisationSize = (typeof organisationSizes)[number]

/** The European and the Japanese class stand side by side; neither says anything about the other, so neither is derived. */
export type Product = {
  name: ProfileText
  emdn: string[]
  jmdn: string[]
  euClass: EuClass | null
  japanClass: JapanClass | null
  /** Technology readiness level, 1 to 9. */
  trl: number | null
}

export type Certificate = {
  /** As "ISO 13485", "CE (MDR)", "PMDA approval". */
  kind: string
  scope: ProfileText | null
  body: string
  number: string | null
  /** `YYYY-MM-DD`. */
  validUntil: string | null
}

export type ContactPerson = {
  name: StoredName
  office: Content | null
  address: string | null
  phone: string | null
}

/** What each part holds, as it lies in `profile_part.content`. */
export type PartContents = {
  about: { description: ProfileText | null; size: OrganisationSize | null; founded: number | null }
  products: { items: Product[]; valueChain: ValueChainLink[] }
  certificates: { items: Certificate[] }
  /** Countries in two letters (ISO 3166-1), languages in two letters (ISO 639-1). */
  markets: { served: string[]; sought: string[]; languages: string[] }
  facilities: { items: { kind: FacilityKind; description: ProfileText }[] }
  contacts: { people: ContactPerson[] }
}
