import { z } from 'zod'
import { isLocale } from '../../language/locales.ts'
import { isZone } from '../../language/times.ts'
import { isId } from '../../platform/ids.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { Release } from '../assembling.ts'
import { accreditedAt } from '../distribution/distributing.ts'
import { listsOf } from '../distribution/lists.ts'
import { releaseMail } from '../distribution/mails.ts'
import { cancelDistribution, confirmDistribution, distributionsOf, progressOf } from '../distribution/planning.ts'
import { address, anyForm, line } from '../forms.ts'
import { RecipientsPage } from '../pages/recipients.tsx'
import { speaksFor } from '../policy.ts'
import { offerPreview, previewsOf, revokePreview } from '../previewing.ts'
import { type Refusal, refusalSentence, refusalStatus } from '../refusals.ts'
import { addressOf, ownReleaseOf, readerOf, show, withRelease } from './asking.tsx'

const previewForm = z.object({
  name: line,
  outlet: line,
  address,
  language: z.string().refine(isLocale, 'choose'),
  zone: z.string().refine(isZone, 'choose'),
})

/** For the issuers' press offices. */
const withOffice = (handle: (c: Web, release: Release) => Promise<Response>) =>
  withRelease((c, release) =>
    speaksFor(c.var.scope, release).length > 0 ? handle(c, release) : errorPage(c, 'forbidden'),
  )

export const recipientRoutes: Routes = (app) => {
  app.get(
    '/:locale/releases/:slug/recipients',
    withOffice((c, release) => showRecipients(c, release)),
  )

  app.post(
    '/:locale/releases/:slug/previews',
    withOffice(async (c, release) => {
      const form = await readForm(c, previewForm)
      const { entries } = form
      if (!form.ok) return showRecipients(c, release, { entries, errors: form.errors, status: 422 })
      const { language: locale, zone: timeZone, ...journalist } = form.data
      const outcome = await offerPreview(c.var.services, c.var.scope, release.id, { ...journalist, locale, timeZone })
      return 'refused' in outcome ? refuse(c, outcome, entries) : c.redirect(back(c, release, 'before'), 303)
    }),
  )

  app.post(
    '/:locale/releases/:slug/previews/:preview/closing',
    withOffice(async (c, release) => {
      const preview = c.req.param('preview') ?? ''
      const outcome = isId(preview)
        ? await revokePreview(c.var.services, c.var.scope, release.id, preview)
        : { refused: 'no-such-preview' as const }
      return 'refused' in outcome ? refuse(c, outcome) : c.redirect(back(c, release, 'before'), 303)
    }),
  )

  app.post(
    '/:locale/releases/:slug/distributions',
    withOffice(async (c, release) => {
      const { entries } = await readForm(c, anyForm)
      const audience = {
        toAccredited: entries['accredited'] === 'yes',
        listIds: (entries['lists'] ?? '').split('\n').filter(isId),
      }
      const outcome = await confirmDistribution(c.var.services, c.var.scope, release.id, audience)
      return 'refused' in outcome ? refuse(c, outcome) : c.redirect(back(c, release, 'after'), 303)
    }),
  )

  app.post(
    '/:locale/releases/:slug/distributions/:distribution/cancellation',
    withOffice(async (c, release) => {
      const distribution = c.req.param('distribution') ?? ''
      const outcome = isId(distribution)
        ? await cancelDistribution(c.var.services, c.var.scope, release.id, distribution)
        : { refused: 'no-such-distribution' as const }
      return 'refused' in outcome ? refuse(c, outcome) : c.redirect(back(c, release, 'after'), 303)
    }),
  )
}

const back = (c: Web, release: Release, place: string) => addressOf(c, release, `/recipients#${place}`)

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

async function showRecipients(c: Web, release: Release, { status, ...sent }: Shown = {}): Promise<Response> {
  const { services, scope, locale } = c.var
  const { db } = services.database
  const link = `${services.config.origin}${addressOf(c, release)}`
  const reader = { name: scope.person?.name ?? '', address: '', locale, timeZone: null, leave: null }
  const data = {
    release,
    previews: await previewsOf(db, release),
    lists: await listsOf(db, scope, speaksFor(scope, release)),
    distributions: await distributionsOf(db, release),
    progress: await progressOf(db, release),
    accredited: (await accreditedAt(db, release.eventId)).length,
    example: release.withdrawal ? null : releaseMail(reader, release, release.shown ?? release.newest, link),
    ...sent,
  }
  const facts = { title: c.var.t.press.recipients.title, ...(status ? { status } : {}) }
  return show(c, facts, <RecipientsPage {...readerOf(c)} {...data} />)
}

async function refuse(c: Web, refusal: Refusal, entries?: Entries): Promise<Response> {
  const current = await ownReleaseOf(c)
  if (!current) return errorPage(c, 'notFound')
  const errors = { form: refusalSentence(c.var.t, refusal) }
  return showRecipients(c, current, { ...(entries ? { entries } : {}), errors, status: refusalStatus(refusal) })
}
