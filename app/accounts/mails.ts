import type { Locale } from '../language/locales.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { composeMail } from '../platform/mail/layout.ts'
import type { Mail } from '../platform/mail/queue.ts'
import type { Role } from './scope.ts'
import { linkLife } from './signInLinks.ts'

type To = { name: string; address: string; locale: Locale }

export function signInMail({ name, address, locale, link }: To & { link: string }): Mail {
  const t = catalogues[locale].accounts.mails.signIn
  return {
    to: { name, address },
    locale,
    kind: 'sign-in',
    subject: t.subject,
    ...composeMail({
      locale,
      greeting: t.greeting({ name }),
      paragraphs: [t.body({ minutes: linkLife / 60_000 })],
      action: { label: t.action, href: link },
      footer: t.footer,
    }),
  }
}

export type InvitationFacts = {
  address: string
  locale: Locale
  organisation: string
  role: Role
  /** Null where the installation itself invites. */
  inviter: string | null
  link: string
  days: number
}

/** Somebody who is invited has no name here yet: the greeting does without. */
export function invitationMail({ address, locale, organisation, role, inviter, link, days }: InvitationFacts): Mail {
  const words = catalogues[locale].accounts
  const t = words.mails.invitation
  const roleName = words.roles[role].name
  return {
    to: { address },
    locale,
    kind: 'invitation',
    subject: t.subject({ organisation }),
    ...composeMail({
      locale,
      greeting: t.greeting,
      paragraphs: [
        inviter ? t.invitedBy({ inviter, organisation, role: roleName }) : t.invited({ organisation, role: roleName }),
        words.roles[role].description,
        t.validFor({ days }),
      ],
      action: { label: t.action, href: link },
      footer: t.footer,
    }),
  }
}
