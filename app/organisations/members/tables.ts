import type { Locale } from '../../language/locales.ts'
import type { FieldGroup, PartContents, Visibility } from './profile.ts'

/** On what ground personal data crosses a border. */
export type TransferGround = 'same-country' | 'eea' | 'adequacy' | 'consent'

type MemberProfileTable = {
  organisation_id: string
  /** The language the profile is kept in: its texts' original, unless a text says otherwise. */
  language: Locale
  created_by: string | null
  created_at: Date
  withdrawn_at: Date | null
}

type ProfilePartTable = {
  organisation_id: string
  field_group: FieldGroup
  content: PartContents[FieldGroup]
  visibility: Visibility
  revision: number
  changed_by: string | null
  /** The link from a mail it was written through; then `changed_by` is null. */
  changed_through: string | null
  changed_at: Date
}

type ContactReadingTable = {
  id: string
  organisation_id: string
  person_id: string
  reader_organisation_id: string
  purpose: string
  origin: string
  destination: string
  ground: TransferGround
  read_at: Date
}

type TransferConsentTable = {
  organisation_id: string
  destination: string
  given_by: string | null
  given_at: Date
  withdrawn_at: Date | null
}

/** What a part was before; the database writes it. */
type EarlierPartTable = ProfilePartTable

type ProfileRequestTable = {
  id: string
  organisation_id: string
  address: string
  token_hash: Uint8Array
  /** Null: the yearly round asked. */
  asked_by: string | null
  asked_for: string
  asked_at: Date
  expires_at: Date
  revoked_at: Date | null
}

type ProfileCheckTable = { id: string; organisation_id: string; request_id: string; checked_at: Date }

type YearlyOffTable = { organisation_id: string; switched_by: string | null; switched_at: Date }

declare module '../../platform/db/tables.ts' {
  interface Tables {
    member_profile: MemberProfileTable
    profile_part: ProfilePartTable
    profile_part_earlier: EarlierPartTable
    profile_request: ProfileRequestTable
    profile_check: ProfileCheckTable
    profile_yearly_off: YearlyOffTable
    contact_reading: ContactReadingTable
    transfer_consent: TransferConsentTable
  }
}
