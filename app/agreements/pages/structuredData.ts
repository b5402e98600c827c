import type { Locale } from '../../language/locales.ts'
import type { Agreement } from '../agreement.ts'
import { contentFor, partyName, titleFor } from './words.ts'

/** The agreement for machines that read pages: schema.org has no contract, so it is a digital document with its signed file. */
export function structuredDataOf(agreement: Agreement, origin: string, locale: Locale): object[] {
  const title = titleFor(agreement, locale)
  const address = `${origin}/${locale}/agreements/${agreement.reference}`
  const newest = agreement.documents.at(-1)
  const { inForce, publication } = agreement
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'DigitalDocument',
      '@id': address,
      url: address,
      name: title.text,
      identifier: agreement.reference,
      inLanguage: agreement.languages,
      author: agreement.parties.map((party) => ({
        '@type': 'Organization',
        name: partyName(party, locale),
        ...(party.alliance
          ? { memberOf: { '@type': 'Organization', name: contentFor(party.alliance.name, locale).text } }
          : {}),
        address: { '@type': 'PostalAddress', addressCountry: party.country },
      })),
      ...(inForce
        ? {
            datePublished: publication?.at.toISOString(),
            temporalCoverage: `${inForce.from.toISOString().slice(0, 10)}/${inForce.until}`,
          }
        : {}),
      ...(publication?.withText && newest
        ? {
            encoding: {
              '@type': 'MediaObject',
              contentUrl: `${address}/document.pdf`,
              encodingFormat: 'application/pdf',
              sha256: newest.sha256,
            },
          }
        : {}),
    },
  ]
}
