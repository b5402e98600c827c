import type { Tx } from '../../platform/db/tables.ts'

/** Gives a successor the undertakings that somebody answers for at an organisation. @returns how many. */
export async function handOverUndertakings(
  tx: Tx,
  { organisationId, from, to }: { organisationId: string; from: string; to: string },
): Promise<number> {
  const moved = await tx
    .updateTable('undertaking')
    .set({ person_id: to })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', from)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(moved.numUpdatedRows)
}
