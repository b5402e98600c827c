import { signInFirst } from '../accounts/signInFirst.tsx'
import { localTime } from '../language/times.ts'
import { isId } from '../platform/ids.ts'
import { getBlob } from '../platform/storage/blobs.ts'
import type { Routes, Web } from '../web/env.ts'
import { errorPage } from '../web/errors.tsx'
import { download, uploadedFile } from '../web/files.ts'
import { type Entries, type FieldErrors, readForm } from '../web/forms.ts'
import { page } from '../web/page.tsx'
import { answerFollowUp, followUpByToken } from './answering.ts'
import { downloadAs } from './downloading.ts'
import { followUpForm, judgementForm, meetingForm, outcomeForm } from './forms.ts'
import { reportMeeting, withdrawMeeting } from './meetings.ts'
import { judgeOutcome, outcomeFile, reportOutcome, withdrawOutcome } from './outcomes.ts'
import { FollowUpPage } from './pages/followUp.tsx'
import { OutcomesPage } from './pages/outcomes.tsx'
import { ReportPage, RowsPage } from './pages/report.tsx'
import { reportSheet } from './paper/reportSheet.ts'
import { type ImpactRefusal, refusalField, refusalStatus } from './refusals.ts'
import { type Results, resultsOf } from './results.ts'
import { reportTable, rowsTable } from './spreadsheets.ts'
import { periodAsked, reportOf, reportPlace, type ReportPlace, rowsBehind } from './reporting.ts'

/** What came of it: questions to companies, outcomes, and the figures that follow from them. */
export const impactRoutes: Routes = (app) => {
  app.get('/:locale/follow-ups/:token', (c) => showFollowUp(c))

  app.post('/:locale/follow-ups/:token', async (c) => {
    const form = await readForm(c, followUpForm)
    if (!form.ok) return showFollowUp(c, { entries: form.entries, errors: form.errors, status: 422 })
    const { answer, outcome, words, metOn } = form.data
    const input = { answer, words: words || null, outcome: outcome || null, metOn: metOn || null }
    const token = c.req.param('token')
    const answered = await answerFollowUp(c.var.services, token, input)
    if ('answered' in answered) return c.redirect(`/${c.var.locale}/follow-ups/${token}?done=answered`, 303)
    if (answered.refused === 'not-there') return errorPage(c, 'notFound')
    return showFollowUp(c, { entries: form.entries, ...told(c, answered.refused, 'metOn') })
  })

  app.get('/:locale/outcomes/:reference', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const results = await load(c)
    return results ? showOutcomes(c, results) : errorPage(c, 'notFound')
  })

  app.post('/:locale/outcomes/:reference', async (c) => {
    const results = await load(c)
    if (!results) return errorPage(c, 'notFound')
    const form = await readForm(c, outcomeForm)
    if (!form.ok) return showOutcomes(c, results, { entries: form.entries, errors: form.errors, status: 422 })
    const { link, ...said } = form.data
    const { services, scope } = c.var
    const input = { ...said, link: link || null, file: await uploadedFile(c) }
    const outcome = await reportOutcome(services, scope, results.reference, input)
    if ('id' in outcome) return back(c, results, 'reported')
    return showOutcomes(c, results, { entries: form.entries, ...told(c, outcome.refused) })
  })

  app.get('/:locale/outcomes/:reference/:outcome/file', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const results = await load(c)
    const { db } = c.var.services.database
    const file = results && (await outcomeFile(db, c.var.scope, results, c.req.param('outcome')))
    const blob = file && (await getBlob(db, file.sha256))
    return blob ? download(c, blob, file.name) : errorPage(c, 'notFound')
  })

  app.post('/:locale/outcomes/:reference/meetings', async (c) => {
    const results = await load(c)
    if (!results) return errorPage(c, 'notFound')
    const form = await readForm(c, meetingForm)
    if (!form.ok) return showOutcomes(c, results, { entries: form.entries, errors: form.errors, status: 422 })
    const { heldOn, met } = form.data
    const done = await reportMeeting(c.var.services, c.var.scope, results.reference, { heldOn, note: met ?? '' })
    if ('met' in done) return back(c, results, 'met')
    return showOutcomes(c, results, { entries: form.entries, ...told(c, done.refused, 'heldOn') })
  })

  app.post('/:locale/outcomes/:reference/meetings/:meeting/withdrawal', async (c) => {
    const results = await load(c)
    if (!results) return errorPage(c, 'notFound')
    const { services, scope } = c.var
    const done = await withdrawMeeting(services, scope, results.reference, c.req.param('meeting'))
    return 'withdrawn' in done ? back(c, results, 'withdrawn') : showOutcomes(c, results, told(c, done.refused))
  })

  app.post('/:locale/outcomes/:reference/:outcome/answers', async (c) => {
    const results = await load(c)
    const outcomeId = c.req.param('outcome')
    if (!results || !isId(outcomeId)) return errorPage(c, 'notFound')
    const form = await readForm(c, judgementForm)
    if (!form.ok) return showOutcomes(c, results, { entries: form.entries, errors: form.errors, status: 422 })
    const input = { outcomeId, answer: form.data.answer, reason: form.data.reason || null }
    const judged = await judgeOutcome(c.var.services, c.var.scope, results.reference, input)
    if ('judged' in judged) return back(c, results, input.answer)
    return showOutcomes(c, results, { entries: form.entries, ...told(c, judged.refused) })
  })

  app.post('/:locale/outcomes/:reference/:outcome/withdrawal', async (c) => {
    const results = await load(c)
    const outcomeId = c.req.param('outcome')
    if (!results || !isId(outcomeId)) return errorPage(c, 'notFound')
    const done = await withdrawOutcome(c.var.services, c.var.scope, results.reference, outcomeId)
    return 'withdrawn' in done ? back(c, results, 'withdrawn') : showOutcomes(c, results, told(c, done.refused))
  })

  app.get('/:locale/reports/:organisation', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const place = await loadPlace(c)
    if (!place) return errorPage(c, 'notFound')
    const { t, locale, scope, services } = c.var
    const report = await reportOf(services.database.db, scope, place, asked(c, place))
    const sheet = reportSheet(t, locale, report, services.config.demo)
    const name = `${place.slug}-${report.period.until}`
    const file = await downloadAs(c, name, { tables: () => reportTable(t, locale, report), paper: sheet })
    return file ?? page(c, { title: sheet.title }, <ReportPage t={t} locale={locale} report={report} sheet={sheet} />)
  })

  app.get('/:locale/reports/:organisation/:indicator', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const place = await loadPlace(c)
    if (!place) return errorPage(c, 'notFound')
    const { t, locale, scope, services } = c.var
    const period = asked(c, place)
    const found = await rowsBehind(services.database.db, scope, place, c.req.param('indicator'), period)
    if (!found) return errorPage(c, 'notFound')
    const title = t.impact.indicators[found.key].name
    const tables = () => rowsTable(t, locale, services.config.origin, title, found.rows)
    const file = await downloadAs(c, `${place.slug}-${found.key}-${period.until}`, { tables })
    if (file) return file
    return page(c, { title }, <RowsPage {...{ t, locale, place, period }} indicator={found.key} rows={found.rows} />)
  })
}

