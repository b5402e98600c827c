import type { Locale } from '../../../language/locales.ts'
import { textFor } from '../../../organisations/profileText.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, Radios } from '../../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { AskChoices } from '../queries.ts'
import { referralKinds } from '../tables.ts'

type AskProps = { t: Catalogue; locale: Locale; entries: Entries; errors: FieldErrors } & AskChoices

/** Asking for an introduction, or for support: of which cluster, for what, and whether one’s name may be said. */
export function AskPage({ t, locale, companies, clusters, entries, errors }: AskProps) {
  const words = t.referrals.ask
  const field = (name: string) => ({ name, value: entries[name], error: errors[name] })
  if (companies.length === 0 || clusters.length === 0)
    return (
      <div class="stack-wide">
        <h1>{words.title}</h1>
        <Empty title={words.closed.title}>
          <p>{words.closed.body}</p>
        </Empty>
      </div>
    )
  const option = ({ id, name }: AskChoices['companies'][number]) => ({
    value: id,
    label: textFor(name, locale)?.text ?? id,
  })
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      <Form action={`/${locale}/referrals`} hidden={{ member: entries['member'] ?? '', need: entries['need'] ?? '' }}>
        <Radios
          name="kind"
          label={words.kind}
          choices={referralKinds.map((value) => ({ value, label: t.referrals.kinds[value] }))}
          value={entries['kind'] ?? 'introduction'}
          error={errors['kind']}
        />
        <Select {...field('company')} label={words.company} options={companies.map(option)} width="full" />
        <Select {...field('cluster')} label={words.cluster} options={clusters.map(option)} width="full" />
        <TextField {...field('subject')} label={words.subject} hint={words.subjectHint} />
        <TextArea {...field('message')} label={words.message} hint={words.messageHint} rows={6} />
        <Checkbox
          name="consents"
          label={words.consents}
          hint={words.consentsHint}
          checked={entries['consents'] === 'yes'}
        />
        <FormActions>
          <Button>{words.action}</Button>
          <ButtonLink href={`/${locale}/referrals`}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </div>
  )
}
