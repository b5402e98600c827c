import { z } from 'zod'
import { isId } from '../../platform/ids.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { endRole } from '../endingRoles.ts'
import { giveRole } from '../givingRoles.ts'
import { OperatorsPage } from './pages.tsx'
import { type Operator, operators, personWithAddress } from './queries.ts'

const addressForm = z.object({
  address: z.string().trim().min(1, 'required').max(254, 'tooLong').pipe(z.email('email')),
})

/** Operators make and end operators. For everybody else there is no such page. */
export const operatorRoutes: Routes = (app) => {
  app.get('/:locale/operators', async (c) => {
    const list = await load(c)
    return list ? show(c, list) : errorPage(c, 'notFound')
  })

  app.post('/:locale/operators', async (c) => {
    const { services, scope, t, locale } = c.var
    const list = await load(c)
    if (!list) return errorPage(c, 'notFound')
    const form = await readForm(c, addressForm)
    if (!form.ok) return show(c, list, form)
    const personId = await personWithAddress(services.database.db, scope, form.data.address)
    const outcome = personId
      ? await giveRole(services, scope, { personId, organisationId: null, role: 'operator' })
      : null
    if (outcome && 'id' in outcome) return c.redirect(`/${locale}/operators?done=given`, 303)
    const address = outcome ? t.accounts.people.refused['already-held'] : t.accounts.operators.unknown
    return show(c, list, { entries: form.entries, errors: { address } })
  })

  app.post('/:locale/operators/:id/end', async (c) => {
    const { services, scope, t, locale } = c.var
    const list = await load(c)
    const id = c.req.param('id')
    if (!list || !isId(id) || !list.some(({ assignmentId }) => assignmentId === id)) return errorPage(c, 'notFound')
    const outcome = await endRole(services, scope, id)
    if ('ended' in outcome) return c.redirect(`/${locale}/operators?done=ended`, 303)
    return show(c, list, { entries: {}, errors: { form: t.accounts.operators.last } })
  })
}

const load = (c: Web) => operators(c.var.services.database.db, c.var.scope, c.var.locale)

function show(c: Web, list: Operator[], problem?: { entries: Entries; errors: FieldErrors }) {
  const { t, locale, scope } = c.var
  const words = t.accounts.operators
  const notice = { given: words.given, ended: words.ended }[c.req.query('done') ?? '']
  const facts = { title: words.title, status: problem ? (422 as const) : (200 as const), ...(notice ? { notice } : {}) }
  const shown = { t, locale, list, zone: scope.person?.timeZone ?? 'UTC', ...(problem ? { problem } : {}) }
  return page(c, facts, <OperatorsPage {...shown} />)
}
