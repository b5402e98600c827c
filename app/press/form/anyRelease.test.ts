import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeOracle } from '../../../test/oracles/program.ts'
import { type Locale, locales } from '../../language/locales.ts'
import type { PersonName } from '../../language/names.ts'
import type { Content } from '../../language/translated.ts'
import type { ReleaseAttendee, ReleaseRecord } from '../record.ts'
import { type Block, textOf } from './composed.ts'
import { composeRelease } from './composing.ts'
import { releasePdf } from './pdf.ts'
import { unprintableIn } from './sheet.ts'
import { linesOf } from './slips.ts'
import { asked, bare, htmlOf, textOfHtml, textOfPdf } from './testing/pages.tsx'

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=a>',
  '#panic() *b* _i_ $x^2$ @ref `raw` // c',
  '\\u{41} [h] {p} = h',
  '\uE000\uE001',
  '𠮷邉 髙﨑',
  '🤝 ॐ',
  ' ',
  '',
  '第１項\n\n第２項\n続き',
  'あ'.repeat(300),
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik'.repeat(3),
]

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.lorem({ maxCount: 6 }),
)
const content: fc.Arbitrary<Content> = fc.record({
  original: fc.constantFrom(...locales),
  text: fc.dictionary(fc.constantFrom(...locales), text, { noNullPrototype: true }),
})
const name: fc.Arbitrary<PersonName> = fc.record(
  {
    order: fc.constantFrom('family-first' as const, 'given-first' as const),
    native: fc.record({ family: text, given: text }, { requiredKeys: ['family'] }),
    latin: fc.record({ family: text, given: text }, { requiredKeys: ['family'] }),
  },
  { requiredKeys: ['order', 'native'] },
)
const zone = fc.constantFrom('Asia/Tokyo', 'Europe/Paris', 'America/New_York', 'UTC', 'Asia/Kolkata', 'Mars/Olympus')
const instant = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const country = fc.constantFrom('IT', 'JP', 'XX', '', 'bx')
const attendee: fc.Arbitrary<ReleaseAttendee> = fc.record({
  name: fc.oneof(
    name,
    fc.record({ label: fc.dictionary(fc.constantFrom(...locales), text, { noNullPrototype: true }) }),
  ),
  office: content,
  organisation: content,
  country,
  side: fc.constantFrom('counterpart' as const, 'own' as const),
  honorific: fc.constantFrom('Ms.' as const, 'Mr.' as const, null),
})
const figure = fc.record({
  value: fc.nat({ max: 2_000_000 }),
  qualifier: fc.constantFrom('exactly' as const, 'about' as const, 'more-than' as const),
  counted: content,
  named: fc.option(fc.array(text, { maxLength: 3 })),
  asOf: fc.constant('2022-03-22'),
  source: text,
})
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 })
const record: fc.Arbitrary<ReleaseRecord> = fc.record({
  issuedOn: instant.map((at) => at.slice(0, 10)),
  title: content,
  subtitle: fc.option(content),
  issuer: fc.record({ organisation: content, head: fc.option(fc.record({ office: content, name })) }),
  lead: few(content),
  event: fc.record({
    begins: instant,
    ends: instant,
    zone,
    zones: few(zone),
    venue: content,
    attendees: few(attendee),
  }),
  alliance: fc.option(
    fc.record({
      name: text,
      expansion: text,
      programme: fc.option(text),
      programmeExpansion: fc.option(text),
      description: content,
      members: few(fc.record({ organisation: content, country, regions: content })),
    }),
  ),
  organisations: few(
    fc.record({
      name: content,
      legalForm: fc.constant(null),
      managedBy: fc.option(content),
      country,
      regions: fc.option(content),
      description: fc.option(content),
      figures: few(figure),
    }),
  ),
  press: fc.record({
    rules: few(content),
    deadline: fc.option(fc.record({ instant, zone })),
    page: fc.oneof(text, fc.webUrl(), fc.constant(null)),
    contact: fc.record({ organisation: content, unit: content, people: few(name), telephone: text, address: text }),
  }),
  marks: few(content),
  slips: fc.constant([]),
  demonstration: fc.boolean(),
})

const locale: fc.Arbitrary<Locale> = fc.constantFrom(...locales)

function headingsOf(blocks: Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'section') return [textOf(block.heading), ...headingsOf(block.blocks)]
    return block.kind === 'contact' ? [textOf(block.heading)] : []
  })
}

/** Blocks with nothing in them, which would leave a heading or a mark alone. */
function hollow(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'section') return block.blocks.length === 0 ? [block] : hollow(block.blocks)
    if (block.kind === 'items')
      return block.items.some(({ value, blocks: inner }) => value === null && inner.length === 0) ? [block] : []
    if (block.kind === 'sides') return block.sides.every(({ attendees }) => attendees.length > 0) ? [] : [block]
    return linesOf({ ...EMPTY, body: [block] })
      .slice(HEAD)
      .some((line) => textOf(line).trim() === '')
      ? [block]
      : []
  })
}

