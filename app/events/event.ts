import type { Locale } from '../language/locales.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { CategoryKind, EventKind, FormField, Speaker, Venue } from './tables.ts'

/** An organisation that invites, with the place whose clock its people live by. */
export type EventHost = { id: string; slug: string; name: Translated; timeZone: string; seat: Translated | null }

export type ProgrammeItem = {
  id: string
  begins: Date
  minutes: number
  title: Content
  description: Content | null
  speakers: Speaker[]
  languages: Locale[]
}

/** The rules by which one kind of guest is taken in. */
export type Category = {
  id: string
  kind: CategoryKind
  title: Content
  opensAt: Date | null
  closesAt: Date
  closesInclusive: boolean
  zone: string
  capacity: number | null
  capPerAffiliation: number | null
  needsApproval: boolean
  waitingList: boolean
  lateQueue: boolean
  fields: FormField[]
}

/** An event as its readers know it. Nothing in here lets anybody in. */
export type EventView = {
  id: string
  slug: string
  kind: EventKind
  title: Content
  subtitle: Content | null
  description: Content | null
  zone: string
  begins: Date
  ends: Date
  venue: Venue
  languages: Locale[]
  interpretation: { from: Locale; to: Locale }[]
  leadOrganisationId: string
  /** Those who invite besides the lead. */
  hostIds: string[]
  /** The lead first, then the others in the order of display. */
  hosts: EventHost[]
  agreementId: string | null
  demonstration: boolean
  published: { at: Date } | null
  cancelled: { at: Date; reason: Content | null } | null
  /** How often what the invited must know has changed; calendars number by it. */
  sequence: number
  programme: ProgrammeItem[]
  categories: Category[]
}
