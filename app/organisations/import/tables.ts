import type { Actor } from '../../platform/audit/record.ts'
import type { Reason } from './duplicates/scoring.ts'
import type { ImportChoices } from './choices.ts'
import type { Before, Left } from './planning/state.ts'
import type { Counts } from './planning/planning.ts'

type MemberImportTable = {
  id: string
  cluster_id: string
  created_by: string | null
  created_at: Date
  file_name: string
  kind: 'csv' | 'xlsx'
  bytes: number
  choices: ImportChoices
  revision: number
}

type ImportActTable = {
  id: string
  import_id: string
  cluster_id: string
  act: 'applied' | 'undone'
  asked_by: string | null
  asked_via: Actor['via']
  asked_at: Date
  /** How far it has come: `waiting`, `reading`, `writing`, `comparing`, `done`. */
  stage: string
  done_at: Date | null
  failed_at: Date | null
  counts: Counts | null
}

type ImportChangeTable = {
  import_id: string
  organisation_id: string
  source_row: number
  kind: 'created' | 'updated' | 'joined'
  before: Before | null
  left_behind: Left
  undone_at: Date | null
  kept_because: string | null
}

type DuplicateProposalTable = {
  id: string
  cluster_id: string
  one_id: string
  other_id: string
  score: number
  reasons: Reason[]
  found_at: Date
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    member_import: MemberImportTable
    import_file: { import_id: string; contents: Uint8Array }
    import_mapping: { cluster_id: string; fingerprint: string; choices: ImportChoices; saved_at: Date }
    import_act: ImportActTable
    import_change: ImportChangeTable
    member_external_id: {
      cluster_id: string
      external_id: string
      organisation_id: string
      import_id: string | null
    }
    organisation_history: {
      id: string
      organisation_id: string
      version: string
      name: string
      city: string | null
      country: string
      import_id: string | null
    }
    duplicate_proposal: DuplicateProposalTable
    duplicate_dismissal: { proposal_id: string; dismissed_by: string | null; dismissed_at: Date }
  }
}
