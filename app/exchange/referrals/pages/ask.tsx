import type { Locale } from '../../../language/locales.ts'
import { nameLang, nameText } from '../../../organisations/pages/profileText.tsx'
import { type ProfileText, textFor } from '../../../organisations/profileText.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, Radios } from '../../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { AskChoices } from '../queries.ts'
import { referralKinds } from '../tables.ts'

type AskProps = AskChoices & {
  t: Catalogue
  locale: Locale
  /** The need or offer that it is about, and the member asked for by name. */
  need: { reference: string; title: ProfileText } | null
  wanted: { slug: string; name: ProfileText } | null
  entries: Entries
  errors: FieldErrors
}

/** Asking for an introduction, or for support: of which cluster, for what, and whether one’s name may be said. */
export function AskPage(props: AskProps) {
  const { t, locale, companies, clusters, entries, errors } = props
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
        <About {...props} />
      </header>
      <Form
        action={`/${locale}/referrals`}
        hidden={{
          member: entries['member'] ?? '',
          need: entries['need'] ?? '',
          draft: entries['draft'] ?? '',
        }}
      >
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

/** What it is about and whom one named, where it began on their pages. */
function About({ t, locale, need, wanted }: AskProps) {
  return (
    <>
      {need ? (
        <p>
          {t.referrals.toNeed({ reference: need.reference })}
          {': '}
          <a href={`/${locale}/needs/${need.reference}`} lang={nameLang(need.title, locale)}>
            {nameText(need.title, locale)}
          </a>
        </p>
      ) : null}
      {wanted ? (
        <p>
          {t.referrals.ask.wanted}
          {': '}
          <a href={`/${locale}/members/${wanted.slug}`} lang={nameLang(wanted.name, locale)}>
            {nameText(wanted.name, locale)}
          </a>
        </p>
      ) : null}
    </>
  )
}
