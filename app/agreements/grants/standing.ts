import type { Scope } from '../../accounts/scope.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Audience, Opening } from './tables.ts'

export type OpenGrant = { organisationId: string; opens: Opening; audience: Audience; givenAt: Date }

/** What the parties of an agreement open to each other as long as it is in force. The asker was let in to the agreement already. */
export async function grantsOf(db: Db | Tx, _scope: Scope, agreementId: string): Promise<OpenGrant[]> {
  const rows = await db
    .selectFrom('agreement_grant')
    .select(['organisation_id', 'opens', 'audience', 'given_at'])
    .where('agreement_id', '=', agreementId)
    .where('withdrawn_at', 'is', null)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    opens: row.opens,
    audience: row.audience,
    givenAt: row.given_at,
  }))
}
