import type { Child } from 'hono/jsx'
import { countryName } from '../../language/countries.ts'
import { dateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { localTime } from '../../language/times.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { Lines } from '../../ui/card.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Table } from '../../ui/table.tsx'
import type { FieldErrors } from '../../web/forms.ts'
import type { ListCluster } from '../lists.ts'
import { nameText } from '../pages/profileText.tsx'
import type { ProfileText } from '../profileText.ts'
import { type DecidedPair, type OpenPair, PAIRS_AT_ONCE, type Side } from './queries.ts'

type Props = {
  t: Catalogue
  locale: Locale
  cluster: ListCluster
  title: string
  from: number
  total: number
  open: OpenPair[]
  decided: DecidedPair[]
  lookedAt: Date | null
  errors: FieldErrors
}

/** Pairs of entries side by side, with what speaks for one member behind them and what against it. */
export function DuplicatesView(props: Props) {
  const { t, locale, cluster, title, open, decided, lookedAt, errors } = props
  const words = t.duplicates
  const here = `/${locale}/duplicates/${cluster.slug}`
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.lede}</p>
        <p class="soft">
          {lookedAt
            ? words.lookedAt({ day: dateText(locale, localTime(lookedAt.toISOString(), cluster.timeZone).date) })
            : words.notYet}
        </p>
      </header>
      {open.length === 0 ? (
        <Empty title={words.none.title}>
          <p>{words.none.body}</p>
        </Empty>
      ) : (
        open.map((pair) => <Pair {...{ t, locale, pair, here }} />)
      )}
      <Pages {...props} here={here} />
      {decided.length === 0 ? null : (
        <section class="stack" aria-labelledby="decided">
          <h2 id="decided">{words.decided}</h2>
          <Lines>
            {decided.map((pair) => (
              <Decided {...{ t, locale, pair, here }} timeZone={cluster.timeZone} />
            ))}
          </Lines>
        </section>
      )}
    </div>
  )
}

type PairProps = { t: Catalogue; locale: Locale; pair: OpenPair; here: string }

function Pair({ t, locale, pair, here }: PairProps) {
  const words = t.duplicates
  const { id, one, other, reasons, mayMerge } = pair
  const names = { one: nameText(one.name, locale), other: nameText(other.name, locale) }
  const heading = `pair-${id}`
  return (
    <section class="stack" aria-labelledby={heading}>
      <h2 id={heading}>{words.pair(names)}</h2>
      <ul>
        {reasons.map((reason) => (
          <li>{words.reasons[reason]}</li>
        ))}
      </ul>
      <Table
        caption={words.pair(names)}
        hidesCaption
        columns={[{ label: words.what }, { label: words.first }, { label: words.second }]}
        rows={rowsOf(t, locale, one, other)}
      />
      <Form action={`${here}/${id}`}>
        {mayMerge ? <p class="soft">{words.merging}</p> : <p>{words.refusals['not-both-yours']}</p>}
        <FormActions>
          {mayMerge ? (
            <>
              <Button name="answer" value="keep-one" kind="secondary">
                {words.keep({ name: names.one })}
              </Button>
              <Button name="answer" value="keep-other" kind="secondary">
                {words.keep({ name: names.other })}
              </Button>
            </>
          ) : null}
          <Button name="answer" value="not-the-same" kind="quiet">
            {words.notTheSame}
          </Button>
        </FormActions>
      </Form>
    </section>
  )
}

/** Line by line what the two entries say; what neither says is left out. */
function rowsOf(t: Catalogue, locale: Locale, one: Side, other: Side): Child[][] {
  const words = t.duplicates.rows
  const both = (label: string, cell: (side: Side) => Child | null): Child[][] => {
    const [first, second] = [cell(one), cell(other)]
    return first || second ? [[label, first ?? '–', second ?? '–']] : []
  }
  return [
    ...both(words.name, ({ slug, name }) => (
      <a href={`/${locale}/members/${slug}`}>
        <Texts text={name} />
      </a>
    )),
    ...both(words.legalForm, ({ legalForm }) => legalForm),
    ...both(words.country, ({ country }) => countryName(country, locale) ?? country),
    ...both(words.seat, ({ seat }) => (seat ? <Texts text={seat} /> : null)),
    ...both(words.website, ({ website }) => website),
    ...both(words.numbers, ({ numbers }) => numbers.join(', ') || null),
    ...both(words.clusters, ({ clusters }) => clusters.map((name) => nameText(name, locale)).join(', ') || null),
    ...both(words.parts, ({ parts }) => parts.map((part) => t.members.groups[part]).join(', ') || null),
  ]
}

/** In every language in which it is written differently: what tells two entries apart may be in any of them. */
function Texts({ text }: { text: ProfileText }) {
  const all = Object.entries(text.text) as [Locale, string][]
  const each = all.filter(([, words], place) => all.findIndex(([, other]) => other === words) === place)
  return (
    <>
      {each.map(([locale, words], place) => (
        <>
          {place > 0 ? ' / ' : ''}
          <span lang={locale}>{words}</span>
        </>
      ))}
    </>
  )
}

function Pages({ t, total, from, here }: Props & { here: string }) {
  if (total <= PAIRS_AT_ONCE) return null
  const words = t.duplicates
  const last = Math.min(total, from + PAIRS_AT_ONCE)
  return (
    <Pager
      label={words.pages}
      position={words.position({ from: Math.min(from + 1, total), to: last, all: total })}
      {...(from > 0
        ? { previous: { href: `${here}?from=${Math.max(0, from - PAIRS_AT_ONCE)}`, label: t.imports.before } }
        : {})}
      {...(last < total ? { next: { href: `${here}?from=${last}`, label: t.imports.after } } : {})}
    />
  )
}

type DecidedProps = { t: Catalogue; locale: Locale; pair: DecidedPair; here: string; timeZone: string }

function Decided({ t, locale, pair, here, timeZone }: DecidedProps) {
  const words = t.duplicates
  const [one, other] = pair.names.map((name) => nameText(name, locale))
  const day = dateText(locale, localTime(pair.at.toISOString(), timeZone).date)
  return (
    <Form action={`${here}/${pair.id}`}>
      <p>
        {words.states[pair.decision]({ one: one ?? '–', other: other ?? '–' })} <span class="soft">{day}</span>
      </p>
      <FormActions>
        <Button name="answer" value="reopen" kind="quiet">
          {words.reopen[pair.decision]}
        </Button>
      </FormActions>
    </Form>
  )
}
