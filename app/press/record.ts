import type { PersonName } from '../language/names.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { StoredName } from '../organisations/storedName.ts'

/** A party to the event as a release presents it; `own` is the issuer's own side, which gets no honorific. */
export type ReleaseAttendee = {
  name: StoredName | PersonName
  office: Content
  organisation: Content
  country: string
  side: 'counterpart' | 'own'
  honorific: 'Ms.' | 'Mr.' | null
}

/** A count with what is counted; figures with different definitions are never added up. */
export type ReleaseFigure = {
  value: number
  qualifier: 'exactly' | 'about' | 'more-than'
  counted: Content
  named: string[] | null
  asOf: string
  source: string
}

export type ReleaseOrganisation = {
  name: Content
  legalForm: string | null
  /** The body behind a cluster, as the announcement writes it: “Bioindustry Park Silvano Fumero SpA / bioPmed Cluster”. */
  managedBy: Content | null
  country: string
  regions: Content | null
  description: Content | null
  figures: ReleaseFigure[]
}

export type ReleaseContact = {
  organisation: Content
  unit: Content
  /** Of the telephone, ISO 3166-1; without it that of the own side. */
  country?: string
  /** Family names only, as contacts are given in Japan, or full names. */
  people: PersonName[]
  telephone: string
  address: string
}

/** `open`: cannot be mended without asking somebody, so `written` is only a proposal and the release says no more than the source. */
export type ReleaseSlip = { source: string; written: string; note: Content; open?: boolean }

/** Every fact of an announcement, in no language's form yet. Instants as ISO strings, each with the zone it was declared in. */
export type ReleaseRecord = {
  /** The day of issue, YYYY-MM-DD, at the issuer. */
  issuedOn: string
  title: Content
  subtitle: Content | null
  issuer: { organisation: Content; head: { office: Content; name: PersonName } | null }
  /** What is announced, in sentences written by somebody. */
  lead: Content[]
  event: {
    begins: string
    ends: string
    zone: string
    /** A nearer name than the zone's city: Kobe, not Tokyo. */
    place?: Translated
    /** Zones of those who take part elsewhere: releases outside Japan tell the time there too. Without them, that of the reader's language. */
    zones?: string[]
    venue: Content
    attendees: ReleaseAttendee[]
  }
  alliance: {
    name: string
    expansion: string
    programme: string | null
    programmeExpansion: string | null
    /** Whose programme it is: the European Union. */
    programmeOf?: Content | null
    description: Content
    /** What the alliance is for, in a sentence. */
    purpose?: Content | null
    members: { organisation: Content; country: string; regions: Content }[]
  } | null
  organisations: ReleaseOrganisation[]
  press: {
    /** Each rule of coverage in a sentence, in order. */
    rules: Content[]
    deadline: { instant: string; zone: string } | null
    /** Where journalists apply, if there is a page for it (https://…); else they write to the contact. */
    page?: string | null
    contact: ReleaseContact
  }
  /** Trademark notices. */
  marks: Content[]
  /** Slips of the source that are not reproduced: what stands there, and what is written instead. For the issuer, never in a release. */
  slips: ReleaseSlip[]
  demonstration: boolean
}
