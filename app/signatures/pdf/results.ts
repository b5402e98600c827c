import type { Bytes } from '../bytes.ts'
import type { StampFailure } from '../timestamp/service.ts'

/** What can be wrong with a file or with what was asked of it. */
export type PdfProblem =
  | 'unreadable-pdf'
  | 'no-such-page'
  | 'no-such-field'
  | 'field-taken'
  | 'has-form'
  | 'already-sealed'
  | 'not-sealed'
  | 'bad-signature'

/** Why there is no new revision: the file's fault, or the time-stamp service's. `detail` is for the log, not for people. */
export type SigningFailure = { failed: PdfProblem; detail: string } | StampFailure

/** The new revision of the file, and when the time-stamp service attested it. */
export type Signed = { pdf: Bytes; stampedAt: Date }

export type SigningResult = Signed | SigningFailure
