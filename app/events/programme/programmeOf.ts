import type { Locale } from '../../language/locales.ts'
import type { Content } from '../../language/translated.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Speaker } from '../tables.ts'

export type ProgrammeItem = {
  id: string
  begins: Date
  minutes: number
  title: Content
  description: Content | null
  speakers: Speaker[]
  languages: Locale[]
}

/** What happens when, in order. Callers have asked already whether the event may be known. */
export async function programmeOf(db: Db | Tx, eventId: string): Promise<ProgrammeItem[]> {
  const rows = await db
    .selectFrom('programme_item')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('begins_at')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    begins: row.begins_at,
    minutes: row.minutes,
    title: row.title,
    description: row.description,
    speakers: row.speakers,
    languages: row.languages,
  }))
}
