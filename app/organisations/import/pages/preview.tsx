import type { Locale } from '../../../language/locales.ts'
import { locales } from '../../../language/locales.ts'
import { languageName } from '../../../language/countries.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { Select, TextField } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Table } from '../../../ui/table.tsx'
import type { FieldErrors } from '../../../web/forms.ts'
import { visibilities } from '../../members/profile.ts'
import { fields } from '../mapping/fields.ts'
import type { Finding } from '../planning/findings.ts'
import { coreName, type Counts, type PlannedRow } from '../planning/planning.ts'
import type { Preview } from '../previewing.ts'
import type { MemberImport } from '../queries.ts'
import { encodings } from '../reading/encoding.ts'
import type { FileNote } from '../reading/table.ts'
import type { ImportRefusal } from '../refusals.ts'

type Props = {
  t: Catalogue
  locale: Locale
  list: MemberImport
  preview: Preview | { refused: ImportRefusal } | null
  from: number
  errors: FieldErrors
  edited: number | undefined
}

const PAGE = 100

const addressOf = ({ locale, list }: Props) => `/${locale}/imports/${list.cluster.slug}/${list.id}`

/** One list: how it is read, what applying it would do, row by row; afterwards what it did, and the way back. */
export function ImportView(props: Props) {
  const { t, locale, list, preview, errors } = props
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{list.fileName || t.imports.file}</h1>
        <p>
          <a href={`/${locale}/imports/${list.cluster.slug}`}>{t.imports.earlier}</a>
        </p>
      </header>
      {preview === null ? <Done {...props} /> : null}
      {preview && 'refused' in preview ? <Notice kind="care" title={t.imports.refusals[preview.refused]} /> : null}
      {preview && 'table' in preview ? (
        <>
          <Rows {...props} preview={preview} />
          <Reading {...props} preview={preview} />
        </>
      ) : null}
    </div>
  )
}

const outcomes = ['created', 'updated', 'joined', 'unchanged', 'history', 'left-out'] as const

function CountList({ t, counts }: { t: Catalogue; counts: Counts }) {
  return (
    <ul role="list" class="row">
      {outcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <li>
            {t.imports.outcomes[outcome]}: {counts[outcome]}
          </li>
        ))}
    </ul>
  )
}

function Done(props: Props) {
  const { t, list, edited } = props
  const words = t.imports
  const last = list.acts.at(-1)
  if (!last) return null
  return (
    <section class="stack">
      <h2>{words.states[last.act]}</h2>
      <CountList t={t} counts={last.counts} />
      {last.act === 'applied' ? (
        <Form action={`${addressOf(props)}/undoing`} hidden={edited === undefined ? {} : { rest: 'yes' }} class="stack">
          <p>{edited === undefined ? words.undoing : words.editedSince({ count: edited })}</p>
          <FormActions>
            <Button kind="grave">{edited === undefined ? words.undo : words.undoRest}</Button>
          </FormActions>
        </Form>
      ) : null}
    </section>
  )
}

type Shown = Props & { preview: Preview }

function Rows(props: Shown) {
  const { t, preview, from, list } = props
  const words = t.imports
  const { rows, counts } = preview.plan
  const shown = rows.slice(from, from + PAGE)
  return (
    <section class="stack" aria-labelledby="preview">
      <h2 id="preview">{words.preview}</h2>
      <CountList t={t} counts={counts} />
      <NoteList t={t} notes={preview.table.notes} />
      <Form
        action={`${addressOf(props)}/application`}
        hidden={{ seen: preview.seen, basedOn: String(list.revision) }}
        class="stack"
      >
        <p>{words.applying}</p>
        <FormActions>
          <Button>{words.apply}</Button>
        </FormActions>
      </Form>
      <Table
        caption={words.rowsOf({ from: from + 1, to: from + shown.length, all: rows.length })}
        columns={[
          { label: words.row },
          { label: words.fields.name },
          { label: words.outcome },
          { label: words.findings },
        ]}
        rows={shown.map((row) => rowOf(t, row))}
      />
      <p class="row">
        {from > 0 ? (
          <ButtonLink href={`${addressOf(props)}?from=${Math.max(0, from - PAGE)}`}>{words.before}</ButtonLink>
        ) : null}
        {from + PAGE < rows.length ? (
          <ButtonLink href={`${addressOf(props)}?from=${from + PAGE}`}>{words.after}</ButtonLink>
        ) : null}
      </p>
    </section>
  )
}

