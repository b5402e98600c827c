import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { z } from 'zod'
import type { Agreement, Clause } from '../agreement.ts'
import { addClause, moveClause, removeClause } from '../arranging.ts'
import { moveForm, readWordings } from '../forms.ts'
import { historyOf } from '../history.ts'
import { ClausePage, RemovalPage } from '../pages/clause.tsx'
import { namesOfPeople } from '../people.ts'
import { mayEdit } from '../policy.ts'
import { type Refusal, refusalErrors, refusalStatus } from '../refusals.ts'
import { reviseClause } from '../revising.ts'
import { addressOf, type Answer, ownAgreement, readerOf, show, withAgreement } from './asking.tsx'
import { showWorkspace } from './reading.tsx'

/** The text itself. Field names hold the language: `heading.ja`. Their schema is `readWordings`, as it depends on what stood there. */
const anything = z.record(z.string(), z.string())

export const clauseRoutes: Routes = (app) => {
  app.get(
    '/:locale/agreements/:reference/clauses/new',
    withAgreement((c, agreement) =>
      mayEdit(c.var.scope, agreement) ? showClause(c, agreement, null) : errorPage(c, 'forbidden'),
    ),
  )

  app.post(
    '/:locale/agreements/:reference/clauses',
    withAgreement(async (c, agreement) => {
      const { services, scope } = c.var
      const sent = await readEntries(c, agreement)
      if (sent.errors) return showClause(c, agreement, null, { ...sent, status: 422 })
      const { entries, wordings } = sent
      const outcome = await addClause(services, scope, agreement.id, {
        binding: entries['binding'] === 'yes',
        wordings,
      })
      if ('refused' in outcome) return refuse(c, null, outcome, entries)
      return c.redirect(addressOf(c, agreement, `#clause-${agreement.clauses.length + 1}`), 303)
    }),
  )

  app.get('/:locale/agreements/:reference/clauses/:clause', withClause(showClause))

  app.post(
    '/:locale/agreements/:reference/clauses/:clause',
    withClause(async (c, agreement, clause) => {
      const { services, scope } = c.var
      const sent = await readEntries(c, agreement)
      if (sent.errors) return showClause(c, agreement, clause, { ...sent, status: 422 })
      const { entries, wordings, basedOn } = sent
      const input = { clauseId: clause.id, wordings, basedOn, inStep: entries['inStep'] === 'yes' }
      const outcome = await reviseClause(services, scope, agreement.id, input)
      if ('refused' in outcome) return refuse(c, clause.id, outcome, entries)
      return c.redirect(addressOf(c, agreement, `#clause-${clause.number}`), 303)
    }),
  )

  app.post(
    '/:locale/agreements/:reference/clauses/:clause/position',
    withClause(async (c, agreement, clause) => {
      const form = await readForm(c, moveForm)
      if (!form.ok) return showClause(c, agreement, clause, { errors: form.errors, status: 422 })
      const input = { clauseId: clause.id, direction: form.data.direction }
      const outcome = await moveClause(c.var.services, c.var.scope, agreement.id, input)
      if ('refused' in outcome) return refuse(c, clause.id, outcome)
      return c.redirect(addressOf(c, agreement, `/clauses/${clause.id}`), 303)
    }),
  )

  app.get(
    '/:locale/agreements/:reference/clauses/:clause/removal',
    withClause((c, agreement, clause) => {
      if (!mayEdit(c.var.scope, agreement)) return errorPage(c, 'forbidden')
      const title = c.var.t.agreements.clauses.removeTitle({ number: clause.number })
      return show(c, { title }, <RemovalPage {...readerOf(c)} agreement={agreement} clause={clause} />)
    }),
  )

  app.post(
    '/:locale/agreements/:reference/clauses/:clause/removal',
    withClause(async (c, agreement, clause) => {
      const outcome = await removeClause(c.var.services, c.var.scope, agreement.id, clause.id)
      if ('refused' in outcome) return refuse(c, clause.id, outcome)
      return c.redirect(addressOf(c, agreement, '#text'), 303)
    }),
  )
}

/** The clause of the address, in the asker's own agreement. */
export function withClause(handle: (c: Web, agreement: Agreement, clause: Clause) => Answer) {
  return withAgreement((c, agreement) => {
    const clause = agreement.clauses.find(({ id }) => id === c.req.param('clause'))
    return clause ? handle(c, agreement, clause) : errorPage(c, 'notFound')
  })
}

export async function readEntries(c: Web, agreement: Agreement) {
  const form = await readForm(c, anything)
  const read = readWordings(form.entries, agreement.languages)
  const sentences = c.var.t.errors.fields
  const missing = Object.entries(read.errors).map(([field, key]) => [field, sentences[key]])
  const errors: FieldErrors = { ...Object.fromEntries(missing), ...(form.ok ? {} : form.errors) }
  return { ...read, entries: form.entries, errors: Object.keys(errors).length > 0 ? errors : undefined }
}

type Shown = {
  entries?: Entries
  errors?: FieldErrors | undefined
  changedMeanwhile?: boolean
  status?: 403 | 409 | 422 | 503
}

async function showClause(c: Web, agreement: Agreement, clause: Clause | null, shown: Shown = {}): Promise<Response> {
  const { services, scope, t, locale } = c.var
  const { status, errors, ...rest } = shown
  const history = clause ? await historyOf(services.database.db, agreement, clause.id) : []
  const writers = history.map((wording) => wording.writtenBy)
  const data = {
    agreement,
    clause,
    history,
    mayEdit: mayEdit(scope, agreement) && agreement.documents.length === 0,
    people: await namesOfPeople(services.database.db, writers, locale),
    ...rest,
    ...(errors ? { errors } : {}),
  }
  const title = clause ? t.agreements.clauses.title({ number: clause.number }) : t.agreements.clauses.newTitle
  return show(c, { title, ...(status ? { status } : {}) }, <ClausePage {...readerOf(c)} {...data} />)
}

/** The page again as things now stand, with the entry kept beside what somebody else wrote. */
async function refuse(c: Web, clauseId: string | null, refusal: Refusal, entries?: Entries): Promise<Response> {
  const current = await ownAgreement(c)
  if (!current) return errorPage(c, 'notFound')
  const errors = refusalErrors(c.var.t, refusal)
  const status = refusalStatus(refusal)
  const clause = current.clauses.find(({ id }) => id === clauseId) ?? null
  if (clauseId && !clause) return showWorkspace(c, current, { errors, status })
  const changedMeanwhile = refusal.refused === 'changed-meanwhile'
  return showClause(c, current, clause, { errors, status, changedMeanwhile, ...(entries ? { entries } : {}) })
}