const load = (c: Web): Promise<Results | null> =>
  resultsOf(c.var.services.database.db, c.var.scope, c.req.param('reference') ?? '')

const loadPlace = (c: Web): Promise<ReportPlace | null> =>
  reportPlace(c.var.services.database.db, c.var.scope, c.req.param('organisation') ?? '')

const asked = (c: Web, place: ReportPlace) =>
  periodAsked(place, { from: c.req.query('from'), until: c.req.query('until') }, c.var.services.clock.now())

const back = (c: Web, { reference }: Results, done: string) =>
  c.redirect(`/${c.var.locale}/outcomes/${reference}?done=${done}`, 303)

/** `day`: the field of the form that asked for one. */
const told = (c: Web, refused: ImpactRefusal, day = 'happenedOn') => ({
  errors: { [refusalField(refused, day)]: c.var.t.impact.refusals[refused] },
  status: refusalStatus(refused),
})

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 404 | 409 | 422 }

async function showFollowUp(c: Web, { entries = {}, errors = {}, status }: Shown = {}): Promise<Response> {
  const { t, locale, services } = c.var
  const token = c.req.param('token') ?? ''
  const followUp = await followUpByToken(services.database.db, token, services.clock.now())
  if (!followUp) return errorPage(c, 'notFound')
  const notice = c.req.query('done') === 'answered' ? { notice: t.impact.notices.answered } : {}
  const view = (
    <FollowUpPage t={t} locale={locale} followUp={followUp} token={token} entries={entries} errors={errors} />
  )
  return page(c, { title: t.impact.followUp.title, ...(status ? { status } : notice) }, view)
}

async function showOutcomes(
  c: Web,
  results: Results,
  { entries = {}, errors = {}, status }: Shown = {},
): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const zone = scope.person?.timeZone ?? 'UTC'
  const today = localTime(services.clock.now().toISOString(), zone).date
  const notices: Record<string, string> = t.impact.notices
  const notice = notices[c.req.query('done') ?? '']
  const facts = { title: t.impact.outcomes.title, ...(status ? { status } : notice ? { notice } : {}) }
  return page(c, facts, <OutcomesPage {...{ t, locale, results, today, entries, errors }} />)
}
