import type { Content, Translated } from '../language/translated.ts'
import type { ProfileText } from './profileText.ts'
import type { StoredName } from './storedName.ts'

export type OrganisationKind =
  | 'cluster-organisation'
  | 'company'
  | 'hospital'
  | 'research-institute'
  | 'university'
  | 'foundation'
  | 'public-authority'
  | 'association'

type OrganisationTable = {
  id: string
  slug: string
  kind: OrganisationKind
  name: ProfileText
  legal_form: string | null
  country: string
  seat: ProfileText | null
  time_zone: string
  latitude: number | null
  longitude: number | null
  website: string | null
  description: ProfileText | null
  created_at: Date
}

type ClusterTable = {
  id: string
  slug: string
  name: ProfileText
  managing_organisation_id: string
  regions: ProfileText
  description: ProfileText | null
  created_at: Date
}

type AllianceTable = {
  id: string
  slug: string
  name: ProfileText
  expansion: string | null
  programme: string | null
  programme_expansion: string | null
  purpose: ProfileText | null
  coordinator_cluster_id: string | null
  created_at: Date
}

/** Dates without a time are 'YYYY-MM-DD' on both databases. */
type ClusterMembershipTable = {
  id: string
  organisation_id: string
  cluster_id: string
  since: string | null
  until: string | null
}

type AllianceMembershipTable = {
  id: string
  cluster_id: string
  alliance_id: string
  position: number
  since: string | null
  until: string | null
}

type FigureTable = {
  id: string
  cluster_id: string
  value: number
  qualifier: 'exactly' | 'about' | 'more-than'
  counted: Content
  scope: 'members' | 'founding-members' | 'region'
  named: string[] | null
  as_of: string
  /** The source's own string. */
  source: string
  /** Where that stands: which publication, of when. */
  citation: Translated | null
  position: number
}

type PersonTable = {
  id: string
  name: StoredName
  address: string | null
  locale: string
  time_zone: string
  created_at: Date
  erased_at: Date | null
}

type OfficeTable = {
  id: string
  person_id: string
  organisation_id: string
  title: Content
  unit: Content | null
  since: string | null
  until: string | null
}

declare module '../platform/db/tables.ts' {
  interface Tables {
    organisation: OrganisationTable
    cluster: ClusterTable
    alliance: AllianceTable
    cluster_membership: ClusterMembershipTable
    alliance_membership: AllianceMembershipTable
    figure: FigureTable
    person: PersonTable
    office: OfficeTable
  }
}
