import type { Content, Translated } from '../../language/translated.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextField } from '../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { EventView } from '../event.ts'
import { HOST_ROWS } from '../planForm.ts'
import { FactFields } from './factFields.tsx'
import { Errors, Trail } from './parts.tsx'
import { addressOf, type Reader, textOf } from './words.ts'
import { pick } from '../../language/translated.ts'

export type Choices = {
  leads: { id: string; name: Content }[]
  organisations: { id: string; name: Content }[]
  agreements: { id: string; reference: string; title: Translated }[]
}

type Props = Reader & { entries: Entries; errors: FieldErrors }

const kinds = ['signing-ceremony', 'webinar', 'mission', 'matchmaking', 'working-group'] as const

export function PlanPage(props: Props & { choices: Choices }) {
  const { t, locale, entries, errors, choices } = props
  const words = t.events.planning
  const named = (list: Choices['leads']) => list.map(({ id, name }) => ({ value: id, label: textOf(name, locale) }))
  const nobody = { value: '', label: '' }
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
      </div>
      <Form action={`/${locale}/events`}>
        <Select
          name="kind"
          label={words.kind}
          value={entries['kind'] ?? 'webinar'}
          options={kinds.map((kind) => ({ value: kind, label: t.events.kinds[kind] }))}
        />
        <TextField
          name="slug"
          label={words.slug}
          hint={words.slugHint}
          value={entries['slug']}
          error={errors['slug']}
          maxlength={80}
          spellcheck={false}
          required
        />
        <FactFields {...props} />
        <Select
          name="leadOrganisationId"
          label={words.lead}
          value={entries['leadOrganisationId']}
          error={errors['leadOrganisationId']}
          options={named(choices.leads)}
        />
        <fieldset class="field" aria-describedby="hosts-hint">
          <legend class="field-label">{words.hosts}</legend>
          <p class="field-hint" id="hosts-hint">
            {words.hostsHint}
          </p>
          {Array.from({ length: HOST_ROWS }, (_, index) => (
            <Select
              name={`host.${index + 1}`}
              label={`${words.hosts} ${index + 1}`}
              value={entries[`host.${index + 1}`] ?? ''}
              error={errors[`host.${index + 1}`]}
              options={[nobody, ...named(choices.organisations)]}
              optional={t.accounts.account.optional}
            />
          ))}
        </fieldset>
        <Select
          name="agreementId"
          label={words.agreement}
          value={entries['agreementId'] ?? ''}
          error={errors['agreementId']}
          options={[
            { value: '', label: words.noAgreement },
            ...choices.agreements.map(({ id, reference, title }) => ({
              value: id,
              label: `${reference} ${pick(title, locale)?.text ?? ''}`,
            })),
          ]}
          optional={t.accounts.account.optional}
        />
        <FormActions>
          <Button>{words.plan}</Button>
          <ButtonLink href={`/${locale}/events`}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

export function FactsPage(props: Props & { event: EventView }) {
  const { t, locale, entries, errors, event } = props
  const words = t.events.planning
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.editTitle} />
        <h1>{words.editTitle}</h1>
        <p>{words.editNote}</p>
      </div>
      <Form action={addressOf(locale, event, '/facts')} hidden={{ basedOn: entries['basedOn'] ?? '' }}>
        <FactFields {...props} />
        <FormActions>
          <Button>{words.save}</Button>
          <ButtonLink href={addressOf(locale, event, '/workspace')}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}
