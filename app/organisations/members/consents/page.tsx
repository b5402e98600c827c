import { countryName } from '../../../language/countries.ts'
import { dateText } from '../../../language/dates.ts'
import type { Locale } from '../../../language/locales.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { Member } from '../reading.ts'
import type { TransferConsent } from './consenting.ts'

type Props = {
  t: Catalogue
  locale: Locale
  member: Member
  title: string
  consents: TransferConsent[]
  entries: Entries
  errors: FieldErrors
}

/** Countries that contact persons agreed to, how to add one, and how to take one back. */
export function ConsentsView({ t, locale, member, title, consents, entries, errors }: Props) {
  const words = t.consents
  const here = `/${locale}/members/${member.slug}/consents`
  const day = (at: Date) => dateText(locale, at.toISOString().slice(0, 10))
  const name = (code: string) => countryName(code, locale) ?? code
  return (
    <article class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      {consents.length === 0 ? (
        <Empty title={words.none.title}>
          <p>{words.none.body}</p>
        </Empty>
      ) : (
        <Table
          caption={title}
          hidesCaption
          columns={[
            { label: words.country },
            { label: words.given },
            { label: words.state },
            { label: words.withdraw, isAction: true },
          ]}
          rows={consents.map(({ destination, givenAt, withdrawnAt }) => [
            name(destination),
            day(givenAt),
            withdrawnAt ? words.withdrawnOn({ day: day(withdrawnAt) }) : words.stands,
            withdrawnAt ? null : (
              <Form action={`${here}/withdrawal`} hidden={{ country: destination }}>
                <Button kind="quiet">{words.withdrawFor({ country: name(destination) })}</Button>
              </Form>
            ),
          ])}
        />
      )}
      <section class="stack" aria-labelledby="add">
        <h2 id="add">{words.add}</h2>
        <Form action={here}>
          <TextField
            name="country"
            label={words.country}
            hint={words.countryHint}
            value={entries['country']}
            error={errors['country']}
            required
          />
          <TextField
            name="how"
            label={words.how}
            hint={words.howHint}
            value={entries['how']}
            error={errors['how']}
            required
          />
          <Checkbox
            name="agreed"
            value="yes"
            label={words.agreed}
            checked={entries['agreed'] === 'yes'}
            error={errors['agreed']}
            required
          />
          <FormActions>
            <Button>{words.record}</Button>
            <ButtonLink href={`/${locale}/members/${member.slug}/edit`}>{words.toProfile}</ButtonLink>
          </FormActions>
        </Form>
      </section>
    </article>
  )
}
