import type { Tx } from '../../platform/db/tables.ts'
import type { Category } from './categories.ts'
import type { Room } from './placing.ts'

/** How full the category is for somebody of this affiliation. To be asked with the category locked. */
export async function roomFor(tx: Tx, category: Category, affiliationKey: string | null): Promise<Room> {
  const counted = await tx
    .selectFrom('registration_decision as decision')
    .innerJoin('registration', 'registration.id', 'decision.registration_id')
    .select((select) => [
      select.fn.countAll<number>().as('confirmed'),
      select.fn.countAll<number>().filterWhere('affiliation_key', '=', affiliationKey).as('own'),
    ])
    .where('decision.category_id', '=', category.id)
    .where('decision.decision', '=', 'confirmed')
    .where('replaced_at', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    capacity: category.capacity,
    confirmed: counted.confirmed,
    capPerAffiliation: affiliationKey === null ? null : category.capPerAffiliation,
    confirmedOfAffiliation: counted.own,
  }
}
