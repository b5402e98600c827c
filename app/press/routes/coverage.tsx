import { z } from 'zod'
import { isCalendarDate } from '../../language/dates.ts'
import { isId } from '../../platform/ids.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { Release } from '../assembling.ts'
import { coverageOf, removeClipping, reportClipping } from '../coverage/reporting.ts'
import { line } from '../forms.ts'
import { CoveragePage } from '../pages/coverage.tsx'
import { speaksFor } from '../policy.ts'
import { refusalSentence, refusalStatus } from '../refusals.ts'
import { addressOf, readerOf, show, withRelease } from './asking.tsx'

const clippingForm = z.object({
  url: z
    .string()
    .trim()
    .max(2000, 'tooLong')
    .refine((text) => /^https?:\/\/[^\s<>"]+$/.test(text) && URL.canParse(text), 'invalid'),
  headline: line,
  outlet: line,
  publishedOn: z.string().trim().refine(isCalendarDate, 'date'),
  language: z
    .string()
    .trim()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'invalid'),
  shown: z.literal('yes').optional(),
})

export const coverageRoutes: Routes = (app) => {
  app.get(
    '/:locale/releases/:slug/coverage',
    withRelease((c, release) => showCoverage(c, release)),
  )

  app.post(
    '/:locale/releases/:slug/coverage',
    withRelease(async (c, release) => {
      if (speaksFor(c.var.scope, release).length === 0) return errorPage(c, 'forbidden')
      const form = await readForm(c, clippingForm)
      const { entries } = form
      if (!form.ok) return showCoverage(c, release, { entries, errors: form.errors, status: 422 })
      const clipping = { ...form.data, shown: form.data.shown === 'yes' }
      const outcome = await reportClipping(c.var.services, c.var.scope, release.id, clipping)
      if (!('refused' in outcome)) return c.redirect(addressOf(c, release, '/coverage'), 303)
      const errors = { [outcome.refused === 'already-listed' ? 'url' : 'form']: refusalSentence(c.var.t, outcome) }
      return showCoverage(c, release, { entries, errors, status: refusalStatus(outcome) })
    }),
  )

  app.post(
    '/:locale/releases/:slug/coverage/:clipping/removal',
    withRelease(async (c, release) => {
      if (speaksFor(c.var.scope, release).length === 0) return errorPage(c, 'forbidden')
      const clipping = c.req.param('clipping') ?? ''
      const outcome = isId(clipping)
        ? await removeClipping(c.var.services, c.var.scope, release.id, clipping)
        : { refused: 'no-such-clipping' as const }
      if (!('refused' in outcome)) return c.redirect(addressOf(c, release, '/coverage'), 303)
      const errors = { form: refusalSentence(c.var.t, outcome) }
      return showCoverage(c, release, { errors, status: refusalStatus(outcome) })
    }),
  )
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

async function showCoverage(c: Web, release: Release, { status, ...sent }: Shown = {}): Promise<Response> {
  const clippings = await coverageOf(c.var.services.database.db, release.id, true)
  const mayReport = speaksFor(c.var.scope, release).length > 0
  const facts = { title: c.var.t.press.coverage.title, ...(status ? { status } : {}) }
  return show(c, facts, <CoveragePage {...readerOf(c)} {...{ release, clippings, mayReport }} {...sent} />)
}