const EMPTY = {
  locale: 'en' as const,
  form: 'european' as const,
  kind: [],
  issued: [],
  addressees: [],
  sender: [],
  status: null,
  title: [],
  subtitle: null,
  lead: [],
  body: [],
  mark: null,
}
const HEAD = linesOf(EMPTY).length

describe('a release of any event', () => {
  test('is composed whatever is missing, without a heading that says nothing', () => {
    fc.assert(
      fc.property(record, locale, (any, reader) => {
        const composed = composeRelease(any, reader)
        expect(textOf(composed.title).trim()).not.toBe('')
        for (const heading of headingsOf(composed.body)) expect(heading.replaceAll(/[\s\p{P}]/gu, '')).not.toBe('')
        expect(hollow(composed.body)).toEqual([])
        expect(linesOf(composed).map(textOf).join('\n')).not.toMatch(/undefined|NaN|\[object|\bnull\b/)
      }),
      { numRuns: 300 },
    )
  })

  test('shows no markup but its own', () => {
    fc.assert(
      fc.property(record, locale, (any, reader) => {
        const composed = composeRelease(any, reader)
        const html = htmlOf(composed)
        expect(html).not.toMatch(/<script|<img/)
        const told = bare(textOfHtml(html))
        for (const line of linesOf(composed)) expect(told).toContain(bare(textOf(line)))
      }),
      { numRuns: 100 },
    )
  })

  test('needs no alliance, no deadline and one attendee', () => {
    const said = (ja: string, en: string): Content => ({ original: 'ja', text: { ja, en } })
    const short: ReleaseRecord = {
      issuedOn: '2027-05-01',
      title: said('覚書の締結について', 'On a memorandum'),
      subtitle: null,
      issuer: { organisation: said('甲機構', 'Organisation A'), head: null },
      lead: [],
      event: {
        begins: '2027-05-01T14:30:00Z',
        ends: '2027-05-01T15:10:00Z',
        zone: 'Asia/Tokyo',
        venue: { original: 'ja', text: {} },
        attendees: [
          {
            name: { order: 'given-first', native: { family: 'Rossi', given: 'Ada' } },
            office: said('会長', 'Chair'),
            organisation: { original: 'it', text: { it: 'Polo B' } },
            country: 'IT',
            side: 'counterpart',
            honorific: null,
          },
        ],
      },
      alliance: null,
      organisations: [],
      press: {
        rules: [],
        deadline: null,
        contact: { organisation: said('', ''), unit: said('', ''), people: [], telephone: '', address: '' },
      },
      marks: [],
      slips: [],
      demonstration: false,
    }
    expect(linesOf(composeRelease(short, 'ja')).map(textOf)).toEqual([
      '報道発表資料',
      '令和９年５月１日',
      '報道関係者各位',
      '甲機構',
      '覚書の締結について',
      '１．概要',
      '（１）日　時：',
      '令和９年５月１日（土）２３：３０～令和９年５月２日（日）０：１０（日本時間）',
      '（２）出席者',
      '相手方：',
      '（イタリア）Polo B, 会長　Ada Rossi　氏',
      '以上',
    ])
    const abroad = { ...short, event: { ...short.event, zones: ['America/New_York', 'Europe/Rome'] } }
    expect(linesOf(composeRelease(abroad, 'en')).map(textOf)).toContain(
      'Saturday 1 May 2027, 11:30\u00A0p.m. to 12:10\u00A0a.m. (Sunday 2 May) Tokyo time (10:30–11:10\u00A0a.m. Eastern Time; 4:30–5:10\u00A0p.m.\u00A0CEST)',
    )
  })
})

describeOracle(['pdftotext', 'qpdf'], 'the paper of any release', () => {
  const created = new Date('2022-03-22T00:00:00Z')

  test('is set, sound, and prints what looks like markup', async () => {
    await fc.assert(
      fc.asyncProperty(record, locale, async (any, reader) => {
        const pdf = await releasePdf(composeRelease(any, reader), { created })
        expect(pdf.length).toBeGreaterThan(1000)
      }),
      { numRuns: 25 },
    )
    const markup = '#panic() *b* _i_ $x$ @ref `raw` // <b>c</b> = h'
    const said: Content = { original: 'en', text: { en: markup } }
    const [any] = fc.sample(record, { numRuns: 1, seed: 1 }) as [ReleaseRecord]
    const pdf = await releasePdf(composeRelease({ ...any, title: said, lead: [said] }, 'en'), { created })
    expect(bare(textOfPdf(pdf)).split(bare(markup)).length - 1).toBe(2)
    expect(asked('qpdf', pdf, (file) => ['--check', file])).toContain('No syntax or stream encoding errors found')
  })

  test('has 〓 where no font has the letter, and says which', async () => {
    const [any] = fc.sample(record, { numRuns: 1, seed: 1 }) as [ReleaseRecord]
    const title: Content = { original: 'ja', text: { ja: '握手🤝の図' } }
    const composed = composeRelease({ ...any, title }, 'ja')
    expect(unprintableIn(composed)).toContain('🤝')
    expect(textOfPdf(await releasePdf(composed, { created }))).toContain('握手〓の図')
  })
})
