import type { Locale } from '../../language/locales.ts'
import type { PersonName } from '../../language/names.ts'
import type { CategoryKind } from '../tables.ts'

/** Somebody who opened their personal address for one event: known without an account. */
export type Seat = {
  registrationId: string
  eventId: string
  role: CategoryKind
  name: PersonName
  /** The outlet of a journalist, the organisation of others. */
  affiliation: string | null
  affiliationKey: string | null
  /** Accredited, and wished to ask. */
  mayAsk: boolean
  locale: Locale
  timeZone: string
}
