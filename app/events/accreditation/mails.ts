import { dateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { nameText, type PersonName } from '../../language/names.ts'
import { type Content, pick } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { composeMail, type MailContent } from '../../platform/mail/layout.ts'
import type { Mail } from '../../platform/mail/queue.ts'
import type { Wanted } from './tables.ts'

type To = { name: PersonName; address: string; locale: Locale }
type About = { id: string; title: Content }

const wordsOf = (locale: Locale) => catalogues[locale].accreditation.mails
const shown = (content: Content, locale: Locale) => pick(content.text, locale, content.original)?.text ?? ''

type Words = Omit<MailContent, 'locale' | 'greeting' | 'footer'> & {
  subject: string
  kind: string
  about?: Mail['about']
}

function mailTo({ name, address, locale }: To, { subject, kind, about, ...content }: Words): Mail {
  const t = wordsOf(locale)
  const shownName = nameText(name, locale)
  return {
    to: { name: shownName, address },
    locale,
    kind,
    subject,
    ...(about ? { about } : {}),
    ...composeMail({ locale, greeting: t.greeting({ name: shownName }), footer: t.footer, ...content }),
  }
}

/** The press office needs something more; the link opens the form for it. */
export function requestMail(to: To, facts: { event: About; wanted: Wanted; note: string | null; link: string }): Mail {
  const t = wordsOf(to.locale).request
  const event = shown(facts.event.title, to.locale)
  return mailTo(to, {
    kind: 'accreditation-request',
    about: { kind: 'event', id: facts.event.id },
    subject: t.subject({ event }),
    paragraphs: [
      t.body({ event }),
      catalogues[to.locale].accreditation.wants[facts.wanted].sentence,
      ...(facts.note ? [t.note({ note: facts.note })] : []),
    ],
    action: { label: t.action, href: facts.link },
  })
}

export function standingLinkMail(to: To, facts: { event: About; link: string; hours: number }): Mail {
  const t = wordsOf(to.locale).standingLink
  const event = shown(facts.event.title, to.locale)
  return mailTo(to, {
    kind: 'standing-link',
    about: { kind: 'event', id: facts.event.id },
    subject: t.subject({ event }),
    paragraphs: [t.body({ event, hours: facts.hours }), t.notYou],
    action: { label: t.action, href: facts.link },
  })
}

export function standingGivenMail(to: To, facts: { organisation: Content; outlet: string; until: string }): Mail {
  const t = wordsOf(to.locale).standingGiven
  const organisation = shown(facts.organisation, to.locale)
  return mailTo(to, {
    kind: 'standing-given',
    subject: t.subject,
    paragraphs: [t.body({ organisation, outlet: facts.outlet, until: dateText(to.locale, facts.until) }), t.how],
  })
}

export function standingRevokedMail(to: To, facts: { organisation: Content; reason: string }): Mail {
  const t = wordsOf(to.locale).standingRevoked
  const organisation = shown(facts.organisation, to.locale)
  return mailTo(to, {
    kind: 'standing-revoked',
    subject: t.subject,
    paragraphs: [t.body({ organisation }), ...(facts.reason ? [t.reason({ reason: facts.reason })] : []), t.what],
  })
}
