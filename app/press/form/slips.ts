import type { Locale } from '../../language/locales.ts'
import type { ReleaseRecord, ReleaseSlip } from '../record.ts'
import type { Addition, Block, ComposedRelease, Line } from './composed.ts'

/** The slips of the source, for whoever issues the release; nothing of it stands in the release itself. */
export const slipsOf = (record: ReleaseRecord): ReleaseSlip[] => record.slips

/** What the form added to the facts, and how it reads there. */
export function additionsOf(composed: ComposedRelease): { addition: Addition; text: string; lang: Locale }[] {
  const seen = new Set<string>()
  return linesOf(composed)
    .flat()
    .flatMap(({ text, addition }) => (addition ? [{ addition, text: text.trim(), lang: composed.locale }] : []))
    .filter(({ addition, text }) => {
      const key = `${addition} ${text}`
      return seen.has(key) ? false : seen.add(key)
    })
}

/** Every line of a release, in the order in which it is read. */
export function linesOf(composed: ComposedRelease): Line[] {
  const { kind, issued, addressees, sender, status, title, subtitle, lead, body } = composed
  const head = [
    kind,
    issued,
    addressees,
    ...sender,
    ...(status ? [status] : []),
    title,
    ...(subtitle ? [subtitle] : []),
  ]
  return [...head, ...lead, ...body.flatMap(linesOfBlock)]
}

export function linesOfBlock(block: Block): Line[] {
  switch (block.kind) {
    case 'paragraph':
    case 'closing':
      return [block.line]
    case 'section':
      return [block.heading, ...block.blocks.flatMap(linesOfBlock)]
    case 'items':
      return block.items.flatMap(({ label, value, blocks }) => [
        label,
        ...(value ? [value] : []),
        ...blocks.flatMap(linesOfBlock),
      ])
    case 'sides':
      return block.sides.flatMap(({ label, attendees }) => [label, ...attendees])
    case 'notes':
      return block.notes.flatMap(({ mark, line, list = [] }) => [[{ text: `${mark} ` }, ...line], ...list])
    case 'contact':
      return [block.heading, ...block.lines]
    case 'marks':
      return block.lines
  }
}
