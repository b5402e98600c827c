import {
  type PdfDictionary,
  PdfName,
  PdfRef,
  PdfStream,
  type PdfValue,
  isDictionary,
  isName,
  same,
} from '../pdf/objects.ts'
import type { Pdf } from '../pdf/open.ts'
import { fieldsOf, pagesOf } from '../pdf/pages.ts'
import type { Entry } from '../pdf/sections.ts'
import { catalogueMayBecome, fieldMayBecome, formMayBecome, isSecurityStore } from './allowedChanges.ts'
import { elementMayBecome, pageMayBecome, structureRootMayBecome } from './allowedReservations.ts'
import type { ChangedPart } from './findings.ts'

export type Difference = { part: ChangedPart; object: number }

/**
 * What a step from one revision to the next did beyond what it may. While `sealing`: add signature fields with their tags,
 * attachments and the certification. While `signing`: fill a signature field, add validation data, add a document time-stamp.
 * Everything not explained is reported: an integrity check alone passes an overlay that hides a clause.
 *
 * `referenced`: numbers of all objects that earlier revisions mention; extended by this step.
 */
export function differences(
  older: Pdf,
  newer: Pdf,
  step: 'sealing' | 'signing',
  referenced: Set<number>,
): Difference[] {
  const found: Difference[] = trailerDifferences(older, newer)
  const touched = touchedObjects(older, newer)
  if (!touched) return [...found, { part: 'trailer', object: 0 }]
  const roles = rolesIn(older)
  for (const [number, entry] of touched) {
    const difference = examine({ older, newer, step, referenced, roles }, number, entry)
    if (difference) found.push({ part: difference, object: number })
  }
  for (const number of touched.keys()) collectReferences(newer.object(number), referenced)
  return found
}

/** All numbers that a revision's objects mention. */
export function allReferences(pdf: Pdf): Set<number> {
  const referenced = new Set<number>()
  for (const number of pdf.entries.keys()) collectReferences(pdf.object(number), referenced)
  return referenced
}

/** The first object that is a script or starts a program, if any. */
export function activeContent(pdf: Pdf): number | null {
  for (const number of pdf.entries.keys()) if (isActive(pdf.object(number))) return number
  return null
}

function isActive(value: PdfValue): boolean {
  if (Array.isArray(value)) return value.some(isActive)
  const entries = value instanceof PdfStream ? value.dictionary : value
  if (!isDictionary(entries)) return false
  const action = entries.get('S')
  if (action instanceof PdfName && ['JavaScript', 'Launch', 'Rendition', 'GoToE'].includes(action.name)) return true
  return [...entries.values()].some(isActive)
}

function collectReferences(value: PdfValue, into: Set<number>): void {
  if (value instanceof PdfRef) into.add(value.number)
  else if (Array.isArray(value)) for (const item of value) collectReferences(item, into)
  else if (value instanceof PdfStream) collectReferences(value.dictionary, into)
  else if (isDictionary(value)) for (const item of value.values()) collectReferences(item, into)
}

function trailerDifferences(older: Pdf, newer: Pdf): Difference[] {
  const kept = ['Root', 'Info'].every((key) => same(older.trailer.get(key), newer.trailer.get(key)))
  return kept ? [] : [{ part: 'trailer', object: 0 }]
}

/** Entries of the sections that the newer revision has on top; null when it does not stand on the older one. */
function touchedObjects(older: Pdf, newer: Pdf): Map<number, Entry> | null {
  const added = newer.sections.length - older.sections.length
  const base = newer.sections.slice(added)
  if (added < 0 || !base.every(({ offset }, index) => offset === older.sections[index]!.offset)) return null
  const touched = new Map<number, Entry>()
  for (const section of newer.sections.slice(0, added).toReversed()) {
    for (const [number, entry] of section.entries) touched.set(number, entry)
  }
  return touched
}

type Roles = {
  catalogue: number | null
  form: number | null
  store: number | null
  structure: number | null
  names: number | null
  fields: Set<number>
  pages: Set<number>
}

function rolesIn(pdf: Pdf): Roles {
  const { catalogue } = pdf
  return {
    catalogue: numberOf(pdf.trailer.get('Root')),
    form: numberOf(catalogue.get('AcroForm')),
    store: numberOf(catalogue.get('DSS')),
    structure: numberOf(catalogue.get('StructTreeRoot')),
    names: numberOf(catalogue.get('Names')),
    fields: new Set(fieldsOf(pdf).map(({ ref }) => ref.number)),
    pages: new Set(pagesOf(pdf).map(({ number }) => number)),
  }
}

const numberOf = (value: PdfValue | undefined): number | null => (value instanceof PdfRef ? value.number : null)

type Step = { older: Pdf; newer: Pdf; step: 'sealing' | 'signing'; referenced: ReadonlySet<number>; roles: Roles }

function examine(step: Step, number: number, entry: Entry): ChangedPart | null {
  const { older, newer } = step
  const before = older.entries.get(number)
  if (before === undefined || before === 'free') {
    if (entry === 'free') return null
    // A number that the signed revision already mentions but did not have: filling it in changes what was signed.
    return step.referenced.has(number) ? 'filled-in' : null
  }
  if (entry === 'free') return 'removed'
  const [old, now] = [older.object(number), newer.object(number)]
  return same(old, now) || isAllowed(step, number, old, now) ? null : partOf(step.roles, number, old)
}

function isAllowed({ older, newer, step, roles }: Step, number: number, old: PdfValue, now: PdfValue): boolean {
  if (!isDictionary(old) || !isDictionary(now)) return false
  const context = { older, newer, sealing: step === 'sealing' }
  if (number === roles.catalogue) return catalogueMayBecome(context, old, now)
  if (number === roles.form) return formMayBecome(context, old, now)
  if (number === roles.store) return isSecurityStore(now)
  if (roles.fields.has(number)) return fieldMayBecome(context, old, now)
  if (step !== 'sealing') return false
  if (roles.pages.has(number)) return pageMayBecome(context, old, now)
  if (number === roles.structure) return structureRootMayBecome(context, old, now)
  return isName(old.get('Type'), 'StructElem') && elementMayBecome(context, old, now)
}

function partOf(roles: Roles, number: number, old: PdfValue): ChangedPart {
  if (number === roles.catalogue) return 'catalogue'
  if (number === roles.form) return 'form'
  if (roles.fields.has(number)) return 'field'
  if (roles.pages.has(number)) return 'page'
  const about: PdfDictionary | null = old instanceof PdfStream ? old.dictionary : isDictionary(old) ? old : null
  const type = about?.get('Type')
  const named = type instanceof PdfName ? type.name : ''
  if (named === 'Metadata') return 'metadata'
  if (named.startsWith('Struct')) return 'structure'
  if (named === 'Annot' || about?.has('Rect')) return 'annotation'
  if (named === 'Pages') return 'page'
  return old instanceof PdfStream ? 'contents' : 'other'
}
