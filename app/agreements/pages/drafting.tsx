import { type Locale, locales } from '../../language/locales.ts'
import type { Content } from '../../language/translated.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Radios } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../ui/inputs.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Template } from '../templates/reading.ts'
import { Errors, Trail } from './parts.tsx'
import { contentFor, languageIn, languagesListed, type Reader } from './words.ts'

/** First: which template, in which languages. A GET form, since nothing is made yet and the answer is an address. */
export function ChoicePage(props: Reader & { templates: Template[] }) {
  const { t, locale, templates } = props
  const words = t.agreements.drafting
  const languages = locales.map((language) => ({ value: language, label: languageIn(language, locale) }))
  const none = { value: '', label: words.none }
  return (
    <article class="stack-wide">
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
        <h2>{words.choose}</h2>
        <p>{words.chooseIntro}</p>
      </div>
      <Form action={`/${locale}/agreements/new`} method="get">
        <Radios
          name="template"
          label={words.template}
          choices={templates.map((template) => ({
            value: template.name,
            label: template.label[locale],
            hint: template.notice[locale],
          }))}
          value={templates[0]?.name}
        />
        <Select name="first" label={words.first} options={languages} value={locale} />
        <Select
          name="second"
          label={words.second}
          options={[none, ...languages]}
          value={locale === 'en' ? 'ja' : 'en'}
        />
        <Select name="third" label={words.third} optional={words.optional} options={[none, ...languages]} value="" />
        <FormActions>
          <Button>{words.next}</Button>
        </FormActions>
      </Form>
    </article>
  )
}

export type Choosable = { id: string; name: Content }

export type DraftData = {
  template: Template
  languages: Locale[]
  organisations: Choosable[]
  alliances: Choosable[]
  /** The organisations that may hold the pen: those the asker acts for. */
  leads: Choosable[]
  rows: number
  entries?: Entries
  errors?: FieldErrors
}

/** Then: who agrees, on what, for how long. */
export function DraftPage(props: Reader & DraftData) {
  const { t, locale, template, languages } = props
  const words = t.agreements.drafting
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
        <p>
          {template.label[locale]} · {languagesListed(languages, locale)} ·{' '}
          <a href={`/${locale}/agreements/new`}>{words.change}</a>
        </p>
      </div>
      <Notice kind="note" title={template.notice[locale]} />
      <Form action={`/${locale}/agreements`} hidden={hiddenOf(props)} class="stack-wide">
        <h2>{words.details}</h2>
        <PartyRows {...props} />
        <h2>{words.names}</h2>
        <TextFields {...props} />
        <h2>{words.terms}</h2>
        <TermFields {...props} />
        <FormActions>
          <Button>{words.create}</Button>
          <ButtonLink href={`/${locale}/agreements`}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

const hiddenOf = ({ template, languages, rows }: DraftData): Record<string, string> => ({
  template: template.name,
  first: languages[0] ?? '',
  second: languages[1] ?? '',
  third: languages[2] ?? '',
  rows: String(rows),
})

function PartyRows({ t, locale, organisations, alliances, leads, rows, entries, errors }: Reader & DraftData) {
  const words = t.agreements.drafting
  const option = ({ id, name }: Choosable) => ({ value: id, label: contentFor(name, locale).text })
  const parties = [{ value: '', label: words.noParty }, ...organisations.map(option)]
  const sides = [{ value: '', label: words.onItsOwn }, ...alliances.map(option)]
  return (
    <>
      <Select
        name="leadOrganisationId"
        label={words.lead}
        hint={words.leadHint}
        options={leads.map(option)}
        value={entries?.['leadOrganisationId'] ?? leads[0]?.id}
        error={errors?.['leadOrganisationId']}
        width="full"
      />
      <p>{words.partiesHint}</p>
      {Array.from({ length: rows }, (_, index) => index + 1).map((position) => (
        <div class="columns">
          <Select
            name={`party.${position}`}
            label={words.party({ position })}
            options={parties}
            value={entries?.[`party.${position}`] ?? (position === 1 ? leads[0]?.id : '')}
            error={errors?.[`party.${position}`]}
            width="full"
          />
          <Select
            name={`through.${position}`}
            label={words.through({ position })}
            options={sides}
            value={entries?.[`through.${position}`] ?? ''}
            width="full"
          />
        </div>
      ))}
      <div>
        <Button kind="secondary" name="more" value="yes">
          {words.moreParties}
        </Button>
      </div>
    </>
  )
}

/** Suggestions of the template stand in the fields, to be kept or replaced. */
function TextFields({ t, locale, template, languages, entries, errors }: Reader & DraftData) {
  const words = t.agreements.drafting
  const suggested = (name: string, language: Locale) => {
    const found = template.placeholders.find((placeholder) => placeholder.name === name)
    return found?.from === 'drafter' ? found.suggestion[language] : ''
  }
  const field = (name: string, language: Locale, suggestion: string) => ({
    name: `${name}.${language}`,
    value: entries?.[`${name}.${language}`] ?? suggestion,
    error: errors?.[`${name}.${language}`],
    lang: language,
  })
  return (
    <div class="columns">
      {languages.map((language) => {
        const named = { language: languageIn(language, locale) }
        const title = template.title[language].replaceAll(/\{\{\s*field\s*\}\}/g, suggested('field', language))
        return (
          <div class="stack">
            <TextField {...field('title', language, title)} label={words.titleIn(named)} />
            <TextField {...field('field', language, suggested('field', language))} label={words.fieldIn(named)} />
            <TextArea {...field('purpose', language, suggested('purpose', language))} label={words.purposeIn(named)} />
          </div>
        )
      })}
    </div>
  )
}

function TermFields({ t, entries, errors }: Reader & DraftData) {
  const words = t.agreements.drafting
  const months = (name: string, usual: string) => ({
    name,
    value: entries?.[name] ?? usual,
    error: errors?.[name],
    width: 'short' as const,
    inputmode: 'numeric' as const,
  })
  return (
    <>
      <TextField {...months('termMonths', '24')} label={words.termMonths} hint={words.termHint} />
      <TextField {...months('noticeMonths', '3')} label={words.noticeMonths} />
      <TextField {...months('secrecyMonths', '60')} label={words.secrecyMonths} />
    </>
  )
}
