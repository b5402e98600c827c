import type { Locale } from '../../language/locales.ts'
import type { FieldGroup, PartContents, Visibility } from './profile.ts'

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
  changed_at: Date
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    member_profile: MemberProfileTable
    profile_part: ProfilePartTable
  }
}
