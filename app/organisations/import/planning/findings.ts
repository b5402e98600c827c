import type { SourceRow } from '../reading/table.ts'

/** An `error` keeps a row out; a `warning` leaves something of it out; a `note` is good to know. */
export type Level = 'error' | 'warning' | 'note'

export type FindingCode =
  | SourceRow['flaws'][number]
  | 'no-name'
  | 'name-too-long'
  | 'country-unknown'
  | 'website-unclear'
  | 'date-unclear'
  | 'year-unclear'
  | 'size-unclear'
  | 'code-unclear'
  | 'address-unclear'
  | 'same-row-again'
  | 'same-id-again'
  | 'same-member'
  | 'history'
  | 'only-history'
  | 'joins'
  | 'kept-as-edited'

/** `about`: the value, as written, or a row's number. */
export type Finding = { level: Level; code: FindingCode; about?: string }
