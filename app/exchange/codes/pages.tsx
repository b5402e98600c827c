import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import type { CodesFound } from './looking.ts'

type Props = { t: Catalogue; locale: Locale; asked: { q: string; under: string }; found: CodesFound }

/** A question, and the codes that answer it, each with what stands above it and the way down and to members. */
export function CodesView({ t, locale, asked, found }: Props) {
  const words = t.codes
  const here = `/${locale}/codes`
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      {found.isLoaded ? (
        <>
          <Form action={here} method="get">
            <TextField name="q" type="search" label={words.question} hint={words.questionHint} value={asked.q} />
            <FormActions>
              <Button>{words.find}</Button>
            </FormActions>
          </Form>
          {asked.q || asked.under ? (
            <p>
              <a href={here}>{words.all}</a>
            </p>
          ) : null}
          {found.codes.length > 0 ? (
            <Table
              caption={words.found({ count: found.codes.length })}
              columns={[{ label: words.code }, { label: words.term }, { label: words.further }]}
              rows={found.codes.map(({ code, term, above, hasBelow }) => [
                code,
                <span lang="en">
                  {above.length > 0 ? <span class="soft small">{above.join(' › ')} › </span> : null}
                  {term}
                </span>,
                <>
                  <a href={`/${locale}/directory?emdn=${code}`}>{words.members}</a>
                  {hasBelow ? (
                    <>
                      {' · '}
                      <a href={`${here}?under=${code}`}>{words.below({ code })}</a>
                    </>
                  ) : null}
                </>,
              ])}
            />
          ) : (
            <Empty title={words.none.title}>
              <p>{words.none.body}</p>
            </Empty>
          )}
          {found.isMore ? <p class="soft">{words.more}</p> : null}
          <p class="soft small">{words.source}</p>
        </>
      ) : (
        <Empty title={words.notLoaded.title}>
          <p>{words.notLoaded.body}</p>
        </Empty>
      )}
    </div>
  )
}
