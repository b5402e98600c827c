import type { Agreement } from '../agreements/agreement.ts'
import { languageName } from '../language/countries.ts'
import { dateText, fullDateText } from '../language/dates.ts'
import { truncate } from '../language/displaySafe.ts'
import type { Locale } from '../language/locales.ts'
import { timeForReader } from '../language/timesForReader.ts'
import { pick } from '../language/translated.ts'
import { textFor } from '../organisations/profileText.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Lines } from '../ui/card.tsx'
import { Empty } from '../ui/notice.tsx'
import { Status } from '../ui/status.tsx'
import type { Happening, Workplace } from './queries.ts'
import type { Ending, Task, Wait } from './waiting.ts'
import type { DueRoom, Waiting } from './collecting.ts'
import { DueLine } from './waitingLines.tsx'

type Reader = { t: Catalogue; locale: Locale; zone: string }

export type TodayProps = Reader & {
  name: string
  /** The day where the reader is, `YYYY-MM-DD`. */
  date: string
  tasks: Task[]
  waits: Wait[]
  endings: Ending[]
  happened: { agreement: Agreement; happening: Happening }[]
  due: Waiting
  /** Where the reader manages or coordinates. */
  places: Workplace[]
  now: Date
}

/** The rooms of one workplace, so that nobody needs to know their addresses. */
function Rooms({ t, locale, place }: Reader & { place: Workplace }) {
  const words = t.today.rooms
  return (
    <nav aria-label={textFor(place.name, locale)?.text ?? place.slug}>
      <ul class="row" role="list">
        <li>
          <a href={`/${locale}/register/${place.slug}`}>{words.register}</a>
        </li>
        {place.clusters.map((cluster) => (
          <li>
            <a href={`/${locale}/clusters/${cluster.slug}/members`}>
              {t.members.list.title({ cluster: textFor(cluster.name, locale)?.text ?? cluster.slug })}
            </a>
          </li>
        ))}
        <li>
          <a href={`/${locale}/contacts/${place.slug}`}>{words.contacts}</a>
        </li>
        <li>
          <a href={`/${locale}/reports/${place.slug}`}>{words.report}</a>
        </li>
        <li>
          <a href={`/${locale}/handover`}>{t.handover.toResponsibilities}</a>
        </li>
      </ul>
    </nav>
  )
}

/** Where the rest of a room stands, where that is one page. */
const roomPaths: Partial<Record<DueRoom, string>> = {
  referrals: '/referrals',
  needs: '/needs',
  followUps: '/referrals',
}

