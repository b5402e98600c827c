import { z } from 'zod'
import type { Routes, Web } from '../../web/env.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { cancelEvent } from '../cancelling.ts'
import { changesOf } from '../changes.ts'
import type { EventView } from '../event.ts'
import { CancellationPage, Workspace } from '../pages/workspace.tsx'
import { textOf } from '../pages/words.ts'
import { mayChangeEvent } from '../policy.ts'
import { publishEvent } from '../publishing.ts'
import { refusalSentence, refusalStatus } from '../refusals.ts'
import { countsOf } from '../registration/openness.ts'
import { addressOf, type Answer, readerOf, show, withOrganised, withOwn } from './asking.tsx'

const cancellationForm = z.object({
  reason: z.string().trim().max(2000, 'tooLong').optional(),
  confirmed: z.literal('yes').optional(),
})

export const workspaceRoutes: Routes = (app) => {
  app.get(
    '/:locale/events/:slug/workspace',
    withOrganised((c, event) => showWorkspace(c, event)),
  )

  app.post(
    '/:locale/events/:slug/publication',
    withOwn(async (c, event) => {
      const outcome = await publishEvent(c.var.services, c.var.scope, event.id)
      if ('refused' in outcome)
        return showWorkspace(c, event, {
          errors: { form: refusalSentence(c.var.t, outcome.refused) },
          status: refusalStatus(outcome.refused),
        })
      return c.redirect(addressOf(c, event, '/workspace?saved=published'), 303)
    }),
  )

  app.get(
    '/:locale/events/:slug/cancellation',
    withOwn((c, event) => showCancellation(c, event, { entries: {} })),
  )

  app.post(
    '/:locale/events/:slug/cancellation',
    withOwn(async (c, event) => {
      const { services, scope, locale, t } = c.var
      const form = await readForm(c, cancellationForm)
      if (!form.ok) return showCancellation(c, event, { ...form, status: 422 })
      if (form.data.confirmed !== 'yes') {
        const errors = { confirmed: t.events.workspace.notConfirmed }
        return showCancellation(c, event, { entries: form.entries, errors, status: 422 })
      }
      const { reason } = form.data
      const outcome = await cancelEvent(services, scope, event.id, {
        reason: reason ? { original: locale, text: { [locale]: reason } } : null,
      })
      if ('refused' in outcome) {
        const errors = { form: refusalSentence(t, outcome.refused) }
        return showCancellation(c, event, { entries: form.entries, errors, status: refusalStatus(outcome.refused) })
      }
      return c.redirect(addressOf(c, event, '/workspace'), 303)
    }),
  )
}

type Shown = { errors?: FieldErrors; status?: 403 | 409 | 422 }

async function showWorkspace(c: Web, event: EventView, { errors = {}, status }: Shown = {}): Promise<Response> {
  const { services, scope, locale, t } = c.var
  const { db } = services.database
  const saved = c.req.query('saved')
  const movedUp = Number(c.req.query('movedUp') ?? 0)
  const words = t.events.workspace
  const notice = saved === 'published' ? words.published : movedUp > 0 ? words.movedUp({ count: movedUp }) : words.saved
  const data = {
    event,
    counts: await countsOf(db, event.id),
    changes: await changesOf(db, scope, event),
    mayChange: mayChangeEvent(scope, event),
    now: services.clock.now(),
    errors,
  }
  const facts = {
    title: textOf(event.title, locale),
    ...(status ? { status } : {}),
    ...(saved && !status ? { notice } : {}),
  }
  return show(c, facts, <Workspace {...readerOf(c)} {...data} />)
}

function showCancellation(c: Web, event: EventView, shown: Shown & { entries: Entries }): Answer {
  const { entries, errors = {}, status } = shown
  const facts = { title: c.var.t.events.workspace.cancelTitle, ...(status ? { status } : {}) }
  return show(c, facts, <CancellationPage {...readerOf(c)} event={event} entries={entries} errors={errors} />)
}