const rowOf = (t: Catalogue, { number, candidate, outcome, findings }: PlannedRow) => [
  String(number),
  candidate ? <span lang={candidate.name.original}>{coreName(candidate)}</span> : '',
  t.imports.outcomes[outcome],
  findings.length > 0 ? (
    <ul role="list">
      {findings.map((finding) => (
        <li>{sentenceOf(t, finding)}</li>
      ))}
    </ul>
  ) : (
    ''
  ),
]

const sentenceOf = (t: Catalogue, { code, about }: Finding): string =>
  about ? t.imports.about({ finding: t.imports.findingCodes[code], about }) : t.imports.findingCodes[code]

function NoteList({ t, notes }: { t: Catalogue; notes: FileNote[] }) {
  if (notes.length === 0) return null
  return (
    <ul>
      {notes.map((note) => (
        <li>
          {t.imports.about({
            finding: t.imports.notes[note.code],
            about: 'names' in note ? note.names : String(note.count),
          })}
        </li>
      ))}
    </ul>
  )
}

function Reading(props: Shown) {
  const { t, locale, list, preview, errors } = props
  const words = t.imports
  const { table, columns } = preview
  const kept = [{ value: '', label: words.leaveOut }, ...fields.map((value) => ({ value, label: words.fields[value] }))]
  return (
    <section class="stack" aria-labelledby="reading">
      <h2 id="reading">{words.reading}</h2>
      <p>{words.readingLede}</p>
      <Form action={addressOf(props)} hidden={{ basedOn: String(list.revision) }}>
        <FileReading {...props} />
        <TextField
          name="headerRow"
          label={words.headerRow}
          value={String(table.headerRow)}
          error={errors['headerRow']}
          width="short"
        />
        <TextField
          name="country"
          label={words.country}
          hint={t.members.list.admit.countryHint}
          value={list.choices.country}
          error={errors['country']}
          width="short"
        />
        <Select
          name="language"
          label={words.language}
          value={list.choices.language}
          options={locales.map((value) => ({ value, label: languageName(value, locale) ?? value }))}
        />
        <Select
          name="visibility"
          label={words.visibility}
          value={list.choices.visibility}
          options={visibilities.map((value) => ({ value, label: words.visibilities[value] }))}
        />
        <fieldset class="stack">
          <legend>{words.columns}</legend>
          {table.headers.map((header, place) => (
            <Select
              name={`column.${place}`}
              label={header || words.column({ number: place + 1 })}
              value={columns[place] ?? ''}
              options={kept}
            />
          ))}
        </fieldset>
        <FormActions>
          <Button kind="secondary">{words.readAgain}</Button>
        </FormActions>
      </Form>
    </section>
  )
}

/** What only one kind of file has: the encoding and separator of a text, the sheet of a workbook. */
function FileReading({ t, preview: { table }, errors }: Shown) {
  const words = t.imports
  if (table.kind === 'xlsx') {
    const options = table.sheets.map(({ name, isHidden }) => ({
      value: name,
      label: isHidden ? words.hiddenSheet({ name }) : name,
    }))
    return <Select name="sheet" label={words.sheet} value={table.sheet ?? ''} options={options} />
  }
  return (
    <>
      <Select
        name="encoding"
        label={words.encoding}
        value={table.encoding?.encoding ?? ''}
        options={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
      />
      <Select
        name="separator"
        label={words.separator}
        value={table.separator ?? ''}
        error={errors['separator']}
        options={separatorsWith(table.separator).map((value) => ({ value, label: value === '\t' ? words.tab : value }))}
      />
    </>
  )
}

const separatorsWith = (own: string | null): string[] => [...new Set([',', ';', '\t', '|', ...(own ? [own] : [])])]
