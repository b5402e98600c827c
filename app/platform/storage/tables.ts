import type { Defaulted } from '../db/tables.ts'

type BlobTable = {
  sha256: Uint8Array
  media_type: string
  bytes: Uint8Array
  created_at: Defaulted<Date>
}

declare module '../db/tables.ts' {
  interface Tables {
    blob: BlobTable
  }
}
