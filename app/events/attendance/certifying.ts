import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { typesetPaper } from '../../agreements/document/typesetting.ts'
import { fullDateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { nameText } from '../../language/names.ts'
import { localTime } from '../../language/times.ts'
import { pick } from '../../language/translated.ts'
import type { Db } from '../../platform/db/tables.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { titleFor, whenFor, whereFor } from '../invitations/wording.ts'
import type { EventView } from '../event.ts'
import type { Registration } from '../registration/registration.ts'

let template: string | undefined

export type Present = { minutes: number | null; at: Date }

/** What is recorded of somebody's presence; null where it is not recorded that they came. */
export async function presenceOf(db: Db, registrationId: string): Promise<Present | null> {
  const row = await db
    .selectFrom('attendance')
    .select(['minutes', 'recorded_at'])
    .where('registration_id', '=', registrationId)
    .where('replaced_at', 'is', null)
    .where('came', '=', true)
    .executeTakeFirst()
  return row ? { minutes: row.minutes, at: row.recorded_at } : null
}

/**
 * A certificate of attendance as tagged PDF, in the reader's language and by the clock of the place. Only for somebody recorded as
 * present: the caller has asked `presenceOf`. The same record gives the same bytes.
 */
export async function certificateFor(
  event: EventView,
  registration: Pick<Registration, 'id' | 'name' | 'affiliation'>,
  present: Present,
  locale: Locale,
): Promise<Uint8Array> {
  const t = catalogues[locale].invitations
  const words = t.certificate
  const hosts = event.hosts.map(({ name }) => pick(name.text, locale, name.original)?.text ?? '').join(', ')
  const issued = fullDateText(locale, localTime(present.at.toISOString(), event.zone).date)
  const sheet = {
    lang: locale,
    documentTitle: `${words.title}: ${titleFor(event, locale)}`,
    title: words.title,
    says: words.says,
    name: nameText(registration.name, locale),
    affiliation: registration.affiliation ?? '',
    took: words.took,
    event: titleFor(event, locale),
    facts: [
      [words.when, whenFor(event, locale, null)],
      [words.where, whereFor(event, locale)],
      [words.hosts, hosts],
      ...(present.minutes === null ? [] : [[words.minutes, t.attendance.minutes({ count: present.minutes })]]),
      [words.issued, issued],
      [words.number, registration.id.slice(-12).toUpperCase()],
    ],
    note: words.note,
  }
  template ??= readFileSync(fileURLToPath(new URL('certificate.typ', import.meta.url)), 'utf8')
  const { pdf } = await typesetPaper(template, sheet, { created: present.at })
  return pdf
}
