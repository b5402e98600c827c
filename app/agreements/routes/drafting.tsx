import { organisationsOf } from '../../accounts/scope.ts'
import { isLocale, type Locale } from '../../language/locales.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { page, type PageFacts } from '../../web/page.tsx'
import { choicesFor, readTemplates } from '../choosing.ts'
import { draftFromTemplate } from '../draftingFromTemplate.ts'
import { draftForm, translatedEntries } from '../forms.ts'
import { ChoicePage, DraftPage } from '../pages/drafting.tsx'
import { isTextRefusal } from '../unsuitable.ts'
import { type Refusal, refusalSentence, refusalStatus } from '../refusals.ts'
import type { Template } from '../templates/reading.ts'
import { addressOf, readerOf } from './asking.tsx'

const ROWS = 5
const MOST_ROWS = 30

export const draftingRoutes: Routes = (app) => {
  app.get('/:locale/agreements/new', async (c) => {
    if (!mayDraft(c)) return errorPage(c, c.var.scope.person ? 'forbidden' : 'signInNeeded')
    const templates = await readTemplates()
    const template = templates.find(({ name }) => name === c.req.query('template'))
    const languages = languagesIn(c.req.query())
    if (template && languages.length > 0) return showDraft(c, template, languages)
    const { title } = c.var.t.agreements.drafting
    return page(c, { title }, <ChoicePage {...readerOf(c)} templates={templates} />)
  })

  app.post('/:locale/agreements', async (c) => {
    if (!mayDraft(c)) return errorPage(c, c.var.scope.person ? 'forbidden' : 'signInNeeded')
    const sent = await c.req.parseBody().catch((): Record<string, unknown> => ({}))
    const languages = languagesIn(sent)
    const form = await readForm(c, draftForm(languages))
    const { entries } = form
    const template = (await readTemplates()).find(({ name }) => name === entries['template'])
    if (!template || languages.length === 0) return c.redirect(`/${c.var.locale}/agreements/new`, 303)
    if (entries['more'] === 'yes') return showDraft(c, template, languages, { entries: withMoreRows(entries) })
    if (!form.ok) return showDraft(c, template, languages, { entries, errors: form.errors, status: 422 })
    const { leadOrganisationId, termMonths, noticeMonths, secrecyMonths } = form.data
    const outcome = await draftFromTemplate(c.var.services, c.var.scope, template, {
      languages,
      leadOrganisationId,
      termMonths,
      noticeMonths,
      secrecyMonths,
      parties: partiesIn(entries),
      title: translatedEntries(entries, 'title', languages),
      field: translatedEntries(entries, 'field', languages),
      purpose: translatedEntries(entries, 'purpose', languages),
    })
    if ('refused' in outcome) return refuse(c, template, languages, outcome, entries)
    return c.redirect(addressOf(c, outcome), 303)
  })
}

const mayDraft = (c: Web) => organisationsOf(c.var.scope, 'coordinator', 'manager').length > 0

function languagesIn(values: Record<string, unknown>): Locale[] {
  const chosen = [values['first'], values['second'], values['third']]
  return [...new Set(chosen.filter((value): value is Locale => typeof value === 'string' && isLocale(value)))]
}

const withMoreRows = (entries: Entries): Entries => ({
  ...entries,
  rows: String(Math.min(MOST_ROWS, rowsIn(entries) + 1)),
})

const rowsIn = (entries: Entries | undefined): number => {
  const rows = Number(entries?.['rows'] ?? ROWS)
  return Number.isInteger(rows) && rows >= 2 && rows <= MOST_ROWS ? rows : ROWS
}

/** The chosen parties in the order of display, empty rows left out. */
function partiesIn(entries: Entries): { organisationId: string; allianceId?: string }[] {
  return Array.from({ length: rowsIn(entries) }, (_, index) => index + 1).flatMap((position) => {
    const organisationId = entries[`party.${position}`]
    const allianceId = entries[`through.${position}`]
    return organisationId ? [{ organisationId, ...(allianceId ? { allianceId } : {}) }] : []
  })
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: PageFacts['status'] }

async function showDraft(c: Web, template: Template, languages: Locale[], shown: Shown = {}): Promise<Response> {
  const { status, ...sent } = shown
  const choices = await choicesFor(c.var.services.database.db, c.var.scope)
  const data = { template, languages, rows: rowsIn(sent.entries), ...choices, ...sent }
  const { title } = c.var.t.agreements.drafting
  return page(c, { title, ...(status ? { status } : {}) }, <DraftPage {...readerOf(c)} {...data} />)
}

/** Each refusal at the field it is about. */
function refuse(c: Web, template: Template, languages: Locale[], refusal: Refusal, entries: Entries) {
  const sentence = refusalSentence(c.var.t, refusal)
  const field = isTextRefusal(refusal) ? refusal.field : (fields[refusal.refused] ?? 'form')
  const shownField = /^(title|field|purpose)\./.test(field) || !isTextRefusal(refusal) ? field : 'form'
  return showDraft(c, template, languages, {
    entries,
    errors: { [shownField]: sentence },
    status: refusalStatus(refusal),
  })
}

const fields: Record<string, string> = {
  'too-few-parties': 'party.2',
  'same-party-twice': 'party.1',
  'no-such-organisation': 'party.1',
  'lead-not-a-party': 'leadOrganisationId',
  'not-yours': 'leadOrganisationId',
}
