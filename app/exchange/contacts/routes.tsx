import { signInFirst } from '../../accounts/signInFirst.tsx'
import { localTime } from '../../language/times.ts'
import { isId } from '../../platform/ids.ts'
import { CSV, csvOf } from '../../platform/spreadsheets/csv.ts'
import { XLSX, xlsxOf } from '../../platform/spreadsheets/xlsx.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { sendFile } from '../../web/files.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { exportLog, logRows } from './exporting.ts'
import { finishStep } from './finishing.ts'
import { contactForm } from './forms.ts'
import { type ContactRefusal, logContact } from './logging.ts'
import { type Draft, draftById } from './mailIn/drafts.ts'
import { LogView } from './pages.tsx'
import { logOf, type LogPlace, logPlace } from './queries.ts'
import { withdrawContact } from './withdrawing.ts'

/** The log of contacts: whom one met, what was agreed, who does what next. */
export const contactRoutes: Routes = (app) => {
  app.get('/:locale/contacts/:organisation', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const place = await load(c)
    if (!place) return errorPage(c, 'notFound')
    const draft = await draftById(c.var.services.database.db, c.var.scope, c.req.query('draft'))
    return show(c, place, draft?.organisationId === place.id ? { written: entriesOf(draft) } : undefined)
  })

  app.get('/:locale/contacts/:organisation/export', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const place = await load(c)
    return place ? download(c, place) : errorPage(c, 'notFound')
  })

  app.post('/:locale/contacts/:organisation', async (c) => {
    const place = await load(c)
    if (!place) return errorPage(c, 'notFound')
    const form = await readForm(c, contactForm)
    if (!form.ok) return show(c, place, { written: form.entries, errors: form.errors })
    const { kind, heldOn, counterpart, people, agreed, agreement, next, dueOn, draft } = form.data
    const outcome = await logContact(c.var.services, c.var.scope, {
      organisationId: place.id,
      kind,
      heldOn,
      counterpart,
      people: people || null,
      agreed,
      agreementId: agreement || null,
      next: next && dueOn ? { what: next, dueOn } : null,
      draftId: draft || null,
    })
    if ('id' in outcome) return back(c, place, 'entered')
    const field = fields[outcome.refused] ?? 'form'
    return show(c, place, { written: form.entries, errors: { [field]: c.var.t.contacts.refusals[outcome.refused] } })
  })

  app.post('/:locale/contacts/:organisation/:entry/withdrawal', async (c) => {
    const place = await load(c)
    const entryId = c.req.param('entry')
    if (!place || !isId(entryId)) return errorPage(c, 'notFound')
    const outcome = await withdrawContact(c.var.services, c.var.scope, { organisationId: place.id, entryId })
    return 'refused' in outcome ? errorPage(c, 'notFound') : back(c, place, 'withdrawn')
  })

  app.post('/:locale/contacts/:organisation/steps/:step/completion', async (c) => {
    const place = await load(c)
    const stepId = c.req.param('step')
    if (!place || !isId(stepId)) return errorPage(c, 'notFound')
    const outcome = await finishStep(c.var.services, c.var.scope, { organisationId: place.id, stepId })
    return 'refused' in outcome ? errorPage(c, 'notFound') : back(c, place, 'finished')
  })
}

const fields: Partial<Record<ContactRefusal['refused'], string>> = {
  'in-the-future': 'heldOn',
  'no-such-agreement': 'agreement',
}

const load = (c: Web): Promise<LogPlace | null> =>
  logPlace(c.var.services.database.db, c.var.scope, c.req.param('organisation') ?? '', c.var.locale)

/** The log as a workbook, unless a text is asked for. */
async function download(c: Web, place: LogPlace): Promise<Response> {
  const { services, scope, locale, t } = c.var
  const rows = logRows(t, locale, await exportLog(services, scope, place.id, locale))
  const name = `${place.slug}-contacts-${services.clock.now().toISOString().slice(0, 10)}`
  if (c.req.query('format') === 'csv') return sendFile(c, `${name}.csv`, CSV, csvOf(rows))
  return sendFile(c, `${name}.xlsx`, XLSX, await xlsxOf([{ name: place.slug, rows, hasHeader: true }]))
}

const back = (c: Web, place: LogPlace, done: 'entered' | 'withdrawn' | 'finished') =>
  c.redirect(`/${c.var.locale}/contacts/${place.slug}?done=${done}`, 303)

/** A mail as the form would hold it: what was agreed is for whoever enters it to say shorter. */
const entriesOf = ({ id, counterpart, people, subject, body, sentOn }: Draft): Entries => ({
  draft: id,
  kind: 'mail',
  heldOn: sentOn,
  counterpart,
  people: people ?? '',
  agreed: [subject, body].filter(Boolean).join('\n\n').slice(0, 8000),
})

async function show(c: Web, place: LogPlace, told?: { written: Entries; errors?: FieldErrors }): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const before = c.req.query('before')
  const log = await logOf(services.database.db, scope, place.id, locale, isId(before ?? '') ? before : undefined)
  const zone = scope.person?.timeZone ?? 'UTC'
  const today = localTime(services.clock.now().toISOString(), zone).date
  const done = c.req.query('done') ?? ''
  const notices: Record<string, string> = t.contacts.notices
  const facts = {
    title: t.contacts.of({ organisation: place.name }),
    ...(told?.errors ? { status: 422 as const } : notices[done] ? { notice: notices[done] } : {}),
  }
  return page(c, facts, <LogView t={t} locale={locale} place={place} today={today} {...log} {...told} />)
}
