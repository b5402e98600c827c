import { releaseDate } from '../../language/japaneseDates.ts'
import { namesText, nameText } from '../../language/names.ts'
import { toFullWidth } from '../../language/numerals.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { ReleaseOrganisation, ReleaseRecord } from '../record.ts'
import { abbreviationsOf, takingPart } from './alliance.ts'
import { japaneseAttendee } from './attendees.ts'
import { japaneseMoment } from './clocks.ts'
import type { Block, ComposedRelease, Item, Line, Side } from './composed.ts'
import type { ReleaseEmbargo } from './composing.ts'
import { figuresLeftOut } from './figures.ts'
import { joined, paragraphs, present, said, SLOTS, spliced, typeset } from './lines.ts'
import { applyPage } from './applyPage.ts'
import { contactPhone } from './telephone.ts'

/**
 * A release as Japanese public bodies write it: date of issue and sender to the right, addressees to the left, the title in the middle, then numbered
 * sections (１．, （１）) with dates in the era and all of it in full width, the other side before one's own, notes at the mark, and 以上 at the end.
 */
export function japaneseRelease(record: ReleaseRecord, t: Catalogue, embargo: ReleaseEmbargo): ComposedRelease {
  const words = t.releases.form
  const sections: { heading: string; blocks: Block[] }[] = [
    { heading: words.outline, blocks: outline(record, t) },
    { heading: words.coverage, blocks: coverage(record, t) },
  ].filter(({ blocks }) => blocks.length > 0)
  const marks = record.marks.map((mark) => said(mark, 'ja'))
  return {
    locale: 'ja',
    form: 'japanese',
    kind: [{ text: words.kind }],
    issued: [{ text: releaseDate(record.issuedOn).replace(/（.）$/, ''), machine: record.issuedOn }],
    addressees: [{ text: words.addressees }],
    sender: sender(record),
    status: status(embargo, t),
    title: [said(record.title, 'ja') ?? { text: words.kind }],
    subtitle: lineOf(said(record.subtitle, 'ja')),
    lead: record.lead.flatMap((sentence) => paragraphs(sentence, 'ja')),
    body: [
      ...sections.map(({ heading, blocks }, at): Block => ({
        kind: 'section',
        heading: [{ text: `${toFullWidth(String(at + 1))}．${heading}` }],
        blocks,
      })),
      ...block(
        'marks',
        present(marks).map((mark) => [{ ...mark, text: mark.text.replace(/^(?!※)/, '※') }]),
      ),
      { kind: 'closing', line: [{ text: words.closing }] },
    ],
    mark: record.demonstration ? words.mark : null,
  }
}

const lineOf = (run: Line[number] | null): Line | null => (run ? [run] : null)

const block = (kind: 'marks', lines: Line[]): Block[] => (lines.length > 0 ? [{ kind, lines }] : [])

function sender({ issuer }: ReleaseRecord): Line[] {
  const organisation = said(issuer.organisation, 'ja')
  const office = issuer.head && said(issuer.head.office, 'ja')
  const name = issuer.head ? nameText(issuer.head.name, 'ja', { japaneseSpace: '\u3000' }) : ''
  const head = joined([office ? [office] : [], name ? [{ text: name }] : []], '\u3000')
  return present([organisation && [organisation], head.length > 0 && head])
}

function status(embargo: ReleaseEmbargo, t: Catalogue): Line | null {
  const words = t.releases.form
  if (!embargo) return null
  if (embargo.liftsAt === null) return embargo.uponSignature ? [{ text: words.uponSignature }] : null
  const until = japaneseMoment({ begins: embargo.liftsAt, zone: embargo.zone })
  return spliced(words.embargoed({ until: SLOTS[0] }), [until])
}

/** Labels of two characters stand as wide as those of three beside them: 日 時, 会 場, 当 方. */
const spread = (label: string): string => (Array.from(label).length === 2 ? Array.from(label).join('\u3000') : label)

/** （１）日 時, （２）出席者 with what the organisations are, （３）会 場; a point of which nothing is known is not counted. */
function outline(record: ReleaseRecord, t: Catalogue): Block[] {
  const words = t.releases.form
  const sides = sidesOf(record, t)
  const attendees: Block[] = sides.length > 0 ? [{ kind: 'sides', sides }] : []
  const venue = said(record.event.venue, 'ja')
  const upper = [
    { label: words.when, value: japaneseMoment(record.event), blocks: [] },
    ...(attendees.length > 0 ? [{ label: words.attendees, value: null, blocks: attendees }] : []),
  ]
  const items = (entries: Named[], before: number): Block[] =>
    entries.length > 0 ? [{ kind: 'items', items: entries.map((entry, at) => numbered(entry, before + at + 1)) }] : []
  return [
    ...items(upper, 0),
    ...aboutAlliance(record, t),
    ...record.organisations.flatMap((one) => aboutOrganisation(one, t)),
    ...items(venue ? [{ label: words.where, value: [venue], blocks: [] }] : [], upper.length),
  ]
}

type Named = { label: string; value: Line | null; blocks: Block[] }

const numbered = ({ label, value, blocks }: Named, at: number): Item => ({
  label: [{ text: `（${toFullWidth(String(at))}）${spread(label)}${value ? '：' : ''}` }],
  value,
  blocks,
})

function sidesOf({ event }: ReleaseRecord, t: Catalogue): Side[] {
  const words = t.releases.form
  return (['counterpart', 'own'] as const)
    .map((side) => ({
      label: [{ text: `${spread(words[side])}：` }],
      attendees: event.attendees
        .filter((attendee) => attendee.side === side)
        .map(japaneseAttendee)
        .filter((line) => line.length > 0),
    }))
    .filter(({ attendees }) => attendees.length > 0)
}

