import { z } from 'zod'
import { nameText } from '../../language/names.ts'
import { isId } from '../../platform/ids.ts'
import { errorPage } from '../../web/errors.tsx'
import type { Routes, Web } from '../../web/env.ts'
import { type FieldErrors, readForm } from '../../web/forms.ts'
import type { EventView } from '../event.ts'
import { type Filter, queryOf, RegistrationsPage, RegistrationView } from '../pages/registrations.tsx'
import { textOf } from '../pages/words.ts'
import { refusalSentence, refusalStatus } from '../refusals.ts'
import { csvOf } from '../../platform/spreadsheets/csv.ts'
import { decideRegistrations, undoDecision } from '../registration/deciding.ts'
import { decisionsOn, listRegistrations, organisedRegistration } from '../registration/reading.ts'
import type { Registration } from '../registration/registration.ts'
import type { CategoryKind, Decision } from '../tables.ts'
import { addressOf, readerOf, show, withOrganised } from './asking.tsx'

const PAGE = 100
const below = '/:locale/events/:slug/registrations'

const decisionForm = z.object({
  chosen: z.string().optional(),
  reason: z.string().trim().max(2000, 'tooLong').optional(),
  decision: z.enum(['confirmed', 'declined'], 'choose'),
  back: z.string().optional(),
})

export const decidingRoutes: Routes = (app) => {
  app.get(
    below,
    withOrganised((c, event) => showList(c, event)),
  )

  app.get('/:locale/events/:slug/registrations.csv', withOrganised(exportCsv))

  app.post(
    `${below}/decisions`,
    withOrganised(async (c, event) => {
      const { services, scope, t } = c.var
      const form = await readForm(c, decisionForm)
      const chosen = (form.entries['chosen'] ?? '').split('\n').filter(isId)
      const reason = form.entries['reason'] ?? ''
      const again = (errors: FieldErrors, status: 403 | 409 | 422) => {
        const back = form.entries['back']
        return back
          ? showOne(c, event, back, { errors, reason, status })
          : showList(c, event, { chosen, reason, errors, status })
      }
      if (!form.ok) return again(form.errors, 422)
      const own = await ofThisEvent(c, event, chosen)
      if (own.length === 0) return again({ form: refusalSentence(t, 'nobody') }, 422)
      const { decision } = form.data
      if (decision === 'declined' && !form.data.reason)
        return again({ reason: refusalSentence(t, 'reason-needed') }, 422)
      const outcome = await decideRegistrations(services, scope, own, { decision, reason: form.data.reason ?? null })
      const [refused] = outcome.refused
      // Nothing was done: say why. Otherwise the list says how many were left.
      if (refused && outcome.decided.length === 0)
        return again({ form: refusalSentence(t, refused.refused) }, refusalStatus(refused.refused))
      const query = queryOf(filterIn(c), {
        decided: String(outcome.decided.length),
        ...(outcome.refused.length > 0 ? { left: String(outcome.refused.length) } : {}),
      })
      const rest = form.data.back ? `/registrations/${form.data.back}` : `/registrations${query}`
      return c.redirect(addressOf(c, event, rest), 303)
    }),
  )

  app.get(
    `${below}/:registration`,
    withOrganised((c, event) => showOne(c, event, c.req.param('registration') ?? '')),
  )

  app.post(
    `${below}/:registration/undo`,
    withOrganised(async (c, event) => {
      const { services, scope, t } = c.var
      const id = c.req.param('registration') ?? ''
      const found = isId(id) && (await organisedRegistration(services.database.db, scope, event, id))
      if (!found) return errorPage(c, 'notFound')
      const outcome = await undoDecision(services, scope, id)
      if ('refused' in outcome) {
        const errors = { form: refusalSentence(t, outcome.refused) }
        return showOne(c, event, id, { errors, status: refusalStatus(outcome.refused) })
      }
      return c.redirect(addressOf(c, event, `/registrations/${id}`), 303)
    }),
  )
}

/** Ids come from a form: those of other events are nobody's business here. */
async function ofThisEvent(c: Web, event: EventView, ids: readonly string[]): Promise<string[]> {
  const all = await listRegistrations(c.var.services.database.db, c.var.scope, event)
  const own = new Set(all.map(({ id }) => id))
  return ids.filter((id) => own.has(id))
}

