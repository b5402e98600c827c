import type { Locale } from '../../language/locales.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Lines } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextArea } from '../../ui/inputs.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Agreement, Clause } from '../agreement.ts'
import { isStale, type Proposal } from '../proposing.ts'
import { basedOn, WordingFields } from './clause.tsx'
import { Comparison } from './comparison.tsx'
import { Errors, Trail } from './parts.tsx'
import { languageIn, momentAt, partyById, partyName, type Reader } from './words.ts'

type Sent = { entries?: Entries; errors?: FieldErrors }

/** Another wording, suggested by a party that does not hold the pen, or by the one that does and wants the others to agree first. */
export function ProposalForm(props: Reader & Sent & { agreement: Agreement; clause: Clause; parties: string[] }) {
  const { t, locale, agreement, clause, parties, entries, errors } = props
  const words = t.agreements.proposals
  const title = words.title({ number: clause.number })
  const below = `/${locale}/agreements/${agreement.reference}`
  const hidden = { ...basedOn(agreement, clause), clauseId: clause.id }
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={title} />
        <h1>{title}</h1>
        <p>{words.intro}</p>
      </div>
      <Form action={`${below}/clauses/${clause.id}/proposal`} hidden={hidden} class="stack-wide">
        <PartyChoice
          {...props}
          name="organisationId"
          label={words.as}
          parties={parties}
          value={entries?.['organisationId']}
        />
        <WordingFields {...props} />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={entries?.['reason']}
          error={errors?.['reason']}
        />
        <FormActions>
          <Button>{words.send}</Button>
          <ButtonLink href={below}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

/** For whom one acts: a question only to those who act for several. */
export function PartyChoice({
  locale,
  agreement,
  name,
  label,
  parties,
  value,
}: Reader & { agreement: Agreement; name: string; label: string; parties: string[]; value?: string | undefined }) {
  const [only] = parties
  if (parties.length === 1) return <input type="hidden" name={name} value={only} />
  const options = parties.map((id) => {
    const party = partyById(agreement, id)
    return { value: id, label: party ? partyName(party, locale) : id }
  })
  return <Select name={name} label={label} options={options} value={value ?? only} />
}

export type ProposalData = {
  agreement: Agreement
  proposal: Proposal
  /** The parties for which the asker may still answer. */
  mayAnswerFor: string[]
  mayWithdraw: boolean
}

export function ProposalPage(props: Reader & Sent & ProposalData) {
  const { t, locale, agreement, proposal } = props
  const words = t.agreements.proposals
  const clause = agreement.clauses.find(({ id }) => id === proposal.clauseId)
  const title = clause ? words.viewTitle({ number: clause.number }) : words.viewTitleGone
  const by = partyById(agreement, proposal.organisationId)
  const stale = proposal.state === 'open' && clause && isStale(proposal.texts, clause)
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} here={title} />
        <h1>{title}</h1>
      </div>
      <Facts
        items={[
          { term: words.by, value: by ? partyName(by, locale) : null },
          { term: words.at, value: <Moment time={momentAt(proposal.proposedAt, props, by)} /> },
          { term: words.state, value: t.agreements.view.proposalStates[proposal.state] },
          { term: words.reason, value: proposal.reason },
        ]}
      />
      {stale ? <Notice kind="care" title={words.stale} /> : null}
      <Wordings {...props} clause={clause} />
      <Answers {...props} />
      {props.mayAnswerFor.length > 0 ? <AnswerForm {...props} /> : null}
      {props.mayWithdraw ? (
        <Form action={`/${locale}/agreements/${agreement.reference}/proposals/${proposal.id}/withdrawal`}>
          <Button kind="secondary">{words.withdraw}</Button>
        </Form>
      ) : null}
    </article>
  )
}

function Wordings({ t, locale, proposal, clause }: Reader & ProposalData & { clause: Clause | undefined }) {
  const words = t.agreements.proposals
  return (
    <section class="stack" aria-labelledby="comparison">
      <h2 id="comparison">{words.comparison}</h2>
      <p class="soft">{t.agreements.clauses.legend}</p>
      <div class="columns">
        {(Object.keys(proposal.texts) as Locale[]).map((language) => (
          <section class="stack">
            <h3>{languageIn(language, locale)}</h3>
            <Comparison t={t} language={language} before={clause?.texts[language]} after={proposal.texts[language]} />
          </section>
        ))}
      </div>
    </section>
  )
}

function Answers(reader: Reader & ProposalData) {
  const { t, locale, agreement, proposal } = reader
  const words = t.agreements.proposals
  return (
    <section class="stack" aria-labelledby="answers">
      <h2 id="answers">{words.answers}</h2>
      {proposal.answers.length === 0 ? (
        <p class="soft">{words.noAnswers}</p>
      ) : (
        <Lines>
          {proposal.answers.map(({ organisationId, answer, reason, at }) => {
            const party = partyById(agreement, organisationId)
            return (
              <>
                <p>{words.answered({ party: party ? partyName(party, locale) : '', answer: words[answer] })}</p>
                {reason ? <p>{reason}</p> : null}
                <p class="soft small">
                  <Moment time={momentAt(at, reader, party)} isInline />
                </p>
              </>
            )
          })}
        </Lines>
      )}
    </section>
  )
}

function AnswerForm(props: Reader & Sent & ProposalData) {
  const { t, locale, agreement, proposal, mayAnswerFor, entries, errors } = props
  const words = t.agreements.proposals
  return (
    <section class="stack" aria-labelledby="answer-title">
      <h2 id="answer-title">{words.answerTitle}</h2>
      <Form action={`/${locale}/agreements/${agreement.reference}/proposals/${proposal.id}/answers`}>
        <PartyChoice {...props} name="organisationId" label={words.answerFor} parties={mayAnswerFor} />
        <Radios
          name="answer"
          label={words.answer}
          choices={[
            { value: 'accepted', label: words.accept },
            { value: 'declined', label: words.decline },
          ]}
          value={entries?.['answer']}
          error={errors?.['answer']}
        />
        <TextArea
          name="reason"
          label={words.answerReason}
          optional={t.agreements.drafting.optional}
          value={entries?.['reason']}
          error={errors?.['reason']}
        />
        <FormActions>
          <Button>{words.answerSend}</Button>
        </FormActions>
      </Form>
    </section>
  )
}
