import type { Locale } from '../language/locales.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { AssetKind, IssuerNotes, ReleaseContent } from './content.ts'

type ReleaseTable = {
  id: string
  slug: string
  event_id: string | null
  agreement_id: string | null
  lead_organisation_id: string
  demonstration: boolean
  created_by: string | null
  created_at: Date
}

type ReleaseIssuerTable = { release_id: string; organisation_id: string; position: number }

type ReleaseRevisionTable = {
  release_id: string
  revision: number
  content: ReleaseContent
  content_sha256: Uint8Array
  written_by: string | null
  written_at: Date
}

type ReleaseEmbargoTable = {
  id: string
  release_id: string
  /** Null: as soon as everybody has approved. */
  lifts_at: Date | null
  zone: string
  place: Translated | null
  upon_signature: boolean
  reason: string | null
  organisation_id: string | null
  set_by: string | null
  set_at: Date
  replaced_at: Date | null
}

type ReleaseApprovalTable = {
  id: string
  release_id: string
  organisation_id: string
  revision: number
  content_sha256: Uint8Array
  approved_by: string | null
  approved_at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

type ReleaseLiftingTable = { release_id: string; revision: number; lifted_at: Date; noted_at: Date }

type ReleaseCorrectionTable = {
  release_id: string
  revision: number
  reason: Content
  proposed_by: string | null
  proposed_at: Date
  effective_at: Date | null
}

type ReleaseWithdrawalTable = {
  release_id: string
  reason: string
  organisation_id: string
  withdrawn_by: string | null
  withdrawn_at: Date
}

type ReleasePaperTable = { release_id: string; revision: number; locale: Locale; sha256: Uint8Array; made_at: Date }

type ReleasePreviewTable = {
  id: string
  release_id: string
  name: string
  outlet: string
  address: string
  address_key: string
  locale: Locale
  time_zone: string
  token_hash: Uint8Array
  given_by: string | null
  given_at: Date
  accepted_at: Date | null
  accepted_embargo: string | null
  revoked_at: Date | null
  revoked_by: string | null
}

type PressProfileTable = { organisation_id: string; notes: IssuerNotes; revised_by: string | null; revised_at: Date }

type PressAssetTable = {
  id: string
  organisation_id: string
  kind: AssetKind
  title: Content
  alternative: Content | null
  credit: string
  licence: string
  trademark: Content | null
  file_name: string
  media_type: string
  bytes: number
  sha256: Uint8Array
  added_by: string | null
  added_at: Date
  removed_at: Date | null
}

type PressAssetPublicationTable = { asset_id: string; published_by: string | null; published_at: Date }

type PressListTable = {
  id: string
  organisation_id: string
  name: string
  /** Whether anybody may ask to be on it. */
  is_open: boolean
  made_by: string | null
  made_at: Date
}

/** What somebody agreed to receive: in the words they read, or how the press office learnt of it. */
export type ListConsent = { words: string; version: string; how: 'asked-here' | 'given-to-the-press-office' }

type PressSubscriptionTable = {
  id: string
  list_id: string
  name: string
  outlet: string
  address: string
  address_key: string
  locale: Locale
  consent: ListConsent
  subscribed_at: Date
  confirmed_at: Date | null
  ended_at: Date | null
}

type ReleaseDistributionTable = {
  id: string
  release_id: string
  to_accredited: boolean
  list_ids: string[]
  confirmed_by: string | null
  confirmed_at: Date
  cancelled_at: Date | null
}

type ReleaseDeliveryTable = {
  release_id: string
  address_key: string
  /** `lifted`, `correction-3`, `withdrawn`, `embargo-<id>`: for one of them nobody is mailed twice. */
  occasion: string
  mail_id: string
  locale: Locale
  at: Date
}

type ReleaseClippingTable = {
  id: string
  release_id: string
  url: string
  outlet: string
  published_on: string
  language: string
  headline: string
  shown: boolean
  reported_for: string
  reported_by: string | null
  reported_at: Date
  removed_at: Date | null
}

declare module '../platform/db/tables.ts' {
  interface Tables {
    release: ReleaseTable
    release_issuer: ReleaseIssuerTable
    release_revision: ReleaseRevisionTable
    release_embargo: ReleaseEmbargoTable
    release_approval: ReleaseApprovalTable
    release_lifting: ReleaseLiftingTable
    release_correction: ReleaseCorrectionTable
    release_withdrawal: ReleaseWithdrawalTable
    release_paper: ReleasePaperTable
    release_preview: ReleasePreviewTable
    press_profile: PressProfileTable
    press_asset: PressAssetTable
    press_asset_publication: PressAssetPublicationTable
    press_list: PressListTable
    press_subscription: PressSubscriptionTable
    release_distribution: ReleaseDistributionTable
    release_delivery: ReleaseDeliveryTable
    release_clipping: ReleaseClippingTable
  }
}
