import { expect, test } from 'vitest'
import { Bilingual } from './bilingual.tsx'
import { Cord } from './cord.tsx'
import { Facts } from './facts.tsx'
import { Hash } from './hash.tsx'
import { AllianceMap } from './map.tsx'
import { Person } from './person.tsx'
import { Seal } from './seal.tsx'
import { Status } from './status.tsx'
import { Table } from './table.tsx'

const html = (view: unknown) => String(view)
const text = (markup: string) => markup.replace(/<[^>]+>/g, '')

test('what is copied from a fingerprint is the fingerprint', () => {
  const value = '9f2c4a1d77e05b38'
  expect(text(html(<Hash value={value} />))).toBe(value)
  expect(html(<Hash value={value} />).match(/<span>/g)).toHaveLength(4)
  expect(html(<Hash value={value} words={{ copy: 'Copy', copied: 'Copied' }} />)).toMatch(
    /^<copy-text data-label="Copy" data-done="Copied">/,
  )
})

test('a state is a word; its shape is for the eye only', () => {
  const late = html(<Status tone="late">Four days overdue</Status>)
  expect(text(late)).toBe('Four days overdue')
  expect(late).toContain('aria-hidden="true"')
  expect(late).not.toBe(html(<Status tone="done">Four days overdue</Status>))
})

test('facts without a value are left out', () => {
  const shown = html(
    <Facts
      items={[
        { term: 'A', value: '1' },
        { term: 'B', value: null },
        { term: 'C', value: '' },
        { term: 'D', value: 0 },
      ]}
    />,
  )
  expect(text(shown)).toBe('A1D0')
})

test('a table stays a table when it is laid out as a list, and its cells know their column', () => {
  const table = html(
    <Table
      caption="Parties"
      columns={[{ label: 'Party' }, { label: 'Members', isNumeric: true }]}
      rows={[['Lyonbiopole', '<238>']]}
    />,
  )
  expect(table).toContain('<th role="rowheader" scope="row">Lyonbiopole</th>')
  expect(table).toContain('<td role="cell" class="table-number" data-label="Members"><span>&lt;238&gt;</span></td>')
})

test('each passage carries its own language, and a missing one says so in the reader’s', () => {
  const shown = html(
    <Bilingual
      languages={[
        { locale: 'ja', label: 'Japanese' },
        { locale: 'de', label: 'German' },
      ]}
      passages={[{ id: 'clause-1', texts: ['目的', null] }]}
      missing="No text yet"
    />,
  )
  expect(shown).toContain('<div class="letter" lang="ja">目的</div>')
  expect(shown).toContain('<p class="soft">No text yet</p>')
  expect(shown).not.toContain('lang="de"')
})

test('the cord has five strands on each side, tied or not, and its label says which', () => {
  const untied = html(<Cord state="untied" label="Not yet tied" />)
  expect(untied).toContain('role="img" aria-label="Not yet tied"')
  expect(untied.match(/<use /g)).toHaveLength(12)
  expect(html(<Cord state="tied" label="Tied" />)).not.toContain('<mask')
  expect(html(<Cord state="tying" label="Tied" />)).toContain('mask="url(#knot-reveal)"')
})

test('a seal is read out as the fact it stands for, and holds at most four characters', () => {
  const seal = html(<Seal mark="神戸推進機構" lang="ja" label="Signed" />)
  expect(text(seal)).toBe('神戸推進')
  expect(seal).toContain('aria-label="Signed"')
  expect(text(html(<Seal mark="結" label="Awaited" state="awaited" />))).toBe('')
})

test('a reading stands above the name, in brackets where ruby is not known', () => {
  expect(html(<Person name="村上 雅義" reading="むらかみ まさよし" lang="ja" />)).toContain(
    '<ruby>村上 雅義<rp>（</rp><rt>むらかみ まさよし</rt><rp>）</rp></ruby>',
  )
})

test('the map draws the points it can show and tells all of them in its table', () => {
  const points = [
    { name: '神戸', place: '兵庫', latitude: 34.66, longitude: 135.21 },
    { name: 'Lyonbiopole', place: 'Lyon', latitude: 45.76, longitude: 4.84 },
    { name: 'Boston', place: 'Massachusetts', latitude: 42.36, longitude: -71.06 },
  ]
  const map = html(<AllianceMap label="Map" points={points} hub={0} table={{ caption: 'C', name: 'N', place: 'P' }} />)
  expect(map.match(/<circle/g)).toHaveLength(4)
  expect(map.match(/class="map-strand-(red|white)"/g)).toHaveLength(10)
  expect(map.match(/Boston/g)).toHaveLength(1)
  expect(map).not.toContain('NaN')
})
