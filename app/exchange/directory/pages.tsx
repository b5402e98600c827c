import type { Child } from 'hono/jsx'
import { countryName } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import { valueChainLinks } from '../../organisations/members/profile.ts'
import { langOf, textFor } from '../../organisations/profileText.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Lines } from '../../ui/card.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextField } from '../../ui/inputs.tsx'
import { AllianceMap } from '../../ui/map.tsx'
import { Empty, Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Table } from '../../ui/table.tsx'
import { facets } from '../search/facets.ts'
import { conceptName } from '../search/finding.ts'
import { addressOf } from './forms.ts'
import type { DirectoryHit, ListedCluster, Listing } from './queries.ts'

export type DirectoryProps = { t: Catalogue; locale: Locale; listing: Listing }

type PageProps = DirectoryProps & { maySave: boolean; refusal?: string }

/** The word box, what narrows it, and who was found by what. */
export function DirectoryView(props: PageProps) {
  const { t, locale, listing, maySave, refusal } = props
  const words = t.directory
  const { q, entries, page } = listing.asked
  const isAsked = q !== '' || Object.keys(entries).length > 0
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      {refusal ? <Notice kind="care" title={refusal} /> : null}
      <SearchForm {...props} />
      {maySave ? (
        <div class="row">
          {isAsked ? (
            <form method="post" action={`/${locale}/directory/searches`}>
              {Object.entries({ q, ...entries }).map(([name, value]) => (
                <input type="hidden" name={name} value={value} />
              ))}
              <Button kind="quiet">{words.saved.save}</Button>
            </form>
          ) : null}
          <a href={`/${locale}/directory/searches`}>{words.saved.title}</a>
        </div>
      ) : null}
      <section class="stack" aria-labelledby="hits">
        <h2 id="hits">{isAsked ? words.found : words.all}</h2>
        <Understood {...props} />
        {listing.hits.length === 0 ? <Nothing {...props} isAsked={isAsked} /> : null}
        <Lines>
          {listing.hits.map((hit) => (
            <Hit {...props} hit={hit} />
          ))}
        </Lines>
        {page > 1 || listing.more ? (
          <Pager
            label={words.pages}
            position={words.page({ page })}
            {...(page > 1
              ? { previous: { href: addressOf(listing.asked, page - 1) || '?', label: words.previous } }
              : {})}
            {...(listing.more ? { next: { href: addressOf(listing.asked, page + 1), label: words.next } } : {})}
          />
        ) : null}
      </section>
      <Places {...props} />
      <Clusters {...props} />
    </div>
  )
}

function SearchForm({ t, locale, listing }: DirectoryProps) {
  const words = t.directory
  const { q, entries } = listing.asked
  const anything = { value: '', label: words.filters.any }
  const country = (code: string) => ({ value: code, label: countryName(code, locale) ?? code })
  return (
    <Form action={`/${locale}/directory`} method="get">
      <TextField name="q" type="search" label={words.box} hint={words.boxHint} value={q} />
      <details open={Object.keys(entries).length > 0}>
        <summary>{words.narrow}</summary>
        <div class="filters">
          <Select
            name="cluster"
            label={words.filters.cluster}
            value={entries.cluster}
            options={[
              anything,
              ...listing.clusters.map((one) => ({ value: one.slug, label: clusterName(one, locale) })),
            ]}
          />
          <Select
            name="country"
            label={words.filters.country}
            value={entries.country}
            options={[anything, ...listing.countries.map(country)]}
          />
          <Select
            name="kind"
            label={words.filters.kind}
            value={entries.kind}
            options={[anything, ...Object.entries(t.organisations.kinds).map(([value, label]) => ({ value, label }))]}
          />
          <Select
            name="chain"
            label={words.filters.chain}
            value={entries.chain}
            options={[anything, ...valueChainLinks.map((value) => ({ value, label: t.members.products.links[value] }))]}
          />
          <TextField
            name="emdn"
            label={words.filters.emdn}
            hint={words.filters.emdnHint}
            value={entries.emdn}
            width="medium"
          />
          <TextField
            name="sought"
            label={words.filters.sought}
            hint={words.filters.soughtHint}
            value={entries.sought}
            width="short"
          />
          <TextField
            name="certificate"
            label={words.filters.certificate}
            hint={words.filters.certificateHint}
            value={entries.certificate}
            width="medium"
          />
        </div>
      </details>
      <FormActions>
        <Button>{words.search}</Button>
      </FormActions>
    </Form>
  )
}

