import { organisationsOf } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { isId } from '../../platform/ids.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { page, type PageFacts } from '../../web/page.tsx'
import { choicesFor } from '../choosing.ts'
import { draftRelease } from '../drafting.ts'
import { anyForm, embargoIn, flawsOfText, languagesIn, wordingIn } from '../forms.ts'
import { DraftPage, LanguagesPage } from '../pages/drafting.tsx'
import { type Refusal, refusalSentence, refusalStatus } from '../refusals.ts'
import { addressOf, readerOf } from './asking.tsx'

export const draftingRoutes: Routes = (app) => {
  app.get('/:locale/releases/new', async (c) => {
    if (!mayDraft(c)) return errorPage(c, c.var.scope.person ? 'forbidden' : 'signInNeeded')
    const languages = languagesIn({ languages: c.req.queries('languages') ?? [] })
    if (languages.length > 0) return showDraft(c, languages)
    return page(c, { title: c.var.t.press.drafting.title }, <LanguagesPage {...readerOf(c)} />)
  })

  app.post('/:locale/releases', async (c) => {
    if (!mayDraft(c)) return errorPage(c, c.var.scope.person ? 'forbidden' : 'signInNeeded')
    const form = await readForm(c, anyForm)
    const { entries } = form
    const languages = languagesIn(entries)
    if (languages.length === 0) return c.redirect(`/${c.var.locale}/releases/new`, 303)
    const embargo = embargoIn(entries)
    const errors = { ...(form.ok ? {} : form.errors), ...sentencesFor(c, entries, languages, embargo) }
    if (Object.keys(errors).length > 0 || 'flaw' in embargo)
      return showDraft(c, languages, { entries, errors, status: 422 })
    const leadOrganisationId = entries['leadOrganisationId'] ?? ''
    const others = (entries['issuers'] ?? '').split('\n').filter((one) => isId(one) && one !== leadOrganisationId)
    const outcome = await draftRelease(c.var.services, c.var.scope, {
      languages,
      title: wordingIn(entries, 'title', languages),
      subtitle: wordingIn(entries, 'subtitle', languages),
      body: wordingIn(entries, 'body', languages),
      leadOrganisationId,
      issuerIds: [leadOrganisationId, ...others],
      ...(isId(entries['eventId'] ?? '') ? { eventId: entries['eventId'] as string } : {}),
      ...(isId(entries['agreementId'] ?? '') ? { agreementId: entries['agreementId'] as string } : {}),
      embargo,
      offersEmbargoed: entries['offersEmbargoed'] === 'yes',
    })
    if ('refused' in outcome) return refuse(c, languages, outcome, entries)
    return c.redirect(addressOf(c, outcome, '/desk'), 303)
  })
}

const mayDraft = (c: Web) => organisationsOf(c.var.scope, 'coordinator', 'manager').length > 0

export function sentencesFor(
  c: Web,
  entries: Entries,
  languages: Locale[],
  embargo: ReturnType<typeof embargoIn> | null,
  hasRecord = false,
): FieldErrors {
  const { t } = c.var
  const flaws = Object.entries(flawsOfText(entries, languages, hasRecord))
  return {
    ...Object.fromEntries(flaws.map(([field, flaw]) => [field, t.errors.fields[flaw]])),
    ...(embargo && 'flaw' in embargo ? { [embargo.field]: t.press.embargo.flaws[embargo.flaw] } : {}),
  }
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: PageFacts['status'] }

async function showDraft(c: Web, languages: Locale[], { status, ...sent }: Shown = {}): Promise<Response> {
  const choices = await choicesFor(c.var.services.database.db, c.var.scope)
  const facts = { title: c.var.t.press.drafting.title, ...(status ? { status } : {}) }
  return page(c, facts, <DraftPage {...readerOf(c)} {...choices} languages={languages} {...sent} />)
}

const fields: Partial<Record<Refusal['refused'], string>> = {
  'not-yours': 'leadOrganisationId',
  'no-such-organisation': 'issuers',
  'no-such-event': 'eventId',
  'no-such-agreement': 'agreementId',
  'no-agreement': 'uponSignature',
}

function refuse(c: Web, languages: Locale[], refusal: Refusal, entries: Entries) {
  const errors = { [fields[refusal.refused] ?? 'form']: refusalSentence(c.var.t, refusal) }
  return showDraft(c, languages, { entries, errors, status: refusalStatus(refusal) })
}
