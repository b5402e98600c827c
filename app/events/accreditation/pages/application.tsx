import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { TextArea, TextField } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Application, Proof } from '../applications.ts'
import { momentOf } from '../../pages/words.ts'
import type { PressEvent } from '../pressEvent.ts'
import type { Standing } from '../standing/standing.ts'
import { wants } from '../tables.ts'
import { DecisionStatus, Errors, Trail } from './parts.tsx'
import { isOpen, ReasonFields } from './review.tsx'
import { languageIn, languagesIn, lastDayIn, nameFor, type Reader, readingOf, shown } from './words.ts'

type ApplicationProps = Reader & {
  event: PressEvent
  application: Application
  applications: Application[]
  /** A standing accreditation of this address that counts here, made of this application or of an earlier one. */
  held: Standing | null
  /** The first day and the last one to which it can be made standing. */
  untilRange: { suggested: string; latest: string }
  justDecided: { name: string; decision: Application['decision'] } | null
  errors?: Record<string, string>
}

/** One application: what was written on one side, the proof on the other, the decision below. */
export function ApplicationPage(props: ApplicationProps) {
  const { t, locale, event, application, errors, justDecided } = props
  const words = t.accreditation.review
  const name = nameFor(application.name, locale)
  const here = `/${locale}/events/${event.slug}/accreditations/${application.registrationId}`
  return (
    <press-review>
      <article class="stack-wide">
        <Errors t={t} errors={errors} />
        <div class="stack">
          <Trail {...props} here={name} below="applications" />
          <h1>{words.one({ name })}</h1>
          <p>
            <DecisionStatus t={t} decision={application.decision} />
          </p>
          {justDecided ? (
            <Notice
              kind="done"
              title={`${justDecided.name}${locale === 'ja' ? '：' : ': '}${words.states[justDecided.decision]}`}
            />
          ) : null}
          <Steps {...props} />
        </div>
        <div class="press-desk">
          <section class="stack" aria-labelledby="application">
            <h2 id="application">{words.application}</h2>
            <Written {...props} />
          </section>
          <section class="stack" aria-labelledby="proofs">
            <h2 id="proofs">{words.proofs}</h2>
            <Proofs {...props} here={here} name={name} />
          </section>
        </div>
        <Duplicates {...props} />
        <div class="press-desk">
          <Decide {...props} here={here} />
          <AskMore {...props} here={here} />
        </div>
        {application.decision === 'confirmed' || props.held ? <MakeStanding {...props} here={here} /> : null}
      </article>
    </press-review>
  )
}

function Steps({ t, locale, event, applications, application }: ApplicationProps) {
  const words = t.accreditation.review
  const list = `/${locale}/events/${event.slug}/accreditations`
  const at = applications.findIndex(({ registrationId }) => registrationId === application.registrationId)
  const [before, after] = [applications[at - 1], applications[at + 1]]
  return (
    <nav class="press-links" aria-label={words.title}>
      {before ? (
        <a href={`${list}/${before.registrationId}`} rel="prev" data-key="k">
          {words.previous}
        </a>
      ) : null}
      {after ? (
        <a href={`${list}/${after.registrationId}`} rel="next" data-key="j">
          {words.next}
        </a>
      ) : null}
      <a href={list}>{words.back}</a>
    </nav>
  )
}

function Written({ t, locale, zone, event, application }: ApplicationProps) {
  const words = t.accreditation.review
  const { facts } = words
  const when = (at: Date) => momentOf(at, event, { locale, zone: zone ?? event.zone }).text
  const { rules } = application
  return (
    <Facts
      items={[
        { term: facts.outlet, value: application.outlet },
        { term: facts.role, value: t.accreditation.roles[application.role] },
        { term: facts.crew, value: application.crew > 1 ? words.crewOf({ count: application.crew }) : null },
        { term: facts.reading, value: readingOf(application.name) },
        { term: facts.address, value: <span class="press-long">{application.address}</span> },
        { term: facts.mobile, value: application.mobile },
        { term: facts.pressClub, value: application.pressClub },
        { term: facts.asks, value: application.wishesToAsk ? words.yes : words.no },
        { term: facts.question, value: application.question },
        {
          term: facts.languages,
          value: application.languages.length > 0 ? languagesIn(application.languages, locale) : null,
        },
        { term: facts.correspondence, value: languageIn(application.locale, locale) },
        { term: facts.zone, value: application.timeZone },
        {
          term: facts.arrived,
          value: `${words.arrival({ number: application.arrival })} · ${when(application.registeredAt)}`,
        },
        {
          term: facts.rules,
          value: rules
            ? facts.rulesAt({
                version: rules.version,
                language: languageIn(rules.locale, locale),
                when: when(rules.acceptedAt),
              })
            : facts.rulesNone,
        },
        { term: facts.decided, value: application.decision === 'pending' ? null : when(application.decidedAt) },
        { term: facts.toldReason, value: application.reason },
      ]}
    />
  )
}

function Proofs(props: ApplicationProps & { here: string; name: string }) {
  const { t, application, held } = props
  const words = t.accreditation.review
  return (
    <>
      {application.standingId ? <p>{words.standing}</p> : null}
      {held && !application.standingId && held.givenAt < application.registeredAt ? (
        <Notice kind="note" title={words.standingUnproved} />
      ) : null}
      {application.proofs.length === 0 && !application.standingId ? <p>{words.noProof}</p> : null}
      {application.proofs.toReversed().map((proof) => (
        <OneProof {...props} proof={proof} number={application.proofs.indexOf(proof) + 1} />
      ))}
    </>
  )
}

