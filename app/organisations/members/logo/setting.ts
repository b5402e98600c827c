import './tables.ts'
import { actorOf } from '../../../accounts/activity.ts'
import type { Scope } from '../../../accounts/scope.ts'
import { recordActivity } from '../../../platform/audit/record.ts'
import type { Services } from '../../../web/env.ts'
import { asKeeper } from '../keeping.ts'
import { imageTypeOf } from './imageType.ts'

/** More than any logo on a page needs (bytes). */
export const LARGEST_LOGO = 300_000

export type LogoRefusal = { refused: 'not-yours' | 'no-profile' | 'not-an-image' | 'image-too-large' }

/** Puts a logo on a member's profile, in the place of another one; null takes it away. */
export async function setLogo(
  services: Services,
  scope: Scope,
  organisationId: string,
  bytes: Uint8Array | null,
): Promise<{ set: boolean } | LogoRefusal> {
  const mediaType = bytes && imageTypeOf(bytes)
  if (bytes && bytes.length > LARGEST_LOGO) return { refused: 'image-too-large' }
  if (bytes && !mediaType) return { refused: 'not-an-image' }
  return asKeeper<{ set: boolean } | LogoRefusal>(services, scope, organisationId, async (tx, now) => {
    const profile = await tx
      .selectFrom('member_profile')
      .select('organisation_id')
      .where('organisation_id', '=', organisationId)
      .where('withdrawn_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!profile) return { refused: 'no-profile' as const }
    if (bytes && mediaType) {
      const logo = { media_type: mediaType, bytes, changed_by: scope.person?.personId ?? null, changed_at: now }
      await tx
        .insertInto('member_logo')
        .values({ organisation_id: organisationId, ...logo })
        .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(logo))
        .execute()
    } else await tx.deleteFrom('member_logo').where('organisation_id', '=', organisationId).execute()
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: organisationId },
      verb: 'profile.logo-set',
      actor: actorOf(scope, organisationId),
      facts: { mediaType, bytes: bytes?.length ?? 0 },
      at: now,
    })
    return { set: bytes !== null }
  })
}
