import { type PdfDictionary, PdfRef, PdfStream, type PdfValue, isDictionary, isName, same } from '../pdf/objects.ts'
import type { Pdf } from '../pdf/open.ts'

// What a save after the certification may change (ISO 32000-2, 12.8.2.2, DocMDP with P=2), and no more.

/** Two revisions of one file. */
export type Step = { older: Pdf; newer: Pdf; sealing: boolean }

/** Every key but the excepted ones says the same in both. */
export function sameBut(old: PdfDictionary, now: PdfDictionary, excepted: readonly string[]): boolean {
  const keys = new Set([...old.keys(), ...now.keys()])
  return [...keys].every((key) => excepted.includes(key) || same(old.get(key), now.get(key)))
}

/** The array begins as it was; returns what was added, or null when anything else happened to it. */
export function appended(old: readonly PdfValue[], now: readonly PdfValue[]): PdfValue[] | null {
  return now.length >= old.length && old.every((item, at) => same(item, now[at])) ? now.slice(old.length) : null
}

export const isNew = ({ older }: Step, value: PdfValue | undefined): value is PdfRef => {
  if (!(value instanceof PdfRef)) return false
  const entry = older.entries.get(value.number)
  return entry === undefined || entry === 'free'
}

export function catalogueMayBecome(step: Step, old: PdfDictionary, now: PdfDictionary): boolean {
  const excepted = ['DSS', 'AcroForm', ...(step.sealing ? ['Perms', 'Names', 'AF'] : [])]
  if (!sameBut(old, now, excepted)) return false
  const store = now.get('DSS')
  if (store !== undefined && !same(store, old.get('DSS')) && !isSecurityStore(step.newer.resolve(store))) return false
  if (old.has('DSS') && store === undefined) return false
  return (
    formInCatalogue(step, old.get('AcroForm'), now.get('AcroForm')) &&
    (!step.sealing || attachmentsAdded(step, old, now))
  )
}

function formInCatalogue(step: Step, old: PdfValue | undefined, now: PdfValue | undefined): boolean {
  if (same(old ?? null, now ?? null)) return true
  if (old === undefined) {
    const form = step.newer.resolve(now)
    return step.sealing && isDictionary(form) && formMayBecome(step, new Map(), form)
  }
  return isDictionary(old) && isDictionary(now) && formMayBecome(step, old, now)
}

function attachmentsAdded({ older, newer }: Step, old: PdfDictionary, now: PdfDictionary): boolean {
  const names = [older.dictionary(old.get('Names')), newer.dictionary(now.get('Names'))].map(
    (item) => item ?? new Map(),
  )
  return (
    sameBut(names[0]!, names[1]!, ['EmbeddedFiles']) &&
    appended(older.array(old.get('AF')), newer.array(now.get('AF'))) !== null
  )
}

export function formMayBecome(step: Step, old: PdfDictionary, now: PdfDictionary): boolean {
  if (!sameBut(old, now, ['Fields', 'SigFlags']) || ![1, 3].includes(now.get('SigFlags') as number)) return false
  const added = appended(step.older.array(old.get('Fields')), step.newer.array(now.get('Fields')))
  return added !== null && added.every((ref) => isNew(step, ref) && fieldMayAppear(step, step.newer.resolve(ref)))
}

/** While sealing, empty signature fields and the seal's own; later only time-stamps that show nowhere. */
function fieldMayAppear(step: Step, field: PdfValue): boolean {
  if (!isDictionary(field) || !isName(field.get('FT'), 'Sig') || field.has('AP') || field.has('Kids')) return false
  if (step.sealing) return true
  return isTimeStamp(step.newer.resolve(field.get('V'))) && same(field.get('Rect') ?? null, [0, 0, 0, 0])
}

const isTimeStamp = (value: PdfValue): boolean => isDictionary(value) && isName(value.get('SubFilter'), 'ETSI.RFC3161')

/** An empty signature field may get its value and an appearance; a filled one nothing. */
export function fieldMayBecome(step: Step, old: PdfDictionary, now: PdfDictionary): boolean {
  if (!isName(old.get('FT'), 'Sig') || old.has('V') || old.has('AP') || !sameBut(old, now, ['V', 'AP'])) return false
  return isNew(step, now.get('V')) && (!now.has('AP') || isPlainAppearance(step, now.get('AP')))
}

/** One new form whose drawing is confined to the field's box by the rules of appearances (ISO 32000-2, 12.5.5). */
function isPlainAppearance(step: Step, value: PdfValue | undefined): boolean {
  if (!isDictionary(value) || value.size !== 1) return false
  const normal = value.get('N')
  const form = step.newer.resolve(normal)
  return (
    isNew(step, normal) &&
    form instanceof PdfStream &&
    isName(form.dictionary.get('Subtype'), 'Form') &&
    !form.dictionary.has('OC')
  )
}

/** Validation data and nothing else (ISO 32000-2, 12.8.4.3). */
export const isSecurityStore = (value: PdfValue): boolean =>
  isDictionary(value) && [...value.keys()].every((key) => ['Type', 'Certs', 'CRLs', 'OCSPs', 'VRI'].includes(key))
