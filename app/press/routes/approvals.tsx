import { z } from 'zod'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import { approveRelease, withdrawReleaseApproval } from '../approving.ts'
import type { Release } from '../assembling.ts'
import { id } from '../forms.ts'
import { assetsIn } from '../kit/assets.ts'
import { ApprovalPage } from '../pages/acts.tsx'
import { decidesFor } from '../policy.ts'
import { refusalSentence, refusalStatus } from '../refusals.ts'
import { addressOf, ownReleaseOf, readerOf, show, withRelease } from './asking.tsx'
import { refuseOnDesk } from './desk.tsx'

const approvalForm = z.object({
  organisationId: id,
  revision: z.coerce
    .number('number')
    .int('number')
    .max(2 ** 31 - 1, 'number'),
  contentSha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'),
})

export const approvalRoutes: Routes = (app) => {
  app.get(
    '/:locale/releases/:slug/approval',
    withRelease((c, release) =>
      decidesFor(c.var.scope, release).length > 0 ? showApproval(c, release) : errorPage(c, 'forbidden'),
    ),
  )

  app.post(
    '/:locale/releases/:slug/approvals',
    withRelease(async (c, release) => {
      if (decidesFor(c.var.scope, release).length === 0) return errorPage(c, 'forbidden')
      const form = await readForm(c, approvalForm)
      if (!form.ok) return showApproval(c, release, { errors: form.errors, status: 422 })
      const outcome = await approveRelease(c.var.services, c.var.scope, release.id, form.data)
      if (!('refused' in outcome)) return c.redirect(addressOf(c, release, '/desk#approvals'), 303)
      // What is approved next is the text as it now stands.
      const current = (await ownReleaseOf(c)) ?? release
      const errors = { form: refusalSentence(c.var.t, outcome) }
      return showApproval(c, current, { errors, status: refusalStatus(outcome) })
    }),
  )

  app.post(
    '/:locale/releases/:slug/approvals/withdrawal',
    withRelease(async (c, release) => {
      if (decidesFor(c.var.scope, release).length === 0) return errorPage(c, 'forbidden')
      const form = await readForm(c, z.object({ organisationId: id }))
      const organisationId = form.ok ? form.data.organisationId : ''
      const outcome = await withdrawReleaseApproval(c.var.services, c.var.scope, release.id, organisationId)
      if ('refused' in outcome) return refuseOnDesk(c, outcome)
      return c.redirect(addressOf(c, release, '/desk#approvals'), 303)
    }),
  )
}

type Shown = { errors?: Record<string, string>; status?: 403 | 409 | 422 }

async function showApproval(c: Web, release: Release, { errors, status }: Shown = {}): Promise<Response> {
  const assets = await assetsIn(c.var.services.database.db, release.newest.content)
  const data = { release, assets, decidesFor: decidesFor(c.var.scope, release), ...(errors ? { errors } : {}) }
  const facts = { title: c.var.t.press.approval.readAndApprove, ...(status ? { status } : {}) }
  return show(c, facts, <ApprovalPage {...readerOf(c)} {...data} />)
}
