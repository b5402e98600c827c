import { sql } from 'kysely'
import { organisationsOf, type Scope } from '../../accounts/scope.ts'
import { addToDate } from '../../language/dates.ts'
import { startOfDay } from '../../language/times.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { DueItem } from '../../web/due.ts'

/** The next steps that colleagues have yet to take: one's own wait for the asker, the others' for others. The earliest first. */
export async function contactDue(
  db: Db,
  scope: Scope,
  _now: Date,
  limit: number,
): Promise<{ items: DueItem[]; total: number }> {
  const places = organisationsOf(scope, 'manager', 'coordinator')
  if (places.length === 0) return { items: [], total: 0 }
  const rows = await db
    .selectFrom('contact_step as step')
    .innerJoin('contact_entry as entry', 'entry.id', 'step.entry_id')
    .innerJoin('organisation', 'organisation.id', 'entry.organisation_id')
    .select(['step.id', 'step.what', 'step.due_on', 'step.zone', 'step.person_id'])
    .select(['entry.organisation_id', 'entry.counterpart', 'organisation.slug'])
    .select(sql<string>`count(*) over ()`.as('total'))
    .where('entry.organisation_id', 'in', places)
    .where('entry.withdrawn_at', 'is', null)
    .where('step.done_at', 'is', null)
    // One's own before the others', as the page lists them.
    .orderBy(sql`step.person_id <> ${scope.person?.personId ?? null}`)
    .orderBy('step.due_on')
    .orderBy('step.id')
    .limit(limit)
    .execute()
  const items = rows.map((row): DueItem => ({
    kind: 'contact.step',
    subjectId: row.id,
    path: `/contacts/${row.slug}#steps`,
    text: (t) => t.contacts.dueStep({ what: row.what, counterpart: row.counterpart }),
    side: row.person_id === scope.person?.personId ? 'yours' : 'theirs',
    organisationId: row.organisation_id,
    personId: row.person_id,
    due: { at: endOfDay(row.due_on, row.zone), zone: row.zone },
  }))
  return { items, total: Number(rows[0]?.total ?? 0) }
}

/** A step that is due on a day may be taken all that day: it is late when the next one begins. */
const endOfDay = (date: string, zone: string): Date =>
  new Date(Date.parse(startOfDay(addToDate(date, { days: 1 }), zone).instant) - 1)
