import type { Locale } from '../../language/locales.ts'
import { isZone } from '../../language/times.ts'
import type { Translated } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { ReleaseRecord } from '../record.ts'
import type { ComposedRelease } from './composed.ts'
import { europeanRelease } from './europeanForm.ts'
import { japaneseRelease } from './japaneseForm.ts'

/** From when a release may be published: an instant, the last signature, whichever is later, or null for at once. */
export type ReleaseEmbargo = {
  liftsAt: string | null
  zone: string
  place?: Translated | null
  uponSignature?: boolean
} | null

export type ReleaseOptions = { embargo?: ReleaseEmbargo }

/**
 * The facts of a release in the form of one language: Japanese as an official paper, English, French, German and Italian as newsrooms there expect it.
 * Never throws, whatever the texts say; what is not known is left out together with its heading. The slips of the source are no part of it; see slips.ts.
 */
export function composeRelease(
  record: ReleaseRecord,
  locale: Locale,
  { embargo = null }: ReleaseOptions = {},
): ComposedRelease {
  const readable = withKnownZones(record)
  const t = catalogues[locale]
  return locale === 'ja' ? japaneseRelease(readable, t, embargo) : europeanRelease(readable, locale, t, embargo)
}

/** Time zone data change; a zone this machine does not know is told in UTC, which is right, if not friendly. */
function withKnownZones(record: ReleaseRecord): ReleaseRecord {
  const known = (zone: string) => (isZone(zone) ? zone : 'UTC')
  const { event, press } = record
  return {
    ...record,
    event: { ...event, zone: known(event.zone), zones: (event.zones ?? []).filter(isZone) },
    press: { ...press, deadline: press.deadline && { ...press.deadline, zone: known(press.deadline.zone) } },
  }
}
