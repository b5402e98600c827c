import { z } from 'zod'
import type { Routes, Web } from '../../web/env.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { EventView } from '../event.ts'
import { ProgrammePage } from '../pages/programmePage.tsx'
import { sentences } from '../planForm.ts'
import { programmeEntries, readProgramme, withMoreRows } from '../programme/programmeForm.ts'
import { refusalSentence, refusalStatus } from '../refusals.ts'
import { reviseProgramme } from '../revising.ts'
import { addressOf, type Answer, readerOf, show, withOwn } from './asking.tsx'

const loose = z.looseObject({})

export const programmeRoutes: Routes = (app) => {
  app.get(
    '/:locale/events/:slug/programme',
    withOwn((c, event) => showProgramme(c, event, { entries: programmeEntries(event, c.var.locale) })),
  )

  app.post(
    '/:locale/events/:slug/programme',
    withOwn(async (c, event) => {
      const { services, scope, locale, t } = c.var
      const { entries, ...form } = await readForm(c, loose)
      if (!form.ok) return showProgramme(c, event, { entries, errors: form.errors, status: 422 })
      if (entries['more'] === 'yes') return showProgramme(c, event, { entries: withMoreRows(entries) })
      const read = readProgramme(entries, event, locale)
      if ('flaws' in read) {
        const errors = sentences(read.flaws, t.events.refusals)
        return showProgramme(c, event, { entries, errors, status: 422 })
      }
      const outcome = await reviseProgramme(services, scope, event.id, read.items)
      if ('refused' in outcome) {
        const errors = { form: refusalSentence(t, outcome.refused) }
        return showProgramme(c, event, { entries, errors, status: refusalStatus(outcome.refused) })
      }
      return c.redirect(addressOf(c, event, '/workspace?saved=yes'), 303)
    }),
  )
}

type Shown = { entries: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

function showProgramme(c: Web, event: EventView, { entries, errors = {}, status }: Shown): Answer {
  const facts = { title: c.var.t.events.programme.title, ...(status ? { status } : {}) }
  return show(c, facts, <ProgrammePage {...readerOf(c)} event={event} entries={entries} errors={errors} />)
}
