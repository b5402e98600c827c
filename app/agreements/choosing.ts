import { join } from 'node:path'
import { organisationsOf, type Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import type { Db } from '../platform/db/tables.ts'
import { readTemplate, type Template, templateNames } from './templates/reading.ts'

/** Where the product's own files lie. */
const root = join(import.meta.dirname, '../..')

export const readTemplates = (): Promise<Template[]> =>
  Promise.all(templateNames.map((name) => readTemplate(root, name)))

export type Choices = {
  organisations: { id: string; name: Content }[]
  alliances: { id: string; name: Content }[]
  leads: { id: string; slug: string; name: Content }[]
}

/** What a drafter chooses from: organisations are public, and those the drafter acts for may hold the pen. */
export async function choicesFor(db: Db, scope: Scope): Promise<Choices> {
  const organisations = await db.selectFrom('organisation').select(['id', 'slug', 'name']).orderBy('slug').execute()
  const alliances = await db.selectFrom('alliance').select(['id', 'name']).orderBy('slug').execute()
  const own = organisationsOf(scope, 'coordinator', 'manager')
  return { organisations, alliances, leads: organisations.filter(({ id }) => own.includes(id)) }
}
