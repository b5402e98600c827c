import { dateText } from '../../../language/dates.ts'
import { localTime } from '../../../language/times.ts'
import type { Locale } from '../../../language/locales.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { FileField } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Table } from '../../../ui/table.tsx'
import type { FieldErrors } from '../../../web/forms.ts'
import type { ListCluster } from '../../lists.ts'
import type { ImportLine } from '../queries.ts'

type Props = {
  t: Catalogue
  locale: Locale
  cluster: ListCluster
  title: string
  imports: ImportLine[]
  errors: FieldErrors
}

/** A cluster's imports, and a file more. */
export function ImportList({ t, locale, cluster, title, imports, errors }: Props) {
  const words = t.imports
  const here = `/${locale}/imports/${cluster.slug}`
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.lede}</p>
        <p>
          <a href={`/${locale}/duplicates/${cluster.slug}`}>{t.duplicates.short}</a>
        </p>
      </header>
      <Form action={here} hasFile>
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          error={errors['file']}
          accept=".csv,.tsv,.txt,.xlsx"
          required
        />
        <FormActions>
          <Button>{words.upload}</Button>
        </FormActions>
      </Form>
      <section class="stack" aria-labelledby="export">
        <h2 id="export">{words.export.title}</h2>
        <p>{words.export.body}</p>
        <div class="row">
          <ButtonLink href={`${here}/export`}>{words.export.xlsx}</ButtonLink>
          <ButtonLink href={`${here}/export?format=csv`}>{words.export.csv}</ButtonLink>
        </div>
      </section>
      {imports.length === 0 ? (
        <Empty title={words.none} />
      ) : (
        <Table
          caption={words.earlier}
          columns={[{ label: words.file }, { label: words.day }, { label: words.state }]}
          rows={imports.map(({ id, fileName, createdAt, acts }) => [
            <a href={`${here}/${id}`}>{fileName || id}</a>,
            dateText(locale, localTime(createdAt.toISOString(), cluster.timeZone).date),
            words.states[acts.at(-1)?.act ?? 'open'],
          ])}
        />
      )}
    </div>
  )
}