/** What waits for you, what waits for others, what ends soon, what happened. */
export function TodayView(props: TodayProps) {
  const { t, locale, name, date, tasks, waits, endings, happened, due, now } = props
  const words = t.today
  const reader = { t, locale, zone: props.zone }
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.greeting({ name, date: fullDateText(locale, date) })}</p>
        {props.places.map((place) => (
          <Rooms {...reader} place={place} />
        ))}
      </header>
      <section class="stack" aria-labelledby="yours">
        <h2 id="yours">{words.yours}</h2>
        {tasks.length || due.yours.length ? (
          <Lines>
            {[
              ...tasks.map((task) => <TaskLine task={task} {...reader} />),
              ...due.yours.map((item) => <DueLine item={item} now={now} {...reader} />),
            ]}
          </Lines>
        ) : (
          <Empty
            title={words.nothingForYou.title}
            action={<ButtonLink href={`/${locale}/agreements`}>{words.nothingForYou.action}</ButtonLink>}
          >
            <p>{words.nothingForYou.body}</p>
          </Empty>
        )}
      </section>
      {endings.length ? (
        <section class="stack" aria-labelledby="soon">
          <h2 id="soon">{words.soon}</h2>
          <Lines>
            {endings.map((ending) => (
              <EndingLine ending={ending} {...reader} />
            ))}
          </Lines>
        </section>
      ) : null}
      <section class="stack" aria-labelledby="others">
        <h2 id="others">{words.others}</h2>
        {waits.length || due.theirs.length ? (
          <Lines>
            {[
              ...waits.map((wait) => <WaitLine wait={wait} {...reader} />),
              ...due.theirs.map((item) => <DueLine item={item} now={now} {...reader} />),
            ]}
          </Lines>
        ) : (
          <p class="soft">{words.nothingElsewhere}</p>
        )}
      </section>
      {due.more.length ? (
        <section class="stack" aria-labelledby="more">
          <h2 id="more">{words.moreTitle}</h2>
          <ul>
            {due.more.map(({ room, count }) => (
              <li>
                {roomPaths[room] ? (
                  <a href={`/${locale}${roomPaths[room]}`}>{words.more[room]({ count })}</a>
                ) : (
                  words.more[room]({ count })
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="stack" aria-labelledby="happened">
        <h2 id="happened">{words.happened}</h2>
        {happened.length ? (
          <Lines>
            {happened.map((one) => (
              <HappenedLine {...one} {...reader} />
            ))}
          </Lines>
        ) : (
          <p class="soft">{words.nothingHappened}</p>
        )}
      </section>
    </div>
  )
}

function TaskLine({ task, t, locale }: Reader & { task: Task }) {
  return <a href={hrefOf(task, locale)}>{taskText(task, t, locale)}</a>
}

function taskText(task: Task, t: Catalogue, locale: Locale): string {
  const words = t.today.tasks
  const { agreement } = task
  const title = titleOf(agreement, locale)
  switch (task.kind) {
    case 'sign':
    case 'signLater':
      return words[task.kind]({ title })
    case 'approve':
    case 'name':
      return words[task.kind]({ title, organisation: partyName(agreement, task.organisationId, locale) })
    case 'answer': {
      const organisation = partyName(agreement, task.proposal.organisationId, locale)
      return words.answer({ title, organisation, clause: String(task.clause) })
    }
    case 'translate': {
      const language = languageName(task.language, locale) ?? task.language
      return words.translate({ title, language, count: task.count })
    }
  }
}

/** Where the task is done. */
function hrefOf(task: Task, locale: Locale): string {
  const agreement = `/${locale}/agreements/${task.agreement.reference}`
  if (task.kind === 'sign') return `${agreement}/sign`
  if (task.kind === 'answer') return `${agreement}/proposals/${task.proposal.id}`
  return agreement
}

function WaitLine({ wait, t, locale }: Reader & { wait: Wait }) {
  const words = t.today.waiting
  const { agreement } = wait
  const title = titleOf(agreement, locale)
  const names = new Intl.ListFormat(locale).format(wait.organisationIds.map((id) => partyName(agreement, id, locale)))
  return (
    <a href={`/${locale}/agreements/${agreement.reference}`}>
      {wait.kind === 'answers'
        ? words.answers({ title, names, clause: String(wait.clause) })
        : words[wait.kind]({ title, names })}
    </a>
  )
}

function EndingLine({ ending, t, locale }: Reader & { ending: Ending }) {
  const { agreement, until, days } = ending
  return (
    <div class="row">
      <a href={`/${locale}/agreements/${agreement.reference}`}>
        {t.today.ends({ title: titleOf(agreement, locale), date: dateText(locale, until) })}
      </a>
      <Status tone="late">{t.today.daysLeft({ count: days })}</Status>
    </div>
  )
}

function HappenedLine(props: Reader & { agreement: Agreement; happening: Happening }) {
  const { t, locale, zone, agreement, happening } = props
  const words = t.today.verbs as Record<string, (p: { title: string }) => string>
  const time = timeForReader({ instant: happening.at.toISOString(), zone }, { locale, zone })
  const organisation = happening.organisationId && partyName(agreement, happening.organisationId, locale)
  return (
    <div>
      <a href={`/${locale}/agreements/${agreement.reference}`}>
        {words[happening.verb]?.({ title: titleOf(agreement, locale) })}
      </a>
      <span class="soft small own-line">
        {organisation ? t.today.by({ organisation }) : t.today.bySystem} ·{' '}
        <time datetime={time.here.machine}>{time.text}</time>
      </span>
    </div>
  )
}

/** Long titles would drown what happened; the whole one is a press away. */
const titleOf = (agreement: Agreement, locale: Locale): string =>
  truncate(pick(agreement.title, locale)?.text ?? agreement.reference, LONGEST_TITLE)

const LONGEST_TITLE = 60

function partyName(agreement: Agreement, organisationId: string, locale: Locale): string {
  const party = agreement.parties.find((candidate) => candidate.organisationId === organisationId)
  return (party && pick(party.name.text, locale, party.name.original)?.text) ?? ''
}
