import { languageName } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import { TextField } from '../../ui/inputs.tsx'
import type { Reader, Setting } from './reader.ts'

type ReasonProps = Reader & {
  setting: Setting
  /** The form's own name, so that one page may hold several. */
  form: string
  entries?: Record<string, string> | undefined
  errors?: Record<string, string> | undefined
}

/** A reason for everybody to read, in each language of the ceremony; one of them is enough. */
export function ReasonFields(props: ReasonProps) {
  const { t, locale, setting, form, entries, errors } = props
  return (
    <>
      {reasonLanguages(setting, locale).map((language, index) => (
        <TextField
          name={`reason.${language}`}
          id={`${form}-reason-${language}`}
          label={t.ceremonies.cues.reasonIn({ language: languageName(language, locale) ?? language })}
          lang={language}
          value={entries?.[`reason.${language}`]}
          error={index === 0 ? errors?.['reason'] : undefined}
          maxlength={300}
        />
      ))}
    </>
  )
}

export const reasonLanguages = (setting: Setting, locale: Locale): Locale[] =>
  setting.languages.length > 0 ? setting.languages : [locale]
