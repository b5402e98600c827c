import type { Child } from 'hono/jsx'
import { Button } from '../../../ui/button.tsx'
import { Select, TextArea } from '../../../ui/inputs.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Empty, Notice } from '../../../ui/notice.tsx'
import { Person } from '../../../ui/person.tsx'
import { Status } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import type { Application } from '../applications.ts'
import { declineReasons } from '../forms.ts'
import type { PressEvent } from '../pressEvent.ts'
import { DecisionStatus, Errors, Trail } from './parts.tsx'
import { nameFor, type Reader, readingOf, shown } from './words.ts'

export const filters = ['waiting', 'confirmed', 'declined', 'all'] as const
export type Filter = (typeof filters)[number]

/** Still to be decided: also those who wait for a place, or came late. */
export const isOpen = ({ decision }: Pick<Application, 'decision'>): boolean =>
  decision === 'pending' || decision === 'waiting' || decision === 'late'

const belongs: Record<Filter, (application: Application) => boolean> = {
  waiting: isOpen,
  confirmed: ({ decision }) => decision === 'confirmed',
  declined: ({ decision }) => decision === 'declined' || decision === 'withdrawn',
  all: () => true,
}

type ReviewProps = Reader & {
  event: PressEvent
  applications: Application[]
  filter: Filter
  formAddress: string
  outcome: { done: number; notDone: number } | null
  errors?: Record<string, string>
}

/** The queue: who applied, what there is to note, and a decision for many at once. */
export function ReviewPage(props: ReviewProps) {
  const { t, locale, event, applications, filter, outcome, errors, formAddress } = props
  const words = t.accreditation.review
  const here = `/${locale}/events/${event.slug}/accreditations`
  const listed = applications.filter(belongs[filter])
  const title = shown(event.title, locale)
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
        <p class="lede" lang={title.locale}>
          {title.text}
        </p>
        <p>{words.lede}</p>
        {outcome ? <Outcome t={t} {...outcome} /> : null}
        <p class="press-links">
          <a href={`${here}/rules`}>{words.rules}</a> <a href={`${here}/asking`}>{words.askingList}</a>{' '}
          <a href={`${here}.csv`}>{words.csv}</a>{' '}
          <a href={`/${locale}/standing-accreditations`}>{words.standingList}</a>
        </p>
      </div>
      <Tabs
        label={words.filters.label}
        tabs={filters.map((one) => ({
          href: one === 'waiting' ? here : `${here}?show=${one}`,
          label: words.filters[one],
          current: one === filter,
          count: applications.filter(belongs[one]).length,
        }))}
      />
      {listed.length === 0 ? (
        <Empty title={words.emptyTitle}>
          {applications.length === 0 ? (
            <p>
              {words.emptyAll}{' '}
              <a class="press-long" href={formAddress}>
                {formAddress}
              </a>
            </p>
          ) : (
            <p>{words.empty}</p>
          )}
        </Empty>
      ) : (
        <Form action={`${here}/decisions`} hidden={{ show: filter }} class="press-queue">
          <Queue {...props} here={here} listed={listed} />
          {listed.some(isOpen) ? <ForMany {...props} /> : null}
        </Form>
      )}
    </article>
  )
}

function Outcome({ t, done, notDone }: Pick<Reader, 't'> & { done: number; notDone: number }) {
  const words = t.accreditation.review
  return (
    <Notice kind={notDone > 0 ? 'care' : 'done'} title={words.done({ count: done })}>
      {notDone > 0 ? <p>{words.notDone({ count: notDone })}</p> : null}
    </Notice>
  )
}

function Queue(props: ReviewProps & { here: string; listed: Application[] }) {
  const { t, locale, listed, here } = props
  const words = t.accreditation.review
  const { columns } = words
  return (
    <Table
      caption={words.title}
      hidesCaption
      columns={[
        { label: columns.name },
        { label: columns.outlet },
        { label: columns.state },
        { label: columns.notes },
        { label: columns.choose, isAction: true },
      ]}
      rows={listed.map((application) => [
        <Person
          name={nameFor(application.name, locale)}
          reading={locale === 'ja' ? readingOf(application.name) : null}
          href={`${here}/${application.registrationId}`}
          office={words.arrival({ number: application.arrival })}
        />,
        <>
          {application.outlet}
          <br />
          <span class="soft">
            {t.accreditation.roles[application.role]}
            {application.crew > 1 ? ` · ${words.crewOf({ count: application.crew })}` : ''}
          </span>
        </>,
        <DecisionStatus t={t} decision={application.decision} />,
        <Notes t={t} application={application} />,
        isOpen(application) ? <Choose {...props} application={application} /> : '',
      ])}
    />
  )
}

function Choose({ t, locale, application }: ReviewProps & { application: Application }) {
  const id = `choose-${application.registrationId}`
  return (
    <span class="choice press-choose">
      <input id={id} type="checkbox" name="chosen" value={application.registrationId} />
      <label for={id}>
        <span class="press-choose-name">
          {t.accreditation.review.chooseOne({ name: nameFor(application.name, locale) })}
        </span>
      </label>
    </span>
  )
}

/** What a reviewer should know before opening it. */
export function Notes({ t, application }: Pick<Reader, 't'> & { application: Application }) {
  const words = t.accreditation.review
  const last = application.requests.at(-1)
  const notes: Child[] = [
    ...(application.duplicates.length > 0 ? [<Status tone="late">{words.possibleDuplicate}</Status>] : []),
    ...(last
      ? [
          <Status tone={last.answeredAt ? 'active' : 'waiting'}>
            {last.answeredAt ? words.answered : words.asked}
          </Status>,
        ]
      : []),
    ...(application.standingId ? [<Status tone="done">{words.standing}</Status>] : []),
    ...(application.wishesToAsk ? [<span>{words.wishesToAsk}</span>] : []),
    ...(application.proofs.length === 0 && !application.standingId
      ? [<span>{`${words.proofs}: ${words.noProof}`}</span>]
      : []),
  ]
  return (
    <span class="press-notes">
      {notes.map((note) => (
        <span>{note}</span>
      ))}
    </span>
  )
}

function ForMany({ t }: ReviewProps) {
  const words = t.accreditation.review
  return (
    <section class="form press-many" aria-labelledby="for-many">
      <h2 id="for-many">{words.chosen}</h2>
      <p class="soft">{words.chooseAll}</p>
      <ReasonFields t={t} />
      <FormActions>
        <Button name="decision" value="approve">
          {words.approve}
        </Button>
        <Button name="decision" value="decline" kind="secondary">
          {words.decline}
        </Button>
      </FormActions>
    </section>
  )
}

/** Needed for declining only; the applicant reads both in their own language. */
export function ReasonFields({
  t,
  hint,
  errors = {},
}: Pick<Reader, 't'> & { hint?: string; errors?: Record<string, string> }) {
  const words = t.accreditation.review
  return (
    <>
      <Select
        name="reason"
        label={words.reason}
        hint={hint}
        error={errors['reason']}
        width="full"
        options={[
          { value: '', label: '—' },
          ...declineReasons.map((reason) => ({ value: reason, label: words.reasons[reason] })),
        ]}
      />
      <TextArea
        name="note"
        label={words.note}
        hint={words.noteHint}
        optional={t.accounts.account.optional}
        error={errors['note']}
        maxlength={1000}
        rows={2}
      />
    </>
  )
}
