import { languageName } from '../../../language/countries.ts'
import { dateText } from '../../../language/dates.ts'
import { type Locale, locales } from '../../../language/locales.ts'
import { nameLang, nameText } from '../../../organisations/pages/profileText.tsx'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card, Cards } from '../../../ui/card.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Select, TextField } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Named } from '../finding.ts'
import type { ListedNeed, NeedFilter } from '../queries.ts'
import { directions, needKinds } from '../tables.ts'

export type ListData = {
  needs: ListedNeed[]
  total: number
  hasMore: boolean
  page: number
  filter: NeedFilter
  clusters: Named[]
  mayEnter: boolean
}

type Props = ListData & { t: Catalogue; locale: Locale }

/** What members seek and what they have, for everybody. */
export function NeedList(props: Props) {
  const { t, locale, needs, mayEnter } = props
  const words = t.needs.list
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
        {mayEnter ? (
          <div class="row">
            <ButtonLink kind="primary" href={`/${locale}/needs/new`}>
              {words.enter}
            </ButtonLink>
            <a href={`/${locale}/needs/kept`}>{t.needs.kept.title}</a>
          </div>
        ) : null}
      </header>
      <Filters {...props} />
      {needs.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneBody}</p>
        </Empty>
      ) : (
        <section class="stack" aria-labelledby="found">
          <h2 id="found">{words.count({ count: props.total })}</h2>
          <Cards>
            {needs.map((need) => (
              <NeedCard t={t} locale={locale} need={need} />
            ))}
          </Cards>
        </section>
      )}
      <Pages {...props} />
    </div>
  )
}

function NeedCard({ t, locale, need }: { t: Catalogue; locale: Locale; need: ListedNeed }) {
  const lang = nameLang(need.title, locale)
  return (
    <Card
      title={nameText(need.title, locale)}
      {...(lang ? { lang } : {})}
      href={`/${locale}/needs/${need.reference}`}
      kicker={`${t.needs.directions[need.direction]} · ${t.needs.kinds[need.kind]}`}
      foot={t.needs.until({ date: dateText(locale, need.expiresOn) })}
    >
      <p>
        {need.owner ? nameText(need.owner.name, locale) : t.needs.anonymous} · {nameText(need.cluster.name, locale)}
      </p>
      {need.foundBy.length > 0 ? (
        <p class="soft small">
          {t.needs.list.foundBy({ by: new Intl.ListFormat(locale, { type: 'conjunction' }).format(need.foundBy) })}
        </p>
      ) : null}
    </Card>
  )
}

function Filters({ t, locale, filter, clusters }: Props) {
  const words = t.needs.list
  const all = { value: '', label: words.all }
  return (
    <Form method="get" action={`/${locale}/needs`} class="filters">
      <TextField name="q" type="search" label={words.search} hint={words.searchHint} value={filter.q} />
      <Select
        name="direction"
        label={t.needs.form.direction}
        options={[all, ...directions.map((value) => ({ value, label: t.needs.directions[value] }))]}
        value={filter.direction}
      />
      <Select
        name="kind"
        label={t.needs.form.kind}
        options={[all, ...needKinds.map((value) => ({ value, label: t.needs.kinds[value] }))]}
        value={filter.kind}
      />
      <Select
        name="cluster"
        label={words.cluster}
        options={[all, ...clusters.map(({ slug, name }) => ({ value: slug, label: nameText(name, locale) }))]}
        value={filter.cluster}
      />
      <Select
        name="language"
        label={words.language}
        options={[all, ...locales.map((value) => ({ value, label: languageName(value, locale) ?? value }))]}
        value={filter.language}
      />
      <FormActions>
        <Button kind="secondary">{words.apply}</Button>
      </FormActions>
    </Form>
  )
}

function Pages({ t, locale, filter, page, hasMore }: Props) {
  if (page === 1 && !hasMore) return null
  const words = t.needs.list
  const at = (number: number) => {
    const set = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]))
    return `/${locale}/needs?${new URLSearchParams([...set, ['page', String(number)]])}`
  }
  return (
    <Pager
      label={words.pages}
      position={words.page({ page })}
      {...(page > 1 ? { previous: { href: at(page - 1), label: words.previous } } : {})}
      {...(hasMore ? { next: { href: at(page + 1), label: words.next } } : {})}
    />
  )
}
