import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { checkGlyphs } from './checkGlyphs.ts'
import { compose, type Sheet } from './compose.ts'
import type { AgreementDocument, DocumentRefusal, RenderedAgreement, SignatureField } from './document.ts'
import { loadFonts } from './fonts.ts'

const A4_HEIGHT = 841.89

let press: { compiler: NodeCompiler; template: string } | undefined

/**
 * Sets an agreement as tagged PDF (PDF/UA-1). The same document gives the same bytes. `sha256` is that of the file, in lower-case
 * hexadecimal; `fields` say where signatures go, in the order of the signatories.
 *
 * Refuses a text that the paper could not show as it is written. Throws only when the typesetter itself fails.
 */
export async function renderAgreement(document: AgreementDocument): Promise<RenderedAgreement | DocumentRefusal> {
  const { sheet, passages, missing } = compose(document)
  const [where] = missing
  if (where !== undefined) return { refused: 'missing-text', where }
  const { families } = loadFonts()
  for (const { text, where } of passages) {
    const refusal = checkGlyphs(text, where, families)
    if (refusal) return refusal
  }
  // Node frees what earlier papers held outside its heap only between turns: without one, a row of papers grows by 2 MB each.
  await turnOfTheLoop()
  const { pdf, fields } = print(sheet, document.created)
  return { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), fields }
}

function print(sheet: Sheet, created: Date): { pdf: Uint8Array; fields: SignatureField[] } {
  press ??= setUp()
  const { compiler, template } = press
  const outcome = compiler.compile({ mainFileContent: template, inputs: { document: JSON.stringify(sheet) } })
  const set = outcome.result
  if (!set)
    throw new Error(`The agreement could not be set: ${JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics)}`)
  const creationTimestamp = Math.floor(created.getTime() / 1000)
  const pdf = new Uint8Array(compiler.pdf(set, { pdfStandard: 'ua-1', creationTimestamp }))
  const fields = (compiler.query(set, { selector: '<signature-field>', field: 'value' }) as PlacedBox[]).map(fieldOf)
  // The typesetter remembers what it has set; ten documents back is enough.
  compiler.evictCache(10)
  return { pdf, fields }
}

function setUp() {
  const template = fileURLToPath(new URL('agreement.typ', import.meta.url))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: loadFonts().files }] })
  return { compiler, template: readFileSync(template, 'utf8') }
}

/** As the template reports it: pages from 1, `y` from the page's top. */
type PlacedBox = { name: string; page: number; x: number; y: number; width: number; height: number }

const fieldOf = ({ name, page, x, y, width, height }: PlacedBox): SignatureField => ({
  name,
  page: page - 1,
  rect: [round(x), round(A4_HEIGHT - y - height), width, height],
})

const round = (points: number) => Math.round(points * 100) / 100
