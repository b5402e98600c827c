import { signInFirst } from '../../../accounts/signInFirst.tsx'
import { organisationsOf } from '../../../accounts/scope.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { readForm } from '../../../web/forms.ts'
import { revocationForm } from '../forms.ts'
import { RevocationPage, StandingListPage } from '../pages/standing.tsx'
import { revokeStanding } from '../standing/revoking.ts'
import { ownStanding, type Standing, standingGivenBy } from '../standing/standing.ts'
import { type Answer, readerOf, sentenceOf, show, statusOf } from './asking.tsx'

/** What an organisation's press office has given beyond one event. */
export const standingRoutes: Routes = (app) => {
  app.get('/:locale/standing-accreditations', async (c) => {
    const { scope, services, t } = c.var
    if (!scope.person) return signInFirst(c)
    if (organisationsOf(scope, 'coordinator', 'manager').length === 0) return errorPage(c, 'forbidden')
    const standings = await standingGivenBy(services.database.db, scope)
    const now = services.clock.now()
    return show(
      c,
      { title: t.accreditation.standing.title },
      <StandingListPage {...readerOf(c)} standings={standings} now={now} />,
    )
  })

  app.get(
    '/:locale/standing-accreditations/:standing/revocation',
    withStanding((c, standing) => ask(c, standing)),
  )

  app.post(
    '/:locale/standing-accreditations/:standing/revocation',
    withStanding(async (c, standing) => {
      const form = await readForm(c, revocationForm)
      if (!form.ok) return ask(c, standing, form.errors)
      const input = { standingId: standing.id, reason: form.data.reason }
      const outcome = await revokeStanding(c.var.services, c.var.scope, input)
      if ('refused' in outcome) return ask(c, standing, { form: sentenceOf(c, outcome) }, statusOf(outcome))
      return c.redirect(`/${c.var.locale}/standing-accreditations`, 303)
    }),
  )
}

const withStanding = (handle: (c: Web, standing: Standing) => Answer) => async (c: Web) => {
  const { scope, services } = c.var
  if (!scope.person) return signInFirst(c)
  const standing = await ownStanding(services.database.db, scope, c.req.param('standing') ?? '')
  return standing ? handle(c, standing) : errorPage(c, 'notFound')
}

const ask = (
  c: Web,
  standing: Standing,
  errors?: Record<string, string>,
  status: 403 | 404 | 409 | 422 = 422,
): Answer =>
  show(
    c,
    { title: c.var.t.accreditation.standing.title, ...(errors ? { status } : {}) },
    <RevocationPage {...readerOf(c)} standing={standing} {...(errors ? { errors } : {})} />,
  )
