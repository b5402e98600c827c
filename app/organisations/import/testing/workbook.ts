import { crc32 } from 'node:zlib'

export type MadeSheet = {
  name: string
  rows: (string | number | null)[][]
  isHidden?: boolean
  /** Ranges as `A2:A4`. */
  merged?: string[]
  /** What a cell calculates, by its address; its value stands in `rows`, as a spreadsheet stores it. */
  formulas?: Record<string, string>
}

/** A workbook as an office's spreadsheet writes it, with nothing tidied. */
export function workbook(sheets: MadeSheet[], more: Record<string, string> = {}): Uint8Array {
  const part = (index: number) => `worksheets/sheet${index + 1}.xml`
  return zip({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
        .map(
          ({ name, isHidden }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="r${index + 1}"${isHidden ? ' state="hidden"' : ''}/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${relations}">${sheets
        .map((_, index) => `<Relationship Id="r${index + 1}" Type="${office}/worksheet" Target="${part(index)}"/>`)
        .join('')}</Relationships>`,
    ),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/${part(index)}`, sheetXml(sheet)])),
    ...more,
  })
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function sheetXml({ rows, merged = [], formulas = {} }: MadeSheet): string {
  const cells = (row: MadeSheet['rows'][number], at: number) =>
    row
      .map((value, column) => {
        if (value === null) return ''
        const address = `${letters(column)}${at}`
        const formula = formulas[address] ? `<f>${escaped(formulas[address])}</f>` : ''
        if (typeof value === 'number') return `<c r="${address}">${formula}<v>${value}</v></c>`
        if (formula) return `<c r="${address}" t="str">${formula}<v>${escaped(value)}</v></c>`
        return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
      })
      .join('')
  const ranges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return xml(
    `<worksheet xmlns="${main}"><sheetData>${rows
      .map((row, index) => `<row r="${index + 1}">${cells(row, index + 1)}</row>`)
      .join('')}</sheetData>${ranges ? `<mergeCells count="${merged.length}">${ranges}</mergeCells>` : ''}</worksheet>`,
  )
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** What the directory of a zip file says of an entry, where it is to lie. */
export type Lie = { unpacked?: number }

/** A zip file with everything stored as it is (APPNOTE 4.3). */
export function zip(files: Record<string, string>, lies: Record<string, Lie> = {}): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)]
    const unpacked = lies[name]?.unpacked ?? bytes.length
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(bytes.length, 14)
    facts.writeUInt32LE(unpacked, 18)
    facts.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, path, bytes])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, rest, path]))
    locals.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...locals, entries, Buffer.from('PK\u0005\u0006'), end]))
}

/** A list as nobody would send it to a program: a title, a merged column, ㈱, full-width digits, lines within cells, a second and a hidden sheet. */
export const messyList = (mark: string): Uint8Array =>
  workbook([
    { name: '作業メモ', rows: [['更新：事務局']], isHidden: true },
    {
      name: '会員名簿',
      rows: [
        [`会員名簿（見本）${mark}`],
        ['２０２６年１１月現在'],
        [],
        ['No.', '会員名', '国', '所在地', '設立年', '主要製品', '担当者メール', '社数'],
        [
          1,
          `㈱デモ内視鏡洗浄${mark}`,
          '日本',
          '神戸市\n中央区',
          '１９９８年',
          '内視鏡、洗浄装置',
          'demo@demo.example',
          2,
        ],
        [2, `デモ検査機器${mark}株式会社`, null, '大阪市', '２００５', '体外診断用医薬品', '', null],
        [3, null, '日本', '京都市', null, null, null, null],
        [4, `Demo Protesi ${mark} S.r.l.`, 'イタリア', 'トリノ', '昔', '人工関節', 'kein@', null],
      ],
      merged: ['A1:H1', 'C5:C6'],
      formulas: { H5: 'COUNTA(B5:B6)' },
    },
    { name: '退会', rows: [['会員名'], [`デモ退会${mark}`]] },
  ])
