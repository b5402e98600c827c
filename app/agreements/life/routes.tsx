import { organisationsOf } from '../../accounts/scope.ts'
import type { Routes, Web } from '../../web/env.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { Agreement } from '../agreement.ts'
import { type GrantChoice, setGrants } from '../grants/opening.ts'
import { grantsOf } from '../grants/standing.ts'
import { type Audience, audiences, openings } from '../grants/tables.ts'
import { mayEdit } from '../policy.ts'
import { addressOf, ownAgreement, readerOf, show, withAgreement } from '../routes/asking.tsx'
import { colleaguesAt } from '../undertakings/people.ts'
import { undertakingsOf } from '../undertakings/reading.ts'
import { grantForm, reasonForm } from './forms.ts'
import { LifeView } from './pages/life.tsx'
import { isLifeRefusal, refusalStatus } from './refusals.ts'
import { renewAgreement } from './renewing.ts'
import { liftSuspension, suspendAgreement } from './suspending.ts'
import { retractNotice, terminateAgreement } from './terminating.ts'

const here = '/:locale/agreements/:reference'

/** What is true of an agreement after its signature: what is owed, what stands open, and how it ends or goes on. */
export const lifeRoutes: Routes = (app) => {
  app.get(
    `${here}/life`,
    withAgreement((c, agreement) => showLife(c, agreement)),
  )

  app.post(
    `${here}/grants`,
    withAgreement(async (c, agreement) => {
      const form = await readForm(c, grantForm)
      if (!form.ok) return showLife(c, agreement, { ...form, status: 422 })
      const choice = { organisationId: form.data.organisation, opens: opensIn(form.entries) }
      return settle(c, await setGrants(c.var.services, c.var.scope, agreement.id, choice), 'opened')
    }),
  )

  app.post(
    `${here}/suspension`,
    withAgreement(async (c, agreement) => {
      const form = await readForm(c, reasonForm)
      if (!form.ok) return showLife(c, agreement, under('suspension', form))
      const { organisation, reason } = form.data
      const input = { organisationId: organisation, reason }
      return settle(c, await suspendAgreement(c.var.services, c.var.scope, agreement.id, input), 'suspended')
    }),
  )

  app.post(
    `${here}/suspension/lifting`,
    withAgreement(async (c, agreement) =>
      settle(c, await liftSuspension(c.var.services, c.var.scope, agreement.id), 'lifted'),
    ),
  )

  app.post(
    `${here}/termination`,
    withAgreement(async (c, agreement) => {
      const form = await readForm(c, reasonForm)
      if (!form.ok) return showLife(c, agreement, under('termination', form))
      const { organisation, reason } = form.data
      const input = { organisationId: organisation, reason }
      return settle(c, await terminateAgreement(c.var.services, c.var.scope, agreement.id, input), 'noticed')
    }),
  )

  app.post(
    `${here}/termination/retraction`,
    withAgreement(async (c, agreement) =>
      settle(c, await retractNotice(c.var.services, c.var.scope, agreement.id), 'retracted'),
    ),
  )

  app.post(
    `${here}/renewal`,
    withAgreement(async (c, agreement) => {
      const outcome = await renewAgreement(c.var.services, c.var.scope, agreement.id)
      return 'reference' in outcome ? c.redirect(addressOf(c, outcome), 303) : settle(c, outcome, 'renewed')
    }),
  )
}

export const opensIn = (entries: Entries): GrantChoice['opens'] =>
  Object.fromEntries(
    openings.flatMap((what) => {
      const chosen = audiences.find((audience) => audience === entries[`opens.${what}`])
      return chosen ? [[what, chosen satisfies Audience]] : []
    }),
  )

/** Back to the page with what was done, or the page as things now stand with what was refused. */
async function settle(c: Web, outcome: object, done: string): Promise<Response> {
  const agreement = await ownAgreement(c)
  if (!agreement) throw new Error('The agreement was here a moment ago.')
  const refused = 'refused' in outcome ? String(outcome.refused) : null
  if (!refused) return c.redirect(addressOf(c, agreement, `/life?done=${done}`), 303)
  if (!isLifeRefusal(refused)) throw new Error(`No sentence for ${refused}.`)
  return showLife(c, agreement, { errors: { form: c.var.t.life.refusals[refused] }, status: refusalStatus(refused) })
}

/** Two forms of the page ask for a reason: each error stands at its own. */
const under = (form: string, { entries, errors }: { entries: Entries; errors: FieldErrors }): Shown => ({
  entries,
  errors: Object.fromEntries(
    Object.entries(errors).map(([field, told]) => [field === 'reason' ? `${form}-reason` : field, told]),
  ),
  status: 422,
})

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 404 | 409 | 422 }

export async function showLife(
  c: Web,
  agreement: Agreement,
  { entries, errors, status }: Shown = {},
): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const { db } = services.database
  const now = services.clock.now()
  const own = organisationsOf(scope, 'manager', 'coordinator').filter((id) => agreement.partyIds.includes(id))
  const colleagues = own[0] ? await colleaguesAt(db, own[0], locale) : []
  const notices: Record<string, string> = t.life.notices
  const notice = notices[c.req.query('done') ?? '']
  const data = {
    agreement,
    now,
    undertakings: await undertakingsOf(db, scope, agreement, now),
    grants: await grantsOf(db, scope, agreement.id),
    own,
    manages: organisationsOf(scope, 'manager').filter((id) => agreement.partyIds.includes(id)),
    mayRenew: mayEdit(scope, agreement),
    colleagues,
    ...(entries ? { entries } : {}),
    ...(errors ? { errors } : {}),
  }
  const facts = { title: t.life.title, ...(status ? { status } : notice ? { notice } : {}) }
  return show(c, facts, <LifeView {...readerOf(c)} {...data} />)
}
