import { localTime } from '../language/times.ts'
import { pick } from '../language/translated.ts'
import { isLocale } from '../language/locales.ts'
import { storedNameText } from '../organisations/storedName.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { hashToken, newToken } from '../platform/ids.ts'
import { transaction } from '../platform/db/transaction.ts'
import { composeMail } from '../platform/mail/layout.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Services } from '../web/env.ts'

/** Asks companies what came of their introductions, on the day and in their language. @returns how many were asked. */
export async function askFollowUps(services: Services): Promise<number> {
  const now = services.clock.now()
  const rows = await services.database.db
    .selectFrom('introduction_follow_up')
    .select(['id', 'due_on', 'zone'])
    .where('sent_at', 'is', null)
    .where('answered_at', 'is', null)
    // Who said that it has ended is left in peace.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('introduction_follow_up as earlier')
            .select('earlier.id')
            .whereRef('earlier.referral_id', '=', 'introduction_follow_up.referral_id')
            .whereRef('earlier.organisation_id', '=', 'introduction_follow_up.organisation_id')
            .where('earlier.answer', '=', 'ended'),
        ),
      ),
    )
    // A day early anywhere; whether it has come there is looked at below.
    .where('due_on', '<=', new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10))
    .orderBy('due_on')
    .limit(500)
    .execute()
  let asked = 0
  for (const { id, due_on, zone } of rows)
    if (due_on <= localTime(now.toISOString(), zone).date && (await ask(services, id, now))) asked++
  return asked
}

async function ask(services: Services, id: string, now: Date): Promise<boolean> {
  return transaction(services.database.db, async (tx) => {
    const token = newToken()
    const claimed = await tx
      .updateTable('introduction_follow_up')
      .set({ sent_at: now, token_hash: hashToken(token) })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .returning(['referral_id', 'organisation_id', 'months'])
      .executeTakeFirst()
    if (!claimed) return false
    const { subject } = await tx
      .selectFrom('referral')
      .select('subject')
      .where('id', '=', claimed.referral_id)
      .executeTakeFirstOrThrow()
    const people = await tx
      .selectFrom('role_assignment as held')
      .innerJoin('person', 'person.id', 'held.person_id')
      .select(['person.id', 'person.name', 'person.address', 'person.locale'])
      .distinct()
      .where('held.organisation_id', '=', claimed.organisation_id)
      .where('held.role', 'in', ['member', 'manager'])
      .where('held.ended_at', 'is', null)
      .where('person.erased_at', 'is', null)
      .execute()
    for (const person of people) {
      if (!person.address) continue
      const locale = isLocale(person.locale) ? person.locale : 'en'
      const t = catalogues[locale].impact.mails.followUp
      const name = storedNameText(person.name, locale)
      const facts = { subject: pick(subject.text, locale, subject.original)?.text ?? '', months: claimed.months }
      await queueMail(tx, services.jobs.enqueue, {
        to: { name, address: person.address },
        locale,
        kind: 'follow-up',
        subject: t.subject(facts),
        ...composeMail({
          locale,
          greeting: t.greeting({ name }),
          paragraphs: [t.body(facts)],
          action: { label: t.action, href: `${services.config.origin}/${locale}/follow-ups/${token}` },
          footer: t.footer,
        }),
      })
    }
    return true
  })
}
