import type { Tx } from '../../platform/db/tables.ts'

/** Gives a successor the turns that somebody has in referrals at an organisation. @returns how many. */
export async function handOverReferrals(
  tx: Tx,
  { organisationId, from, to }: { organisationId: string; from: string; to: string },
): Promise<number> {
  const moved = await tx
    .updateTable('referral_step')
    .set({ responsible_person_id: to })
    .where('responsible_organisation_id', '=', organisationId)
    .where('responsible_person_id', '=', from)
    .where('followed_at', 'is', null)
    .where('due_at', 'is not', null)
    .executeTakeFirst()
  return Number(moved.numUpdatedRows)
}
