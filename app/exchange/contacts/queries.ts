import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { Translated } from '../../language/translated.ts'
import { textFor } from '../../organisations/profileText.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Db } from '../../platform/db/tables.ts'
import { keepsLog } from './policy.ts'
import type { ContactKind } from './tables.ts'

export type LogPlace = { id: string; slug: string; name: string; agreements: { id: string; title: Translated }[] }

/** An organisation whose log the asker keeps, with the agreements a contact can be about; null for everybody else. */
export async function logPlace(db: Db, scope: Scope, slug: string, reader: Locale): Promise<LogPlace | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row || !keepsLog(scope, row.id)) return null
  const agreements = await db
    .selectFrom('agreement')
    .innerJoin('agreement_party as party', 'party.agreement_id', 'agreement.id')
    .select(['agreement.id', 'agreement.title'])
    .where('party.organisation_id', '=', row.id)
    .orderBy('agreement.id', 'desc')
    .limit(100)
    .execute()
  return { id: row.id, slug: row.slug, name: textFor(row.name, reader)?.text ?? row.slug, agreements }
}

export type LogEntry = {
  id: string
  kind: ContactKind
  heldOn: string
  counterpart: string
  people: string | null
  agreed: string
  enteredBy: string | null
  steps: { id: string; what: string; dueOn: string; person: string; done: boolean }[]
}

/** What fits one page. */
const PAGE = 50

/** The log, the latest contact first; `before` is the id of the last entry already seen. */
export async function logOf(
  db: Db,
  _scope: Scope,
  organisationId: string,
  reader: Locale,
  before?: string,
): Promise<{ entries: LogEntry[]; older: string | null }> {
  let query = db
    .selectFrom('contact_entry as entry')
    .leftJoin('person', 'person.id', 'entry.entered_by')
    .select(['entry.id', 'entry.kind', 'entry.held_on', 'entry.counterpart', 'entry.people', 'entry.agreed'])
    .select('person.name')
    .where('entry.organisation_id', '=', organisationId)
    .where('entry.withdrawn_at', 'is', null)
    .orderBy('entry.held_on', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(PAGE + 1)
  if (before) {
    query = query.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('entry.held_on', 'entry.id'),
        '<',
        selectFrom('contact_entry as seen')
          .select(['seen.held_on', 'seen.id'])
          .where('seen.id', '=', before)
          .$asTuple('held_on', 'id'),
      ),
    )
  }
  const rows = await query.execute()
  const shown = rows.slice(0, PAGE)
  const steps = await stepsOf(
    db,
    shown.map(({ id }) => id),
  )
  const entries = shown.map((row) => ({
    id: row.id,
    kind: row.kind,
    heldOn: row.held_on,
    counterpart: row.counterpart,
    people: row.people,
    agreed: row.agreed,
    enteredBy: row.name ? storedNameText(row.name, reader) : null,
    steps: steps
      .filter((step) => step.entry_id === row.id)
      .map((step) => ({
        id: step.id,
        what: step.what,
        dueOn: step.due_on,
        person: storedNameText(step.name, reader),
        done: step.done_at !== null,
      })),
  }))
  return { entries, older: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null }
}

async function stepsOf(db: Db, entryIds: string[]) {
  if (entryIds.length === 0) return []
  return db
    .selectFrom('contact_step as step')
    .innerJoin('person', 'person.id', 'step.person_id')
    .select(['step.id', 'step.entry_id', 'step.what', 'step.due_on', 'step.done_at', 'person.name'])
    .where('step.entry_id', 'in', entryIds)
    .orderBy('step.due_on')
    .orderBy('step.id')
    .execute()
}
