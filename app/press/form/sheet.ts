import { breakLongRuns } from '../../agreements/document/breakLongRuns.ts'
import { phrasesOf } from '../../agreements/document/phrases.ts'
import { printable, unprintable } from '../../agreements/document/printable.ts'
import type { Locale } from '../../language/locales.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { type Block, type ComposedRelease, type Line, type Run, textOf } from './composed.ts'
import { linesOf } from './slips.ts'

/** A run as `release.typ` sets it: pieces between which a line may end in need. */
type SetRun = { pieces: string[]; lang: Locale; strong: boolean; href: string | null }
type SetLine = SetRun[]

type SetBlock = { kind: Block['kind'] } & Record<string, unknown>

/** What `release.typ` reads. */
export type ReleaseSheet = {
  lang: Locale
  form: ComposedRelease['form']
  documentTitle: string
  author: string
  mark: string | null
  kind: SetLine
  issued: SetLine
  addressees: SetLine
  sender: SetLine[]
  status: SetLine | null
  title: SetLine
  subtitle: SetLine | null
  lead: SetLine[]
  body: SetBlock[]
  page: string
}

/** Characters of a release that its paper cannot show and that stand there as 〓: to be said before it is issued. */
export function unprintableIn(composed: ComposedRelease): string[] {
  const found = linesOf(composed)
    .flat()
    .flatMap(({ text }) => unprintable(text))
  return [...new Set(found)]
}

export function sheetOf(composed: ComposedRelease): ReleaseSheet {
  const { locale, form, kind, issued, addressees, sender, status, title, subtitle, lead, body, mark } = composed
  const set = (line: Line): SetLine => line.map((run) => setRun(run, locale, breakLongRuns))
  /** A Japanese heading parts only between phrases. */
  const setTitle = (line: Line): SetLine =>
    line.map((run) => setRun(run, locale, (run.lang ?? locale) === 'ja' ? phrasesOf : breakLongRuns))
  return {
    lang: locale,
    form,
    documentTitle: printable(textOf(title)),
    author: printable(textOf(sender[0] ?? [])),
    mark: mark === null ? null : printable(mark),
    kind: set(kind),
    issued: set(issued),
    addressees: set(addressees),
    sender: sender.map(set),
    status: status && set(status),
    title: setTitle(title),
    subtitle: subtitle && setTitle(subtitle),
    lead: lead.map(set),
    body: body.map((block) => setBlock(block, set)),
    page: catalogues[locale].releases.form.page({ page: '{page}', pages: '{pages}' }),
  }
}

function setRun({ text, lang, strong = false, href }: Run, locale: Locale, parted: (text: string) => string[]): SetRun {
  return { pieces: parted(printable(text)), lang: lang ?? locale, strong, href: href ?? null }
}

function setBlock(block: Block, set: (line: Line) => SetLine): SetBlock {
  const inner = (blocks: Block[]) => blocks.map((one) => setBlock(one, set))
  const { kind } = block
  switch (kind) {
    case 'paragraph':
    case 'closing':
      return { kind, line: set(block.line) }
    case 'section':
      return { kind, heading: set(block.heading), blocks: inner(block.blocks) }
    case 'items':
      return {
        kind,
        items: block.items.map(({ label, value, blocks }) => ({
          label: set(label),
          value: value && set(value),
          blocks: inner(blocks),
        })),
      }
    case 'sides':
      return {
        kind,
        sides: block.sides.map(({ label, attendees }) => ({ label: set(label), attendees: attendees.map(set) })),
      }
    case 'notes':
      return {
        kind,
        notes: block.notes.map(({ mark, line, list = [] }) => ({
          mark: printable(mark),
          line: set(line),
          list: list.map(set),
        })),
      }
    case 'contact':
      return { kind, heading: set(block.heading), lines: block.lines.map(set) }
    case 'marks':
      return { kind, lines: block.lines.map(set) }
  }
}
