import type { Locale } from '../../language/locales.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Period } from '../period.ts'

export type IndicatorKey = keyof Catalogue['impact']['indicators']

/** One thing that is counted, with its day and the page on which it can be checked. */
export type CountedRow = {
  id: string
  /** `YYYY-MM-DD`. */
  day: string
  text: (t: Catalogue, locale: Locale) => string
  /** The same for readers to whom its page is closed; absent where everybody who reads the figure may read the row. */
  closed?: (t: Catalogue) => string
  /** Below the language; null where there is no page. */
  path: string | null
}

/**
 * A figure that is derived, never typed in: it is the number of its rows and nothing else. What is counted, of what period and from which
 * records stands in the catalogue under the same key.
 * @param organisationId whose figure it is: the managing organisation of its clusters, or a party.
 */
export type Indicator = {
  key: IndicatorKey
  rows: (db: Db, organisationId: string, period: Period) => Promise<CountedRow[]>
}
