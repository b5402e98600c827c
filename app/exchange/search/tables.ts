import type { Generated } from 'kysely'
import type { FieldGroup } from '../../organisations/members/profile.ts'

/** A member's own people, the coordinators of a home, or those to whom a home has opened one part. */
export type AudienceKind = 'own' | 'coordinators' | 'partners'

type TermTable = { id: Generated<number>; term: string; df: Generated<number> }

type SearchedProfileTable = {
  profile: Generated<number>
  organisation_id: string
  /** Which state of the thesaurus it was read with. */
  thesaurus: string
  indexed_at: Date
}

type SearchScopeTable = {
  id: Generated<number>
  organisation_id: string
  audience: AudienceKind
  field_group: FieldGroup | ''
}

type PostingTable = {
  term_id: number
  profile: number
  /** 0: everybody; else a row of `search_scope`. */
  scope: number
  impact: number
  /** Bits: `partBit`. */
  parts: number
}

type SearchDueTable = { organisation_id: string; due_at: Generated<Date> }

declare module '../../platform/db/tables.ts' {
  interface Tables {
    term: TermTable
    searched_profile: SearchedProfileTable
    search_scope: SearchScopeTable
    posting: PostingTable
    search_due: SearchDueTable
  }
}
