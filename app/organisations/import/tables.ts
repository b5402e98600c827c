import type { ImportChoices } from './choices.ts'
import type { Counts } from './planning/planning.ts'
import type { Before, Left } from './planning/state.ts'

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
  done_by: string | null
  done_at: Date
  counts: Counts
}

type ImportChangeTable = {
  import_id: string
  organisation_id: string
  source_row: number
  kind: 'created' | 'updated' | 'joined'
  before: Before | null
  left_behind: Left
  undone_at: Date | null
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
  }
}
