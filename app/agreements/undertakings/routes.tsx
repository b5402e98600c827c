import { isId } from '../../platform/ids.ts'
import { getBlob } from '../../platform/storage/blobs.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { download, uploadedFile } from '../../web/files.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { Agreement } from '../agreement.ts'
import { showLife } from '../life/routes.tsx'
import { namesOfPeople } from '../people.ts'
import { addressOf, readerOf, show, withAgreement } from '../routes/asking.tsx'
import { addUndertaking } from './adding.ts'
import { assignUndertaking, endUndertaking } from './changing.ts'
import { assignmentForm, evidenceForm, judgementForm, newUndertakingForm } from './forms.ts'
import { judgeEvidence } from './judging.ts'
import { UndertakingView } from './pages/undertaking.tsx'
import { colleaguesAt } from './people.ts'
import { answersFor, mayJudgeFor } from './policy.ts'
import { evidenceFile, type Undertaking, undertakingsOf } from './reading.ts'
import { refusalField, refusalStatus, type UndertakingRefusal } from './refusals.ts'
import { showEvidence, withdrawEvidence } from './showing.ts'

const here = '/:locale/agreements/:reference'

/** What each party of a signed agreement owes, and by what one sees that it was kept. */
export const undertakingRoutes: Routes = (app) => {
  app.post(
    `${here}/undertakings`,
    withAgreement(async (c, agreement) => {
      const form = await readForm(c, newUndertakingForm)
      if (!form.ok) return showLife(c, agreement, { entries: form.entries, errors: form.errors, status: 422 })
      const { organisation, title, clause, person, cadence, firstDue, evidence } = form.data
      const outcome = await addUndertaking(c.var.services, c.var.scope, agreement.id, {
        organisationId: organisation,
        title: { [c.var.locale]: title },
        clauseId: clause || null,
        personId: person || null,
        cadence,
        firstDue: firstDue || null,
        evidence,
      })
      if ('id' in outcome) return c.redirect(addressOf(c, agreement, `/undertakings/${outcome.id}?done=added`), 303)
      return showLife(c, agreement, { entries: form.entries, ...told(c, outcome.refused) })
    }),
  )

  app.get(`${here}/undertakings/:undertaking`, withUndertaking(showUndertaking))

  app.post(
    `${here}/undertakings/:undertaking/evidence`,
    withUndertaking(async (c, agreement, undertaking) => {
      const form = await readForm(c, evidenceForm)
      if (!form.ok) return showUndertaking(c, agreement, undertaking, { ...form, status: 422 })
      const { dueOn, note, link, event, referral } = form.data
      const outcome = await showEvidence(c.var.services, c.var.scope, {
        agreementId: agreement.id,
        undertakingId: undertaking.id,
        dueOn: dueOn || null,
        note,
        link: link || null,
        event: event ? slugIn(event) : null,
        referral: referral || null,
        file: await uploadedFile(c),
      })
      if ('id' in outcome) return back(c, agreement, undertaking.id, 'shown')
      return showUndertaking(c, agreement, undertaking, { entries: form.entries, ...told(c, outcome.refused) })
    }),
  )

  app.post(
    `${here}/undertakings/:undertaking/assignment`,
    withUndertaking(async (c, agreement, undertaking) => {
      const form = await readForm(c, assignmentForm)
      if (!form.ok) return showUndertaking(c, agreement, undertaking, { ...form, status: 422 })
      const input = { agreementId: agreement.id, undertakingId: undertaking.id, personId: form.data.person || null }
      const outcome = await assignUndertaking(c.var.services, c.var.scope, input)
      if ('assigned' in outcome) return back(c, agreement, undertaking.id, 'assigned')
      return showUndertaking(c, agreement, undertaking, told(c, outcome.refused))
    }),
  )

  app.post(
    `${here}/undertakings/:undertaking/end`,
    withUndertaking(async (c, agreement, undertaking) => {
      const input = { agreementId: agreement.id, undertakingId: undertaking.id }
      const outcome = await endUndertaking(c.var.services, c.var.scope, input)
      if ('ended' in outcome) return back(c, agreement, undertaking.id, 'ended')
      return showUndertaking(c, agreement, undertaking, told(c, outcome.refused))
    }),
  )

  app.post(
    `${here}/evidence/:evidence/answers`,
    withEvidence(async (c, agreement, undertaking, evidenceId) => {
      const form = await readForm(c, judgementForm)
      if (!form.ok) return showUndertaking(c, agreement, undertaking, { ...form, status: 422 })
      const { organisation, answer, reason } = form.data
      const outcome = await judgeEvidence(c.var.services, c.var.scope, {
        agreementId: agreement.id,
        evidenceId,
        organisationId: organisation,
        answer,
        reason: reason || null,
      })
      if ('judged' in outcome) return back(c, agreement, undertaking.id, answer)
      return showUndertaking(c, agreement, undertaking, { entries: form.entries, ...told(c, outcome.refused) })
    }),
  )

  app.post(
    `${here}/evidence/:evidence/withdrawal`,
    withEvidence(async (c, agreement, undertaking, evidenceId) => {
      const outcome = await withdrawEvidence(c.var.services, c.var.scope, { agreementId: agreement.id, evidenceId })
      if ('withdrawn' in outcome) return back(c, agreement, undertaking.id, 'withdrawn')
      return showUndertaking(c, agreement, undertaking, told(c, outcome.refused))
    }),
  )

  app.get(
    `${here}/evidence/:evidence/file`,
    withEvidence(async (c, agreement, _undertaking, evidenceId) => {
      const { db } = c.var.services.database
      const file = await evidenceFile(db, c.var.scope, agreement.id, evidenceId)
      const blob = file && (await getBlob(db, file.sha256))
      return blob ? download(c, blob, file.name) : errorPage(c, 'notFound')
    }),
  )
}

