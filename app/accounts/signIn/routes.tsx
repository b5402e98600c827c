import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { askForLink } from '../askingForLink.ts'
import { deviceOf } from '../device.ts'
import { connectionOf, overLimit } from '../limits.ts'
import { localPath } from '../localPath.ts'
import { type LinkRefusal, lookAtLink, redeemLink } from '../redeemingLink.ts'
import { endSession, forgetSession, keepSession, sessionToken } from '../session.ts'
import { FollowLinkPage, LinkRefusedPage, LinkSentPage } from './pages.tsx'
import { showSignIn } from './show.tsx'

/** Making a link takes some milliseconds that an unknown address does not: who has an account must not show in the time either. */
const ANSWER_AFTER = 100

const linkForm = z.object({
  address: z.string().trim().min(1, 'required').max(254, 'tooLong').pipe(z.email('email')),
  return: z.string().optional(),
})

/** Signing in by a link that comes by mail, and signing out. */
export const signInRoutes: Routes = (app) => {
  app.get('/:locale/sign-in', (c) => showSignIn(c, { returnTo: localPath(c.req.query('return')) }))

  app.post('/:locale/sign-in', async (c) => {
    const form = await readForm(c, linkForm)
    const returnTo = localPath(form.entries['return'])
    if (!form.ok) return showSignIn(c, { returnTo, address: form.entries['address'] ?? '', errors: form.errors })
    const address = form.data.address.toLowerCase()
    const { services } = c.var
    const minutes =
      (await overLimit(services, 'link-from-connection', connectionOf(c))) ??
      (await overLimit(services, 'link-to-address', address))
    if (minutes) return errorPage(c, 'tooMany', { minutes })
    await Promise.all([askForLink(services, { address, returnTo }), wait(ANSWER_AFTER)])
    return c.redirect(`/${c.var.locale}/sign-in/sent`, 303)
  })

  app.get('/:locale/sign-in/sent', (c) => {
    const { t, locale, services } = c.var
    const outbox = services.config.smtpUrl ? null : `/${locale}/outbox`
    return page(
      c,
      { title: t.accounts.signIn.sent.title },
      <LinkSentPage {...{ t, locale, outbox: services.config.demo ? outbox : null }} />,
    )
  })

  app.get('/:locale/sign-in/:token', async (c) => {
    const { t, locale, services, scope } = c.var
    const token = c.req.param('token')
    const link = await lookAtLink(services, token, locale)
    // Somebody who opens the mail again, or presses twice, is where they wanted to be already.
    if ('refused' in link && link.refused === 'used' && link.personId === scope.person?.personId)
      return c.redirect(`/${locale}/today`, 303)
    if ('refused' in link) return showRefusal(c, link)
    return page(
      c,
      { title: t.accounts.signIn.follow.title },
      <FollowLinkPage {...{ t, locale, token, name: link.name }} />,
    )
  })

  app.post('/:locale/sign-in/:token', async (c) => {
    const browser = { device: deviceOf(c.req.header('user-agent')), replaces: sessionToken(c) }
    const outcome = await redeemLink(c.var.services, c.req.param('token'), browser)
    if ('refused' in outcome) return showRefusal(c, outcome)
    keepSession(c, outcome.session)
    return c.redirect(outcome.returnTo ?? `/${c.var.locale}/today`, 303)
  })

  app.post('/:locale/sign-out', async (c) => {
    const token = sessionToken(c)
    if (token) await endSession(c.var.services, token)
    forgetSession(c)
    return c.redirect(`/${c.var.locale}`, 303)
  })
}

function showRefusal(c: Web, { refused }: LinkRefusal) {
  const { t, locale } = c.var
  const { title } = t.accounts.signIn.refused[refused]
  return page(c, { title, status: 410 }, <LinkRefusedPage {...{ t, locale, refused }} />)
}
