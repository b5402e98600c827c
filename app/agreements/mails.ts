import { dateText } from '../language/dates.ts'
import type { Locale } from '../language/locales.ts'
import { pick } from '../language/translated.ts'
import { storedNameText } from '../organisations/storedName.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { composeMail } from '../platform/mail/layout.ts'
import type { Agreement, Signatory } from './agreement.ts'
import { partyOf } from './wording.ts'

type ToSignatory = { agreement: Agreement; signatory: Signatory; locale: Locale; address: string }

const titleOf = ({ agreement, locale }: ToSignatory) => pick(agreement.title, locale)?.text ?? agreement.reference

function mailTo(
  to: ToSignatory,
  kind: string,
  subject: string,
  content: Omit<Parameters<typeof composeMail>[0], 'locale'>,
) {
  const name = storedNameText(to.signatory.name, to.locale)
  return {
    to: { name, address: to.address },
    locale: to.locale,
    kind,
    subject,
    about: { kind: 'agreement', id: to.agreement.id },
    ...composeMail({ locale: to.locale, ...content }),
  }
}

export function invitationMail(to: ToSignatory & { link: string }) {
  const t = catalogues[to.locale].agreements.mails.invitation
  const { name: partyName } = partyOf(to.agreement, to.signatory)
  const organisation = pick(partyName.text, to.locale, partyName.original)?.text ?? ''
  return mailTo(to, 'signing-invitation', t.subject({ title: titleOf(to) }), {
    greeting: t.greeting({ name: storedNameText(to.signatory.name, to.locale) }),
    paragraphs: [t.body({ title: titleOf(to), organisation })],
    action: { label: t.action, href: to.link },
    footer: t.footer({ reference: to.agreement.reference }),
  })
}

export function codeMail(to: ToSignatory & { code: string }) {
  const t = catalogues[to.locale].agreements.mails.code
  return mailTo(to, 'consent-code', t.subject({ code: to.code }), {
    greeting: t.greeting({ name: storedNameText(to.signatory.name, to.locale) }),
    paragraphs: [t.body({ code: to.code, title: titleOf(to) })],
    footer: t.footer,
  })
}

export function inForceMail(to: ToSignatory & { until: string; link: string }) {
  const t = catalogues[to.locale].agreements.mails.inForce
  return mailTo(to, 'agreement-in-force', t.subject({ title: titleOf(to) }), {
    greeting: t.greeting({ name: storedNameText(to.signatory.name, to.locale) }),
    paragraphs: [t.body({ title: titleOf(to), until: dateText(to.locale, to.until) })],
    action: { label: t.action, href: to.link },
    footer: t.footer({ reference: to.agreement.reference }),
  })
}
