import type { Db } from '../../platform/db/tables.ts'

/** How long an answer is believed: many who come at once are one question to the database. */
const BELIEVED_MS = 5000

/** The event of a public ceremony by its slug; null where there is none that a stranger may know of. */
export function publicCeremonies(db: Db, now: () => number = () => performance.now()) {
  const known = new Map<string, { at: number; eventId: Promise<string | null> }>()
  return (slug: string): Promise<string | null> => {
    const found = known.get(slug)
    if (found && now() - found.at < BELIEVED_MS) return found.eventId
    // Anybody may ask for any slug: what is kept has an end.
    if (known.size > 1000) known.clear()
    const asked = { at: now(), eventId: publicCeremony(db, slug) }
    known.set(slug, asked)
    asked.eventId.catch(() => known.delete(slug))
    return asked.eventId
  }
}

async function publicCeremony(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('event')
    .innerJoin('event_publication', 'event_publication.event_id', 'event.id')
    .innerJoin('ceremony', 'ceremony.event_id', 'event.id')
    .select('event.id')
    .where('event.slug', '=', slug)
    .executeTakeFirst()
  return row?.id ?? null
}
