import type { ImageType } from './imageType.ts'

type MemberLogoTable = {
  organisation_id: string
  media_type: ImageType
  bytes: Uint8Array
  changed_by: string | null
  changed_at: Date
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    member_logo: MemberLogoTable
  }
}
