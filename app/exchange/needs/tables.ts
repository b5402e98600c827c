import type { ProfileText } from '../../organisations/profileText.ts'

type NeedTable = {
  id: string
  reference: string
  organisation_id: string
  /** The home cluster, whose coordinator reviews it. */
  cluster_id: string
  direction: 'offer' | 'request'
  kind: 'technology' | 'business' | 'research'
  title: ProfileText
  body: ProfileText
  is_anonymous: boolean
  entered_by: string | null
  entered_at: Date
  /** `YYYY-MM-DD`, a day in `zone`; the last on which it stands. */
  expires_on: string
  zone: string
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    need: NeedTable
  }
}