function OneProof(props: ApplicationProps & { here: string; name: string; proof: Proof; number: number }) {
  const { t, locale, here, name, proof, number } = props
  const words = t.accreditation.review
  const label = words.proofLink({ name, number })
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
  const facts = `${words.proofKind[proof.type]}${locale === 'ja' ? '、' : ', '}${size.format(Math.max(1, proof.size / 1024))}`
  if (proof.deletedAt) return <p>{`${facts}: ${words.proofDeleted}`}</p>
  const href = `${here}/proofs/${proof.id}`
  return (
    <figure class="press-proof">
      {proof.type === 'application/pdf' ? (
        <iframe src={href} title={label} />
      ) : (
        <img src={href} alt={label} loading="lazy" />
      )}
      <figcaption>
        <a href={href} target="_blank" rel="noopener">
          {words.openProof}
        </a>{' '}
        <span class="soft">{facts}</span>
      </figcaption>
    </figure>
  )
}

function Duplicates({ t, locale, event, application, applications }: ApplicationProps) {
  const words = t.accreditation.review
  if (application.duplicates.length === 0) return null
  const list = `/${locale}/events/${event.slug}/accreditations`
  return (
    <Notice kind="care" title={words.duplicates}>
      <ul>
        {application.duplicates.map(({ registrationId, because }) => {
          const other = applications.find((one) => one.registrationId === registrationId)
          return other ? (
            <li>
              <a href={`${list}/${registrationId}`}>{nameFor(other.name, locale)}</a>
              {locale === 'ja' ? '、' : ', '}
              {other.outlet}
              {locale === 'ja' ? '：' : ': '}
              {because.map((reason) => words.likeness[reason]).join(locale === 'ja' ? '、' : ', ')}{' '}
              <DecisionStatus t={t} decision={other.decision} />
            </li>
          ) : null
        })}
      </ul>
      <p>{words.duplicatesHint}</p>
    </Notice>
  )
}

function Decide({ t, locale, application, here, errors }: ApplicationProps & { here: string }) {
  const words = t.accreditation.review
  const open = isOpen(application)
  if (application.decision === 'withdrawn') return null
  return (
    <section class="stack" aria-labelledby="decide">
      <h2 id="decide">{words.decide}</h2>
      {open || application.decision === 'declined' ? (
        <Form action={`${here}/decision`} hidden={{ decision: 'approve' }}>
          <FormActions>
            <Button class="press-approve">{words.approve}</Button>
          </FormActions>
        </Form>
      ) : null}
      {open || application.decision === 'confirmed' ? (
        <details class="press-decline" open={errors?.['reason'] !== undefined}>
          <summary>{words.decline}</summary>
          <Form action={`${here}/decision`} hidden={{ decision: 'decline' }}>
            <ReasonFields
              t={t}
              hint={words.reasonHint({ language: languageIn(application.locale, locale) })}
              {...(errors ? { errors } : {})}
            />
            <FormActions>
              <Button kind="secondary">{words.decline}</Button>
            </FormActions>
          </Form>
        </details>
      ) : null}
      {open ? null : (
        <Form action={`${here}/decision`} hidden={{ decision: 'undo' }}>
          <p class="soft">{words.undoHint}</p>
          <FormActions>
            <Button kind="secondary">{words.undo}</Button>
          </FormActions>
        </Form>
      )}
      <p class="soft press-keys">{words.keys}</p>
    </section>
  )
}

function AskMore({ t, locale, zone, event, application, here }: ApplicationProps & { here: string }) {
  const words = t.accreditation.review
  if (!isOpen(application) && application.requests.length === 0) return null
  return (
    <section class="stack" aria-labelledby="ask-more">
      <h2 id="ask-more">{words.askMore}</h2>
      {application.requests.map((asked) => (
        <div class="press-asked stack">
          <p>
            <strong>{t.accreditation.wants[asked.wanted].label}</strong>{' '}
            <span class="soft">{momentOf(asked.askedAt, event, { locale, zone: zone ?? event.zone }).text}</span>
          </p>
          {asked.note ? <p>{asked.note}</p> : null}
          <p>{asked.answer ?? (asked.answeredAt ? words.answered : words.open)}</p>
        </div>
      ))}
      {isOpen(application) ? (
        <Form action={`${here}/requests`}>
          <Radios
            name="wanted"
            label={words.askMore}
            value="readable-proof"
            choices={wants.map((wanted) => ({ value: wanted, label: t.accreditation.wants[wanted].label }))}
          />
          <TextArea
            id="request-note"
            name="note"
            label={words.note}
            hint={words.noteHint}
            optional={t.accounts.account.optional}
            maxlength={1000}
            rows={2}
          />
          <FormActions>
            <Button kind="secondary">{words.askMoreSend}</Button>
          </FormActions>
        </Form>
      ) : null}
    </section>
  )
}

function MakeStanding({ t, locale, here, held, untilRange, errors }: ApplicationProps & { here: string }) {
  const words = t.accreditation.review
  if (held)
    return (
      <section class="stack" aria-labelledby="make-standing">
        <h2 id="make-standing">{words.makeStanding}</h2>
        <p>
          {words.heldUntil({
            organisation: shown(held.organisationName, locale).text,
            until: lastDayIn(held.expiresAt, held.zone, locale),
          })}
        </p>
        <p>
          <a href={`/${locale}/standing-accreditations`}>{words.standingList}</a>
        </p>
      </section>
    )
  return (
    <section class="stack" aria-labelledby="make-standing">
      <h2 id="make-standing">{words.makeStanding}</h2>
      <p>{words.makeStandingHint}</p>
      <Form action={`${here}/standing`}>
        <TextField
          name="until"
          type="date"
          label={words.until}
          value={untilRange.suggested}
          max={untilRange.latest}
          error={errors?.['until']}
        />
        <FormActions>
          <Button kind="secondary">{words.give}</Button>
        </FormActions>
      </Form>
    </section>
  )
}