const filterIn = (c: Web): Filter => ({
  decision: c.req.query('decision') ?? '',
  category: c.req.query('category') ?? '',
  search: (c.req.query('search') ?? '').slice(0, 200),
})

const decisions: readonly string[] = ['pending', 'confirmed', 'waiting', 'late', 'declined', 'withdrawn']
const kinds: readonly string[] = ['press', 'guest', 'member', 'speaker']

const found = (c: Web, event: EventView, filter: Filter): Promise<Registration[]> =>
  listRegistrations(c.var.services.database.db, c.var.scope, event, {
    decision: decisions.includes(filter.decision) ? (filter.decision as Decision) : undefined,
    kind: kinds.includes(filter.category) ? (filter.category as CategoryKind) : undefined,
    search: filter.search,
  })

type Shown = { chosen?: readonly string[]; reason?: string; errors?: FieldErrors; status?: 403 | 409 | 422 }

async function showList(c: Web, event: EventView, shown: Shown = {}): Promise<Response> {
  const { t } = c.var
  const { chosen = [], reason = '', errors = {}, status } = shown
  const filter = filterIn(c)
  const all = await found(c, event, filter)
  const asked = Number(c.req.query('page') ?? 1)
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1
  const at = (number: number) => addressOf(c, event, `/registrations${queryOf(filter, { page: String(number) })}`)
  const data = {
    event,
    registrations: all.slice((page - 1) * PAGE, page * PAGE),
    from: (page - 1) * PAGE + 1,
    total: all.length,
    filter,
    chosen,
    reason,
    errors,
    previous: page > 1 ? at(page - 1) : null,
    next: all.length > page * PAGE ? at(page + 1) : null,
  }
  const facts = { title: t.events.registrations.title, ...(status ? { status } : {}), ...noticeOf(c, status) }
  return show(c, facts, <RegistrationsPage {...readerOf(c)} {...data} />)
}

function noticeOf(c: Web, status: number | undefined): { notice?: string } {
  const decided = Number(c.req.query('decided') ?? '')
  const left = Number(c.req.query('left') ?? '')
  if (status || !(decided > 0)) return {}
  const words = c.var.t.events.registrations
  const said = words.decided({ count: decided })
  return { notice: left > 0 ? `${said} (${words.notDecided({ count: left })})` : said }
}

async function showOne(c: Web, event: EventView, id: string, shown: Shown = {}): Promise<Response> {
  const { services, scope, locale } = c.var
  const { db } = services.database
  const registration = isId(id) ? await organisedRegistration(db, scope, event, id) : undefined
  if (!registration) return errorPage(c, 'notFound')
  const { errors = {}, reason = '', status } = shown
  const history = await decisionsOn(db, scope, id)
  const facts = { title: nameText(registration.name, locale), ...(status ? { status } : {}) }
  const data = { event, registration, history, errors, reason }
  return show(c, facts, <RegistrationView {...readerOf(c)} {...data} />)
}

async function exportCsv(c: Web, event: EventView): Promise<Response> {
  const { t, locale } = c.var
  const words = t.events.registrations
  const all = await found(c, event, filterIn(c))
  const questions = event.categories.flatMap(({ fields }) => fields)
  const keys = [...new Map(questions.map((field) => [field.key, textOf(field.label, locale)]))]
  const head = [words.arrival, words.name, words.affiliation, words.address, words.category, words.state]
  const rows = all.map((one) => [
    one.arrival,
    nameText(one.name, locale),
    one.affiliation ?? '',
    one.address,
    t.events.categories[one.kind],
    t.events.decisions[one.decision],
    one.reason ?? '',
    one.registeredAt.toISOString(),
    one.locale,
    one.timeZone,
    ...keys.map(([key]) => one.answers[key] ?? ''),
  ])
  const labels = [...head, words.reason, words.received, words.language, words.zone, ...keys.map(([, label]) => label)]
  return c.body(csvOf([labels, ...rows]), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${event.slug}-registrations.csv"`,
    'cache-control': 'private, no-store',
  })
}
