import { type PdfDictionary, PdfRef, type PdfValue, isDictionary, isName, same } from '../pdf/objects.ts'
import { type Step, appended, isNew, sameBut } from './allowedChanges.ts'

// What reserving the signature fields may change in the approved file: pages gain widgets, the structure tree gains their tags.

export function pageMayBecome(step: Step, old: PdfDictionary, now: PdfDictionary): boolean {
  if (!sameBut(old, now, ['Annots', 'Tabs'])) return false
  const tabs = now.get('Tabs')
  if (!same(tabs ?? null, old.get('Tabs') ?? null) && !isName(tabs, 'S')) return false
  const added = appended(step.older.array(old.get('Annots')), step.newer.array(now.get('Annots')))
  return added !== null && added.every((ref) => isNew(step, ref) && isEmptyWidget(step.newer.resolve(ref)))
}

const isEmptyWidget = (value: PdfValue): boolean =>
  isDictionary(value) &&
  isName(value.get('Subtype'), 'Widget') &&
  isName(value.get('FT'), 'Sig') &&
  !value.has('AP') &&
  !value.has('MK')

export function elementMayBecome(step: Step, old: PdfDictionary, now: PdfDictionary): boolean {
  if (!sameBut(old, now, ['K'])) return false
  const added = appended(kids(step.older.resolve(old.get('K')), old), kids(step.newer.resolve(now.get('K')), now))
  return added !== null && added.every((ref) => isNew(step, ref) && isFormElement(step.newer.resolve(ref)))
}

/** One kid may stand without an array. */
const kids = (resolved: PdfValue, element: PdfDictionary): readonly PdfValue[] =>
  Array.isArray(resolved) ? resolved : element.has('K') ? [element.get('K')!] : []

const isFormElement = (value: PdfValue): boolean => isDictionary(value) && isName(value.get('S'), 'Form')

export function structureRootMayBecome(step: Step, old: PdfDictionary, now: PdfDictionary): boolean {
  if (!sameBut(old, now, ['ParentTree', 'ParentTreeNextKey'])) return false
  const before = step.older.dictionary(old.get('ParentTree')) ?? new Map<string, PdfValue>()
  const after = step.newer.dictionary(now.get('ParentTree'))
  if (!after || !sameBut(before, after, ['Nums', 'Kids'])) return false
  const numbers = appended(step.older.array(before.get('Nums')), step.newer.array(after.get('Nums')))
  const leaves = appended(step.older.array(before.get('Kids')), step.newer.array(after.get('Kids')))
  if (!numbers || !leaves) return false
  const elements = numbers.filter((_, at) => at % 2 === 1)
  return leaves.every((leaf) => isNew(step, leaf)) && elements.every((ref) => ref instanceof PdfRef && isNew(step, ref))
}
