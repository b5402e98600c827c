import { Temporal } from 'temporal-polyfill'
import { isLocale } from '../language/locales.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Services } from '../web/env.ts'
import type { Agreement } from './agreement.ts'
import { inForceMail } from './mails.ts'
import { enterCarriedTerms } from './undertakings/carrying.ts'

/** The last signature has landed: the term begins, the parties are told, and the document is archived for the long term. */
export async function enterIntoForce(services: Services, tx: Tx, agreement: Agreement, now: Date): Promise<void> {
  const until = lastDay(now, agreement.termMonths, agreement.timeZone)
  await tx
    .insertInto('entry_into_force')
    .values({ agreement_id: agreement.id, in_force_from: now, in_force_until: until })
    .execute()
  await enterCarriedTerms(tx, agreement, until, now)
  await recordActivity(tx, {
    subject: { kind: 'agreement', id: agreement.id },
    verb: 'agreement.entered-into-force',
    actor: { person: null, via: 'system' },
    facts: { until, termMonths: agreement.termMonths },
    at: now,
  })
  for (const signatory of agreement.signatories) {
    const person = await tx
      .selectFrom('person')
      .select(['address', 'locale'])
      .where('id', '=', signatory.personId)
      .executeTakeFirst()
    if (!person?.address) continue
    const locale = isLocale(person.locale) ? person.locale : 'en'
    const link = `${services.config.origin}/${locale}/agreements/${agreement.reference}`
    await queueMail(
      tx,
      services.jobs.enqueue,
      inForceMail({ agreement, signatory, locale, address: person.address, until, link }),
    )
  }
  await services.jobs.enqueue(tx, 'agreements.archive', { agreementId: agreement.id })
}

/**
 * The last day of a term that begins today: two years from 22 March 2022 end with 21 March 2024. The day is counted where the
 * drafting party is, since a term is in days and days differ by place.
 */
export function lastDay(from: Date, months: number, zone: string): string {
  const begins = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  return begins.add({ months }).subtract({ days: 1 }).toString()
}
