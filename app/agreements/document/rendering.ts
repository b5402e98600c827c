import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkGlyphs } from './checkGlyphs.ts'
import { compose } from './compose.ts'
import type { AgreementDocument, DocumentRefusal, RenderedAgreement, SignatureField } from './document.ts'
import { loadFonts } from './fonts.ts'
import { typesetPaper } from './typesetting.ts'

const A4_HEIGHT = 841.89

let template: string | undefined

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
  template ??= readTemplate()
  const { created } = document
  const { pdf, placed } = await typesetPaper<PlacedBox>(template, sheet, { created, label: 'signature-field' })
  return { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), fields: placed.map(fieldOf) }
}

const readTemplate = (): string => readFileSync(fileURLToPath(new URL('agreement.typ', import.meta.url)), 'utf8')

/** As the template reports it: pages from 1, `y` from the page's top. */
type PlacedBox = { name: string; page: number; x: number; y: number; width: number; height: number }

const fieldOf = ({ name, page, x, y, width, height }: PlacedBox): SignatureField => ({
  name,
  page: page - 1,
  rect: [round(x), round(A4_HEIGHT - y - height), width, height],
})

const round = (points: number) => Math.round(points * 100) / 100
