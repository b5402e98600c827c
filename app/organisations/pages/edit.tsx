import { languageName } from '../../language/countries.ts'
import { stateOfTranslation } from '../../language/content.ts'
import { type Locale, locales } from '../../language/locales.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../ui/inputs.tsx'
import { Status } from '../../ui/status.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import { versionOf } from '../describing.ts'
import { withHistory } from '../profileText.ts'
import type { OrganisationPage } from '../queries.ts'
import { nameText, type Reader } from './profileText.tsx'

type Props = Reader & { organisation: OrganisationPage; entries?: Entries; errors?: FieldErrors }

/** The profile in every language, each translation with how far it can be relied on. */
export function EditView({ t, locale, organisation, entries, errors = {} }: Props) {
  const words = t.organisations.edit
  const { name, description, slug } = organisation
  const title = words.title({ name: nameText(name, locale) })
  const shown = entries ?? entriesOf(organisation, locale)
  const home = `/${locale}/organisations/${slug}`
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <Breadcrumb
        label={t.organisations.list.title}
        trail={[
          { href: `/${locale}/organisations`, label: t.organisations.list.title },
          { href: home, label: nameText(name, locale) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <Form action={`${home}/edit`} hidden={{ version: shown['version'] ?? '' }}>
        <fieldset class="field">
          <legend class="field-label">{words.names}</legend>
          <div class="stack">
            {locales.map((language) => (
              <TextField
                name={`name.${language}`}
                label={words.inLanguage({ language: languageOf(language, locale) })}
                lang={language}
                value={shown[`name.${language}`]}
                error={errors[`name.${language}`]}
              />
            ))}
          </div>
        </fieldset>
        <fieldset class="field">
          <legend class="field-label">{words.description}</legend>
          <div class="stack">
            <p class="field-hint">{words.descriptionHint}</p>
            <Select
              name="original"
              label={words.original}
              value={shown['original']}
              options={locales.map((language) => ({ value: language, label: languageOf(language, locale) }))}
            />
            {locales.map((language) => {
              const state = description ? stateOfTranslation(withHistory(description), language) : 'missing'
              return (
                <>
                  <TextArea
                    name={`text.${language}`}
                    label={words.inLanguage({ language: languageOf(language, locale) })}
                    hint={
                      description ? (
                        <Status tone={state === 'stale' ? 'late' : state === 'missing' ? 'open' : 'done'}>
                          {words.states[state]}
                        </Status>
                      ) : null
                    }
                    lang={language}
                    rows={5}
                    value={shown[`text.${language}`]}
                    error={errors[`text.${language}`]}
                  />
                  {state === 'stale' ? (
                    <Checkbox
                      name={`confirmed.${language}`}
                      label={words.confirm}
                      checked={shown[`confirmed.${language}`] === 'yes'}
                    />
                  ) : null}
                </>
              )
            })}
          </div>
        </fieldset>
        <FormActions>
          <Button>{t.common.actions.save}</Button>
          <ButtonLink href={home} kind="quiet">
            {t.common.actions.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </div>
  )
}

/** The profile as the form's entries; what is not there yet is begun in the reader's language. */
export function entriesOf(organisation: OrganisationPage, locale: Locale): Entries {
  const { name, description } = organisation
  const texts = locales.flatMap((language) => [
    [`name.${language}`, name.text[language] ?? ''],
    [`text.${language}`, description?.text[language] ?? ''],
  ])
  const original = description?.original ?? locale
  return { ...Object.fromEntries(texts), original, version: versionOf(organisation) }
}

const languageOf = (language: Locale, reader: Locale): string => languageName(language, reader) ?? language
