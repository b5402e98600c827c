import { z } from 'zod'
import { connectionOf, overLimit } from '../../accounts/limits.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { askForMails, confirmMails, endMails, listsOf, mailingOf } from '../distribution/lists.ts'
import type { PressOrganisation } from '../organisation.ts'
import { MailingPage, SubscriptionPage } from '../pages/roomForms.tsx'
import { contentFor } from '../pages/words.ts'
import { refusalSentence } from '../refusals.ts'
import { readerOf, show } from './asking.tsx'
import { inRoom, subscriberForm } from './rooms.tsx'

/** Joining and leaving a list, for those who have no account. */
export const mailingRoutes: Routes = (app) => {
  app.get(
    '/:locale/press/:organisation/subscription',
    inRoom((c, organisation) => showSubscription(c, organisation)),
  )

  app.post(
    '/:locale/press/:organisation/subscription',
    inRoom(async (c, organisation) => {
      const { services, scope, t, locale } = c.var
      const form = await readForm(c, subscriberForm.extend({ agreed: z.literal('yes', 'required') }))
      if (!form.ok)
        return showSubscription(c, organisation, { entries: form.entries, errors: form.errors, status: 422 })
      const minutes = await overLimit(services, 'link-from-connection', connectionOf(c))
      if (minutes) return errorPage(c, 'tooMany', { minutes })
      const { listId, person, outlet, address, language } = form.data
      const consent = t.press.subscription.consent({ name: contentFor(organisation.name, locale).text })
      const asked = { listId, name: person, outlet, address, locale: language, consent }
      const outcome = await askForMails(services, scope, organisation.id, asked)
      if (!('refused' in outcome)) return showSubscription(c, organisation, { isAsked: true })
      const errors = { listId: refusalSentence(t, outcome) }
      return showSubscription(c, organisation, { entries: form.entries, errors, status: 422 })
    }),
  )

  app.get('/:locale/mailings/:token', (c) => showMailing(c))

  app.post('/:locale/mailings/:token/confirmation', async (c) => {
    await confirmMails(c.var.services, c.var.scope, c.req.param('token'))
    return showMailing(c)
  })

  app.post('/:locale/mailings/:token/end', async (c) => {
    await endMails(c.var.services, c.var.scope, c.req.param('token'))
    return showMailing(c)
  })
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 422; isAsked?: boolean }

async function showSubscription(c: Web, organisation: PressOrganisation, shown: Shown = {}): Promise<Response> {
  const { status, isAsked = false, ...sent } = shown
  const { services, scope } = c.var
  const lists = (await listsOf(services.database.db, scope, [organisation.id])).filter(({ isOpen }) => isOpen)
  if (lists.length === 0) return errorPage(c, 'notFound')
  const facts = { title: c.var.t.press.subscription.title, ...(status ? { status } : {}) }
  const view = <SubscriptionPage {...readerOf(c)} {...{ organisation, lists, isAsked }} {...sent} />
  return show(c, facts, view)
}

async function showMailing(c: Web): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const mailing = await mailingOf(c.var.services, c.var.scope, token)
  if (!mailing) return errorPage(c, 'gone')
  const title = c.var.t.press.mailing.title({ name: contentFor(mailing.organisation.name, c.var.locale).text })
  return show(c, { title }, <MailingPage {...readerOf(c)} mailing={mailing} token={token} />)
}
