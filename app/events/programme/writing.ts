import type { Locale } from '../../language/locales.ts'
import type { Content } from '../../language/translated.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Speaker } from '../tables.ts'

export type ProgrammePlan = {
  begins: Date
  minutes: number
  title: Content
  description?: Content | null
  speakers?: Speaker[]
  /** Spoken in; what else can be heard is the event's interpretation. */
  languages: Locale[]
}

export async function insertProgramme(tx: Tx, eventId: string, items: readonly ProgrammePlan[]): Promise<void> {
  if (items.length === 0) return
  const rows = items.map((item, index) => ({
    id: newId(),
    event_id: eventId,
    position: index + 1,
    begins_at: item.begins,
    minutes: item.minutes,
    title: json(item.title),
    description: item.description ? json(item.description) : null,
    speakers: json(item.speakers ?? []),
    languages: json(item.languages),
  }))
  await tx.insertInto('programme_item').values(rows).execute()
}
