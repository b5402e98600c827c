import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { Agreement, Clause } from '../agreement.ts'
import { answerForm, proposalForm } from '../forms.ts'
import { ProposalForm, ProposalPage } from '../pages/proposal.tsx'
import { negotiatesFor } from '../policy.ts'
import { answerProposal, type Proposal, proposalsOf, proposeChange, withdrawProposal } from '../proposing.ts'
import { type Refusal, refusalErrors, refusalStatus } from '../refusals.ts'
import { addressOf, type Answer, ownAgreement, readerOf, show, withAgreement } from './asking.tsx'
import { readEntries, withClause } from './clauses.tsx'
import { showWorkspace } from './reading.tsx'

export const proposalRoutes: Routes = (app) => {
  app.get('/:locale/agreements/:reference/clauses/:clause/proposal', withClause(showForm))

  app.post(
    '/:locale/agreements/:reference/clauses/:clause/proposal',
    withClause(async (c, agreement, clause) => {
      const form = await readForm(c, proposalForm)
      const sent = await readEntries(c, agreement)
      const errors = { ...sent.errors, ...(form.ok ? {} : form.errors) }
      const { entries, wordings, basedOn } = sent
      if (!form.ok || sent.errors) return showForm(c, agreement, clause, { entries, errors, status: 422 })
      const input = { ...form.data, clauseId: clause.id, wordings, basedOn }
      const outcome = await proposeChange(c.var.services, c.var.scope, agreement.id, input)
      if ('refused' in outcome) return refuseForm(c, clause.id, outcome, entries)
      return c.redirect(addressOf(c, agreement, `/proposals/${outcome.proposalId}`), 303)
    }),
  )

  app.get('/:locale/agreements/:reference/proposals/:proposal', withProposal(showProposal))

  app.post(
    '/:locale/agreements/:reference/proposals/:proposal/answers',
    withProposal(async (c, agreement, proposal) => {
      const form = await readForm(c, answerForm)
      const { entries } = form
      if (!form.ok) return showProposal(c, agreement, proposal, { entries, errors: form.errors, status: 422 })
      const { organisationId, answer, reason } = form.data
      const input = { proposalId: proposal.id, organisationId, answer, ...(reason ? { reason } : {}) }
      const outcome = await answerProposal(c.var.services, c.var.scope, agreement.id, input)
      if ('refused' in outcome) return refuse(c, proposal.id, outcome, entries)
      return c.redirect(addressOf(c, agreement, `/proposals/${proposal.id}`), 303)
    }),
  )

  app.post(
    '/:locale/agreements/:reference/proposals/:proposal/withdrawal',
    withProposal(async (c, agreement, proposal) => {
      const outcome = await withdrawProposal(c.var.services, c.var.scope, agreement.id, proposal.id)
      if ('refused' in outcome) return refuse(c, proposal.id, outcome)
      return c.redirect(addressOf(c, agreement, `/proposals/${proposal.id}`), 303)
    }),
  )
}

function withProposal(handle: (c: Web, agreement: Agreement, proposal: Proposal) => Answer) {
  return withAgreement(async (c, agreement) => {
    const proposals = await proposalsOf(c.var.services.database.db, agreement)
    const proposal = proposals.find(({ id }) => id === c.req.param('proposal'))
    return proposal ? handle(c, agreement, proposal) : errorPage(c, 'notFound')
  })
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 | 503 }

function showForm(c: Web, agreement: Agreement, clause: Clause, shown: Shown = {}): Answer {
  const parties = negotiatesFor(c.var.scope, agreement)
  if (parties.length === 0) return errorPage(c, 'forbidden')
  const { status, ...sent } = shown
  const title = c.var.t.agreements.proposals.title({ number: clause.number })
  const data = { agreement, clause, parties, ...sent }
  return show(c, { title, ...(status ? { status } : {}) }, <ProposalForm {...readerOf(c)} {...data} />)
}

async function refuseForm(c: Web, clauseId: string, refusal: Refusal, entries: Entries): Promise<Response> {
  const current = await ownAgreement(c)
  const clause = current?.clauses.find(({ id }) => id === clauseId)
  const refused = { errors: refusalErrors(c.var.t, refusal), status: refusalStatus(refusal) }
  if (!current) return errorPage(c, 'notFound')
  return clause ? showForm(c, current, clause, { entries, ...refused }) : showWorkspace(c, current, refused)
}

function showProposal(c: Web, agreement: Agreement, proposal: Proposal, shown: Shown = {}): Answer {
  const own = agreement.documents.length > 0 || proposal.state !== 'open' ? [] : negotiatesFor(c.var.scope, agreement)
  const answered = proposal.answers.map((answer) => answer.organisationId)
  const { status, ...sent } = shown
  const data = {
    agreement,
    proposal,
    mayAnswerFor: own.filter((party) => party !== proposal.organisationId && !answered.includes(party)),
    mayWithdraw: own.includes(proposal.organisationId),
    ...sent,
  }
  const title = c.var.t.agreements.view.proposalsTitle
  return show(c, { title, ...(status ? { status } : {}) }, <ProposalPage {...readerOf(c)} {...data} />)
}

async function refuse(c: Web, proposalId: string, refusal: Refusal, entries?: Entries): Promise<Response> {
  const current = await ownAgreement(c)
  if (!current) return errorPage(c, 'notFound')
  const proposal = (await proposalsOf(c.var.services.database.db, current)).find(({ id }) => id === proposalId)
  const refused = { errors: refusalErrors(c.var.t, refusal), status: refusalStatus(refusal) }
  if (!proposal) return showWorkspace(c, current, refused)
  return showProposal(c, current, proposal, { ...refused, ...(entries ? { entries } : {}) })
}
