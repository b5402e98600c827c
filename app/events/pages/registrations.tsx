import { nameText } from '../../language/names.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../ui/inputs.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Table } from '../../ui/table.tsx'
import type { FieldErrors } from '../../web/forms.ts'
import type { EventView } from '../event.ts'
import type { DecisionMade } from '../registration/reading.ts'
import type { Registration } from '../registration/registration.ts'
import type { Decision } from '../tables.ts'
import { DecisionStatus, Errors, Trail } from './parts.tsx'
import { addressOf, languageIn, momentOf, type Reader, textOf } from './words.ts'

export type Filter = { decision: string; category: string; search: string }

export type RegistrationsData = {
  event: EventView
  registrations: Registration[]
  from: number
  total: number
  filter: Filter
  chosen: readonly string[]
  reason: string
  errors: FieldErrors
  previous: string | null
  next: string | null
}

const decisions: readonly Decision[] = ['pending', 'late', 'waiting', 'confirmed', 'declined', 'withdrawn']

/** Who registered, in order of arrival, and the hosts' answer to one or many of them. */
export function RegistrationsPage(props: Reader & RegistrationsData) {
  const { t, locale, event, registrations, errors } = props
  const words = t.events.registrations
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
      </div>
      <FilterForm {...props} />
      {registrations.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneBody}</p>
        </Empty>
      ) : (
        <List {...props} />
      )}
      {props.previous || props.next ? (
        <Pager
          label={t.events.list.pages}
          position={words.page({ from: props.from, to: props.from + registrations.length - 1, of: props.total })}
          {...(props.previous ? { previous: { href: props.previous, label: t.events.list.previous } } : {})}
          {...(props.next ? { next: { href: props.next, label: t.events.list.next } } : {})}
        />
      ) : null}
      <div class="row no-print">
        <ButtonLink href={addressOf(locale, event, `/registrations.csv${queryOf(props.filter)}`)}>
          {words.exportCsv}
        </ButtonLink>
        <span class="soft">{words.print}</span>
      </div>
    </article>
  )
}

export function queryOf(filter: Filter, more: Record<string, string> = {}): string {
  const set = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== '')
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}

function FilterForm({ t, locale, event, filter }: Reader & RegistrationsData) {
  const words = t.events.registrations
  const all = { value: '', label: words.all }
  return (
    <Form method="get" action={addressOf(locale, event, '/registrations')} class="event-filter no-print">
      <Select
        name="decision"
        label={words.state}
        value={filter.decision}
        options={[all, ...decisions.map((decision) => ({ value: decision, label: t.events.decisions[decision] }))]}
      />
      <Select
        name="category"
        label={words.category}
        value={filter.category}
        options={[all, ...event.categories.map(({ kind, title }) => ({ value: kind, label: textOf(title, locale) }))]}
      />
      <TextField name="search" label={words.search} value={filter.search} type="search" />
      <Button kind="secondary">{words.apply}</Button>
    </Form>
  )
}

function List(props: Reader & RegistrationsData) {
  const { t, locale, event, registrations, chosen, errors } = props
  const words = t.events.registrations
  return (
    <Form
      action={addressOf(locale, event, `/registrations/decisions${queryOf(props.filter)}`)}
      class="stack-wide"
      id="registrations"
    >
      <Table
        caption={words.caption}
        hidesCaption
        columns={[
          { label: words.name },
          { label: words.affiliation },
          { label: words.category },
          { label: words.state },
          { label: words.received },
          { label: words.choose, isAction: true },
        ]}
        rows={registrations.map((one) => {
          const name = nameText(one.name, locale)
          return [
            <>
              <a href={addressOf(locale, event, `/registrations/${one.id}`)}>{name}</a>
              <span class="person-office">{one.address}</span>
            </>,
            one.affiliation ?? '',
            t.events.categories[one.kind],
            <DecisionStatus t={t} decision={one.decision} />,
            <Moment time={momentOf(one.registeredAt, event, { locale, zone: null })} isInline />,
            <input
              type="checkbox"
              class="event-choose"
              name="chosen"
              value={one.id}
              aria-label={words.chooseOne({ name })}
              checked={chosen.includes(one.id)}
            />,
          ]
        })}
      />
      <section class="stack no-print" aria-labelledby="decide">
        <h2 id="decide">{words.decide}</h2>
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={props.reason}
          error={errors['reason']}
          rows={2}
          maxlength={2000}
        />
        <FormActions>
          <Button name="decision" value="confirmed">
            {words.confirm}
          </Button>
          <Button kind="secondary" name="decision" value="declined">
            {words.decline}
          </Button>
        </FormActions>
      </section>
    </Form>
  )
}

export type OneData = {
  event: EventView
  registration: Registration
  history: DecisionMade[]
  errors: FieldErrors
  reason: string
}

/** One registration with everything entered, and what was decided when. */
export function RegistrationView(props: Reader & OneData) {
  const { t, locale, event, registration, history, errors } = props
  const words = t.events.registrations
  const name = nameText(registration.name, locale)
  const category = event.categories.find(({ id }) => id === registration.categoryId)
  const mayDecide = registration.decision !== 'withdrawn'
  const mayUndo = registration.decidedBy !== null && history.length > 1
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={name} />
        <h1>{name}</h1>
        <p>
          <DecisionStatus t={t} decision={registration.decision} />
        </p>
      </div>
      <Facts
        items={[
          { term: words.affiliation, value: registration.affiliation },
          { term: words.category, value: t.events.categories[registration.kind] },
          { term: words.address, value: registration.address },
          { term: words.language, value: languageIn(registration.locale, locale) },
          { term: words.zone, value: registration.timeZone },
          { term: words.received, value: <Moment time={momentOf(registration.registeredAt, event, props)} isInline /> },
          ...(category?.fields ?? []).map((field) => ({
            term: textOf(field.label, locale),
            value: registration.answers[field.key],
          })),
        ]}
      />
      {mayDecide ? <Decide {...props} /> : null}
      {mayUndo ? (
        <Form action={addressOf(locale, event, `/registrations/${registration.id}/undo`)}>
          <FormActions>
            <Button kind="quiet">{words.undo}</Button>
          </FormActions>
        </Form>
      ) : null}
      <section class="stack" aria-labelledby="history">
        <h2 id="history">{words.history}</h2>
        <Table
          caption={words.history}
          hidesCaption
          columns={[{ label: words.state }, { label: words.received }, { label: words.reason }]}
          rows={history.map((made) => [
            t.events.decisions[made.decision],
            <Moment time={momentOf(made.at, event, props)} isInline />,
            made.reason ?? (made.by ? '' : words.automatic),
          ])}
        />
      </section>
    </article>
  )
}

function Decide({ t, locale, event, registration, errors, reason }: Reader & OneData) {
  const words = t.events.registrations
  return (
    <Form
      action={addressOf(locale, event, '/registrations/decisions')}
      hidden={{ chosen: registration.id, back: registration.id }}
      class="form no-print"
    >
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        error={errors['reason']}
        rows={2}
        maxlength={2000}
      />
      <FormActions>
        <Button name="decision" value="confirmed">
          {words.confirm}
        </Button>
        <Button kind="secondary" name="decision" value="declined">
          {words.decline}
        </Button>
      </FormActions>
    </Form>
  )
}
