import { nameText } from '../../language/names.ts'
import { type Content, pick } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { composeMail } from '../../platform/mail/layout.ts'
import type { Mail } from '../../platform/mail/queue.ts'
import type { EventView } from '../event.ts'
import type { Recipient } from '../invitations/composing.ts'
import type { Audience } from '../invitations/tables.ts'
import { pageOf } from '../invitations/wording.ts'

export type FollowUp = {
  event: EventView
  origin: string
  at: Date
  audience: Audience
  subject: Content
  body: Content
}

/** What the organisers wrote, framed in the recipient's language. Empty lines part paragraphs. */
export function composeFollowUpMail({ event, origin, at, audience, subject, body }: FollowUp, to: Recipient): Mail {
  const { locale } = to
  const t = catalogues[locale].invitations.mails
  const text = pick(body.text, locale, body.original)?.text ?? ''
  const page = pageOf(origin, event, locale)
  return {
    to: { name: nameText(to.name, locale), address: to.address },
    locale,
    kind: `event-follow-up-${audience}`,
    subject: pick(subject.text, locale, subject.original)?.text ?? '',
    about: { kind: 'event', id: event.id },
    at,
    ...composeMail({
      locale,
      greeting: t.greeting({ name: nameText(to.name, locale) }),
      paragraphs: [...text.split(/\n{2,}/).filter((part) => part.trim()), t.page({ address: page })],
      action: to.personalAddress
        ? { label: t.followUp[audience], href: to.personalAddress }
        : { label: t.toPage, href: page },
      footer: to.personalAddress ? t.footer : t.publicFooter,
    }),
  }
}
