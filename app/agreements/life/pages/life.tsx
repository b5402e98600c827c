import { dateText } from '../../../language/dates.ts'
import { pick } from '../../../language/translated.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Lines } from '../../../ui/card.tsx'
import { Empty, Notice } from '../../../ui/notice.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { Agreement } from '../../agreement.ts'
import type { OpenGrant } from '../../grants/standing.ts'
import { Errors, StandingStatus, Trail } from '../../pages/parts.tsx'
import { dayOf, partyById, partyName, type Reader, titleFor } from '../../pages/words.ts'
import { givenAndReceived } from '../../undertakings/given.ts'
import { nextDue } from '../../undertakings/occurrences.ts'
import { ExchangeChart } from '../../undertakings/pages/exchangeChart.tsx'
import { occurrenceTones } from '../../undertakings/pages/undertaking.tsx'
import type { Undertaking } from '../../undertakings/reading.ts'
import { EndingForms, NewUndertakingForm } from './forms.tsx'
import { Grants } from './grants.tsx'

export type LifeData = Reader & {
  agreement: Agreement
  now: Date
  undertakings: Undertaking[]
  grants: OpenGrant[]
  /** The parties that the asker manages or coordinates, and those the asker manages. */
  own: string[]
  manages: string[]
  mayRenew: boolean
  colleagues: { id: string; name: string }[]
  entries?: Entries
  errors?: FieldErrors
}

/** An agreement after its signature: who gave and who received, what is owed, what stands open, and how it ends or goes on. */
export function LifeView(props: LifeData) {
  const { t, locale, agreement, undertakings } = props
  const words = t.life
  const title = titleFor(agreement, locale)
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <header class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
        <p class="lede" lang={title.locale}>
          {title.text}
        </p>
        <div class="row">
          <StandingStatus t={t} standing={agreement.standing} />
          {agreement.inForce ? <span>{words.until({ date: dateText(locale, agreement.inForce.until) })}</span> : null}
        </div>
        <News {...props} />
      </header>
      {agreement.inForce ? null : (
        <Empty title={words.notYet.title}>
          <p>{words.notYet.body}</p>
        </Empty>
      )}
      {undertakings.length > 0 ? <Exchange {...props} /> : null}
      {agreement.inForce ? <Undertakings {...props} /> : null}
      {agreement.inForce ? <Grants {...props} /> : null}
      {agreement.inForce ? <EndingForms {...props} /> : null}
    </article>
  )
}

/** That it rests, that notice was given, that its successor is being prepared. */
function News({ t, locale, agreement }: LifeData) {
  const words = t.life.news
  const nameOf = (id: string) => {
    const party = partyById(agreement, id)
    return party ? partyName(party, locale) : ''
  }
  const { resting, termination, renewedBy, renews } = agreement
  return (
    <>
      {resting ? (
        <Notice
          kind="care"
          title={words.suspended({
            party: nameOf(resting.organisationId),
            date: dayOf(resting.since, agreement, locale),
          })}
        >
          <p>{resting.reason}</p>
        </Notice>
      ) : null}
      {termination ? (
        <Notice
          kind="care"
          title={words.noticed({
            party: nameOf(termination.organisationId),
            date: dayOf(termination.from, agreement, locale),
          })}
        >
          <p>{termination.reason}</p>
        </Notice>
      ) : null}
      {renewedBy ? (
        <p>
          <a href={`/${locale}/agreements/${renewedBy}`}>{words.renewedBy({ reference: renewedBy })}</a>
        </p>
      ) : null}
      {renews ? (
        <p>
          <a href={`/${locale}/agreements/${renews}/life`}>{words.renews({ reference: renews })}</a>
        </p>
      ) : null}
    </>
  )
}

function Exchange({ t, locale, agreement, undertakings }: LifeData) {
  const parties = givenAndReceived(agreement.partyIds, undertakings).map((given) => {
    const party = partyById(agreement, given.organisationId)
    return { ...given, name: party ? partyName(party, locale) : '' }
  })
  return (
    <section class="stack" aria-labelledby="exchange">
      <h2 id="exchange">{t.undertakings.chart.title}</h2>
      <p class="soft">{t.undertakings.chart.definition}</p>
      <ExchangeChart t={t} parties={parties} />
    </section>
  )
}

function Undertakings(props: LifeData) {
  const { t, locale, agreement, undertakings, own } = props
  const words = t.undertakings
  const standing = undertakings.filter(({ endedAt }) => !endedAt)
  const parties = [...own, ...agreement.partyIds.filter((id) => !own.includes(id))]
  return (
    <section class="stack" aria-labelledby="undertakings">
      <h2 id="undertakings">{words.title}</h2>
      {standing.length === 0 ? (
        <Empty title={words.empty.title}>
          <p>{words.empty.body}</p>
        </Empty>
      ) : (
        parties.map((id) => {
          const theirs = standing.filter(({ organisationId }) => organisationId === id)
          const party = partyById(agreement, id)
          if (theirs.length === 0 || !party) return null
          return (
            <details open={own.includes(id)}>
              <summary>{words.ofParty({ party: partyName(party, locale), count: theirs.length })}</summary>
              <Lines>
                {theirs.map((undertaking) => (
                  <Line {...props} undertaking={undertaking} />
                ))}
              </Lines>
            </details>
          )
        })
      )}
      {own.length > 0 && ['in-force', 'suspended'].includes(agreement.standing) ? (
        <NewUndertakingForm {...props} />
      ) : null}
      <p>
        <ButtonLink href={`/${locale}/agreements/${agreement.reference}/review`}>{t.review.short}</ButtonLink>{' '}
        <ButtonLink href={`/${locale}/agreements/${agreement.reference}`}>{t.life.toAgreement}</ButtonLink>
      </p>
    </section>
  )
}

function Line({ t, locale, agreement, undertaking }: LifeData & { undertaking: Undertaking }) {
  const words = t.undertakings
  const title = pick(undertaking.title, locale)
  const next = nextDue(undertaking.occurrences)
  const state = undertaking.occurrences.find(({ due }) => due === next && due !== null)?.state
  const kept = undertaking.occurrences.filter((one) => one.state === 'kept').length
  return (
    <div class="stack">
      <a href={`/${locale}/agreements/${agreement.reference}/undertakings/${undertaking.id}`} lang={title?.locale}>
        {title?.text}
      </a>
      <p class="row small">
        <span class="soft">{words.cadences[undertaking.cadence]}</span>
        <span class="soft">{words.keptTimes({ count: kept })}</span>
        {next && state ? (
          <Status tone={occurrenceTones[state]}>
            {state === 'missed'
              ? words.missedOn({ date: dateText(locale, next) })
              : words.nextOn({ date: dateText(locale, next) })}
          </Status>
        ) : null}
      </p>
    </div>
  )
}
