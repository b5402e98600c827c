import type { Locale } from '../../language/locales.ts'
import type { Visibility } from '../members/profile.ts'
import type { Field } from './mapping/fields.ts'
import type { Encoding } from './reading/encoding.ts'

/** How a file is to be read; what is absent was left to be detected. */
export type ReadingChoices = {
  encoding?: Encoding | undefined
  /** One character. */
  separator?: string | undefined
  sheet?: string | undefined
  /** The row that names the columns, counted from 1 as spreadsheets do. */
  headerRow?: number | undefined
}

/** Everything somebody decided about one list before it is applied. */
export type ImportChoices = ReadingChoices & {
  /** What each column is, in their order; absent: detected. */
  columns?: (Field | null)[] | undefined
  /** The country of rows that name none. */
  country: string
  /** The language the texts are in. */
  language: Locale
  /** Who sees the parts that are filled; contacts are never shown further than to coordinators by an import. */
  visibility: Visibility
}
