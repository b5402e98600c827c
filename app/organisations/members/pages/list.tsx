import { dateText } from '../../../language/dates.ts'
import type { Locale } from '../../../language/locales.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { Select, TextField } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import { langOf, textFor } from '../../profileText.ts'
import type { OrganisationKind } from '../../tables.ts'
import { fieldGroups } from '../profile.ts'
import type { ClusterOfMembers, ListedMember } from '../queries.ts'

export type ListProps = {
  t: Catalogue
  locale: Locale
  cluster: ClusterOfMembers
  title: string
  today: string
  members: ListedMember[]
  next: string | null
  total: number
  byKind: [OrganisationKind, number][]
  entries: Entries
  errors: FieldErrors
}

const kinds: readonly OrganisationKind[] = [
  'company',
  'hospital',
  'research-institute',
  'university',
  'foundation',
  'public-authority',
  'association',
  'cluster-organisation',
]

/** A cluster's own list of members: how many there are by this list, who they are, and one more. */
export function MemberList(props: ListProps) {
  const { t, locale, title, members, next, cluster } = props
  const words = t.members.list
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={props.errors} />
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.lede}</p>
        <p>
          <a href={`/${locale}/imports/${cluster.slug}`}>{words.toImports}</a> ·{' '}
          <a href={`/${locale}/duplicates/${cluster.slug}`}>{t.duplicates.short}</a>
        </p>
      </header>
      <Count {...props} />
      {members.length === 0 ? (
        <Empty title={words.empty.title}>
          <p>{words.empty.body}</p>
        </Empty>
      ) : (
        <Table
          caption={title}
          hidesCaption
          columns={[
            { label: words.member },
            { label: words.kind },
            { label: words.since },
            { label: words.parts },
            { label: words.leave, isAction: true },
          ]}
          rows={members.map((member) => {
            const name = textFor(member.name, locale)
            return [
              <a href={`/${locale}/members/${member.slug}`} lang={name ? langOf(name) : undefined}>
                {name?.text ?? member.slug}
              </a>,
              t.organisations.kinds[member.kind],
              member.since ? dateText(locale, member.since) : '',
              words.partsOf({ written: member.parts, all: fieldGroups.length }),
              <details>
                <summary>{words.leave}</summary>
                <form method="post" action={`/${locale}/clusters/${cluster.slug}/members/${member.slug}/end`}>
                  <Button kind="grave">{words.leaveToday({ name: name?.text ?? member.slug })}</Button>
                </form>
              </details>,
            ]
          })}
        />
      )}
      {next ? (
        <ButtonLink href={`/${locale}/clusters/${cluster.slug}/members?after=${next}`}>{words.more}</ButtonLink>
      ) : null}
      <AdmissionForm {...props} />
    </div>
  )
}

/** Derived from the list, with its definition and its day; never added to what is declared elsewhere. */
function Count({ t, locale, total, byKind, today }: ListProps) {
  const words = t.members.list
  return (
    <section class="stack" aria-labelledby="count">
      <h2 id="count">{words.countTitle}</h2>
      <p>{words.count({ count: total, date: dateText(locale, today) })}</p>
      {byKind.length > 1 ? (
        <ul role="list" class="row">
          {byKind.map(([kind, count]) => (
            <li>
              {t.organisations.kinds[kind]}: {count}
            </li>
          ))}
        </ul>
      ) : null}
      <p class="soft small">{words.countDefinition}</p>
    </section>
  )
}

function AdmissionForm({ t, locale, cluster, entries, errors }: ListProps) {
  const words = t.members.list.admit
  const field = (name: string) => ({ name, value: entries[name], error: errors[name] })
  const optional = { optional: t.undertakings.optional }
  return (
    <section class="stack" aria-labelledby="admit">
      <h2 id="admit">{words.title}</h2>
      <Form action={`/${locale}/clusters/${cluster.slug}/members`}>
        <TextField {...field('name')} label={words.name} lang={locale} autocomplete="organization" />
        <Select
          {...field('kind')}
          label={t.members.list.kind}
          options={kinds.map((value) => ({ value, label: t.organisations.kinds[value] }))}
        />
        <TextField {...field('legalForm')} {...optional} label={words.legalForm} width="medium" />
        <TextField {...field('country')} label={words.country} hint={words.countryHint} width="short" />
        <TextField {...field('seat')} {...optional} label={words.seat} width="medium" />
        <TextField {...field('website')} {...optional} type="url" label={words.website} />
        <FormActions>
          <Button>{words.action}</Button>
        </FormActions>
      </Form>
    </section>
  )
}
