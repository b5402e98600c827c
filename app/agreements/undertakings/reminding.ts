import { sql } from 'kysely'
import { addToDate, type CalendarDate, dateText } from '../../language/dates.ts'
import { isLocale } from '../../language/locales.ts'
import { localTime } from '../../language/times.ts'
import { pick, type Translated } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { composeMail } from '../../platform/mail/layout.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import { openDays } from './due.ts'
import { colleaguesAt } from './people.ts'

/** How long before a day somebody is reminded of it. */
const AHEAD = { days: 14 }

type OpenDay = {
  id: string
  reference: string
  organisationId: string
  personId: string | null
  title: Translated
  due: CalendarDate
  zone: string
}

/** Reminds those who answer for an undertaking, two weeks before its day and once it is over; each once. */
export async function remindOfUndertakings(services: Services): Promise<number> {
  const { db } = services.database
  const now = services.clock.now()
  const horizon = addToDate(now.toISOString().slice(0, 10), { days: AHEAD.days + 1 })
  const open = await sql<OpenDay>`${openDays(now, horizon)}`.execute(db)
  let sent = 0
  for (const day of open.rows) if (await remind(services, day, now)) sent++
  return sent
}

async function remind(services: Services, day: OpenDay, now: Date): Promise<boolean> {
  const today = localTime(now.toISOString(), day.zone).date
  if (day.due > addToDate(today, AHEAD)) return false
  const kind = day.due < today ? 'late' : 'soon'
  return transaction(services.database.db, async (tx) => {
    const claimed = await tx
      .insertInto('undertaking_reminder')
      .values({ undertaking_id: day.id, due_on: day.due, kind, sent_at: now })
      .onConflict((conflict) => conflict.columns(['undertaking_id', 'due_on', 'kind']).doNothing())
      .returning('kind')
      .executeTakeFirst()
    if (claimed) await write(services, tx, day, kind)
    return claimed !== undefined
  })
}

/** To the person named; to all who manage or coordinate the party where nobody is, or where that person is gone. */
async function write(services: Services, tx: Tx, day: OpenDay, kind: 'soon' | 'late'): Promise<void> {
  const colleagues = await colleaguesAt(tx, day.organisationId, 'en')
  const named = colleagues.filter(({ id }) => id === day.personId)
  for (const { name, address, locale: spoken } of named.length > 0 ? named : colleagues) {
    if (!address) continue
    const locale = isLocale(spoken) ? spoken : 'en'
    const t = catalogues[locale].undertakings.mails
    const facts = { what: pick(day.title, locale)?.text ?? '', date: dateText(locale, day.due) }
    await queueMail(tx, services.jobs.enqueue, {
      to: { name, address },
      locale,
      kind: 'undertaking-due',
      subject: t[kind].subject(facts),
      ...composeMail({
        locale,
        greeting: t.greeting({ name }),
        paragraphs: [t[kind].body(facts)],
        action: {
          label: t.action,
          href: `${services.config.origin}/${locale}/agreements/${day.reference}/undertakings/${day.id}`,
        },
        footer: t.footer({ reference: day.reference }),
      }),
    })
  }
}
