import { dateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { namesText, nameText } from '../../language/names.ts'
import { placeName } from '../../language/places.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { ReleaseOrganisation, ReleaseRecord } from '../record.ts'
import { applyPage } from './applyPage.ts'
import { abbreviationsOf, takingPart } from './alliance.ts'
import { europeanAttendee } from './attendees.ts'
import { europeanMoment } from './clocks.ts'
import { type Block, type ComposedRelease, type Item, type Line, type Note, type Run, textOf } from './composed.ts'
import type { ReleaseEmbargo } from './composing.ts'
import { figureText } from './figures.ts'
import { joined, paragraphs, present, said, SLOTS, spliced, typeset } from './lines.ts'
import { contactPhone } from './telephone.ts'

type European = Exclude<Locale, 'ja'>

/**
 * A release as newsrooms in Europe expect it: from when it may be published, headline, place and date, the news in the first sentences, then when, where
 * and who, how to attend, what the organisations are, notes to editors, and whom to ask.
 */
export function europeanRelease(
  record: ReleaseRecord,
  locale: European,
  t: Catalogue,
  embargo: ReleaseEmbargo,
): ComposedRelease {
  const words = t.releases.form
  return {
    locale,
    form: 'european',
    kind: [{ text: words.kind }],
    issued: [{ text: dateText(locale, record.issuedOn), machine: record.issuedOn }],
    addressees: [{ text: words.addressees }],
    sender: sender(record, locale),
    status: status(record, embargo, locale, t),
    title: [said(record.title, locale) ?? { text: words.kind }],
    subtitle: lineOf(said(record.subtitle, locale)),
    lead: lead(record, locale),
    body: [
      ...section(words.outline, outline(record, locale, t)),
      ...section(words.coverage, coverage(record, locale, t)),
      ...aboutAlliance(record, locale, t),
      ...record.organisations.flatMap((one) => aboutOrganisation(one, locale, t)),
      { kind: 'closing', line: [{ text: words.closing }] },
      ...section(words.notes, notes(record, locale, t)),
      ...contactBlock(record, locale, t),
    ],
    mark: record.demonstration ? words.mark : null,
  }
}

/** French sets a space before its colon and semicolon. */
const colon = (locale: European): string => (locale === 'fr' ? '\u00A0:' : ':')
const semicolon = (locale: European): string => (locale === 'fr' ? '\u202F; ' : '; ')

/** Standing by itself, a word begins with a capital in every language. */
const capital = (run: Run, locale: European): Run => ({
  ...run,
  text: run.text.charAt(0).toLocaleUpperCase(locale) + run.text.slice(1),
})

const lineOf = (run: Line[number] | null): Line | null => (run ? [run] : null)

const section = (heading: string, blocks: Block[]): Block[] =>
  blocks.length > 0 ? [{ kind: 'section', heading: [{ text: heading }], blocks }] : []

/** The organisation under its name for these readers, and beneath it as it writes itself. */
function sender({ issuer }: ReleaseRecord, locale: European): Line[] {
  const name = said(issuer.organisation, locale)
  const own = said(issuer.organisation, issuer.organisation.original)
  const native = own && own.text !== name?.text ? { ...own, lang: own.lang ?? issuer.organisation.original } : null
  const office = issuer.head && said(issuer.head.office, locale)
  const head = issuer.head ? nameText(issuer.head.name, locale) : ''
  const line = joined([office ? [capital(office, locale)] : [], head ? [{ text: head }] : []], `${colon(locale)} `)
  return present([name && [name], native && [native], line.length > 0 && line])
}

function status({ event }: ReleaseRecord, embargo: ReleaseEmbargo, locale: European, t: Catalogue): Line {
  const words = t.releases.form
  if (!embargo || (embargo.liftsAt === null && !embargo.uponSignature)) return [{ text: words.immediate }]
  if (embargo.liftsAt === null) return [{ text: words.uponSignature }]
  const { liftsAt, zone, place } = embargo
  const until = europeanMoment(locale, { begins: liftsAt, zone, place: place ?? event.place, zones: event.zones })
  return spliced(words.embargoed({ until: SLOTS[0] }), [until])
}

/** `Kobe, 22 March 2022 – The Foundation …`: where and when the news is from. */
function lead({ lead: sentences, event, issuedOn }: ReleaseRecord, locale: European): Line[] {
  const [first, ...rest] = sentences.flatMap((sentence) => paragraphs(sentence, locale))
  if (!first) return []
  const dateline = `${placeName(locale, event.zone, event.place)}, ${dateText(locale, issuedOn)} – `
  return [[{ text: dateline, strong: true }, ...first], ...rest]
}

function outline({ event }: ReleaseRecord, locale: European, t: Catalogue): Block[] {
  const words = t.releases.form
  const venue = said(event.venue, locale)
  const sides = (['counterpart', 'own'] as const)
    .map((side) => ({
      label: [{ text: words[side] }],
      attendees: event.attendees
        .filter((attendee) => attendee.side === side)
        .map((attendee) => europeanAttendee(attendee, locale))
        .filter((line) => line.length > 0),
    }))
    .filter(({ attendees }) => attendees.length > 0)
  const items: Item[] = [
    {
      label: [{ text: words.when }],
      value: europeanMoment(locale, event).map((part, at) => (at === 0 ? capital(part, locale) : part)),
      blocks: [],
    },
    { label: [{ text: words.where }], value: lineOf(venue), blocks: [] },
    { label: [{ text: words.attendees }], value: null, blocks: sides.length > 0 ? [{ kind: 'sides', sides }] : [] },
  ]
  return [{ kind: 'items', items: items.filter(({ value, blocks }) => value !== null || blocks.length > 0) }]
}

function coverage(record: ReleaseRecord, locale: European, t: Catalogue): Block[] {
  const { press, event } = record
  const words = t.releases.form
  const rules = press.rules.flatMap((rule) => paragraphs(rule, locale))
  const { deadline } = press
  const hasContact = contactBlock(record, locale, t).length > 0
  const moment = deadline && {
    begins: deadline.instant,
    zone: deadline.zone,
    place: deadline.zone === event.zone ? event.place : undefined,
    zones: event.zones,
    addsYear: true,
  }
  const page = applyPage(record)
  const sentence = page ? words.applyUntil : words.deadline
  const until = moment && spliced(sentence({ until: SLOTS[0] }), [europeanMoment(locale, moment)])
  const how = page ? spliced(words.applyOnPage({ page: SLOTS[0] }), [page]) : hasContact ? [{ text: words.apply }] : []
  const apply = rules.length > 0 || until ? how : []
  return [
    ...(rules.length > 0 ? [{ kind: 'paragraph' as const, line: joined(rules, ' ') }] : []),
    ...[joined([apply, until ? until.map((part) => ({ ...part, strong: true })) : []], ' ')]
      .filter((line) => line.length > 0)
      .map((line): Block => ({ kind: 'paragraph', line })),
  ]
}

function aboutAlliance({ alliance }: ReleaseRecord, locale: European, t: Catalogue): Block[] {
  if (!alliance) return []
  const membership = takingPart(alliance, locale, t)
  const lines = [
    joined([...paragraphs(alliance.description, locale), ...(membership ? [membership] : [])], ' '),
    ...paragraphs(alliance.purpose, locale),
  ].filter((line) => line.length > 0)
  const name = typeset(alliance.name, locale)
  if (name === '') return []
  return section(
    t.releases.form.aboutAlliance({ name }),
    lines.map((line): Block => ({ kind: 'paragraph', line })),
  )
}

function aboutOrganisation(organisation: ReleaseOrganisation, locale: European, t: Catalogue): Block[] {
  const name = said(organisation.name, locale)
  const body = said(organisation.managedBy, locale)
  const lines = paragraphs(organisation.description, locale)
  if (!name || lines.length === 0) return []
  const named: Line = body ? [name, { text: ' (' }, body, { text: ')' }] : [name]
  return [
    {
      kind: 'section',
      heading: spliced(t.releases.form.aboutOrganisation({ name: SLOTS[0] }), [named]),
      blocks: lines.map((line): Block => ({ kind: 'paragraph', line })),
    },
  ]
}

/** What the short names stand for, what each figure counts, and whose marks are whose. */
function notes({ alliance, organisations, marks }: ReleaseRecord, locale: European, t: Catalogue): Block[] {
  const words = t.releases.form
  const abbreviations = alliance ? abbreviationsOf(alliance, locale) : []
  const counted = organisations.flatMap(({ name, figures }) => {
    const texts = present(figures.map((figure) => figureText(figure, locale, t)))
    const who = said(name, locale)
    return who && texts.length > 0 ? [[who, { text: `${colon(locale)} ${texts.join(semicolon(locale))}` }]] : []
  })
  const all: Omit<Note, 'mark'>[] = [
    ...abbreviations.map(({ short, long }) => ({
      line: spliced(words.standsFor({ short: SLOTS[0], long: SLOTS[1] }), [[{ text: short }], long]),
    })),
    ...(counted.length > 0 ? [{ line: [{ text: words.countedApart }], list: counted }] : []),
    ...present(marks.map((mark) => said(mark, locale))).map((mark) => ({
      line: [{ ...mark, text: mark.text.replace(/^※/, '') }],
    })),
  ]
  return all.length > 0 ? [{ kind: 'notes', notes: all.map((note, at) => ({ mark: `${at + 1}.`, ...note })) }] : []
}

function contactBlock(record: ReleaseRecord, locale: European, t: Catalogue): Block[] {
  const { contact } = record.press
  const words = t.releases.form
  const lines = present([
    lineOf(said(contact.organisation, locale)),
    lineOf(said(contact.unit, locale)),
    contact.people.length > 0 && [{ text: typeset(namesText(contact.people, locale), locale) }],
    labelled(words.telephone({ number: SLOTS[0] }), telephone(record, locale)),
    labelled(words.address({ address: SLOTS[0] }), address(contact.address, locale)),
  ]).filter((line) => textOf(line) !== '')
  return lines.length > 0 ? [{ kind: 'contact', heading: [{ text: words.contact }], lines }] : []
}

const labelled = (sentence: string, line: Line): Line => (line.length > 0 ? spliced(sentence, [line]) : [])

/** From abroad: +81 78 306 2231. */
function telephone(record: ReleaseRecord, locale: European): Line {
  const phone = contactPhone(record)
  const written = typeset(record.press.contact.telephone, locale)
  if (!phone) return written === '' ? [] : [{ text: written }]
  const text = phone.international
  return [phone.dialled ? { text, href: `tel:${phone.dialled}` } : { text }]
}

function address(written: string, locale: European): Line {
  const text = typeset(written, locale)
  return text === '' ? [] : [text.includes('@') ? { text, href: `mailto:${text}` } : { text }]
}
