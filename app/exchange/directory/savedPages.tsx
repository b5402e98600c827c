import { dateText } from '../../language/dates.ts'
import { ownLanguageName } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import { addressOf, readAsked } from './forms.ts'
import type { SavedSearch } from './savedSearches.ts'
import type { SavedQuestion } from './tables.ts'
import type { UnknownQuestion } from './unknown.ts'

type Props = { t: Catalogue; locale: Locale }

const said = ({ q, entries }: SavedQuestion): string => [q, ...Object.values(entries)].filter(Boolean).join(' · ')

/** One's own saved searches, each with what ends it. */
export function SavedView({ t, locale, searches }: Props & { searches: SavedSearch[] }) {
  const words = t.directory.saved
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      {searches.length === 0 ? (
        <Empty
          title={words.none.title}
          action={<ButtonLink href={`/${locale}/directory`}>{t.directory.title}</ButtonLink>}
        >
          <p>{words.none.body}</p>
        </Empty>
      ) : (
        <Table
          caption={words.title}
          hidesCaption
          columns={[
            { label: words.question },
            { label: words.since },
            { label: words.mails },
            { label: words.remove, isAction: true },
          ]}
          rows={searches.map(({ id, question, savedAt, isStopped }) => [
            <a href={`/${locale}/directory${addressOf(readAsked({ q: question.q, ...question.entries }))}`}>
              {said(question)}
            </a>,
            dateText(locale, savedAt.toISOString().slice(0, 10)),
            isStopped ? words.stopped : words.weekly,
            <form method="post" action={`/${locale}/directory/searches/${id}/removal`}>
              <Button kind="quiet">
                <span aria-hidden="true">{words.remove}</span>
                <span class="visually-hidden">{words.removeNamed({ question: said(question) })}</span>
              </Button>
            </form>,
          ])}
        />
      )}
    </div>
  )
}

/** Where a mail's last link leads. */
export function StopView({
  t,
  locale,
  search,
}: Props & { search: { token: string; question: SavedQuestion; isStopped: boolean } }) {
  const words = t.directory.stop
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p>
        {search.isStopped
          ? words.done({ question: said(search.question) })
          : words.ask({ question: said(search.question) })}
      </p>
      {search.isStopped ? null : (
        <form method="post" action={`/${locale}/directory/stop/${search.token}`}>
          <Button>{words.action}</Button>
        </form>
      )}
    </div>
  )
}

/** What the thesaurus lacks, for those who can have it added. */
export function WordsView({ t, locale, questions }: Props & { questions: UnknownQuestion[] }) {
  const words = t.directory.unknown
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      {questions.length === 0 ? (
        <Empty title={words.none.title}>
          <p>{words.none.body}</p>
        </Empty>
      ) : (
        <Table
          caption={words.title}
          hidesCaption
          columns={[
            { label: words.words },
            { label: words.language },
            { label: words.asked, isNumeric: true },
            { label: words.last },
          ]}
          rows={questions.map((one) => [
            one.words,
            <span lang={one.locale}>{ownLanguageName(one.locale)}</span>,
            String(one.asked),
            dateText(locale, one.lastOn),
          ])}
        />
      )}
    </div>
  )
}
