import { negotiatesFor, mayApproveFor, mayEdit } from '../policy.ts'
import type { Scope } from '../../accounts/scope.ts'
import { dateText } from '../../language/dates.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Hash } from '../../ui/hash.tsx'
import { Status } from '../../ui/status.tsx'
import { Timeline, type TimelineStep } from '../../ui/timeline.tsx'
import type { Agreement, Clause } from '../agreement.ts'
import type { Proposal } from '../proposing.ts'
import type { Waiting } from '../waiting.ts'
import { ActivityLog, type ActivityLine } from './activityLog.tsx'
import { AgreementText, Errors, Parties, PartiesCord, StandingStatus, Trail } from './parts.tsx'
import { Approvals, Documents, Proposals, Publication, Signatories } from './workspaceParts.tsx'
import { Remarks } from './publicPage.tsx'
import { WaitingList } from './waitingList.tsx'
import { dayOf, languagesListed, leadOf, monthsText, partyName, type Reader, titleFor } from './words.ts'

/** What the asker may do here, worked out once from the policy. */
export type Powers = {
  edits: boolean
  negotiatesFor: string[]
  approvesFor: string[]
  isSignatory: boolean
}

export const powersOf = (scope: Scope, agreement: Agreement): Powers => ({
  edits: mayEdit(scope, agreement),
  negotiatesFor: negotiatesFor(scope, agreement),
  approvesFor: agreement.registration ? [] : agreement.partyIds.filter((party) => mayApproveFor(scope, party)),
  isSignatory: agreement.signatories.some((signatory) => signatory.personId === scope.person?.personId),
})

export type WorkspaceData = {
  agreement: Agreement
  powers: Powers
  proposals: Proposal[]
  waiting: Waiting[]
  activity: ActivityLine[]
  olderActivity: number | null
  /** Names of people by id: who approved. */
  people: Map<string, string>
  errors?: Record<string, string>
}

/** The agreement for those who work on it: where it stands, what waits on whom, and everything that was done. */
export function Workspace(props: Reader & WorkspaceData) {
  const { t, locale, agreement, powers } = props
  const title = titleFor(agreement, locale)
  const words = t.agreements.view
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} agreement={undefined} here={agreement.reference} />
        <p class="soft">{t.agreements.kinds[agreement.kind]}</p>
        <h1 lang={title.locale}>{title.text}</h1>
        <div class="row">
          <StandingStatus t={t} standing={agreement.standing} />
          {powers.isSignatory && agreement.documents.length > 0 ? (
            <ButtonLink kind="primary" href={`/${locale}/agreements/${agreement.reference}/sign`}>
              {words.sign}
            </ButtonLink>
          ) : null}
          {agreement.inForce ? (
            <ButtonLink href={`/${locale}/agreements/${agreement.reference}/life`}>{t.life.title}</ButtonLink>
          ) : null}
        </div>
      </div>
      <Remarks {...props} />
      {agreement.inForce ? <PartiesCord {...props} /> : null}
      <div class="columns">
        <section class="stack" aria-labelledby="steps">
          <h2 id="steps">{words.steps}</h2>
          <Timeline label={words.steps} steps={lifeOf(props)} />
        </section>
        <section class="stack" aria-labelledby="waiting">
          <h2 id="waiting">{words.waiting.title}</h2>
          <WaitingList {...props} />
        </section>
      </div>
      <section class="stack" aria-labelledby="facts">
        <h2 id="facts">{t.agreements.facts.title}</h2>
        <WorkspaceFacts {...props} />
      </section>
      <Approvals {...props} />
      <Signatories {...props} />
      <Text {...props} />
      <Proposals {...props} />
      <Documents {...props} />
      {agreement.inForce ? <Publication {...props} /> : null}
      <ActivityLog {...props} lines={props.activity} older={props.olderActivity} />
    </article>
  )
}

const order = ['drafting', 'approving', 'preparing', 'signing', 'in-force', 'ended'] as const

/** A suspended agreement still stands where it was tied; a terminated one is at its end. */
const stepOf = (standing: Agreement['standing']): (typeof order)[number] =>
  standing === 'suspended' || standing === 'registered' ? 'in-force' : standing === 'terminated' ? 'ended' : standing