/** MAGIA(*1)とは, with what the marks stand for below it. */
function aboutAlliance({ alliance }: ReleaseRecord, t: Catalogue): Block[] {
  if (!alliance) return []
  const abbreviations = abbreviationsOf(alliance, 'ja')
  const marked = (short: string): Line => {
    const at = abbreviations.findIndex((one) => one.short === short)
    return at < 0 ? [{ text: short }] : [{ text: short }, { text: `(*${at + 1})` }]
  }
  const name = typeset(alliance.name, 'ja')
  const membership = takingPart(alliance, 'ja', t, marked)
  const lines = present([
    joined([...paragraphs(alliance.description, 'ja'), ...(membership ? [membership] : [])], ''),
    ...paragraphs(alliance.purpose, 'ja'),
  ]).filter((line) => line.length > 0)
  if (name === '' || lines.length + abbreviations.length === 0) return []
  const notes = abbreviations.map(({ short, long }, at) => ({
    mark: `*${at + 1}：`,
    line: spliced(t.releases.form.standsFor({ short: SLOTS[0], long: SLOTS[1] }), [[{ text: short }], long]),
  }))
  return [
    {
      kind: 'section',
      heading: spliced(t.releases.form.aboutAlliance({ name: SLOTS[0] }), [marked(name)]),
      blocks: [
        ...lines.map((line): Block => ({ kind: 'paragraph', line })),
        ...(notes.length > 0 ? [{ kind: 'notes' as const, notes }] : []),
      ],
    },
  ]
}

/** bioPmed（Bioindustry Park Silvano Fumero SpA / bioPmed Cluster）の概要 */
function aboutOrganisation(organisation: ReleaseOrganisation, t: Catalogue): Block[] {
  const name = said(organisation.name, 'ja')
  const body = said(organisation.managedBy, 'ja')
  const lines = paragraphs(organisation.description, 'ja')
  const figures = figuresLeftOut(
    organisation,
    lines
      .flat()
      .map(({ text }) => text)
      .join(''),
    'ja',
    t,
  )
  if (!name || (lines.length === 0 && !figures)) return []
  const named: Line = body ? [name, { text: '（' }, body, { text: '）' }] : [name]
  return [
    {
      kind: 'section',
      heading: spliced(t.releases.form.aboutOrganisation({ name: SLOTS[0] }), [named]),
      blocks: [...lines, ...(figures ? [figures] : [])].map((line): Block => ({ kind: 'paragraph', line })),
    },
  ]
}

function coverage(record: ReleaseRecord, t: Catalogue): Block[] {
  const { press } = record
  const rules = press.rules.flatMap((rule) => paragraphs(rule, 'ja'))
  const contact = contactBlock(record, t)
  const apply = applying(record, t)
  // Without a page or a contact there is nowhere to apply to.
  const isOpen = (rules.length > 0 || press.deadline !== null) && (applyPage(record) !== null || contact !== null)
  return [
    ...(rules.length > 0 ? [{ kind: 'paragraph' as const, line: rules.flat() }] : []),
    ...(isOpen ? apply.map((line): Block => ({ kind: 'paragraph', line })) : []),
    ...(contact ? [contact] : []),
  ]
}

/** How to apply, and until when: on a page, or by mail to those named below. */
function applying(record: ReleaseRecord, t: Catalogue): Line[] {
  const words = t.releases.form
  const { deadline } = record.press
  const until = deadline && japaneseMoment({ begins: deadline.instant, zone: deadline.zone, addsYear: true })
  const page = applyPage(record)
  if (page) {
    const lines = [spliced(words.applyOnPage({ page: SLOTS[0] }), [page])]
    return until ? [...lines, spliced(words.applyUntil({ until: SLOTS[0] }), [until])] : lines
  }
  return [until ? spliced(words.deadline({ until: SLOTS[0] }), [until]) : [{ text: words.apply }]]
}

function contactBlock(record: ReleaseRecord, t: Catalogue): Block | null {
  const { contact } = record.press
  const words = t.releases.form
  const organisation = said(contact.organisation, 'ja')
  const unit = said(contact.unit, 'ja')
  const people = typeset(namesText(contact.people, 'ja'), 'ja')
  const desk = joined(
    [unit ? [{ ...unit, text: unit.text.replaceAll(' ', '\u3000') }] : [], people ? [{ text: people }] : []],
    '\u3000',
  )
  const reach = joined(
    [
      labelled(words.telephone({ number: SLOTS[0] }), telephone(record)),
      labelled(words.address({ address: SLOTS[0] }), address(contact.address)),
    ],
    '\u3000',
  )
  const lines = present([organisation && [organisation], desk, reach]).filter((line) => line.length > 0)
  return lines.length > 0 ? { kind: 'contact', heading: [{ text: words.contact }], lines } : null
}

/** On paper in full width, as the form has it; what is dialled is the number. */
function telephone(record: ReleaseRecord): Line {
  const phone = contactPhone(record)
  const written = typeset(record.press.contact.telephone, 'ja')
  if (!phone) return written === '' ? [] : [{ text: written }]
  const text = toFullWidth(phone.national)
  return [phone.dialled ? { text, href: `tel:${phone.dialled}` } : { text }]
}

function address(written: string): Line {
  const text = typeset(written, 'ja')
  return text === '' ? [] : [text.includes('@') ? { text, href: `mailto:${text}` } : { text }]
}

const labelled = (sentence: string, line: Line): Line => (line.length > 0 ? spliced(sentence, [line]) : [])
