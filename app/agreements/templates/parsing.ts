/**
 * How an agreement is written in Markdown, one file a language:
 *
 *     > A notice to whoever opens the file; it is not part of the agreement.
 *
 *     # Title
 *
 *     Preamble, in paragraphs.
 *
 *     ## slug | Heading
 *
 *     1. A numbered paragraph.
 *
 *     (1) An item of it.
 *
 * The slug names the clause in every language and never changes; the heading is the language's own. What stands below a heading is the clause's body as
 * people edit it: paragraphs between blank lines, their numbers written out. Nothing else of Markdown has a meaning here.
 */
export type AgreementMarkdown = {
  /** The block quote above the title; null when there is none. */
  notice: string | null
  title: string
  preamble: string
  clauses: ClauseMarkdown[]
}

export type ClauseMarkdown = { slug: string; heading: string; body: string }

export type MarkdownRefusal = {
  refused:
    | 'no-title'
    | 'second-title'
    | 'text-before-title'
    | 'malformed-clause-heading'
    | 'same-slug-twice'
    | 'empty-clause'
    | 'no-clauses'
  /** Line of the file, from 1. */
  line: number
}

const TITLE = /^#[ \t]+(\S.*)$/u
const CLAUSE = /^##[ \t]+([a-z][a-z0-9]*(?:-[a-z0-9]+)*)[ \t]*\|[ \t]*(\S.*)$/u

type Section = { slug: string; heading: string; line: number; lines: string[] }

/** Reads one language's file. Line ends may be those of any system; the result has LF, and at most one blank line between paragraphs. */
export function parseAgreementMarkdown(markdown: string): AgreementMarkdown | MarkdownRefusal {
  const notice: string[] = []
  const preamble: string[] = []
  const sections: Section[] = []
  let title: string | null = null
  for (const [index, raw] of markdown
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|[\n\r]/u)
    .entries()) {
    const at = index + 1
    const line = raw.trimEnd()
    if (line.startsWith('##')) {
      const section = openSection(line, at, sections)
      if ('refused' in section) return section
      if (title === null) return { refused: 'no-title', line: at }
      sections.push(section)
    } else if (TITLE.test(line)) {
      if (title !== null) return { refused: 'second-title', line: at }
      title = (TITLE.exec(line)?.[1] ?? '').trim()
    } else if (title === null) {
      if (line !== '' && !line.startsWith('>')) return { refused: 'text-before-title', line: at }
      if (line !== '') notice.push(line.replace(/^>[ \t]?/u, ''))
    } else {
      ;(sections.at(-1)?.lines ?? preamble).push(line)
    }
  }
  if (title === null) return { refused: 'no-title', line: 1 }
  return assemble({ notice: bodyOf(notice) || null, title, preamble: bodyOf(preamble) }, sections)
}

function openSection(line: string, at: number, before: Section[]): Section | MarkdownRefusal {
  const [, slug, heading] = CLAUSE.exec(line) ?? []
  if (!slug || !heading) return { refused: 'malformed-clause-heading', line: at }
  if (before.some((section) => section.slug === slug)) return { refused: 'same-slug-twice', line: at }
  return { slug, heading: heading.trim(), line: at, lines: [] }
}

function assemble(head: Omit<AgreementMarkdown, 'clauses'>, sections: Section[]): AgreementMarkdown | MarkdownRefusal {
  if (sections.length === 0) return { refused: 'no-clauses', line: 1 }
  const clauses = sections.map(({ slug, heading, lines }) => ({ slug, heading, body: bodyOf(lines) }))
  const empty = sections.find((section) => bodyOf(section.lines) === '')
  return empty ? { refused: 'empty-clause', line: empty.line } : { ...head, clauses }
}

const bodyOf = (lines: string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
