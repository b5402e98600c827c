import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import type { Agreement } from '../agreement.ts'
import { publicationForm } from '../forms.ts'
import { PublicationPage } from '../pages/publication.tsx'
import { mayEdit } from '../policy.ts'
import { publishAgreement, unpublishAgreement } from '../publishing.ts'
import { type Refusal, refusalErrors, refusalStatus } from '../refusals.ts'
import { addressOf, type Answer, readerOf, show, withAgreement } from './asking.tsx'

export const publicationRoutes: Routes = (app) => {
  app.get(
    '/:locale/agreements/:reference/publication',
    withAgreement((c, agreement) =>
      mayEdit(c.var.scope, agreement) ? showPublication(c, agreement) : errorPage(c, 'forbidden'),
    ),
  )

  app.post(
    '/:locale/agreements/:reference/publication',
    withAgreement(async (c, agreement) => {
      const form = await readForm(c, publicationForm)
      const withText = form.ok && form.data.withText === 'yes'
      const outcome = await publishAgreement(c.var.services, c.var.scope, agreement.id, { withText })
      if ('refused' in outcome) return refuse(c, agreement, outcome)
      return c.redirect(addressOf(c, agreement, '?view=public'), 303)
    }),
  )

  app.post(
    '/:locale/agreements/:reference/publication/withdrawal',
    withAgreement(async (c, agreement) => {
      const outcome = await unpublishAgreement(c.var.services, c.var.scope, agreement.id)
      if ('refused' in outcome) return refuse(c, agreement, outcome)
      return c.redirect(addressOf(c, agreement, '#publication'), 303)
    }),
  )
}

type Shown = { errors?: Record<string, string>; status?: 403 | 409 | 422 | 503 }

function showPublication(c: Web, agreement: Agreement, { errors, status }: Shown = {}): Answer {
  const facts = { title: c.var.t.agreements.publication.title, ...(status ? { status } : {}) }
  return show(c, facts, <PublicationPage {...readerOf(c)} agreement={agreement} {...(errors ? { errors } : {})} />)
}

const refuse = (c: Web, agreement: Agreement, refusal: Refusal): Answer =>
  showPublication(c, agreement, { errors: refusalErrors(c.var.t, refusal), status: refusalStatus(refusal) })
