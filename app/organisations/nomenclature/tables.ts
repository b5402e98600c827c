type EmdnTermTable = {
  code: string
  parent: string | null
  /** In English, as the workbook gives it. */
  term: string
  loaded_at: Date
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    emdn_term: EmdnTermTable
  }
}

export {}
