import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import { json } from '../../platform/db/values.ts'
import type { Addressee } from '../../web/erasing.ts'
import type { PartContents } from './profile.ts'

/** Contact persons of members who have this address, in whichever case it was typed, are named no longer, neither in profiles nor in what an undo would put back. */
export async function eraseContact(tx: Tx, addressee: Addressee): Promise<void> {
  await eraseFromProfiles(tx, addressee)
  await tx.deleteFrom('profile_request').where('address', '=', addressee.address).execute()
  await tx
    .deleteFrom('profile_part_earlier')
    .where('field_group', '=', 'contacts')
    .where(sql<boolean>`position(${addressee.address} in lower(content::text)) > 0`)
    .execute()
  const told = sql<boolean>`position(${addressee.address} in lower(before::text)) > 0`
  await tx
    .updateTable('import_change')
    .set({ before: sql`before #- '{parts,contacts}'` })
    .where(told)
    .execute()
  await tx
    .updateTable('organisation_merge')
    .set({
      before: sql`jsonb_set(before, '{gone,profile_part}', (
        select coalesce(jsonb_agg(part), '[]') from jsonb_array_elements(before -> 'gone' -> 'profile_part') part
        where part ->> 'field_group' <> 'contacts'))`,
    })
    .where(told)
    .execute()
}

async function eraseFromProfiles(tx: Tx, { address, at }: Addressee): Promise<void> {
  const parts = await tx
    .selectFrom('profile_part')
    .select(['organisation_id', 'content', 'revision'])
    .where('field_group', '=', 'contacts')
    .where(sql<boolean>`exists (
      select from jsonb_array_elements(content -> 'people') as one where lower(one ->> 'address') = ${address})`)
    .forUpdate()
    .execute()
  for (const { organisation_id, content, revision } of parts) {
    const people = (content as PartContents['contacts']).people.filter(
      (person) => person.address?.toLowerCase() !== address,
    )
    await tx
      .updateTable('profile_part')
      .set({
        content: json({ people }),
        revision: revision + 1,
        changed_by: null,
        changed_through: null,
        changed_at: at,
      })
      .where('organisation_id', '=', organisation_id)
      .where('field_group', '=', 'contacts')
      .execute()
  }
}
