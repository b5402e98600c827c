import { languageNames } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { Select, TextField } from '../../ui/inputs.tsx'
import { Table } from '../../ui/table.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import { dayText } from '../days.ts'
import type { Role } from '../scope.ts'
import type { Holder, People, SentInvitation } from './queries.ts'

export type PeopleProps = {
  t: Catalogue
  locale: Locale
  people: People
  zone: string
  now: Date
  /** Entries and mistakes of the invitation that was not accepted. */
  invite?: { entries: Entries; errors: FieldErrors }
  /** Why something was not done. */
  problem?: string
}

export function PeoplePage(props: PeopleProps) {
  const { t, people, problem, invite } = props
  const words = t.accounts.people
  const errors = problem ? { form: problem } : (invite?.errors ?? {})
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <h1>{words.title({ organisation: people.organisation.name })}</h1>
      <p class="lede">{words.explanation}</p>
      {people.holders.length > 0 ? <Holders {...props} /> : <p>{words.none}</p>}
      {people.holders.length > 0 ? <GiveRole {...props} /> : null}
      <section class="stack">
        <h2>{t.accounts.invitations.title}</h2>
        <Invitations {...props} />
        <h3>{t.accounts.invitations.invite}</h3>
        <p>{t.accounts.invitations.explanation}</p>
        <InviteForm {...props} />
      </section>
    </div>
  )
}

const pathOf = ({ locale, people }: PeopleProps) => `/${locale}/organisations/${people.organisation.slug}`

function Holders(props: PeopleProps) {
  const { t, locale, people, zone } = props
  const words = t.accounts.people
  return (
    <Table
      caption={words.title({ organisation: people.organisation.name })}
      hidesCaption
      columns={[
        ...[words.name, words.role, words.address, words.since].map((label) => ({ label })),
        { label: words.end, isAction: true },
      ]}
      rows={people.holders.map((holder) => [
        holder.name,
        t.accounts.roles[holder.role].name,
        holder.address,
        <span class="nowrap">{dayText(locale, holder.since, zone)}</span>,
        holder.mayEnd ? <EndButton {...props} holder={holder} /> : null,
      ])}
    />
  )
}

function EndButton(props: PeopleProps & { holder: Holder }) {
  const { t, holder } = props
  const role = t.accounts.roles[holder.role].name
  return (
    <form method="post" action={`${pathOf(props)}/roles/${holder.assignmentId}/end`}>
      <Button kind="quiet">
        <span aria-hidden="true">{t.accounts.people.end}</span>
        <span class="visually-hidden">{t.accounts.people.endNamed({ role, name: holder.name })}</span>
      </Button>
    </form>
  )
}

function GiveRole(props: PeopleProps) {
  const { t, people } = props
  const words = t.accounts.people
  const persons = new Map(people.holders.map((holder) => [holder.personId, holder.name]))
  return (
    <details>
      <summary>{words.give}</summary>
      <Form action={`${pathOf(props)}/roles`}>
        <Select name="person" label={words.person} options={[...persons].map(([value, label]) => ({ value, label }))} />
        <RoleSelect {...props} id="other-role" />
        <FormActions>
          <Button kind="secondary">{words.giveAction}</Button>
        </FormActions>
      </Form>
    </details>
  )
}

/** The manager's role is never what one gets by not looking. */
function RoleSelect({
  t,
  people,
  id,
  value,
  error,
}: PeopleProps & { id?: string; value?: string | undefined; error?: string | undefined }) {
  const label = (role: Role) => t.accounts.roles[role].name
  return (
    <Select
      name="role"
      {...(id ? { id } : {})}
      label={t.accounts.people.role}
      options={people.roles.map((role) => ({ value: role, label: label(role) }))}
      value={value ?? people.roles.find((role) => role !== 'manager')}
      error={error}
    />
  )
}

function Invitations(props: PeopleProps) {
  const { t, people } = props
  if (people.invitations.length === 0) return <p>{t.accounts.invitations.none}</p>
  return (
    <ul role="list" class="stack">
      {people.invitations.map((invitation) => (
        <InvitationRow {...props} invitation={invitation} />
      ))}
    </ul>
  )
}

function InvitationRow(props: PeopleProps & { invitation: SentInvitation }) {
  const { t, locale, zone, now, invitation } = props
  const words = t.accounts.invitations
  const date = dayText(locale, invitation.expiresAt, zone)
  return (
    <li class="row">
      <strong>{invitation.address}</strong>
      <span>{t.accounts.roles[invitation.role].name}</span>
      <span class="soft">{invitation.expiresAt <= now ? words.expired({ date }) : words.open({ date })}</span>
      <form method="post" action={`${pathOf(props)}/invitations/${invitation.id}/withdrawal`}>
        <Button kind="quiet">
          <span aria-hidden="true">{words.withdraw}</span>
          <span class="visually-hidden">{words.withdrawNamed({ address: invitation.address })}</span>
        </Button>
      </form>
    </li>
  )
}

function InviteForm(props: PeopleProps) {
  const { t, locale, invite } = props
  const { entries = {}, errors = {} } = invite ?? {}
  const words = t.accounts.invitations
  return (
    <Form action={`${pathOf(props)}/invitations`}>
      <TextField
        name="address"
        type="email"
        label={words.address}
        autocomplete="off"
        spellcheck={false}
        value={entries['address']}
        error={errors['address']}
      />
      <RoleSelect {...props} id="role" value={entries['role']} error={errors['role']} />
      <Select
        name="language"
        label={words.language}
        options={languageNames(locale).map((language) => ({
          value: language.locale,
          label: language.own,
          lang: language.locale,
        }))}
        value={entries['language'] ?? locale}
        error={errors['language']}
      />
      <FormActions>
        <Button>{words.action}</Button>
      </FormActions>
    </Form>
  )
}