/** The agreement's life along the cord, with how far the present step has come. */
function lifeOf({ t, locale, agreement }: Reader & WorkspaceData): TimelineStep[] {
  const words = t.agreements.view
  const reached = order.indexOf(stepOf(agreement.standing))
  return order.map((step, index) => {
    // An agreement in force has been tied, not half tied.
    const isTied = index < reached || (index === reached && (step === 'in-force' || step === 'ended'))
    const state = isTied ? 'tied' : index === reached ? 'now' : 'ahead'
    return {
      title: words.stepNames[step],
      state,
      stateWord: words.states[state],
      when: whenOf(step, agreement, locale, words),
    }
  })
}

function whenOf(
  step: (typeof order)[number],
  agreement: Agreement,
  locale: Reader['locale'],
  words: Reader['t']['agreements']['view'],
): string | null {
  const { parties, signatories, inForce } = agreement
  if (step === 'drafting') return dayOf(agreement.createdAt, agreement, locale)
  if (step === 'approving')
    return words.approvals({ done: parties.filter(({ approval }) => approval).length, all: parties.length })
  if (step === 'preparing') {
    const made = agreement.documents[0]?.madeAt
    return made ? dayOf(made, agreement, locale) : null
  }
  if (step === 'signing')
    return signatories.length > 0
      ? words.signatures({ done: signatories.filter(({ signature }) => signature).length, all: signatories.length })
      : null
  if (!inForce) return null
  return step === 'in-force' ? dayOf(inForce.from, agreement, locale) : dateText(locale, inForce.until)
}

function WorkspaceFacts(reader: Reader & WorkspaceData) {
  const { t, locale, agreement } = reader
  const words = t.agreements.facts
  const lead = leadOf(agreement)
  const { inForce } = agreement
  const duration = monthsText(locale, agreement.termMonths)
  return (
    <Facts
      items={[
        { term: words.reference, value: <code>{agreement.reference}</code> },
        { term: t.agreements.parties.title, value: <Parties {...reader} parties={agreement.parties} /> },
        { term: words.lead, value: lead ? partyName(lead, locale) : null },
        {
          term: words.term,
          value: inForce
            ? words.inForce({ from: dayOf(inForce.from, agreement, locale), until: dateText(locale, inForce.until) })
            : words.termUnit({ duration }),
        },
        { term: words.notice, value: monthsText(locale, agreement.noticeMonths) },
        { term: words.languages, value: languagesListed(agreement.languages, locale) },
        { term: words.textHash, value: <Hash value={agreement.textHash} words={t.agreements.copy} /> },
        {
          term: words.verification,
          value:
            agreement.documents.length > 0 ? (
              <a href={`/${locale}/verify/${agreement.reference}`}>{words.verificationLink}</a>
            ) : null,
        },
      ]}
    />
  )
}

function Text(props: Reader & WorkspaceData) {
  const { t, locale, agreement, powers } = props
  const words = t.agreements.view
  const isOpen = agreement.documents.length === 0
  return (
    <section class="stack" aria-labelledby="text">
      <h2 id="text">{words.textTitle}</h2>
      {agreement.languages.includes(locale) ? null : (
        <p class="soft">
          {t.agreements.publicPage.notAuthentic({ languages: languagesListed(agreement.languages, locale) })}
        </p>
      )}
      <AgreementText {...props} aside={(clause) => <ClauseAside {...props} clause={clause} isOpen={isOpen} />} />
      {isOpen && powers.edits ? (
        <div>
          <ButtonLink href={`/${locale}/agreements/${agreement.reference}/clauses/new`}>{words.addClause}</ButtonLink>
        </div>
      ) : null}
    </section>
  )
}

function ClauseAside({
  t,
  locale,
  agreement,
  powers,
  clause,
  isOpen,
}: Reader & WorkspaceData & { clause: Clause; isOpen: boolean }) {
  const words = t.agreements.view
  const address = `/${locale}/agreements/${agreement.reference}/clauses/${clause.id}`
  const lagging = languagesListed(clause.lagging, locale)
  return (
    <div class="row small">
      {clause.binding ? <span class="soft">{words.binding}</span> : null}
      {lagging ? <Status tone="late">{words.lagging({ languages: lagging })}</Status> : null}
      {isOpen && powers.edits ? <a href={address}>{words.edit}</a> : <a href={address}>{words.history}</a>}
      {isOpen && powers.negotiatesFor.length > 0 ? <a href={`${address}/proposal`}>{words.propose}</a> : null}
    </div>
  )
}
