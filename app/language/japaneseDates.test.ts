import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill/full'
import { describe, expect, it } from 'vitest'
import { type CalendarDate, isCalendarDate, weekdayOf } from './dates.ts'
import { eraOf, eras } from './eras.ts'
import { eraDate, japaneseDate, releaseDate, releaseDateAndTimes, releaseTimes } from './japaneseDates.ts'
import { parseJapaneseDate } from './parseJapaneseDates.ts'
import { declareTime } from './times.ts'

/** From the day Meiji was proclaimed to the end of 2100. */
const anyDate = fc
  .integer({ min: 0, max: 84_803 })
  .map((days): CalendarDate => Temporal.PlainDate.from('1868-10-23').add({ days }).toString())

const anyForm = fc.record({
  year: fc.constantFrom('era' as const, 'western' as const),
  width: fc.constantFrom('full' as const, 'half' as const),
  weekday: fc.boolean(),
})

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

const read = (text: string, reference?: CalendarDate) => parseJapaneseDate(text, reference)
const dateOf = (text: string) => {
  const found = read(text)
  return 'date' in found ? found.date : found.refused
}

describe('writing', () => {
  it('writes the announcement of 22 March 2022 as it was written', () => {
    const written = '令和４年３月２２日（火）１７：００～１７：４０'
    expect(releaseDateAndTimes('2022-03-22', '17:00', '17:40')).toBe(written)
    expect(releaseTimes('17:00', '17:40').codePointAt(5)).toBe(0xff5e)
    expect(releaseTimes('17:00')).toBe('１７：００')
  })

  it('writes the first year as 元年, and screens in half width', () => {
    expect(releaseDate('2019-05-01')).toBe('令和元年５月１日（水）')
    expect(eraDate('2022-03-22')).toBe('令和4年3月22日(火)')
    expect(eraDate('1989-01-07', false)).toBe('昭和64年1月7日')
    expect(eraDate('1989-01-08', false)).toBe('平成元年1月8日')
    expect(japaneseDate('2022-03-22', { year: 'none', width: 'half', weekday: true })).toBe('3月22日(火)')
  })

  it('counts years as the Japanese calendar of Temporal does, and uses Western years before 1873', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { era, eraYear } = Temporal.PlainDate.from(date).withCalendar('japanese')
        const ours = eraOf(date)
        expect([ours?.era.name ?? 'ce', ours?.year ?? Number(date.slice(0, 4))]).toEqual([era, eraYear])
        expect(/^\d{4}年/.test(eraDate(date))).toBe(date < '1873-01-01')
      }),
      { numRuns: 500, examples: eras.flatMap((era) => [[era.from], [era.until ?? '2022-03-22']] as [string][]) },
    )
  })
})

