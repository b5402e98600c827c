import type { Locale } from '../../language/locales.ts'
import type { Translated } from '../../language/translated.ts'
import type { DocumentLabels } from './labels.ts'

/**
 * An agreement as it goes on paper: every word already chosen by the caller. Texts are plain; a blank line separates
 * paragraphs, and a leading `1. `, `(1) ` or `（１）` hangs in the margin of its paragraph.
 */
export type AgreementDocument = {
  reference: string
  title: Translated
  /** The authentic languages: one is set in one column, two side by side, more beneath one another. */
  languages: Locale[]
  preamble: Translated
  /** The mark that every page carries when nobody may take the paper for a concluded agreement. */
  demonstration: Translated | null
  /** What a reader must know about a model text before using it. */
  modelNotice?: Translated
  parties: DocumentParty[]
  clauses: DocumentClause[]
  /** In the order in which they are seated (席次). */
  signatories: DocumentSignatory[]
  /** Words of the paper itself, where the default ones of `labels.ts` do not serve. */
  labels?: Partial<Record<Locale, DocumentLabels>>
  /** The place and date of the signing, as it is to be read. */
  date?: Translated
  /** Written into the file's metadata: the same document at the same instant is the same bytes. */
  created: Date
  /** SHA-256 of the approved text, in hexadecimal. */
  textSha256: string
  /** Where anybody may check the signed file. */
  verifyUrl: string
}

export type DocumentParty = {
  name: Translated
  legalForm?: string
  seat: Translated
  /** The alliance through which the party takes part, e.g. MAGIA. */
  memberOf?: Translated
}

export type DocumentClause = {
  number: number
  heading: Translated
  body: Translated
  binding: boolean
}

export type DocumentSignatory = {
  /** The PDF field, e.g. `sig_p01`: letters, digits and underscores, since validators trip over periods. */
  field: string
  name: { native: string; latin: string }
  office: Translated
  organisation: Translated
  /** On what ground the signatory may sign. */
  ground: Translated
  place?: Translated
}

/** Where a signature goes. `rect` is [x, y, width, height] in PDF points from the page's bottom left corner. */
export type SignatureField = { name: string; page: number; rect: [number, number, number, number] }

export type RenderedAgreement = { pdf: Uint8Array; sha256: string; fields: SignatureField[] }

/** Why a document cannot go on paper. `where` is the path of the text, e.g. `clauses[2].body.ja`. */
export type DocumentRefusal =
  /** No font has a glyph for it; the paper would show an empty box. `codePoint` reads `U+1F91D`, several joined by spaces. */
  | { refused: 'missing-glyph'; character: string; codePoint: string; where: string }
  /** It would not be seen, or would make the paper read otherwise than the text: controls, reversals of direction. */
  | { refused: 'invisible-character'; character: string; codePoint: string; where: string }
  /** An authentic language says nothing here. */
  | { refused: 'missing-text'; where: string }
