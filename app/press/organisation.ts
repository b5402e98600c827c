import type { Content } from '../language/translated.ts'
import type { Scope } from '../accounts/scope.ts'
import type { Db } from '../platform/db/tables.ts'

export type PressOrganisation = { id: string; slug: string; name: Content }

/** Every organisation has a press room; most are empty. */
export async function pressOrganisation(db: Db, _scope: Scope, slug: string): Promise<PressOrganisation | null> {
  const found = await db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return found ?? null
}
