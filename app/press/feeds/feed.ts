import { Feed } from 'feed'
import type { Locale } from '../../language/locales.ts'
import { type Content, pick } from '../../language/translated.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Release } from '../assembling.ts'
import { paragraphsOf } from '../content.ts'
import { textOf } from '../form/composed.ts'
import { formFor } from '../paper.ts'

export type FeedFacts = {
  t: Catalogue
  locale: Locale
  origin: string
  /** Of one organisation, or of all. */
  organisation: { slug: string; name: Content } | null
  /** What strangers may read now, withdrawn ones included. */
  releases: readonly Release[]
  /** Titles of Atom are HTML as the library writes them, those of RSS plain text by custom. */
  kind: 'atom' | 'rss'
}

const said = (content: Content, locale: Locale): string => pick(content.text, locale, content.original)?.text ?? ''

/** When readers last got something new of this release. */
export function changedAt(release: Release): Date {
  const moments = [
    release.lifting?.at,
    release.withdrawal?.at,
    ...release.corrections.map(({ effectiveAt }) => effectiveAt),
  ].filter((moment): moment is Date => moment instanceof Date)
  return new Date(Math.max(0, ...moments.map((moment) => moment.getTime())))
}

/**
 * One language's feed. Nothing in it depends on when it is asked for, so it changes only when a release does, and readers who ask with an
 * ETag are told so. A withdrawn release stays as an entry without text: feed readers would keep the old one otherwise.
 */
export function feedOf(facts: FeedFacts): Feed {
  const { t, locale, origin, organisation, releases } = facts
  const room = organisation ? `${origin}/${locale}/press/${organisation.slug}` : `${origin}/${locale}`
  const page = organisation ? room : `${origin}/${locale}/releases`
  const name = organisation && said(organisation.name, locale)
  const updated = new Date(Math.max(0, ...releases.map((release) => changedAt(release).getTime())))
  const feed = new Feed({
    title: name ? t.press.room.title({ name }) : `${t.press.list.title} – ${t.common.product}`,
    description: name ? t.press.room.description({ name }) : t.press.list.intro,
    id: page,
    link: page,
    language: locale,
    updated,
    generator: t.common.product,
    copyright: '',
    feedLinks: { atom: `${room}/releases.atom`, rss: `${room}/releases.rss` },
  })
  for (const release of releases) feed.addItem(entryOf(release, facts))
  return feed
}

function entryOf(release: Release, { t, locale, origin, kind }: FeedFacts) {
  const line = (text: string) => (kind === 'atom' ? escaped(text) : text)
  const link = `${origin}/${locale}/releases/${release.slug}`
  const published = release.lifting?.at ?? release.createdAt
  const author = release.issuers.map(({ name }) => ({ name: said(name, locale) }))
  const common = { id: link, link, date: changedAt(release), published, author }
  if (!release.shown) {
    const reason = release.withdrawal?.reason ?? ''
    return { ...common, title: line(t.press.withdrawn.title), description: line(reason), content: escaped(reason) }
  }
  const { content } = release.shown
  const correction = release.corrections.findLast(({ effectiveAt }) => effectiveAt)
  const notice = correction ? [`${t.press.corrections.one}: ${said(correction.reason, locale)}`] : []
  const form = formFor(content, locale)
  const text = content.body ? paragraphsOf(said(content.body, locale)) : (form?.lead ?? []).map(textOf)
  const paragraphs = [...notice, ...text]
  return {
    ...common,
    title: line(said(content.title, locale)),
    description: line(paragraphs[0] ?? ''),
    content: paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n'),
  }
}

/** For HTML inside a feed; the feed's own escaping comes on top. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
