import { type Pdf, openPdf } from '../pdf/open.ts'
import { type PdfDictionary, isName } from '../pdf/objects.ts'
import type { Prefix } from './approved.ts'
import { allReferences, differences } from './differences.ts'
import type { DocumentFinding } from './findings.ts'
import type { Presented } from './signatureFields.ts'

/** More than these would only repeat the same. */
const MAX_FINDINGS = 20

/** What happened between the revisions: from the approved text over each signature to the end of the file. */
export async function judgeRevisions(
  bytes: Uint8Array,
  pdf: Pdf,
  signatures: readonly Presented[],
  approved: Prefix | null,
): Promise<DocumentFinding[]> {
  const findings = certification(pdf, signatures)
  const [first, ...later] = signatures
  if (!first) return findings
  let older = await openPdf(bytes, first.end, pdf.effort)
  const referenced = new Set<number>()
  if (approved && approved.length < first.end) {
    const before = await openPdf(bytes, approved.length, pdf.effort)
    for (const number of allReferences(before)) referenced.add(number)
    report(findings, differences(before, older, 'sealing', referenced), 'approval')
  }
  for (const number of allReferences(older)) referenced.add(number)
  let name = first.field
  for (const { field, end } of later) {
    const newer = await openPdf(bytes, end, pdf.effort)
    report(findings, differences(older, newer, 'signing', referenced), name)
    ;[older, name] = [newer, field]
  }
  findings.push(...ending(bytes, pdf, older, referenced, name))
  const clean = !findings.some(({ code }) => code === 'changes.not-allowed')
  return clean
    ? [...findings, { code: 'changes.only-signatures', level: 'holds', revisions: signatures.length }]
    : findings.slice(0, MAX_FINDINGS)
}

function report(findings: DocumentFinding[], found: ReturnType<typeof differences>, after: string): void {
  for (const { part, object } of found)
    findings.push({ code: 'changes.not-allowed', level: 'fails', part, object, after })
}

/** What stands after the last signature: nothing, a revision nobody signed, or bytes that belong to no revision. */
function ending(bytes: Uint8Array, pdf: Pdf, last: Pdf, referenced: Set<number>, name: string): DocumentFinding[] {
  const rest = bytes.length - last.bytes.length
  if (rest === 0) return []
  if (pdf.sections.length === last.sections.length) return [{ code: 'trailing-bytes', level: 'fails', count: rest }]
  const findings: DocumentFinding[] = [{ code: 'changes.unsigned', level: 'warns' }]
  report(findings, differences(last, pdf, 'signing', referenced), name)
  return findings
}

/** The certification must be the first signature: one made later would bless what came before it (ISO 32000-2, 12.8.2.2.1). */
function certification(pdf: Pdf, signatures: readonly Presented[]): DocumentFinding[] {
  const at = signatures.findIndex(({ kind }) => kind === 'seal')
  const seal = signatures[at]
  if (!seal) return [{ code: 'certification.missing', level: 'warns' }]
  if (at > 0) return [{ code: 'certification.too-late', level: 'fails' }]
  const permissions = permissionsOf(pdf, seal.dictionary)
  return permissions === 1 || permissions === 2
    ? [{ code: 'certification.holds', level: 'holds', permissions }]
    : [{ code: 'certification.allows-too-much', level: 'fails', permissions }]
}

function permissionsOf(pdf: Pdf, seal: PdfDictionary): number {
  for (const reference of pdf.array(seal.get('Reference'))) {
    const about = pdf.dictionary(reference)
    if (!about || !isName(about.get('TransformMethod'), 'DocMDP')) continue
    const permissions = pdf.dictionary(about.get('TransformParams'))?.get('P') ?? 2
    if (typeof permissions === 'number') return permissions
  }
  return 3
}
