import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyRow, rowOf, rowsFrom, stagesFrom, stagesOfTemplate, stageKinds } from './planForms.ts'

const kobe = { zone: 'Asia/Tokyo', languages: ['ja', 'en'] as const, locale: 'en' as const }
const begins = new Date('2022-03-22T08:00:00Z')
const row = { ...emptyRow, kind: 'opening', at: '2022-03-22T17:00', minutes: '5' }
const read = (rows: (typeof row)[], where: Parameters<typeof stagesFrom>[1] = kobe) => stagesFrom(rows, where)

test('the template of the real case asks after the close, the other one before it', () => {
  const order = (template: Parameters<typeof stagesOfTemplate>[0]) =>
    stagesOfTemplate(template, begins, ['ja', 'en']).map(({ kind }) => kind)
  expect(order('questions-last').slice(-2)).toEqual(['closing', 'questions'])
  expect(order('questions-first').slice(-2)).toEqual(['questions', 'closing'])
})

test('a template fills a form that gives the same stages back', () => {
  const stages = stagesOfTemplate('questions-last', begins, ['ja', 'en'])
  const again = read(stages.map((stage) => rowOf(stage, kobe.zone)))
  expect('stages' in again && again.stages).toEqual(stages.map((stage) => ({ ...stage, cue: null })))
})

test('times are those of the place, also where clocks were changed since the form was made', () => {
  const rome = { ...kobe, zone: 'Europe/Rome' }
  expect(read([{ ...row, at: '2022-03-27T01:59' }], rome)).toMatchObject({
    stages: [{ plannedAt: new Date('2022-03-27T00:59:00Z') }],
  })
  // On that night there is no half past two in Rome.
  expect(read([{ ...row, at: '2022-03-27T02:30' }], rome)).toEqual({ errors: { 'at.1': 'time' } })
})

test('a stage without a title takes the name of its kind, in the languages of the ceremony', () => {
  expect(read([row])).toMatchObject({ stages: [{ title: { original: 'ja', text: { ja: '開会', en: 'Opening' } } }] })
})

test('whatever is sent is read as stages in order, or told with its field', () => {
  const entry = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('', '2022-03-22T17:00', '2022-13-40T99:99', '7'))
  const rows = fc.array(
    fc.record({
      id: fc.constant(''),
      kind: fc.constantFrom('', 'unheard-of', ...stageKinds),
      at: entry,
      minutes: entry,
      titles: fc.constant({}),
      cue: fc.string({ maxLength: 20 }),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(rows, (given) => {
      const outcome = stagesFrom(given, kobe)
      if ('errors' in outcome) {
        for (const field of Object.keys(outcome.errors)) expect(field).toMatch(/^(at|minutes|kind)\.[1-6]$/)
        return
      }
      const times = outcome.stages.map(({ plannedAt }) => plannedAt.getTime())
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.every(Number.isFinite)).toBe(true)
    }),
  )
})

test('rows end where the form ends', () => {
  expect(rowsFrom({ 'kind.1': 'opening', 'at.1': ' x ', 'kind.3': 'photo' }, ['en'])).toEqual([
    { id: '', kind: 'opening', at: 'x', minutes: '', titles: { en: '' }, cue: '' },
  ])
})
