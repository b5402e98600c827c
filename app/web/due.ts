import type { Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { Db } from '../platform/db/tables.ts'

/** Something that waits: for the asker, or for somebody else on whom the asker's work depends. */
export type DueItem = {
  /** Which kind of thing waits, as `referral.answer`; with `subjectId` it names the item. */
  kind: string
  subjectId: string
  /** Where it is done, below the language: `/referrals/7K3F-9QX2`. */
  path: string
  /** One sentence, in the reader's words. */
  text: (t: Catalogue, locale: Locale) => string
  /** `yours`: the asker can do it; `theirs`: somebody else has to, and the asker waits. */
  side: 'yours' | 'theirs'
  /** Whose it is. */
  organisationId: string
  /** The person answerable, where one is named. */
  personId: string | null
  /** Until when, with the zone the deadline was declared in; null where there is no deadline. */
  due: { at: Date; zone: string } | null
}

/**
 * Reads what waits in one room, the most urgent first.
 * @param limit as many items at most; `total` counts all of them.
 */
export type DueReader = (db: Db, scope: Scope, now: Date, limit: number) => Promise<{ items: DueItem[]; total: number }>
