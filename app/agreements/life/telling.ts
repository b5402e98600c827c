import { isLocale, type Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { composeMail } from '../../platform/mail/layout.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import type { Agreement } from '../agreement.ts'
import { colleaguesAt } from '../undertakings/people.ts'

type News = { kind: 'suspended' | 'lifted' | 'noticed' | 'retracted'; organisationId: string; reason: string | null }

/** Tells everybody who manages or coordinates a party, in their own language, what one of the parties did. */
export async function tellParties(services: Services, tx: Tx, agreement: Agreement, news: News): Promise<void> {
  await eachOfThem(services, tx, agreement, (locale) => {
    const t = catalogues[locale].life.mails
    const facts = {
      title: pick(agreement.title, locale)?.text ?? agreement.reference,
      party: nameOf(agreement, news, locale),
    }
    return {
      subject: t[news.kind].subject(facts),
      paragraphs: [t[news.kind].body(facts), ...(news.reason ? [t.reason, news.reason] : [])],
    }
  })
}

/** Tells them how many days are left. */
export async function remindOfEnd(services: Services, tx: Tx, agreement: Agreement, days: number): Promise<void> {
  await eachOfThem(services, tx, agreement, (locale) => {
    const t = catalogues[locale].life.mails
    const title = pick(agreement.title, locale)?.text ?? agreement.reference
    return { subject: t.ending.subject({ title, days }), paragraphs: [t.ending.body({ title, days })] }
  })
}

const nameOf = (agreement: Agreement, { organisationId }: News, locale: Locale): string => {
  const party = agreement.parties.find((one) => one.organisationId === organisationId)
  return party ? (pick(party.name.text, locale, party.name.original)?.text ?? party.slug) : ''
}

type Letter = { subject: string; paragraphs: string[] }

async function eachOfThem(
  services: Services,
  tx: Tx,
  agreement: Agreement,
  write: (locale: Locale) => Letter,
): Promise<void> {
  const told = new Set<string>()
  for (const { organisationId } of agreement.parties) {
    for (const colleague of await colleaguesAt(tx, organisationId, 'en')) {
      if (!colleague.address || told.has(colleague.id)) continue
      told.add(colleague.id)
      const locale = isLocale(colleague.locale) ? colleague.locale : 'en'
      const t = catalogues[locale].life.mails
      const { subject, paragraphs } = write(locale)
      const link = `${services.config.origin}/${locale}/agreements/${agreement.reference}/life`
      await queueMail(tx, services.jobs.enqueue, {
        to: { name: colleague.name, address: colleague.address },
        locale,
        kind: 'agreement-life',
        subject,
        about: { kind: 'agreement', id: agreement.id },
        ...composeMail({
          locale,
          greeting: t.greeting({ name: colleague.name }),
          paragraphs,
          action: { label: t.action, href: link },
          footer: t.footer({ reference: agreement.reference }),
        }),
      })
    }
  }
}
