import type { Locale } from '../language/locales.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { StoredName } from '../organisations/storedName.ts'
import type { AgreementText } from './canonical.ts'
import type { Standing } from './policy.ts'
import type { AgreementKind, AuthorityGround } from './tables.ts'

/** An agreement as one thing to read: what the rows of this room say together. */
export type Agreement = {
  id: string
  reference: string
  kind: AgreementKind
  languages: Locale[]
  title: Translated
  preamble: Translated
  termMonths: number
  noticeMonths: number
  leadOrganisationId: string
  demonstration: boolean
  modelNotice: Translated | null
  createdAt: Date
  /** The drafting party's zone: its days count for the term. */
  timeZone: string
  parties: Party[]
  partyIds: string[]
  clauses: Clause[]
  signatories: Signatory[]
  documents: AgreementFile[]
  text: AgreementText
  textHash: string
  inForce: { from: Date; until: string } | null
  /** Where and by whom it was signed, for what was signed elsewhere; null for what is drafted and signed here. */
  registration: Registration | null
  /** Suspended until somebody lifts it: its doors are closed, its days run on. */
  resting: { since: Date; organisationId: string; reason: string } | null
  /** Notice was given; it ends from `from` on, which may be still to come. */
  termination: { from: Date; organisationId: string; reason: string; noticedAt: Date } | null
  /** What it was prepared to renew, and what was prepared to renew it. */
  renews: string | null
  renewedBy: string | null
  publication: { withText: boolean; at: Date } | null
  standing: Standing
}

/** What the register knows of an agreement that was signed elsewhere; null is what nobody knows. */
export type Registration = {
  signedOn: string | null
  /** Parties that are no organisations here, as they are written. */
  others: { name: string; country: string | null }[]
  contacts: string | null
  source: string | null
  note: string | null
  responsiblePersonId: string | null
  scan: { sha256: string; name: string } | null
  registeredBy: string | null
  registeredAt: Date
}

export type Party = {
  organisationId: string
  slug: string
  name: Content
  legalForm: string | null
  country: string
  seat: Content | null
  timeZone: string
  alliance: { id: string; slug: string; name: Content; expansion: string | null } | null
  position: number
  /** This party's consent to the current text, if it stands. */
  approval: { at: Date; by: string | null } | null
  /** An approval of an earlier wording: it says nothing about the current one. */
  approvedEarlierText: boolean
}

export type ClauseText = {
  heading: string
  body: string
  revision: number
  writtenAt: Date
  /** Wordings of the same round say the same. */
  round: number
}

export type Clause = {
  id: string
  slug: string
  number: number
  binding: boolean
  texts: Partial<Record<Locale, ClauseText>>
  /** Languages that have yet to catch up with a rewritten one. */
  lagging: Locale[]
}

export type Signatory = {
  id: string
  organisationId: string
  personId: string
  name: StoredName
  office: Content
  ground: AuthorityGround
  groundReference: string
  groundDate: string | null
  groundLimits: string | null
  displayOrder: number
  signingOrder: number
  field: string
  invitedAt: Date | null
  openedAt: Date | null
  consent: { id: string; at: Date; methods: string[] } | null
  signature: { at: Date; stampedAt: Date; stampedBy: string; certificate: string } | null
}

export type AgreementFile = {
  revision: number
  kind: 'approved' | 'sealed' | 'signed' | 'archived'
  sha256: string
  textHash: string
  facts: Record<string, unknown>
  madeAt: Date
}

/** The PDF signature field of a signatory; of fixed width, since one validator took `sig_p1` for a prefix of `sig_p10`. */
export const fieldName = (displayOrder: number): string => `sig_p${String(displayOrder).padStart(2, '0')}`

/** Where an agreement stands follows from what was done, never from a column that says so. */
export function standingOf(facts: {
  inForce: { until: string } | null
  isRegistered: boolean
  resting: object | null
  termination: { from: Date } | null
  documents: { kind: string }[]
  parties: { approval: unknown }[]
  now: Date
  today: string
}): Standing {
  if (facts.inForce) return standingInForce({ ...facts, until: facts.inForce.until })
  if (facts.isRegistered) return 'registered'
  if (facts.documents.some((document) => document.kind !== 'approved')) return 'signing'
  const approvals = facts.parties.filter((party) => party.approval).length
  if (facts.parties.length > 0 && approvals === facts.parties.length) return 'preparing'
  return approvals > 0 ? 'approving' : 'drafting'
}

/** The same rule as the function `agreement_in_force` of the database, by which doors open and close. */
function standingInForce(facts: {
  until: string
  resting: object | null
  termination: { from: Date } | null
  now: Date
  today: string
}): Standing {
  if (facts.termination && facts.termination.from <= facts.now) return 'terminated'
  if (facts.until < facts.today) return 'ended'
  return facts.resting ? 'suspended' : 'in-force'
}

/** Those who may sign now: everybody of the lowest rank that has not signed. Equal ranks sign in any order. */
export function whoseTurn<S extends { signingOrder: number; signature: unknown }>(signatories: S[]): S[] {
  const waiting = signatories.filter((signatory) => !signatory.signature)
  const next = Math.min(...waiting.map((signatory) => signatory.signingOrder))
  return waiting.filter((signatory) => signatory.signingOrder === next)
}

/**
 * The signatory that a person acts as. Somebody may sign for two parties, one after the other: where it is their turn, else where they
 * have yet to sign, else where they have.
 */
export function signatoryOf(
  { signatories }: Pick<Agreement, 'signatories'>,
  person: { personId: string } | null,
): Signatory | undefined {
  const own = (among: Signatory[]) => among.find(({ personId }) => personId === person?.personId)
  return own(whoseTurn(signatories)) ?? own(signatories.filter(({ signature }) => !signature)) ?? own(signatories)
}
