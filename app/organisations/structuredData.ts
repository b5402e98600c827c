import type { Locale } from '../language/locales.ts'
import { type ProfileText, textFor } from './profileText.ts'
import type { AlliancePage, ClusterPage, OrganisationPage } from './queries.ts'

const textOf = (content: ProfileText | null, locale: Locale) => textFor(content, locale)?.text

/** The name in every language it has: search engines find 神戸医療産業都市推進機構 under its Latin name too. */
function names(content: ProfileText, locale: Locale) {
  const name = textOf(content, locale)
  const others = [...new Set(Object.values(content.text))].filter((text) => text !== name)
  return { name, ...(others.length ? { alternateName: others } : {}) }
}

const described = (description: ProfileText | null, locale: Locale) => {
  const text = textOf(description, locale)
  return text ? { description: text } : {}
}

/** JSON-LD of schema.org for an organisation. `origin` without a slash at its end. */
export const organisationData = (organisation: OrganisationPage, locale: Locale, origin: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Organization',
  '@id': `${origin}/organisations/${organisation.slug}`,
  ...names(organisation.name, locale),
  ...described(organisation.description, locale),
  url: `${origin}/${locale}/organisations/${organisation.slug}`,
  ...(organisation.website ? { sameAs: organisation.website } : {}),
  address: {
    '@type': 'PostalAddress',
    addressCountry: organisation.country,
    ...(organisation.seat ? { addressLocality: textOf(organisation.seat, locale) } : {}),
  },
})

export const clusterData = (cluster: ClusterPage, locale: Locale, origin: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Organization',
  '@id': `${origin}/clusters/${cluster.slug}`,
  ...names(cluster.name, locale),
  ...described(cluster.description, locale),
  url: `${origin}/${locale}/clusters/${cluster.slug}`,
  areaServed: textOf(cluster.regions, locale),
  parentOrganization: { '@type': 'Organization', '@id': `${origin}/organisations/${cluster.managing.slug}` },
  memberOf: cluster.alliances.map((alliance) => ({
    '@type': 'Organization',
    '@id': `${origin}/alliances/${alliance.slug}`,
    name: textOf(alliance.name, locale),
  })),
})

export const allianceData = (alliance: AlliancePage, locale: Locale, origin: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Organization',
  '@id': `${origin}/alliances/${alliance.slug}`,
  name: textOf(alliance.name, locale),
  ...(alliance.expansion ? { alternateName: alliance.expansion } : {}),
  ...described(alliance.purpose, locale),
  url: `${origin}/${locale}/alliances/${alliance.slug}`,
  member: alliance.members.map((member) => ({
    '@type': 'Organization',
    '@id': `${origin}/clusters/${member.slug}`,
    name: textOf(member.name, locale),
  })),
})
