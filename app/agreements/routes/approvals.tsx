import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import type { Agreement } from '../agreement.ts'
import { approveText, withdrawApproval } from '../approving.ts'
import { approvalForm, partyForm } from '../forms.ts'
import { ApprovalPage } from '../pages/approval.tsx'
import { powersOf } from '../pages/workspace.tsx'
import { proposalsOf } from '../proposing.ts'
import { type Refusal, refusalErrors, refusalStatus } from '../refusals.ts'
import { addressOf, ownAgreement, readerOf, show, withAgreement } from './asking.tsx'

export const approvalRoutes: Routes = (app) => {
  app.get(
    '/:locale/agreements/:reference/approval',
    withAgreement((c, agreement) => showApproval(c, agreement)),
  )

  app.post(
    '/:locale/agreements/:reference/approvals',
    withAgreement(async (c, agreement) => {
      const form = await readForm(c, approvalForm)
      if (!form.ok) return showApproval(c, agreement, { errors: form.errors, status: 422 })
      const outcome = await approveText(c.var.services, c.var.scope, agreement.id, form.data)
      if ('refused' in outcome) return refuse(c, outcome)
      return c.redirect(addressOf(c, agreement, '#approvals'), 303)
    }),
  )

  app.post(
    '/:locale/agreements/:reference/approvals/withdrawal',
    withAgreement(async (c, agreement) => {
      const form = await readForm(c, partyForm)
      if (!form.ok) return showApproval(c, agreement, { errors: form.errors, status: 422 })
      const { organisationId } = form.data
      const outcome = await withdrawApproval(c.var.services, c.var.scope, agreement.id, organisationId)
      if ('refused' in outcome) return refuse(c, outcome)
      return c.redirect(addressOf(c, agreement, '#approvals'), 303)
    }),
  )
}

type Shown = { errors?: Record<string, string>; status?: 403 | 409 | 422 | 503 }

async function showApproval(c: Web, agreement: Agreement, { errors, status }: Shown = {}): Promise<Response> {
  const { services, scope, t } = c.var
  const proposals = await proposalsOf(services.database.db, agreement)
  const data = {
    agreement,
    parties: powersOf(scope, agreement).approvesFor,
    hasOpenProposals: proposals.some((proposal) => proposal.state === 'open'),
    ...(errors ? { errors } : {}),
  }
  const facts = { title: t.signing.approval.title, ...(status ? { status } : {}) }
  return show(c, facts, <ApprovalPage {...readerOf(c)} {...data} />)
}

/** The page shows the text as it stands now, so that who approves next approves that one. */
async function refuse(c: Web, refusal: Refusal): Promise<Response> {
  const current = await ownAgreement(c)
  if (!current) return errorPage(c, 'notFound')
  return showApproval(c, current, { errors: refusalErrors(c.var.t, refusal), status: refusalStatus(refusal) })
}
