import './tables.ts'
import type { Db } from '../../../platform/db/tables.ts'
import type { ImageType } from './imageType.ts'

/** When a member's logo was last changed, for its address; null where there is none. A logo is public as the name is. */
export async function logoDate(db: Db, organisationId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('member_logo')
    .select('changed_at')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row?.changed_at ?? null
}

export const logoOf = (db: Db, slug: string): Promise<{ type: ImageType; bytes: Uint8Array } | undefined> =>
  db
    .selectFrom('member_logo')
    .innerJoin('organisation', 'organisation.id', 'member_logo.organisation_id')
    .innerJoin('member_profile', 'member_profile.organisation_id', 'organisation.id')
    .select(['member_logo.media_type as type', 'member_logo.bytes'])
    .where('organisation.slug', '=', slug)
    .where('member_profile.withdrawn_at', 'is', null)
    .executeTakeFirst()
