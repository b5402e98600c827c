import { languageName } from '../../language/countries.ts'
import { dateText } from '../../language/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Empty } from '../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Release } from '../assembling.ts'
import type { Clipping } from '../coverage/reporting.ts'
import { Errors, Trail } from './parts.tsx'
import type { Reader } from './words.ts'

type Data = { release: Release; clippings: Clipping[]; mayReport: boolean; entries?: Entries; errors?: FieldErrors }

/** What others wrote about it. */
export function CoveragePage(props: Reader & Data) {
  const { t, locale, release, clippings, mayReport, entries, errors } = props
  const words = t.press.coverage
  const below = `/${locale}/releases/${release.slug}`
  const field = (name: string) => ({ name, value: entries?.[name] ?? '', error: errors?.[name] })
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.title} more={[{ href: `${below}/desk`, label: t.press.desk.here }]} />
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {clippings.length === 0 ? (
        <Empty title={words.empty} />
      ) : (
        <ul class="lines" role="list">
          {clippings.map((clipping) => (
            <li>
              <OneClipping locale={locale} clipping={clipping} />
              {clipping.shown ? null : <span class="soft small"> {words.notShown}</span>}
              {mayReport ? (
                <Form action={`${below}/coverage/${clipping.id}/removal`}>
                  <Button kind="quiet">{t.common.actions.remove}</Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayReport && release.lifting ? (
        <Form action={`${below}/coverage`}>
          <h2>{words.report}</h2>
          <TextField {...field('url')} type="url" label={words.url} />
          <TextField {...field('headline')} label={words.headline} />
          <TextField {...field('outlet')} label={words.outlet} />
          <TextField {...field('publishedOn')} type="date" label={words.publishedOn} />
          <TextField {...field('language')} label={words.language} hint={words.languageHint} width="short" />
          <Checkbox name="shown" label={words.shown} checked={entries ? entries['shown'] === 'yes' : true} />
          <FormActions>
            <Button>{words.save}</Button>
          </FormActions>
        </Form>
      ) : null}
    </article>
  )
}

export function Clippings({ t, locale, clippings }: Reader & { clippings: Clipping[] }) {
  if (clippings.length === 0) return null
  return (
    <section class="stack" aria-labelledby="coverage">
      <h2 id="coverage">{t.press.coverage.title}</h2>
      <ul class="lines" role="list">
        {clippings.map((clipping) => (
          <li>
            <OneClipping locale={locale} clipping={clipping} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneClipping({ locale, clipping }: Pick<Reader, 'locale'> & { clipping: Clipping }) {
  const { url, headline, outlet, publishedOn, language } = clipping
  const name = languageName(language, locale) ?? language
  return (
    <>
      <a href={url} rel="external nofollow" hreflang={language} lang={language}>
        {headline}
      </a>
      <br />
      <span class="soft small">
        {outlet} · {dateText(locale, publishedOn)} · {name}
      </span>
    </>
  )
}
