import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { dateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Db } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Services } from '../../web/env.ts'
import { type LogEntry, logOf } from './queries.ts'

/** The whole log, the latest contact first, for those who keep it. It names people, so that it was taken away is recorded. */
export async function exportLog(
  services: Services,
  scope: Scope,
  organisationId: string,
  reader: Locale,
): Promise<LogEntry[]> {
  const { db } = services.database
  const entries = await wholeLog(db, scope, organisationId, reader)
  await transaction(db, (tx) =>
    recordActivity(tx, {
      subject: { kind: 'organisation', id: organisationId },
      verb: 'contact.log-exported',
      actor: actorOf(scope, organisationId),
      facts: { entries: entries.length },
      at: services.clock.now(),
    }),
  )
  return entries
}

async function wholeLog(db: Db, scope: Scope, organisationId: string, reader: Locale): Promise<LogEntry[]> {
  const all: LogEntry[] = []
  let before: string | undefined
  do {
    const { entries, older } = await logOf(db, scope, organisationId, reader, before)
    all.push(...entries)
    before = older ?? undefined
  } while (before)
  return all
}

/** As rows of a sheet, the first of them the names of the columns. Days are `YYYY-MM-DD`, which every spreadsheet sorts. */
export function logRows(t: Catalogue, locale: Locale, entries: LogEntry[]): string[][] {
  const { form, kinds, enteredBy, nextSteps, step: stepIn, done } = t.contacts
  const header = [form.heldOn, form.kind, form.counterpart, form.people, form.agreed, nextSteps, enteredBy]
  const next = ({ what, person, dueOn, done: isDone }: LogEntry['steps'][number]) =>
    [stepIn({ what, person, date: dateText(locale, dueOn) }), isDone ? done : null].filter(Boolean).join(' · ')
  return [
    header,
    ...entries.map((entry) => [
      entry.heldOn,
      kinds[entry.kind],
      entry.counterpart,
      entry.people ?? '',
      entry.agreed,
      entry.steps.map(next).join('\n'),
      entry.enteredBy ?? '',
    ]),
  ]
}
