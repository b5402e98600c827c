import { locales } from '../../language/locales.ts'
import { usualZones } from '../../language/places.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Checkboxes } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextField } from '../../ui/inputs.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Status } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Release } from '../assembling.ts'
import type { MailingList } from '../distribution/lists.ts'
import type { Distribution } from '../distribution/planning.ts'
import type { Preview } from '../previewing.ts'
import { Errors, Trail } from './parts.tsx'
import { languageIn, momentOf, type Reader } from './words.ts'
import { zoneLabel } from './zones.ts'

export type RecipientsData = {
  release: Release
  previews: (Preview & { isCurrent: boolean })[]
  lists: MailingList[]
  distributions: Distribution[]
  progress: { occasion: string; queued: number; delivered: number; givenUp: number }[]
  /** How many are accredited for the event now. */
  accredited: number
  /** What a mail will say, before anything is sent. */
  example: { subject: string; text: string } | null
  entries?: Entries
  errors?: FieldErrors
}

/** Who reads it before, who gets it after, and how far the mails have come. */
export function RecipientsPage(props: Reader & RecipientsData) {
  const { t, locale, release } = props
  const words = t.press.recipients
  const below = `/${locale}/releases/${release.slug}`
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} here={words.title} more={[{ href: `${below}/desk`, label: t.press.desk.here }]} />
        <h1>{words.title}</h1>
      </div>
      <Previews {...props} below={below} />
      <Mailing {...props} below={below} />
      <Progress {...props} />
    </article>
  )
}

type Below = { below: string }

function Previews(props: Reader & RecipientsData & Below) {
  const { t, locale, release, previews, entries, errors, below } = props
  const words = t.press.recipients.before
  const isOpen = release.standing === 'held' && release.newest.content.offersEmbargoed
  const field = (name: string) => ({ name, value: entries?.[name] ?? '', error: errors?.[name] })
  return (
    <section class="stack" aria-labelledby="before">
      <h2 id="before">{words.title}</h2>
      <p>{release.newest.content.offersEmbargoed ? words.intro : words.notOffered}</p>
      {previews.length > 0 ? (
        <Table
          caption={words.title}
          hidesCaption
          columns={[
            { label: words.name },
            { label: words.outlet },
            { label: words.state },
            { label: words.close, isAction: true },
          ]}
          rows={previews.map((preview) => [
            preview.name,
            preview.outlet,
            <PreviewState {...props} preview={preview} />,
            preview.revokedAt ? null : (
              <Form action={`${below}/previews/${preview.id}/closing`}>
                <Button kind="quiet">{words.close}</Button>
              </Form>
            ),
          ])}
        />
      ) : null}
      {isOpen ? (
        <Form action={`${below}/previews`}>
          <h3>{words.offer}</h3>
          <TextField {...field('name')} label={words.name} />
          <TextField {...field('outlet')} label={words.outlet} />
          <TextField {...field('address')} type="email" label={words.address} />
          <Select
            name="language"
            label={words.language}
            options={locales.map((one) => ({ value: one, label: languageIn(one, locale) }))}
            value={entries?.['language'] ?? locale}
          />
          <Select
            name="zone"
            label={words.zone}
            options={usualZones.map((one) => ({ value: one, label: zoneLabel(one, locale) }))}
            value={entries?.['zone'] ?? release.embargo.zone}
          />
          <FormActions>
            <Button>{words.send}</Button>
          </FormActions>
        </Form>
      ) : release.newest.content.offersEmbargoed && !release.lifting ? (
        <p class="soft">{words.notYet}</p>
      ) : null}
    </section>
  )
}

function PreviewState(props: Reader & RecipientsData & { preview: Preview & { isCurrent: boolean } }) {
  const { t, release, preview } = props
  const words = t.press.recipients.before.states
  if (preview.revokedAt) return <Status tone="ended">{words.closed}</Status>
  if (!preview.acceptedAt) return <Status tone="waiting">{words.sent}</Status>
  return (
    <>
      <Status tone={preview.isCurrent ? 'done' : 'waiting'}>{preview.isCurrent ? words.accepted : words.again}</Status>{' '}
      <span class="soft small">
        <Moment time={momentOf(preview.acceptedAt, release, props)} isInline />
      </span>
    </>
  )
}

function Mailing(props: Reader & RecipientsData & Below) {
  const { t, locale, release, lists, distributions, accredited, example, errors, below } = props
  const words = t.press.recipients.after
  const named = (plan: Distribution) => [
    ...(plan.toAccredited ? [words.accredited({ count: accredited })] : []),
    ...lists
      .filter(({ id }) => plan.listIds.includes(id))
      .map((list) => words.list({ name: list.name, count: list.members })),
  ]
  return (
    <section class="stack" aria-labelledby="after">
      <h2 id="after">{words.title}</h2>
      <p>{words.intro}</p>
      {distributions.length > 0 ? (
        <ul class="lines" role="list">
          {distributions.map((plan) => (
            <li>
              {named(plan).join(', ') || words.elsewhere}
              {release.lifting ? null : (
                <Form action={`${below}/distributions/${plan.id}/cancellation`}>
                  <Button kind="quiet">{words.cancel}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {release.withdrawal ? null : (
        <Form action={`${below}/distributions`}>
          {release.eventId ? <Checkbox name="accredited" label={words.accredited({ count: accredited })} /> : null}
          {lists.length > 0 ? (
            <Checkboxes
              name="lists"
              label={words.lists}
              choices={lists.map((list) => ({
                value: list.id,
                label: words.list({ name: list.name, count: list.members }),
              }))}
              error={errors?.['lists']}
            />
          ) : (
            <p class="soft">{words.noLists}</p>
          )}
          {example ? (
            <details>
              <summary>{words.example}</summary>
              <p>
                <strong>{example.subject}</strong>
              </p>
              <pre lang={locale}>{example.text}</pre>
            </details>
          ) : null}
          <FormActions>
            <Button>{release.lifting ? words.confirmNow : words.confirm}</Button>
          </FormActions>
        </Form>
      )}
    </section>
  )
}

function Progress({ t, progress }: Reader & RecipientsData) {
  if (progress.length === 0) return null
  const words = t.press.recipients.progress
  return (
    <section class="stack" aria-labelledby="progress">
      <h2 id="progress">{words.title}</h2>
      <Table
        caption={words.title}
        hidesCaption
        columns={[
          { label: words.occasion },
          { label: words.written, isNumeric: true },
          { label: words.delivered, isNumeric: true },
          { label: words.givenUp, isNumeric: true },
        ]}
        rows={progress.map(({ occasion, queued, delivered, givenUp }) => [
          words.occasions[occasion.split('-')[0] as keyof typeof words.occasions] ?? occasion,
          String(queued),
          String(delivered),
          String(givenUp),
        ])}
      />
    </section>
  )
}
