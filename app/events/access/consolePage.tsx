import { localTime } from '../../language/times.ts'
import { nameText } from '../../language/names.ts'
import { placeName } from '../../language/places.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Empty, Notice } from '../../ui/notice.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import type { Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { EventView } from '../event.ts'
import type { Console, Entry } from './queries.ts'
import { bothTimesOf } from './times.ts'

export type ConsoleProps = {
  t: Catalogue
  locale: Locale
  zone: string | null
  event: EventView
  console: Console
  base: string
  done?: keyof Catalogue['access']['console']['done'] | undefined
  errors?: FieldErrors
  entries?: Entries
}

const tones: Record<Entry['state'], Tone> = {
  wanted: 'waiting',
  failed: 'late',
  ready: 'waiting',
  sent: 'active',
  revealed: 'done',
  revoked: 'ended',
}

/** The organisers' page: where it is, when the way in opens, who has one, and above all who has none. */
export function ConsolePage(props: ConsoleProps) {
  const { t, locale, event, console: state, errors = {}, done } = props
  const words = t.access.console
  const title = pick(event.title.text, locale, event.title.original)
  return (
    <article class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <p>
          <a href={`/${locale}/events/${event.slug}`} lang={title?.locale}>
            {title?.text}
          </a>
        </p>
        <h1>{words.title}</h1>
        <p class="lede">{words.intro}</p>
      </header>
      {done ? <Notice kind="done" title={words.done[done]} /> : null}
      <Alarm {...props} />
      <Release {...props} />
      <section class="stack" aria-labelledby="people">
        <h2 id="people">{words.people}</h2>
        {state.entries.length === 0 ? <Empty title={words.none} /> : <People {...props} people={state.entries} />}
      </section>
      <Planning {...props} />
    </article>
  )
}

function Alarm(props: ConsoleProps) {
  const { t, console: state } = props
  const words = t.access.console
  if (state.alarm.length === 0) return state.entries.length > 0 ? <p>{words.alarmNone}</p> : null
  return (
    <section class="stack" aria-labelledby="alarm">
      <h2 id="alarm">{words.alarm}</h2>
      <Notice kind="care" title={words.alarm}>
        <ul>
          {state.alarm.map((entry) => (
            <li>
              {nameText(entry.name, props.locale)}
              {entry.failure ? <> · {failureText(props, entry.failure)}</> : null}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  )
}

function failureText({ t, event, locale, zone }: ConsoleProps, failure: NonNullable<Entry['failure']>): string {
  const words = t.access.console
  const reasons: Record<string, string> = words.failures
  const reason = reasons[failure.code] ?? words.failures['provider-error']
  return words.failure({ reason, when: bothTimesOf(event, failure.retryAt, locale, zone) })
}

function Release(props: ConsoleProps) {
  const { t, locale, zone, event, console: state, base } = props
  const words = t.access.console
  const { plan, releasedAt, fallbackSince } = state
  if (!plan) return <p>{words.notPlanned}</p>
  const when = (at: Date) => bothTimesOf(event, at, locale, zone)
  return (
    <section class="stack">
      <p>
        {releasedAt
          ? words.releasedSays({ when: when(releasedAt) })
          : words.releaseSays({ when: when(plan.releasesAt) })}
      </p>
      {releasedAt ? null : (
        <Form action={`${base}/release`}>
          <Button kind="secondary">{words.releaseNow}</Button>
        </Form>
      )}
      {fallbackSince ? <p>{words.fallbackSince({ when: when(fallbackSince) })}</p> : null}
      {plan.hasFallback ? (
        <Form action={`${base}/fallback${fallbackSince ? '/closure' : ''}`}>
          <Button kind={fallbackSince ? 'secondary' : 'grave'}>
            {fallbackSince ? words.fallbackClose : words.fallbackOpen}
          </Button>
        </Form>
      ) : null}
    </section>
  )
}

function People(props: ConsoleProps & { people: Entry[] }) {
  const { t, locale, zone, event, people, base } = props
  const words = t.access.console
  const rows = people.map((entry) => [
    <>
      {nameText(entry.name, locale)}
      {entry.affiliation ? <span class="person-office">{entry.affiliation}</span> : null}
    </>,
    t.events.categories[entry.role],
    <>
      <Status tone={tones[entry.state]}>{words.states[entry.state]}</Status>
      <span class="soft small"> {bothTimesOf(event, entry.at, locale, zone)}</span>
      {entry.devices.length > 1 ? <p class="soft">{words.devices({ devices: entry.devices.join(' / ') })}</p> : null}
    </>,
    entry.state === 'revoked' ? null : (
      <div class="row">
        {entry.state === 'sent' || entry.state === 'revealed' ? (
          <Form action={`${base}/grants/${entry.id}/addresses`}>
            <Button kind="quiet">{words.resend}</Button>
          </Form>
        ) : null}
        <Form action={`${base}/grants/${entry.id}/revocation`}>
          <Button kind="quiet">{words.revoke}</Button>
        </Form>
      </div>
    ),
  ])
  const columns = [
    { label: words.name },
    { label: words.role },
    { label: words.state },
    { label: words.acts, isAction: true },
  ]
  return <Table caption={words.people} hidesCaption columns={columns} rows={rows} />
}

function Planning({ t, locale, event, console: state, base, errors = {}, entries }: ConsoleProps) {
  const words = t.access.console
  const shown = entries ?? entriesOf(event, state)
  const field = (name: string) => ({ name, id: name, value: shown[name] ?? '', error: errors[name] })
  const place = (event.place && pick(event.place, locale)?.text) ?? placeName(locale, event.zone)
  return (
    <section class="stack" aria-labelledby="plan">
      <h2 id="plan">{words.plan}</h2>
      <Form action={base}>
        <Radios
          {...field('provider')}
          label={words.provider}
          choices={(['zoom-webinar', 'link'] as const).map((value) => ({ value, label: words.providers[value] }))}
        />
        <TextField {...field('link')} label={words.link} hint={words.linkHint} type="url" autocomplete="off" />
        <TextField
          {...field('fallback')}
          label={words.fallback}
          hint={words.fallbackHint}
          type="url"
          autocomplete="off"
        />
        <TextField {...field('date')} label={words.releasesAt} hint={words.zoneHint({ place })} type="date" />
        <TextField {...field('time')} label={words.time} type="time" />
        <FormActions>
          <Button>{words.save}</Button>
        </FormActions>
      </Form>
    </section>
  )
}

/** What is set, without the links: those are not shown to anybody any more. */
function entriesOf({ zone, begins, venue }: EventView, { plan }: Console): Entries {
  const at = plan?.releasesAt ?? new Date(begins.getTime() - 60 * 60_000)
  const { date, time } = localTime(at.toISOString(), zone)
  const fitting = 'provider' in venue ? venue.provider : 'link'
  return { provider: plan?.provider ?? fitting, date, time, link: '', fallback: '' }
}