describe('reading', () => {
  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(anyDate, anyForm, (date, form) => {
        const era = form.year === 'era' ? (eraOf(date)?.era.name ?? null) : null
        const found = read(japaneseDate(date, form))
        expect(found).toEqual({ date, era, from: null, to: null, until: false, findings: [] })
      }),
      { numRuns: 1000 },
    )
  })

  it('reads back the times it wrote, in every kind of range', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyTime,
        anyTime,
        fc.constantFrom('～', '〜', '–', '-', '~', 'から'),
        (date, one, other, mark) => {
          const [from, to] = [one, other].toSorted() as [string, string]
          const text = `${releaseDate(date)}${releaseTimes(from)}${mark}${releaseTimes(to)}`
          expect(read(text)).toMatchObject({ date, from, to })
        },
      ),
    )
  })

  it.each([
    ['令和４年３月２２日（火）', '2022-03-22'],
    ['令和4年3月22日(火)', '2022-03-22'],
    ['令和 4 年 3 月 22 日 火曜日', '2022-03-22'],
    ['令和四年三月二十二日', '2022-03-22'],
    ['二〇二二年三月二十二日', '2022-03-22'],
    ['R4.3.22', '2022-03-22'],
    ['r4/3/22', '2022-03-22'],
    ['令4.3.22', '2022-03-22'],
    ['㋿4年3月22日', '2022-03-22'],
    ['R元.5.1', '2019-05-01'],
    ['平成元年１月８日（日）', '1989-01-08'],
    ['2022年3月22日', '2022-03-22'],
    ['西暦２０２２年３月２２日（火）', '2022-03-22'],
    ['2022/3/22', '2022-03-22'],
    ['2022-03-22', '2022-03-22'],
    ['明治45年7月30日', '1912-07-30'],
    ['大正元年7月30日', '1912-07-30'],
    ['大正15年12月25日', '1926-12-25'],
    ['昭和元年12月25日', '1926-12-25'],
    ['明治6年1月1日', '1873-01-01'],
    ['令和6年2月29日', '2024-02-29'],
  ])('reads %s', (text, date) => {
    expect(read(text)).toMatchObject({ date, findings: [] })
  })

  it.each([
    ['令和4年3月22日 午後5時', '17:00', null],
    ['令和4年3月22日(火) 午後5時〜5時40分', '17:00', '17:40'],
    ['令和4年3月22日(火) 午前11時半～午後1時', '11:30', '13:00'],
    ['令和4年3月22日(火) 午後5時〜17時40分', '17:00', '17:40'],
    ['令和4年3月22日(火)正午', '12:00', null],
    ['令和4年3月22日(火)午前0時', '00:00', null],
    ['令和4年3月22日(火)午後0時30分', '12:30', null],
    ['令和4年3月22日(火)24:00', '24:00', null],
    ['令和4年3月22日(火) 17:00 – 17:40', '17:00', '17:40'],
    ['令和4年3月22日(火) 17:00～', '17:00', null],
  ])('reads the times in %s', (text, from, to) => {
    expect(read(text)).toMatchObject({ date: '2022-03-22', from, to, findings: [] })
  })

  it('needs a reference where no year is written, takes the nearest, and says so', () => {
    const written = '3 月 22 日（火）12:00 まで'
    expect(read(written)).toEqual({ refused: 'year-missing' })
    expect(read(written, '2022-03-10')).toEqual({
      date: '2022-03-22',
      era: null,
      from: '12:00',
      to: null,
      until: true,
      findings: [{ finding: 'year-supplied', year: 2022 }],
    })
    expect(read('1月10日', '2022-12-28')).toMatchObject({ date: '2023-01-10' })
    expect(read('12月28日', '2023-01-10')).toMatchObject({ date: '2022-12-28' })
    expect(read('2月29日', '1900-02-28')).toMatchObject({ date: '1896-02-29' })
    expect(read('2月30日', '2022-03-10')).toEqual({ refused: 'impossible-date' })
  })

  it('finds a wrong weekday for every date and every other weekday', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 6 }), (date, off) => {
        const actual = weekdayOf(date)
        const written = (actual + off) % 7
        const text = `${japaneseDate(date, { year: 'era', width: 'full', weekday: false })}（${'日月火水木金土'[written]}）`
        expect(read(text)).toMatchObject({ date, findings: [{ finding: 'wrong-weekday', written, actual }] })
      }),
    )
    expect(read('R4.3.22(月・祝)')).toMatchObject({ findings: [{ finding: 'wrong-weekday', written: 1, actual: 2 }] })
  })

  it('finds an end before its start', () => {
    expect(read('R4.3.22 17:40～17:00')).toMatchObject({ findings: [{ finding: 'ends-before-it-starts' }] })
  })

  it('refuses a day outside its era, and says which day would be meant', () => {
    expect(read('令和元年4月30日')).toEqual({
      refused: 'outside-era',
      era: 'reiwa',
      from: '2019-05-01',
      until: null,
      means: '2019-04-30',
    })
    expect(read('平成31年5月1日')).toMatchObject({ refused: 'outside-era', era: 'heisei', means: '2019-05-01' })
    expect(read('平成元年1月7日')).toMatchObject({ refused: 'outside-era', means: '1989-01-07' })
    expect(read('昭和64年1月8日')).toMatchObject({ refused: 'outside-era', means: '1989-01-08' })
    expect(read('平成34年3月22日')).toMatchObject({ refused: 'outside-era', means: '2022-03-22' })
    expect(read('明治45年7月31日')).toMatchObject({ refused: 'outside-era' })
  })

  it.each([
    ['令和4年2月29日', 'impossible-date'],
    ['令和4年13月1日', 'impossible-date'],
    ['令和0年5月1日', 'impossible-date'],
    ['令和99999年5月1日', 'impossible-date'],
    ['2022年4月31日', 'impossible-date'],
    ['明治5年12月2日', 'lunisolar'],
    ['22.3.4', 'not-a-date'],
    ['元年3月22日', 'not-a-date'],
    ['2022-03/22', 'not-a-date'],
    ['3月', 'not-a-date'],
    ['', 'not-a-date'],
    ['令和4年3月22日(火) 午後12時', 'ambiguous-noon'],
    ['令和4年3月22日(火) 午前12:30', 'ambiguous-noon'],
    ['令和4年3月22日(火) 25:00', 'impossible-time'],
    ['令和4年3月22日(火) 24:01', 'impossible-time'],
    ['令和4年3月22日(火) 17:60', 'impossible-time'],
    ['令和4年3月22日(火) 午後13時', 'impossible-time'],
    ['令和4年3月22日(火) 夕方', 'not-a-time'],
    ['令和4年3月22日(火) 17:00～17:20～17:40', 'not-a-time'],
  ])('refuses %s: %s', (text, reason) => {
    expect(dateOf(text)).toBe(reason)
  })

  it('gives a real date or a reason for any text whatever', () => {
    const piece = fc.constantFrom(...'令和 平成 R 元 4 ２ 年 月 日 （火） ( ： 時 午後 ～ まで 十 𠮷'.split(' '), ' ')
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, (written) => {
        const found = read(written, '2022-03-22')
        expect('refused' in found || isCalendarDate(found.date)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

it('takes the times of the announcement to the moments they mean', () => {
  const moments = (text: string) => {
    const found = parseJapaneseDate(text, '2022-03-22')
    if ('refused' in found) return found.refused
    return [found.from, found.to]
      .filter((time) => time !== null)
      .map((time) => declareTime(found.date, time, 'Asia/Tokyo'))
  }
  const at = (instant: string) => ({ instant, zone: 'Asia/Tokyo' })
  expect(moments('令和４年３月２２日（火）１７：００～１７：４０')).toEqual([
    at('2022-03-22T08:00:00Z'),
    at('2022-03-22T08:40:00Z'),
  ])
  expect(moments('3 月 22 日（火）12:00 まで')).toEqual([at('2022-03-22T03:00:00Z')])
})
