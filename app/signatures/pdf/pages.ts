import { type PdfDictionary, PdfRef, isName } from './objects.ts'
import type { Pdf } from './open.ts'
import { PdfSyntaxError } from './parse.ts'

const MAX_PAGES = 5_000
const MAX_FIELDS = 10_000

/** References to the pages, in order. */
export function pagesOf(pdf: Pdf): PdfRef[] {
  const pages: PdfRef[] = []
  const seen = new Set<number>()
  const waiting = [pdf.catalogue.get('Pages')]
  while (waiting.length) {
    const ref = waiting.pop()
    const node = pdf.dictionary(ref)
    if (!(ref instanceof PdfRef) || !node || seen.has(ref.number)) throw new PdfSyntaxError('a bad page tree')
    seen.add(ref.number)
    if (isName(node.get('Type'), 'Pages')) waiting.push(...pdf.array(node.get('Kids')).toReversed())
    else pages.push(ref)
    if (seen.size > MAX_PAGES) throw new PdfSyntaxError('more pages than we read')
  }
  return pages
}

/** The terminal fields of the form with their references, in order; each at most once. */
export function fieldsOf(pdf: Pdf): { ref: PdfRef; field: PdfDictionary }[] {
  const fields: { ref: PdfRef; field: PdfDictionary }[] = []
  const seen = new Set<number>()
  const waiting = pdf.array(pdf.dictionary(pdf.catalogue.get('AcroForm'))?.get('Fields')).toReversed()
  while (waiting.length) {
    const ref = waiting.pop()
    const field = pdf.dictionary(ref)
    if (!(ref instanceof PdfRef) || !field || seen.has(ref.number) || seen.size > MAX_FIELDS)
      throw new PdfSyntaxError('a bad form')
    seen.add(ref.number)
    // Kids with a name of their own are fields; those without are the field's widgets.
    const below = pdf.array(field.get('Kids')).filter((kid) => pdf.dictionary(kid)?.has('T'))
    if (below.length) waiting.push(...below.toReversed())
    else fields.push({ ref, field })
  }
  return fields
}
