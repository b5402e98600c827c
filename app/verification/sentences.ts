import { displaySafe, truncate } from '../language/displaySafe.ts'
import type { DocumentFinding, Level, SignatureFinding } from '../signatures/verify/findings.ts'

// Nothing of the server is imported here: the browser's checker says its findings with the same functions.

/** What a sentence is filled with: every fact of the finding, as the reader should see it. */
type Spoken<F> = { [K in Exclude<keyof F, 'code' | 'level'>]: string }

/** A sentence for each code. A catalogue that lacks one does not compile where it is handed over. */
export type SignatureWords = {
  [C in SignatureFinding['code']]: (p: Spoken<Extract<SignatureFinding, { code: C }>>) => string
}
export type FileWords = {
  [C in DocumentFinding['code']]: (p: Spoken<Extract<DocumentFinding, { code: C }>>) => string
} & { 'document.encrypted': () => string }

export type SentenceCode = keyof SignatureWords | keyof FileWords

/** How one reader is spoken to: `sentence` fills a sentence; `date` and `number` write values; `reason` and `part` name what codes stand for. */
export type Voice = {
  sentence(code: SentenceCode, values: Record<string, string>): string
  date(value: Date): string
  number(value: number): string
  reasons: Record<string, string>
  parts: Record<string, string>
}

export type Said = { level: Level; text: string }

/** One finding as one sentence. */
export function say(finding: SignatureFinding | DocumentFinding, voice: Voice): Said {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(finding)) {
    if (name !== 'code' && name !== 'level') values[name] = write(name, value, voice)
  }
  return { level: finding.level, text: voice.sentence(codeOf(finding), values) }
}

/** The checker reads no encrypted files, and says so in its detail; a reader can do something about that one. */
const codeOf = (finding: SignatureFinding | DocumentFinding): SentenceCode =>
  finding.code === 'document.unreadable' && finding.detail === 'an encrypted file' ? 'document.encrypted' : finding.code

function write(name: string, value: unknown, voice: Voice): string {
  if (value instanceof Date) return voice.date(value)
  if (typeof value === 'number') return voice.number(value)
  const text = String(value)
  if (name === 'reason') return voice.reasons[text] ?? text
  if (name === 'part') return voice.parts[text] ?? text
  return shown(text)
}

/** Text out of a file is its author's: one line, of a length that fits, without what would reorder the words around it. */
export const shown = (text: string, longest = 200): string => truncate(displaySafe(text), longest)

/** `{name}` in a template is replaced by the value of that name. */
export const fill = (template: string, values: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
