import type { Db, Tx } from '../../../platform/db/tables.ts'
import { hashToken } from '../../../platform/ids.ts'

export type OpenRequest = { id: string; organisationId: string; slug: string; checkedAt: Date | null }

/**
 * The request behind the address in a mail; `over` once it expired or was taken back, null where there is none. Looking changes nothing:
 * mail scanners follow links.
 */
export async function requestByToken(db: Db | Tx, token: string, now: Date): Promise<OpenRequest | 'over' | null> {
  const row = await db
    .selectFrom('profile_request as request')
    .innerJoin('member_profile as profile', 'profile.organisation_id', 'request.organisation_id')
    .innerJoin('organisation', 'organisation.id', 'request.organisation_id')
    .select(['request.id', 'request.organisation_id', 'request.expires_at', 'request.revoked_at'])
    .select(['profile.withdrawn_at', 'organisation.slug'])
    .select((one) =>
      one
        .selectFrom('profile_check')
        .select((all) => all.fn.max('checked_at').as('at'))
        .whereRef('profile_check.request_id', '=', 'request.id')
        .as('checkedAt'),
    )
    .where('request.token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row) return null
  if (row.revoked_at || row.withdrawn_at || row.expires_at <= now) return 'over'
  return { id: row.id, organisationId: row.organisation_id, slug: row.slug, checkedAt: row.checkedAt }
}
