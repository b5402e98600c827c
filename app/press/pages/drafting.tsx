import { type Locale, locales } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox, Checkboxes } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select } from '../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Choices } from '../choosing.ts'
import { EmbargoFields } from './embargoFields.tsx'
import { Errors, Trail } from './parts.tsx'
import { TextFields } from './textFields.tsx'
import { contentFor, languageIn, type Reader } from './words.ts'

/** First: in which languages. A GET form, as nothing is made yet. */
export function LanguagesPage(props: Reader) {
  const { t, locale } = props
  const words = t.press.drafting
  return (
    <article class="stack-wide">
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      <Form action={`/${locale}/releases/new`} method="get">
        <Checkboxes
          name="languages"
          label={words.languages}
          hint={words.languagesHint}
          choices={locales.map((language) => ({ value: language, label: languageIn(language, locale) }))}
          values={[locale]}
        />
        <FormActions>
          <Button>{words.next}</Button>
        </FormActions>
      </Form>
    </article>
  )
}

export type DraftData = Choices & { languages: Locale[]; entries?: Entries; errors?: FieldErrors }

/** Then: what it says, who issues it, from when it may be read. */
export function DraftPage(props: Reader & DraftData) {
  const { t, locale, languages, entries, errors } = props
  const words = t.press.drafting
  const name = ({ name: content }: { name: Parameters<typeof contentFor>[0] }) => contentFor(content, locale).text
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
      </div>
      <Form action={`/${locale}/releases`} hidden={{ languages: languages.join(' ') }} class="stack-wide">
        <h2>{words.text}</h2>
        <TextFields {...props} />
        <h2>{words.issuers}</h2>
        <Select
          name="leadOrganisationId"
          label={words.lead}
          hint={words.leadHint}
          options={props.leads.map((lead) => ({ value: lead.id, label: name(lead) }))}
          value={entries?.['leadOrganisationId'] ?? props.leads[0]?.id}
          error={errors?.['leadOrganisationId']}
          width="full"
        />
        <Checkboxes
          name="issuers"
          label={words.issuers}
          hint={words.issuersHint}
          choices={props.organisations.map((one) => ({ value: one.id, label: name(one) }))}
          values={(entries?.['issuers'] ?? '').split('\n')}
          error={errors?.['issuers']}
        />
        <h2>{words.about}</h2>
        <Select
          name="eventId"
          label={words.event}
          optional={words.optional}
          options={[
            { value: '', label: words.none },
            ...props.events.map((event) => ({ value: event.id, label: contentFor(event.title, locale).text })),
          ]}
          value={entries?.['eventId'] ?? ''}
          error={errors?.['eventId']}
          width="full"
        />
        <Select
          name="agreementId"
          label={words.agreement}
          optional={words.optional}
          options={[
            { value: '', label: words.none },
            ...props.agreements.map(({ id, title, reference }) => ({
              value: id,
              label: `${reference} ${pick(title, locale)?.text ?? ''}`.trim(),
            })),
          ]}
          value={entries?.['agreementId'] ?? ''}
          error={errors?.['agreementId']}
          width="full"
        />
        <h2>{t.press.embargo.title}</h2>
        <EmbargoFields {...props} zones={props.organisations.map(({ timeZone }) => timeZone)} />
        <Checkbox
          name="offersEmbargoed"
          label={words.offersEmbargoed}
          hint={words.offersEmbargoedHint}
          checked={entries?.['offersEmbargoed'] === 'yes'}
        />
        <FormActions>
          <Button>{words.create}</Button>
          <ButtonLink href={`/${locale}/releases`}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}
