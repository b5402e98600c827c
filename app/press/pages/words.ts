import { languageName } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import { type TimeForReader, timeForReader } from '../../language/timesForReader.ts'
import { type Content, pick } from '../../language/translated.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Embargo, Issuer, Release } from '../assembling.ts'

/** Who reads, and in what language and zone. `zone` null: only the declared zone is known. */
export type Reader = { t: Catalogue; locale: Locale; zone: string | null }

export type Shown = { text: string; locale: Locale }

export const contentFor = (content: Content, locale: Locale): Shown =>
  pick(content.text, locale, content.original) ?? { text: '', locale }

export const issuerName = (issuer: Pick<Issuer, 'name'>, locale: Locale): string => contentFor(issuer.name, locale).text

export const listed = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)

export const languageIn = (language: Locale, reader: Locale): string => languageName(language, reader) ?? language

export const leadOf = (release: Release): Issuer | undefined =>
  release.issuers.find(({ organisationId }) => organisationId === release.leadOrganisationId)

/** The embargo on the reader's clock and on the one it was declared by; null where there is no instant. */
export function embargoFor(embargo: Embargo, reader: Pick<Reader, 'locale' | 'zone'>): TimeForReader | null {
  const { liftsAt, zone, place } = embargo
  return liftsAt && timeForReader({ instant: liftsAt.toISOString(), zone, ...(place ? { place } : {}) }, reader)
}

/** Any other moment of a release: on the reader's clock, beside that of the lead. */
export function momentOf(at: Date, release: Release, reader: Pick<Reader, 'locale' | 'zone'>): TimeForReader {
  const lead = leadOf(release)
  const place = lead?.seat?.text
  return timeForReader(
    { instant: at.toISOString(), zone: lead?.timeZone ?? 'UTC', ...(place ? { place } : {}) },
    reader,
  )
}
