import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Table } from '../../ui/table.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import { dayText } from '../days.ts'
import type { Operator } from './queries.ts'

type Props = {
  t: Catalogue
  locale: Locale
  list: Operator[]
  zone: string
  problem?: { entries: Entries; errors: FieldErrors }
}

export function OperatorsPage(props: Props) {
  const { t, locale, list, zone, problem } = props
  const words = t.accounts.operators
  const { name, address, since, end } = t.accounts.people
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={problem?.errors ?? {}} />
      <h1>{words.title}</h1>
      <p class="lede">{words.explanation}</p>
      <Table
        caption={words.title}
        hidesCaption
        columns={[name, address, since, end].map((label) => ({ label }))}
        rows={list.map((operator) => [
          operator.name,
          operator.address,
          <span class="nowrap">{dayText(locale, operator.since, zone)}</span>,
          <EndButton {...props} operator={operator} />,
        ])}
      />
      <Form action={`/${locale}/operators`}>
        <TextField
          name="address"
          type="email"
          label={words.address}
          autocomplete="off"
          spellcheck={false}
          value={problem?.entries['address']}
          error={problem?.errors['address']}
        />
        <FormActions>
          <Button>{words.action}</Button>
        </FormActions>
      </Form>
    </div>
  )
}

function EndButton({ t, locale, operator }: Props & { operator: Operator }) {
  const role = t.accounts.roles.operator.name
  return (
    <form method="post" action={`/${locale}/operators/${operator.assignmentId}/end`}>
      <Button kind="quiet">
        <span aria-hidden="true">{t.accounts.people.end}</span>
        <span class="visually-hidden">{t.accounts.people.endNamed({ role, name: operator.name })}</span>
      </Button>
    </form>
  )
}