/** An event's address as it was copied, or its last part alone. */
const slugIn = (event: string): string =>
  event
    .replace(/[?#].*$/, '')
    .split('/')
    .findLast(Boolean) ?? event

type Handle = (c: Web, agreement: Agreement, undertaking: Undertaking) => Promise<Response>

function withUndertaking(handle: Handle) {
  return withAgreement(async (c, agreement) => {
    const { services, scope } = c.var
    const all = await undertakingsOf(services.database.db, scope, agreement, services.clock.now())
    const undertaking = all.find(({ id }) => id === c.req.param('undertaking'))
    return undertaking ? handle(c, agreement, undertaking) : errorPage(c, 'notFound')
  })
}

function withEvidence(
  handle: (c: Web, agreement: Agreement, undertaking: Undertaking, evidenceId: string) => Promise<Response>,
) {
  return withAgreement(async (c, agreement) => {
    const { services, scope } = c.var
    const evidenceId = c.req.param('evidence') ?? ''
    if (!isId(evidenceId)) return errorPage(c, 'notFound')
    const all = await undertakingsOf(services.database.db, scope, agreement, services.clock.now())
    const undertaking = all.find(({ evidence }) => evidence.some(({ id }) => id === evidenceId))
    return undertaking ? handle(c, agreement, undertaking, evidenceId) : errorPage(c, 'notFound')
  })
}

const back = (c: Web, agreement: Agreement, undertakingId: string, done: string) =>
  c.redirect(addressOf(c, agreement, `/undertakings/${undertakingId}?done=${done}`), 303)

const told = (c: Web, refused: UndertakingRefusal) => ({
  errors: { [refusalField(refused)]: c.var.t.undertakings.refusals[refused] },
  status: refusalStatus(refused),
})

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 404 | 409 | 422 }

async function showUndertaking(
  c: Web,
  agreement: Agreement,
  undertaking: Undertaking,
  { entries, errors, status }: Shown = {},
): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const { db } = services.database
  const owns = answersFor(scope, undertaking.organisationId)
  const mentioned = [undertaking.personId, ...undertaking.evidence.map(({ shownBy }) => shownBy)]
  const notices: Record<string, string> = t.undertakings.notices
  const notice = notices[c.req.query('done') ?? '']
  const data = {
    agreement,
    undertaking,
    owns,
    judges: mayJudgeFor(scope, agreement, undertaking.organisationId),
    colleagues: owns ? await colleaguesAt(db, undertaking.organisationId, locale) : [],
    people: await namesOfPeople(db, mentioned, locale),
    ...(entries ? { entries } : {}),
    ...(errors ? { errors } : {}),
  }
  const facts = { title: t.undertakings.one, ...(status ? { status } : notice ? { notice } : {}) }
  return show(c, facts, <UndertakingView {...readerOf(c)} {...data} />)
}
