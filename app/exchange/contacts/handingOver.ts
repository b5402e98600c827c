import type { Tx } from '../../platform/db/tables.ts'

/** Gives a successor the steps that somebody has yet to take for an organisation. @returns how many. */
export async function handOverSteps(
  tx: Tx,
  { organisationId, from, to }: { organisationId: string; from: string; to: string },
): Promise<number> {
  const moved = await tx
    .updateTable('contact_step')
    .set({ person_id: to })
    .where('person_id', '=', from)
    .where('done_at', 'is', null)
    .where('entry_id', 'in', (rows) =>
      rows.selectFrom('contact_entry').select('id').where('organisation_id', '=', organisationId),
    )
    .executeTakeFirst()
  return Number(moved.numUpdatedRows)
}
