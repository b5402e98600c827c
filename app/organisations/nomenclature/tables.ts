import type { Term } from './reading.ts'

type EmdnTermTable = Term & { loaded_at: Date }

declare module '../../platform/db/tables.ts' {
  interface Tables {
    emdn_term: EmdnTermTable
  }
}
