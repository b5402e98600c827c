import type { Locale } from '../../language/locales.ts'

/** What a form adds to a fact so that nobody can misread it: the year or the zone of a time that the source left out. */
export type Addition = 'year' | 'zone'

/** A stretch of text within a line. `lang` where it is not that of the release. */
export type Run = {
  text: string
  lang?: Locale
  addition?: Addition
  /** `mailto:` or `tel:`. */
  href?: string
  /** For `<time>`: local with its offset. */
  machine?: string
  strong?: boolean
}

export type Line = Run[]

/** One numbered point of the Japanese form: （１）日 時：… */
export type Item = { label: Line; value: Line | null; blocks: Block[] }

/** Who attends for one side. */
export type Side = { label: Line; attendees: Line[] }

/** A note below the text: *1 and what it explains, with a list where it needs one. */
export type Note = { mark: string; line: Line; list?: Line[] }

export type Block =
  | { kind: 'paragraph'; line: Line }
  | { kind: 'section'; heading: Line; blocks: Block[] }
  | { kind: 'items'; items: Item[] }
  | { kind: 'sides'; sides: Side[] }
  | { kind: 'notes'; notes: Note[] }
  | { kind: 'contact'; heading: Line; lines: Line[] }
  | { kind: 'marks'; lines: Line[] }
  | { kind: 'closing'; line: Line }

/** A release as it is read, in one language: every word chosen, no markup, the same for page and paper. */
export type ComposedRelease = {
  locale: Locale
  /** How such papers are laid out: as a Japanese official one, or as newsrooms in Europe expect it. */
  form: 'japanese' | 'european'
  kind: Line
  issued: Line
  addressees: Line
  /** Who issues it, each line of the letterhead; the first is the organisation. */
  sender: Line[]
  /** From when it may be published. Null where it goes without saying. */
  status: Line | null
  title: Line
  subtitle: Line | null
  lead: Line[]
  body: Block[]
  /** The mark of a demonstration, in the margins of the paper. */
  mark: string | null
}

export const textOf = (line: Line): string => line.map(({ text }) => text).join('')
