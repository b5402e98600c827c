import { type PdfDictionary, PdfRef, isName } from './objects.ts'
import type { Pdf } from './open.ts'
import { PdfSyntaxError } from './parse.ts'

const MAX_PAGES = 5_000

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
  for (const ref of pdf.array(pdf.dictionary(pdf.catalogue.get('AcroForm'))?.get('Fields'))) {
    const field = pdf.dictionary(ref)
    if (!(ref instanceof PdfRef) || !field || seen.has(ref.number)) throw new PdfSyntaxError('a bad form')
    seen.add(ref.number)
    fields.push({ ref, field })
  }
  return fields
}
