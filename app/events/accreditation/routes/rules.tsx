import { type Locale, locales } from '../../../language/locales.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { readForm } from '../../../web/forms.ts'
import { rulesForm, termsForm } from '../forms.ts'
import { RulesPage } from '../pages/rules.tsx'
import type { PressEvent } from '../pressEvent.ts'
import { rulesHistory } from '../rules.ts'
import { setAccreditationTerms } from '../settingTerms.ts'
import { termsOf } from '../terms.ts'
import { writeCoverageRules } from '../writingRules.ts'
import { deskAddress, readerOf, sentenceOf, show, statusOf, withDesk } from './asking.tsx'

const here = '/:locale/events/:slug/accreditations'

/** What journalists accept, and what the event asks of them. */
export const rulesRoutes: Routes = (app) => {
  app.get(
    `${here}/rules`,
    withDesk((c, event) => showRules(c, event)),
  )

  app.post(
    `${here}/rules`,
    withDesk(async (c, event) => {
      const form = await readForm(c, rulesForm)
      if (!form.ok) return showRules(c, event, form)
      const text = Object.fromEntries(locales.map((locale: Locale) => [locale, form.data[`text.${locale}`]]))
      const { services, scope } = c.var
      const outcome = await writeCoverageRules(services, scope, event, { text, basedOn: form.data.basedOn })
      if (!('refused' in outcome)) return c.redirect(deskAddress(c, event, '/rules'), 303)
      // Whoever was slower keeps their text, and sends it again based on what they now see.
      const entries =
        outcome.refused === 'changed-meanwhile' ? { ...form.entries, basedOn: await latest(c, event) } : form.entries
      return showRules(c, event, { entries, errors: { form: sentenceOf(c, outcome) }, status: statusOf(outcome) })
    }),
  )

  app.post(
    `${here}/terms`,
    withDesk(async (c, event) => {
      const form = await readForm(c, termsForm)
      if (!form.ok) return showRules(c, event, form)
      const { largestCrew, proofDays, proofNeeded } = form.data
      const terms = { largestCrew, proofDays, proofNeeded: proofNeeded === 'yes' }
      const outcome = await setAccreditationTerms(c.var.services, c.var.scope, event, terms)
      if ('refused' in outcome)
        return showRules(c, event, { errors: { form: sentenceOf(c, outcome) }, status: statusOf(outcome) })
      return c.redirect(deskAddress(c, event, '/rules'), 303)
    }),
  )
}

const latest = async (c: Web, event: PressEvent): Promise<string> =>
  String((await rulesHistory(c.var.services.database.db, event.id))[0]?.version ?? 0)

type Shown = { entries?: Record<string, string>; errors?: Record<string, string>; status?: 403 | 404 | 409 | 422 }

async function showRules(c: Web, event: PressEvent, { entries, errors, status }: Shown = {}) {
  const { db } = c.var.services.database
  const [history, terms] = [await rulesHistory(db, event.id), await termsOf(db, event.id)]
  return show(
    c,
    { title: c.var.t.accreditation.rules.title, ...(errors ? { status: status ?? 422 } : {}) },
    <RulesPage
      {...readerOf(c)}
      event={event}
      history={history}
      terms={terms}
      {...(entries ? { entries } : {})}
      {...(errors ? { errors } : {})}
    />,
  )
}
