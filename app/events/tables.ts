import type { Locale } from '../language/locales.ts'
import type { PersonName } from '../language/names.ts'
import type { Content } from '../language/translated.ts'
import type { Defaulted } from '../platform/db/tables.ts'

export type EventKind = 'signing-ceremony' | 'webinar' | 'mission' | 'matchmaking' | 'working-group'
export type CategoryKind = 'press' | 'member' | 'guest' | 'speaker'

/** Where it takes place. An online event's access is never here: see `access/`. */
export type Venue =
  | { kind: 'online'; provider: 'zoom-webinar' | 'link'; note?: Content }
  | { kind: 'place'; name: Content; address?: Content }
  | { kind: 'hybrid'; provider: 'zoom-webinar' | 'link'; name: Content; address?: Content }

/** Who speaks: somebody with a name of their own, or an office (the demonstration's people have no names). */
export type Speaker = { name: PersonName | { label: Content['text'] }; office?: Content; organisationId?: string }

/** One question of a category's form. Its purpose is said beside it, and is what the answer may be used for. */
export type FormField = {
  key: string
  label: Content
  purpose: Content
  kind: 'text' | 'long-text' | 'choice' | 'yes-no' | 'telephone'
  choices?: { key: string; label: Content }[]
  required: boolean
}

/** What somebody agreed to: the purpose in the words they read, and when. */
export type GivenConsent = { purpose: string; version: string; locale: Locale; at: string }

export type Decision = 'pending' | 'confirmed' | 'waiting' | 'late' | 'declined' | 'withdrawn'

type EventTable = {
  id: string
  slug: string
  kind: EventKind
  title: Content
  subtitle: Content | null
  description: Content | null
  zone: string
  begins_at: Date
  ends_at: Date
  venue: Venue
  languages: Locale[]
  interpretation: { from: Locale; to: Locale }[]
  lead_organisation_id: string
  agreement_id: string | null
  demonstration: boolean
  created_by: string | null
  created_at: Date
}

type EventHostTable = { event_id: string; organisation_id: string; position: number }

type EventChangeTable = {
  event_id: string
  sequence: number
  before: Record<string, unknown>
  after: Record<string, unknown>
  changed_by: string | null
  changed_at: Date
}

type EventPublicationTable = { event_id: string; published_by: string | null; published_at: Date }

type EventCancellationTable = {
  event_id: string
  reason: Content | null
  cancelled_by: string | null
  cancelled_at: Date
}

type ProgrammeItemTable = {
  id: string
  event_id: string
  position: number
  begins_at: Date
  minutes: number
  title: Content
  description: Content | null
  speakers: Speaker[]
  languages: Locale[]
}

type RegistrationCategoryTable = {
  id: string
  event_id: string
  kind: CategoryKind
  position: number
  title: Content
  opens_at: Date | null
  closes_at: Date
  /** Whether a registration in the very second of the deadline is in time. */
  closes_inclusive: boolean
  zone: string
  capacity: number | null
  cap_per_affiliation: number | null
  needs_approval: boolean
  waiting_list: boolean
  late_queue: boolean
  fields: FormField[]
}

type RegistrationTable = {
  id: string
  event_id: string
  category_id: string
  arrival: Defaulted<number>
  name: PersonName
  address: string
  address_key: string
  affiliation: string | null
  affiliation_key: string | null
  organisation_id: string | null
  person_id: string | null
  locale: Locale
  time_zone: string
  answers: Record<string, string>
  consents: GivenConsent[]
  manage_hash: Uint8Array
  manage_locked: Defaulted<Uint8Array | null>
  submission_hash: Defaulted<Uint8Array | null>
  registered_at: Date
}

type ConsentWordingTable = { version: string; purpose: string; locale: Locale; wording: string }

type RegistrationDecisionTable = {
  id: string
  registration_id: string
  category_id: string
  decision: Decision
  reason: string | null
  decided_by: string | null
  decided_at: Date
  replaced_at: Date | null
}

declare module '../platform/db/tables.ts' {
  interface Tables {
    event: EventTable
    event_host: EventHostTable
    event_change: EventChangeTable
    event_publication: EventPublicationTable
    event_cancellation: EventCancellationTable
    programme_item: ProgrammeItemTable
    registration_category: RegistrationCategoryTable
    registration: RegistrationTable
    consent_wording: ConsentWordingTable
    registration_decision: RegistrationDecisionTable
  }
}
