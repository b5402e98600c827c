import type { Locale } from '../../language/locales.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { Select, TextArea, TextField } from '../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import { languageIn, type Reader } from './words.ts'

export type TextFieldsData = {
  languages: Locale[]
  entries?: Entries
  errors?: FieldErrors
  /** Languages that lag: they can be confirmed as they stand. */
  lagging?: Locale[]
  /** A text there is already may be emptied of nothing but its subtitle. */
  isRevision?: boolean
}

/** Title, subtitle and text, language beside language. */
export function TextFields({
  t,
  locale,
  languages,
  entries,
  errors,
  lagging = [],
  isRevision,
}: Reader & TextFieldsData) {
  const words = t.press.text
  const field = (name: string, language: Locale) => ({
    name: `${name}.${language}`,
    value: entries?.[`${name}.${language}`] ?? '',
    error: errors?.[`${name}.${language}`],
    lang: language,
  })
  return (
    <>
      {languages.length > 1 ? (
        <Select
          name="original"
          label={words.original}
          hint={words.originalHint}
          options={languages.map((language) => ({ value: language, label: languageIn(language, locale) }))}
          value={entries?.['original'] ?? languages[0]}
        />
      ) : null}
      <div class="columns">
        {languages.map((language) => {
          const named = { language: languageIn(language, locale) }
          return (
            <div class="stack">
              <TextField {...field('title', language)} label={words.titleIn(named)} />
              <TextField {...field('subtitle', language)} label={words.subtitleIn(named)} optional={words.optional} />
              <TextArea {...field('body', language)} label={words.bodyIn(named)} hint={words.bodyHint} rows={14} />
              {isRevision && lagging.includes(language) ? (
                <Checkbox
                  name={`confirmed.${language}`}
                  label={words.confirm(named)}
                  hint={words.confirmHint}
                  checked={entries?.[`confirmed.${language}`] === 'yes'}
                />
              ) : null}
            </div>
          )
        })}
      </div>
    </>
  )
}
