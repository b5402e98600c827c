import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messyList, workbook, zip } from '../testing/workbook.ts'
import { LARGEST_UNPACKED, MOST_ROWS } from './limits.ts'
import { readTable } from './reading.ts'
import type { Table } from './table.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function read(bytes: Uint8Array, choices = {}): Promise<Table> {
  const table = await readTable(bytes, choices)
  if ('refused' in table) throw new Error(table.refused)
  return table
}

const refusal = async (bytes: Uint8Array) => {
  const table = await readTable(bytes, {})
  return 'refused' in table ? table.refused : null
}

describe('a workbook', () => {
  test('is read past its title, with merged cells, lines within cells, and what a formula came to', async () => {
    const table = await read(messyList('X'))
    expect(table.sheet).toBe('会員名簿')
    expect(table.headerRow).toBe(4)
    expect(table.headers).toEqual(['No.', '会員名', '国', '所在地', '設立年', '主要製品', '担当者メール', '社数'])
    expect(table.rows.map(({ number }) => number)).toEqual([5, 6, 7, 8])
    expect(table.rows[0]?.cells[3]).toBe('神戸市\n中央区')
    expect(table.rows[0]?.cells[7]).toBe('2')
    expect(table.rows[1]?.cells[2]).toBe('日本')
    expect(table.rows[1]?.flaws).toEqual(['filled-from-merged'])
    expect(table.notes).toEqual([
      { code: 'hidden-sheets', names: '作業メモ' },
      { code: 'more-sheets', names: '退会' },
      { code: 'merged', count: 2 },
      { code: 'formulas', count: 1 },
      { code: 'title-rows', count: 2 },
    ])
  })

  test('gives another sheet, hidden or not, only when it is asked for', async () => {
    expect((await read(messyList('X'), { sheet: '退会' })).headers).toEqual(['会員名'])
    expect((await read(messyList('X'), { sheet: 'nowhere' })).sheet).toBe('会員名簿')
  })

  test('with macros, of a false size, damaged, or none at all is refused', async () => {
    const sheet = { name: 'A', rows: [['Name'], ['Demo']] }
    expect(await refusal(workbook([sheet], { 'xl/vbaProject.bin': 'x' }))).toBe('macros')
    const files = { 'xl/workbook.xml': 'x', 'xl/media/a.xml': 'y' }
    expect(await refusal(zip(files, { 'xl/media/a.xml': { unpacked: LARGEST_UNPACKED + 1 } }))).toBe('bomb')
    expect(await refusal(zip({ 'word/document.xml': 'x' }))).toBe('other-file')
    expect(await refusal(workbook([sheet]).slice(0, -40))).toBe('damaged-file')
    expect(await refusal(bytesOf('%PDF-1.7'))).toBe('other-file')
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]))).toBe('old-workbook')
    expect(await refusal(new Uint8Array())).toBe('no-file')
  })

  test('whose one cell lies in the far corner is refused before a table of milliards is made', async () => {
    const far = (address: string) =>
      workbook([{ name: 'A', rows: [['Name'], ['Demo']] }], {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row><c r="${address}" t="str"><v>x</v></c></row></sheetData></worksheet>`,
      })
    expect(await refusal(far('A1048576'))).toBe('too-many-rows')
    expect(await refusal(far('XFD1'))).toBe('too-many-columns')
  })
})

describe('a text', () => {
  const japanese = '会社名,国\r\n株式会社デモ,日本\r\n'
  // Shift_JIS of the text above: no encoder for it ships with the platform.
  const shiftJis = Buffer.from('89ef8ed096bc2c8d910d0a8a948eae89ef8ed0836683822c93fa967b0d0a', 'hex')

  test.each([
    ['UTF-8', bytesOf(japanese), 'utf-8'],
    ['UTF-8 with its mark', bytesOf(`\uFEFF${japanese}`), 'utf-8'],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${japanese}`, 'utf16le')), 'utf-16le'],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(japanese.repeat(8), 'utf16le')), 'utf-16le'],
    ['UTF-16, big end first', new Uint8Array(Buffer.from(`\uFEFF${japanese}`, 'utf16le').swap16()), 'utf-16be'],
  ])('in %s', async (_, bytes, encoding) => {
    const table = await read(bytes)
    expect(table.encoding?.encoding).toBe(encoding)
    expect(table.headers).toEqual(['会社名', '国'])
    expect(table.rows[0]?.cells).toEqual(['株式会社デモ', '日本'])
  })

  test('in Shift_JIS and in Windows-1252, which have no mark', async () => {
    const table = await read(new Uint8Array(shiftJis))
    expect(table.encoding?.encoding).toBe('shift_jis')
    expect(table.rows[0]?.cells[1]).toBe('日本')
    const latin = new Uint8Array(Buffer.from('Name;Ort\nDemo Geräte;Köln\nDemo Santé;Liège\n', 'latin1'))
    expect((await read(latin)).rows[1]?.cells).toEqual(['Demo Santé', 'Liège'])
    expect((await read(latin)).encoding?.encoding).toBe('windows-1252')
  })

  test('a quote that never closes spoils its own line only', async () => {
    const table = await read(bytesOf('Name;City\n"Demo One;Bonn\nDemo Two;Rom\nDemo Three;Lyon\n'))
    expect(table.rows.map(({ cells }) => cells[1])).toEqual(['Bonn', 'Rom', 'Lyon'])
    expect(table.rows[0]?.flaws).toContain('broken-quote')
  })

  test('a million rows are refused without being read to their end', async () => {
    const million = bytesOf(`Name;City\n${'a;b\n'.repeat(1_000_000)}`)
    expect(await refusal(million)).toBe('too-many-rows')
    expect(await refusal(bytesOf(`Name;City\n${'a;b\n'.repeat(MOST_ROWS)}`))).toBe(null)
    expect(await refusal(new Uint8Array(20 * 1024 * 1024 + 1).fill(65))).toBe('file-too-large')
  })

  // oxlint-disable-next-line no-control-regex -- what no cell can hold
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/[\u0000\r]/g, ''))
  test('whatever stands in cells comes out as it went in, by whatever it is separated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t', '|'),
        async (rows, separator) => {
          const quoted = (cells: string[]) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator)
          const text = [quoted(['Name', 'City']), ...rows.map((row) => quoted(['Demo', ...row]))].join('\r\n')
          const table = await read(bytesOf(`\uFEFF${text}`), { separator, headerRow: 1 })
          expect(table.rows.map(({ cells }) => cells[1])).toEqual(rows.map(([first]) => first))
        },
      ),
    )
  })

  test('noise is a table, or is refused; nothing else happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        const packed = new Uint8Array(deflateRawSync(noise))
        for (const bytes of [noise, packed, new Uint8Array([0x50, 0x4b, 3, 4, ...noise])])
          expect(await readTable(bytes, {})).toBeTypeOf('object')
      }),
    )
  })
})
