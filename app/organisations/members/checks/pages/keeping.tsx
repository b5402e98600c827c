import { dateText } from '../../../../language/dates.ts'
import type { Locale } from '../../../../language/locales.ts'
import type { Catalogue } from '../../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../../../ui/form.tsx'
import { TextField } from '../../../../ui/inputs.tsx'
import { Empty } from '../../../../ui/notice.tsx'
import { Status, type Tone } from '../../../../ui/status.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { Entries, FieldErrors } from '../../../../web/forms.ts'
import { fieldGroups } from '../../profile.ts'
import type { Member } from '../../reading.ts'
import type { Keeping, RequestState } from '../queries.ts'

type Props = {
  t: Catalogue
  locale: Locale
  member: Member
  title: string
  keeping: Keeping
  entries: Entries
  errors: FieldErrors
}

const tones: Record<RequestState, Tone> = { answered: 'done', open: 'waiting', expired: 'late', revoked: 'ended' }

const dayOf = (locale: Locale, at: Date) => dateText(locale, at.toISOString().slice(0, 10))

/** Who was asked to look after a profile, what they answered, and how to ask, stop asking and undo. */
export function CheckingView(props: Props) {
  const { t, locale, member, title, keeping, entries, errors } = props
  const words = t.profileChecks
  const here = `/${locale}/members/${member.slug}/checks`
  const { checkedAt } = keeping
  return (
    <article class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.lede}</p>
        <p>{checkedAt ? words.checkedOn({ day: dayOf(locale, checkedAt) }) : words.never}</p>
      </header>
      <Form action={here}>
        <TextField
          name="address"
          type="email"
          label={words.address}
          hint={words.addressHint}
          value={entries['address']}
          error={errors['address']}
          required
        />
        <FormActions>
          <Button>{words.ask}</Button>
          <ButtonLink href={`/${locale}/members/${member.slug}/edit`}>{words.toProfile}</ButtonLink>
        </FormActions>
      </Form>
      <Requests {...props} here={here} />
      <Through {...props} here={here} />
      {keeping.requests.length > 0 ? (
        <section class="stack" aria-labelledby="yearly">
          <h2 id="yearly">{words.yearly.title}</h2>
          <p>{keeping.asksYearly ? words.yearly.on : words.yearly.off}</p>
          <Form action={`${here}/yearly`} hidden={{ asks: keeping.asksYearly ? 'no' : 'yes' }}>
            <Button kind="secondary">{keeping.asksYearly ? words.yearly.stop : words.yearly.start}</Button>
          </Form>
        </section>
      ) : null}
    </article>
  )
}

function Requests({ t, locale, keeping, here }: Props & { here: string }) {
  const words = t.profileChecks
  if (keeping.requests.length === 0) return <Empty title={words.none} />
  return (
    <Table
      caption={words.asked}
      columns={[
        { label: words.address },
        { label: words.askedOn },
        { label: words.state },
        { label: words.revoke, isAction: true },
      ]}
      rows={keeping.requests.map(({ id, address, askedAt, askedBy, state }) => [
        address,
        askedBy ? dayOf(locale, askedAt) : `${dayOf(locale, askedAt)} (${words.yearlyAsked})`,
        <Status tone={tones[state]}>{words.states[state]}</Status>,
        state === 'open' || state === 'answered' ? (
          <Form action={`${here}/${id}/revocation`}>
            <Button kind="quiet">{words.revoke}</Button>
          </Form>
        ) : null,
      ])}
    />
  )
}

/** Parts that were last written through a link, each with the way back. */
function Through({ t, member, keeping, here }: Props & { here: string }) {
  const words = t.profileChecks
  const written = fieldGroups.filter((group) => keeping.through[group] && member.parts[group])
  if (written.length === 0) return null
  return (
    <Table
      caption={words.through}
      columns={[{ label: words.part }, { label: words.state }, { label: words.undo, isAction: true }]}
      rows={written.map((group) => [
        t.members.groups[group],
        words.throughAt({ address: keeping.through[group] ?? '' }),
        keeping.before[group] ? (
          <Form action={`${here}/undoing`} hidden={{ group, basedOn: String(member.parts[group]?.revision ?? 0) }}>
            <Button kind="quiet">{words.undo}</Button>
          </Form>
        ) : null,
      ])}
    />
  )
}