/** What the words were taken for: whoever reads it sees at once where a question went astray. */
function Understood({ t, locale, listing }: DirectoryProps) {
  const concepts = listing.wishes.filter(({ kind, readAs }) => kind === 'concept' || readAs)
  if (concepts.length === 0) return null
  return (
    <p class="soft small">
      {t.directory.understood}{' '}
      {concepts
        .map(({ kind, typed, readAs, terms }) => {
          const meant = kind === 'concept' ? terms.map((term) => conceptName(term.slice(1), locale)).join(', ') : readAs
          return t.directory.reading({ typed, meant: meant ?? '' })
        })
        .join(t.directory.separator)}
    </p>
  )
}

function Nothing({ t, locale, isAsked }: DirectoryProps & { isAsked: boolean }) {
  const words = isAsked ? t.directory.nothing : t.directory.empty
  return (
    <Empty
      title={words.title}
      action={isAsked ? <ButtonLink href={`/${locale}/directory`}>{t.directory.nothing.action}</ButtonLink> : null}
    >
      <p>{words.body}</p>
    </Empty>
  )
}

function Hit({ t, locale, hit, listing }: DirectoryProps & { hit: DirectoryHit }) {
  const name = textFor(hit.name, locale)
  const seat = textFor(hit.seat, locale)
  const clusters = listing.clusters.filter(({ slug }) => hit.clusters.includes(slug))
  const facts = [
    t.organisations.kinds[hit.kind],
    [seat?.text, countryName(hit.country, locale)].filter(Boolean).join(', '),
    ...clusters.map((one) => clusterName(one, locale)),
  ]
  return (
    <article class="stack">
      <h3 lang={name ? langOf(name) : undefined}>
        <a href={`/${locale}/members/${hit.slug}`}>{name?.text ?? hit.slug}</a>
      </h3>
      <p class="soft small">{facts.filter(Boolean).join(' · ')}</p>
      <Reasons t={t} locale={locale} hit={hit} />
    </article>
  )
}

function Reasons({ t, locale, hit }: { t: Catalogue; locale: Locale; hit: DirectoryHit }): Child {
  const words = t.directory
  if (hit.reasons.length === 0) return null
  const lines = hit.reasons.map(({ wish, term, parts }) => {
    const meant = wish.kind === 'concept' ? conceptName(term.slice(1), locale) : (wish.readAs ?? wish.typed)
    const by = meant === wish.typed ? meant : words.reading({ typed: wish.typed, meant })
    return words.foundBy({
      by,
      parts: parts.map((part) => (part === 'name' ? words.name : t.members.groups[part])).join(words.separator),
    })
  })
  return (
    <ul class="small">
      {[...new Set(lines)].map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** Where the clusters of these hits are: few members say where they are themselves. */
function Places({ t, locale, listing }: DirectoryProps) {
  const words = t.directory
  const points = listing.clusters.flatMap((cluster) => {
    const count = listing.hits.filter(({ clusters }) => clusters.includes(cluster.slug)).length
    const { latitude, longitude } = cluster
    if (count === 0 || latitude === null || longitude === null) return []
    const place = [textFor(cluster.seat, locale)?.text, words.hits({ count })].filter(Boolean).join(' · ')
    return [
      { name: clusterName(cluster, locale), place, latitude, longitude, href: `/${locale}/clusters/${cluster.slug}` },
    ]
  })
  if (points.length === 0) return null
  return (
    <section class="stack" aria-labelledby="places">
      <h2 id="places">{words.places}</h2>
      <AllianceMap
        label={words.mapLabel}
        points={points}
        table={{ caption: words.filters.cluster, name: words.filters.cluster, place: words.place }}
      />
    </section>
  )
}

/** One figure a cluster, each with its day's meaning; they are never added up, for a member can be in several. */
function Clusters({ t, locale, listing }: DirectoryProps) {
  const words = t.directory
  if (listing.clusters.length === 0 || facets.some((facet) => listing.asked.entries[facet])) return null
  return (
    <section class="stack" aria-labelledby="clusters">
      <h2 id="clusters">{words.byCluster}</h2>
      <Table
        caption={words.byCluster}
        hidesCaption
        columns={[{ label: words.filters.cluster }, { label: words.listed, isNumeric: true }]}
        rows={listing.clusters.map((cluster) => [
          <a href={`/${locale}/directory?cluster=${cluster.slug}`}>{clusterName(cluster, locale)}</a>,
          String(cluster.listed),
        ])}
      />
      <p class="soft small">{words.listedMeans}</p>
    </section>
  )
}

const clusterName = (cluster: Pick<ListedCluster, 'name' | 'slug'>, locale: Locale): string =>
  textFor(cluster.name, locale)?.text ?? cluster.slug
