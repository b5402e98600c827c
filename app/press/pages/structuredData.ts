import type { Locale } from '../../language/locales.ts'
import type { Asset } from '../kit/assets.ts'
import { paragraphsOf } from '../content.ts'
import type { Release, Revision } from '../assembling.ts'
import { contentFor, issuerName } from './words.ts'

/** The release for machines that read pages (schema.org NewsArticle). Made only from what strangers may read. */
export function structuredDataOf(
  release: Release,
  { content }: Revision,
  assets: readonly Asset[],
  origin: string,
  locale: Locale,
): object[] {
  const url = `${origin}/${locale}/releases/${release.slug}`
  const title = contentFor(content.title, locale)
  const corrected = release.corrections.findLast(({ effectiveAt }) => effectiveAt)
  const body = content.body && contentFor(content.body, locale)
  const organisations = release.issuers.map((issuer) => ({
    '@type': 'Organization',
    name: issuerName(issuer, locale),
    url: `${origin}/${locale}/organisations/${issuer.slug}`,
  }))
  const image = pictureOf(assets)
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': url,
      url,
      headline: title.text,
      inLanguage: title.locale,
      datePublished: release.lifting?.at.toISOString(),
      dateModified: (corrected?.effectiveAt ?? release.lifting?.at)?.toISOString(),
      author: organisations,
      publisher: organisations[0],
      ...(body ? { articleBody: paragraphsOf(body.text).join('\n\n') } : {}),
      ...(corrected ? { correction: contentFor(corrected.reason, locale).text } : {}),
      ...(image ? { image: `${url}/kit/${image.id}` } : {}),
    },
  ]
}

/** What others may show beside a link to it: a photograph before a logo. */
export const pictureOf = (assets: readonly Asset[]): Asset | undefined => {
  const pictures = assets.filter(({ mediaType }) => mediaType === 'image/png' || mediaType === 'image/jpeg')
  return pictures.find(({ kind }) => kind === 'photograph') ?? pictures[0]
}
