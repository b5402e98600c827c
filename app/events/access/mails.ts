import type { Locale } from '../../language/locales.ts'
import { nameText, type PersonName } from '../../language/names.ts'
import { pick } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { composeMail } from '../../platform/mail/layout.ts'
import type { Mail } from '../../platform/mail/queue.ts'
import type { EventView } from '../event.ts'
import { bothTimes } from './times.ts'

/** Carries the personal address: the page behind it has a button, so a scanner that opens it lets nobody in. */
export function accessMail(facts: {
  event: EventView
  registration: { name: PersonName; address: string; locale: Locale; time_zone: string; role: string }
  link: string
}): Mail {
  const { event, registration, link } = facts
  const { locale } = registration
  const t = catalogues[locale].access.mail
  const title = pick(event.title.text, locale, event.title.original)?.text ?? ''
  const name = nameText(registration.name, locale)
  return {
    to: { name, address: registration.address },
    locale,
    kind: 'event-access',
    about: { kind: 'event', id: event.id },
    subject: t.subject({ event: title }),
    ...composeMail({
      locale,
      greeting: t.greeting({ name }),
      paragraphs: [
        t.body({ event: title, when: bothTimes(event, locale, registration.time_zone) }),
        t.yours,
        ...(registration.role === 'press' ? [t.press] : []),
      ],
      action: { label: t.action, href: link },
      footer: t.footer,
    }),
  }
}
