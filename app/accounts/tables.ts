import type { Role } from './scope.ts'

type SignInLinkTable = {
  token_hash: Uint8Array
  person_id: string
  return_to: string | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export type SignInMethod = 'mail-link' | 'passkey' | 'invitation' | 'demonstration'

type SessionTable = {
  id: string
  token_hash: Uint8Array
  person_id: string
  method: SignInMethod
  /** Browser and system in two words, so that somebody finds a forgotten session again. */
  device: string
  created_at: Date
  /** To the day: see `session.ts`. */
  last_used_at: Date
  expires_at: Date
  ended_at: Date | null
}

type PasskeyTable = {
  id: string
  person_id: string
  public_key: Uint8Array
  counter: number
  transports: string[]
  label: string
  created_at: Date
  last_used_at: Date | null
  removed_at: Date | null
}

type PasskeyChallengeTable = {
  id: string
  challenge: string
  person_id: string | null
  purpose: string
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

type RoleAssignmentTable = {
  id: string
  person_id: string
  organisation_id: string | null
  role: Role
  given_by: string | null
  given_at: Date
  ended_by: string | null
  ended_at: Date | null
}

type InvitationTable = {
  id: string
  token_hash: Uint8Array
  address: string
  locale: string
  organisation_id: string
  role: Role
  invited_by: string | null
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  accepted_by: string | null
  withdrawn_at: Date | null
}

type AccessTokenTable = {
  id: string
  token_hash: Uint8Array
  person_id: string
  name: string
  scopes: string[]
  created_at: Date
  expires_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

declare module '../platform/db/tables.ts' {
  interface Tables {
    sign_in_link: SignInLinkTable
    session: SessionTable
    passkey: PasskeyTable
    passkey_challenge: PasskeyChallengeTable
    role_assignment: RoleAssignmentTable
    invitation: InvitationTable
    access_token: AccessTokenTable
  }
}
