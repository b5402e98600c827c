import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Lines } from '../../ui/card.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Table } from '../../ui/table.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { EventChange } from '../changes.ts'
import type { EventView } from '../event.ts'
import { OrganisersLinks } from '../invitations/links.tsx'
import type { Counts } from '../registration/openness.ts'
import { Errors, EventStatus, Remarks, Trail } from './parts.tsx'
import { addressOf, listed, momentOf, type Reader, shown, textOf, whenOf } from './words.ts'

export type WorkspaceData = {
  event: EventView
  counts: Map<string, Counts>
  changes: EventChange[]
  mayChange: boolean
  now: Date
  errors: FieldErrors
}

const kinds = ['press', 'guest', 'member', 'speaker'] as const

/** Where the event stands, and everything those who organise it do with it. */
export function Workspace(props: Reader & WorkspaceData) {
  const { t, locale, event, mayChange } = props
  const words = t.events.workspace
  const title = shown(event.title, locale)
  const isLive = !event.cancelled && props.now < event.ends
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1 lang={title?.locale}>{title?.text}</h1>
        <p>
          <EventStatus t={t} event={event} now={props.now} />
        </p>
        <Moment time={whenOf(event, props)} />
        <div class="row no-print">
          <ButtonLink href={addressOf(locale, event)}>{words.seePublic}</ButtonLink>
          {mayChange && isLive ? (
            <>
              <ButtonLink href={addressOf(locale, event, '/facts')}>{words.edit}</ButtonLink>
              <ButtonLink href={addressOf(locale, event, '/programme')}>{words.editProgramme}</ButtonLink>
            </>
          ) : null}
        </div>
      </div>
      <OrganisersLinks {...props} />
      <Remarks {...props} />
      {mayChange && isLive && !event.published ? (
        <section class="stack" aria-labelledby="publish">
          <h2 id="publish">{words.publish}</h2>
          <p>{words.publishBody}</p>
          <Form action={addressOf(locale, event, '/publication')}>
            <FormActions>
              <Button>{words.publish}</Button>
            </FormActions>
          </Form>
        </section>
      ) : null}
      <Registrations {...props} isLive={isLive} />
      <Changes {...props} />
      {mayChange && isLive ? (
        <p class="no-print">
          <ButtonLink kind="grave" href={addressOf(locale, event, '/cancellation')}>
            {words.cancelEvent}
          </ButtonLink>
        </p>
      ) : null}
    </article>
  )
}

function Registrations(props: Reader & WorkspaceData & { isLive: boolean }) {
  const { t, locale, event, counts, mayChange } = props
  const words = t.events.workspace
  const missing = kinds.filter((kind) => !event.categories.some((category) => category.kind === kind))
  const below = (rest: string) => addressOf(locale, event, rest)
  return (
    <section class="stack" aria-labelledby="registrations">
      <h2 id="registrations">{words.registrations}</h2>
      {event.categories.length === 0 ? (
        <p class="soft">{words.noCategories}</p>
      ) : (
        <Table
          caption={words.registrations}
          hidesCaption
          columns={[
            { label: words.category },
            { label: words.confirmed, isNumeric: true },
            { label: words.capacity, isNumeric: true },
            { label: words.pending, isNumeric: true },
            { label: words.waiting, isNumeric: true },
            { label: words.setCategory, isAction: true },
          ]}
          rows={event.categories.map((category) => {
            const own = counts.get(category.id)
            return [
              <a href={below(`/registrations?category=${category.kind}`)}>
                {textOf(category.title, locale) || t.events.categories[category.kind]}
              </a>,
              own?.confirmed ?? 0,
              category.capacity ?? words.unlimited,
              (own?.pending ?? 0) + (own?.late ?? 0),
              own?.waiting ?? 0,
              mayChange && props.isLive ? (
                <a href={below(`/categories/${category.kind}`)}>{words.setCategory}</a>
              ) : null,
            ]
          })}
        />
      )}
      <div class="row no-print">
        {event.categories.length > 0 ? (
          <ButtonLink kind="primary" href={below('/registrations')}>
            {words.allRegistrations}
          </ButtonLink>
        ) : null}
        {mayChange && props.isLive
          ? missing.map((kind) => (
              <ButtonLink href={below(`/categories/${kind}`)}>
                {words.addCategory({ category: t.events.categories[kind] })}
              </ButtonLink>
            ))
          : null}
      </div>
    </section>
  )
}

function Changes(props: Reader & WorkspaceData) {
  const { t, locale, event, changes } = props
  const words = t.events.workspace
  const names: Record<string, string> = words.changedKeys
  return (
    <section class="stack" aria-labelledby="changes">
      <h2 id="changes">{words.changes}</h2>
      {changes.length === 0 ? (
        <p class="soft">{words.noChanges}</p>
      ) : (
        <Lines>
          {changes.map((change) => (
            <>
              <strong>{words.changeNumber({ number: change.sequence })}</strong>
              {': '}
              {listed(
                Object.keys(change.after).map((key) => names[key] ?? key),
                locale,
              )}
              <span class="person-office">
                <Moment time={momentOf(change.at, event, props)} isInline />
              </span>
            </>
          ))}
        </Lines>
      )}
    </section>
  )
}

/** Before it is called off: what that does, and a tick against the wrong event. */
export function CancellationPage(props: Reader & { event: EventView; entries: Entries; errors: FieldErrors }) {
  const { t, locale, event, entries, errors } = props
  const words = t.events.workspace
  const title = shown(event.title, locale)
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.cancelTitle} />
        <h1>{words.cancelTitle}</h1>
        <p class="lede" lang={title?.locale}>
          {title?.text}
        </p>
        <Moment time={whenOf(event, props)} />
        <p>{words.cancelBody}</p>
      </div>
      <Form action={addressOf(locale, event, '/cancellation')}>
        <TextArea
          name="reason"
          label={words.cancelReason}
          value={entries['reason']}
          error={errors['reason']}
          rows={3}
          maxlength={2000}
          optional={t.accounts.account.optional}
        />
        <Checkbox name="confirmed" label={words.cancelConfirm} error={errors['confirmed']} required />
        <FormActions>
          <Button kind="grave">{words.cancelNow}</Button>
          <ButtonLink href={addressOf(locale, event, '/workspace')}>{t.common.actions.back}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}
