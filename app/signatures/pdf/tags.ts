import { type PdfDictionary, PdfRef, type PdfValue, dictionary, isDictionary, name, textString } from './objects.ts'
import type { Update } from './update.ts'

export type TaggedWidget = { widget: PdfRef; page: PdfRef; title: string }

/**
 * Gives each widget its Form element in the structure tree, as PDF/UA-1 (ISO 14289-1, 7.18.4) wants, and returns the
 * `/StructParent` keys in order. An untagged file stays untagged: null.
 */
export function tagWidgets(update: Update, widgets: readonly TaggedWidget[]): number[] | null {
  const rootRef = update.pdf.catalogue.get('StructTreeRoot')
  const root = update.current(rootRef)
  if (!(rootRef instanceof PdfRef) || !isDictionary(root) || !widgets.length) return null
  const parentRef = topElement(update, root)
  const parent = update.current(parentRef)
  if (!parentRef || !isDictionary(parent)) return null
  const first = nextKey(update, root)
  const elements = widgets.map(({ widget, page, title }) => update.add(formElement(parentRef, widget, page, title)))
  update.set(parentRef, new Map(parent).set('K', [...kidsOf(update, parent), ...elements]))
  const parentTree = appendNumbers(update, root.get('ParentTree'), first, elements)
  update.set(rootRef, new Map(root).set('ParentTree', parentTree).set('ParentTreeNextKey', first + widgets.length))
  return widgets.map((_, index) => first + index)
}

function topElement(update: Update, root: PdfDictionary): PdfRef | null {
  const [first] = kidsOf(update, root)
  return first instanceof PdfRef ? first : null
}

function kidsOf(update: Update, element: PdfDictionary): PdfValue[] {
  const kids = element.get('K')
  const value = update.current(kids)
  if (Array.isArray(value)) return value
  return kids === undefined ? [] : [kids]
}

const formElement = (parent: PdfRef, widget: PdfRef, page: PdfRef, title: string): PdfDictionary =>
  dictionary({
    Type: name('StructElem'),
    S: name('Form'),
    P: parent,
    Pg: page,
    Alt: textString(title),
    K: dictionary({ Type: name('OBJR'), Obj: widget, Pg: page }),
  })

function nextKey(update: Update, root: PdfDictionary): number {
  const declared = root.get('ParentTreeNextKey')
  if (typeof declared === 'number') return declared
  let highest = -1
  const visit = (node: PdfValue, depth: number): void => {
    if (!isDictionary(node) || depth > 16) return
    for (const [at, key] of update.pdf.array(node.get('Nums')).entries()) {
      if (at % 2 === 0 && typeof key === 'number') highest = Math.max(highest, key)
    }
    for (const kid of update.pdf.array(node.get('Kids'))) visit(update.current(kid), depth + 1)
  }
  visit(update.current(root.get('ParentTree')), 0)
  return highest + 1
}

/** Adds keys beyond all others to the number tree (ISO 32000-2, 7.9.7), as a leaf of their own where it has leaves. */
function appendNumbers(update: Update, tree: PdfValue | undefined, first: number, values: PdfRef[]): PdfValue {
  const node = update.current(tree)
  const numbers = values.flatMap((value, index) => [first + index, value])
  if (!isDictionary(node)) return dictionary({ Nums: numbers })
  if (!node.has('Kids')) return new Map(node).set('Nums', [...update.pdf.array(node.get('Nums')), ...numbers])
  const leaf = update.add(dictionary({ Nums: numbers, Limits: [first, first + values.length - 1] }))
  return new Map(node).set('Kids', [...update.pdf.array(node.get('Kids')), leaf])
}
