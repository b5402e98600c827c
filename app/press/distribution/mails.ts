import type { Locale } from '../../language/locales.ts'
import { timeForReader } from '../../language/timesForReader.ts'
import { type Content, pick } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { composeMail } from '../../platform/mail/layout.ts'
import type { Mail } from '../../platform/mail/queue.ts'
import type { Correction, Release, Revision } from '../assembling.ts'
import { paragraphsOf } from '../content.ts'
import { textOf } from '../form/composed.ts'
import { formFor } from '../paper.ts'

export type Recipient = {
  name: string
  address: string
  locale: Locale
  timeZone: string | null
  /** The way out, for whoever is on a list. */
  leave: string | null
}

const said = (content: Content, locale: Locale): string => pick(content.text, locale, content.original)?.text ?? ''

const issuersOf = (release: Release, locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(release.issuers.map(({ name }) => said(name, locale)))

type Written = { subject: string; paragraphs: string[]; action?: { label: string; href: string } }

function mailTo(to: Recipient, release: Release, kind: string, { subject, paragraphs, action }: Written): Mail {
  const t = catalogues[to.locale].press.mails
  const issuers = issuersOf(release, to.locale)
  const footer = to.leave ? t.footerList({ issuers, link: to.leave }) : t.footerAccredited({ issuers })
  return {
    to: { name: to.name, address: to.address },
    locale: to.locale,
    kind,
    subject,
    about: { kind: 'release', id: release.id },
    ...(to.leave ? { headers: { 'List-Unsubscribe': `<${to.leave}>` } } : {}),
    ...composeMail({
      locale: to.locale,
      greeting: t.greeting({ name: to.name }),
      paragraphs,
      ...(action ? { action } : {}),
      footer,
    }),
  }
}

/** The release itself: title, text, and where it stands. */
export function releaseMail(to: Recipient, release: Release, revision: Revision, link: string): Mail {
  const { locale } = to
  const t = catalogues[locale].press.mails
  const { content } = revision
  const form = formFor(content, locale)
  const lines = content.body ? paragraphsOf(said(content.body, locale)) : (form?.lead ?? []).map(textOf)
  return mailTo(to, release, 'press-release', {
    subject: said(content.title, locale),
    paragraphs: [t.released({ issuers: issuersOf(release, locale) }), said(content.title, locale), ...lines],
    action: { label: t.read, href: link },
  })
}

/** What is wrong in what was sent before, and where the right text stands. */
export function correctionMail(
  to: Recipient,
  release: Release,
  revision: Revision,
  correction: Correction,
  link: string,
) {
  const { locale } = to
  const t = catalogues[locale].press.mails
  const title = said(revision.content.title, locale)
  return mailTo(to, release, 'press-correction', {
    subject: t.corrected.subject({ title }),
    paragraphs: [t.corrected.body({ title }), said(correction.reason, locale)],
    action: { label: t.corrected.action, href: link },
  })
}

/** `title` null: it was never public, and who reads this held it under embargo. */
export function withdrawalMail(to: Recipient, release: Release, title: string): Mail {
  const t = catalogues[to.locale].press.mails.withdrawn
  return mailTo(to, release, 'press-withdrawal', {
    subject: t.subject({ title }),
    paragraphs: [t.body({ title, issuers: issuersOf(release, to.locale) }), release.withdrawal?.reason ?? ''].filter(
      Boolean,
    ),
  })
}

const embargoText = (release: Release, to: Recipient): string => {
  const { liftsAt, zone, place, uponSignature } = release.embargo
  const t = catalogues[to.locale].press.release.before
  const time =
    liftsAt &&
    timeForReader(
      { instant: liftsAt.toISOString(), zone, ...(place ? { place } : {}) },
      { locale: to.locale, zone: to.timeZone },
    )
  return [
    time ? t.until({ time: time.text }) : t.untilApproved,
    ...(time?.dayDiffers ? [t.otherDay] : []),
    ...(uponSignature ? [t.andSigned] : []),
  ].join(' ')
}

/** A personal address. What the release is about stands behind it, not in the mail: nothing has been accepted yet. */
export function previewMail(to: Recipient, release: Release, link: string): Mail {
  const t = catalogues[to.locale].press.mails.preview
  const issuers = issuersOf(release, to.locale)
  return mailTo(to, release, 'press-preview', {
    subject: t.subject({ issuers }),
    paragraphs: [t.body({ issuers }), embargoText(release, to), t.personal],
    action: { label: t.action, href: link },
  })
}

/** The embargo moved: whoever holds the text has to know at once. */
export function embargoMail(to: Recipient, release: Release, title: string): Mail {
  const t = catalogues[to.locale].press.mails.embargo
  return mailTo(to, release, 'press-embargo', {
    subject: t.subject({ title }),
    paragraphs: [t.body({ title }), embargoText(release, to), release.embargo.reason ?? ''].filter(Boolean),
  })
}

/** Asked for by somebody who wrote this address into a form: nothing more is sent until they press the button. */
export function confirmationMail(
  to: { name: string; address: string; locale: Locale },
  organisation: Content,
  link: string,
): Mail {
  const t = catalogues[to.locale].press.mails
  const issuer = said(organisation, to.locale)
  return {
    to: { name: to.name, address: to.address },
    locale: to.locale,
    kind: 'press-confirmation',
    subject: t.confirm.subject({ issuer }),
    ...composeMail({
      locale: to.locale,
      greeting: t.greeting({ name: to.name }),
      paragraphs: [t.confirm.body({ issuer })],
      action: { label: t.confirm.action, href: link },
      footer: t.confirm.footer,
    }),
  }
}
