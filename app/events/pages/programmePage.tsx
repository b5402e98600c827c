import { locales } from '../../language/locales.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextField } from '../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { EventView } from '../event.ts'
import { rowsIn } from '../programme/programmeForm.ts'
import { Errors, Trail } from './parts.tsx'
import { addressOf, languageIn, type Reader } from './words.ts'

type Props = Reader & { event: EventView; entries: Entries; errors: FieldErrors }

/** The whole programme on one page, a row an item. */
export function ProgrammePage(props: Props) {
  const { t, locale, event, entries, errors } = props
  const words = t.events.programme
  const rows = Array.from({ length: rowsIn(entries) }, (_, index) => index + 1)
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      <Form action={addressOf(locale, event, '/programme')} hidden={{ rows: String(rows.length) }}>
        {rows.map((row) => (
          <Row {...props} row={row} />
        ))}
        <FormActions>
          <Button>{words.save}</Button>
          <Button kind="secondary" name="more" value="yes">
            {words.more}
          </Button>
          <ButtonLink href={addressOf(locale, event, '/workspace')}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

function Row({ t, locale, event, entries, errors, row }: Props & { row: number }) {
  const words = t.events.programme
  const own = (part: string) => {
    const name = `item.${row}.${part}`
    return { name, value: entries[name], error: errors[name] }
  }
  const others = [...new Set([...event.languages, ...locales])].filter((language) => language !== locale)
  const titleOf = (language: (typeof locales)[number]) => (
    <TextField
      {...own(`title.${language}`)}
      label={`${words.itemTitle} (${languageIn(language, locale)})`}
      lang={language}
      maxlength={300}
    />
  )
  return (
    <fieldset class="event-row">
      <legend>{words.rowLabel({ number: row })}</legend>
      <input type="hidden" name={`item.${row}.id`} value={entries[`item.${row}.id`] ?? ''} />
      <TextField {...own('date')} label={t.events.planning.date} type="date" />
      <TextField {...own('time')} label={words.begins} type="time" />
      <TextField {...own('minutes')} label={words.minutes} inputmode="numeric" width="short" />
      {titleOf(locale)}
      <TextField {...own('speakers')} label={words.speaker} hint={words.speakerHint} maxlength={1000} />
      <Select
        {...own('language')}
        label={words.language}
        options={locales.map((language) => ({ value: language, label: languageIn(language, locale) }))}
      />
      <details open={others.some((language) => entries[`item.${row}.title.${language}`])}>
        <summary>{t.events.planning.translations}</summary>
        <div class="form">{others.map(titleOf)}</div>
      </details>
    </fieldset>
  )
}
