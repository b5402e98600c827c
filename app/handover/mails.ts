import type { Locale } from '../language/locales.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { composeMail } from '../platform/mail/layout.ts'
import type { Mail } from '../platform/mail/queue.ts'

export type HandoverFacts = {
  to: { name: string; address: string }
  from: string
  organisation: string
  /** How many responsibilities moved. */
  count: number
  note: string | null
  locale: Locale
  link: string
}

/** To the successor: what has become theirs, what the predecessor wanted to say, and where all of it stands. */
export function handoverMail({ to, from, organisation, count, note, locale, link }: HandoverFacts): Mail {
  const t = catalogues[locale].handover.mail
  return {
    to,
    locale,
    kind: 'handover',
    subject: t.subject({ from, organisation }),
    ...composeMail({
      locale,
      greeting: t.greeting({ name: to.name }),
      paragraphs: [t.body({ from, organisation, count }), ...(note ? [t.note, note] : [])],
      action: { label: t.action, href: link },
      footer: t.footer,
    }),
  }
}
