import { z } from 'zod'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage, problem } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import { showAccount } from '../account/show.tsx'
import { deviceOf } from '../device.ts'
import { connectionOf, overLimit } from '../limits.ts'
import { localPath } from '../localPath.ts'
import { keepSession, sessionToken } from '../session.ts'
import { signInFirst } from '../signInFirst.tsx'
import { showSignIn } from '../signIn/show.tsx'
import { signInByPasskey, signInOptions } from './asserting.ts'
import { removePasskey, renamePasskey } from './keeping.ts'
import { registerPasskey, registrationOptions } from './registering.ts'

const label = z.string().trim().min(1, 'required').max(60, 'tooLong')

/** Signing in with a passkey, and keeping one's own. The two addresses for options answer JSON to the island. */
export const passkeyRoutes: Routes = (app) => {
  app.post('/:locale/sign-in/passkey/options', async (c) => {
    const minutes = await tooOften(c)
    if (minutes)
      return problem(c, 429, c.var.t.errors.pages.tooMany.title, c.var.t.errors.pages.tooMany.body({ minutes }))
    return c.json(await signInOptions(c.var.services), 200, { 'cache-control': 'no-store' })
  })

  app.post('/:locale/sign-in/passkey', async (c) => {
    const minutes = await tooOften(c)
    if (minutes) return errorPage(c, 'tooMany', { minutes })
    const form = await readForm(c, z.object({ response: z.string(), return: z.string().optional() }))
    const returnTo = localPath(form.entries['return'])
    const browser = { device: deviceOf(c.req.header('user-agent')), replaces: sessionToken(c) }
    const outcome = await signInByPasskey(c.var.services, form.entries['response'] ?? '', browser)
    if ('refused' in outcome) {
      return showSignIn(c, { returnTo, errors: { form: c.var.t.accounts.passkeys.refused[outcome.refused] } })
    }
    keepSession(c, outcome.session)
    return c.redirect(returnTo ?? `/${c.var.locale}/today`, 303)
  })

  app.post('/:locale/account/passkeys/options', async (c) => {
    const { person } = c.var.scope
    if (!person) return problem(c, 401, c.var.t.errors.pages.signInNeeded.title)
    return c.json(await registrationOptions(c.var.services, person), 200, { 'cache-control': 'no-store' })
  })

  app.post('/:locale/account/passkeys', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const form = await readForm(c, z.object({ response: z.string(), label }))
    if (!form.ok) return showAccount(c, { part: 'passkey', ...form })
    const outcome = await registerPasskey(c.var.services, c.var.scope, form.data)
    if ('id' in outcome) return c.redirect(`/${c.var.locale}/account?done=passkey-added#passkeys`, 303)
    if (outcome.refused === 'not-yours') return signInFirst(c)
    return showAccount(c, {
      part: 'passkey',
      entries: form.entries,
      errors: { form: c.var.t.accounts.passkeys.refused[outcome.refused] },
    })
  })

  app.post('/:locale/account/passkeys/:id/name', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const form = await readForm(c, z.object({ label }))
    if (!form.ok)
      return showAccount(c, { part: 'passkey', entries: {}, errors: { form: Object.values(form.errors)[0] ?? '' } })
    const outcome = await renamePasskey(c.var.services, c.var.scope, c.req.param('id'), form.data.label)
    if ('refused' in outcome) return errorPage(c, 'notFound')
    return c.redirect(`/${c.var.locale}/account?done=passkey-renamed#passkeys`, 303)
  })

  app.post('/:locale/account/passkeys/:id/removal', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const outcome = await removePasskey(c.var.services, c.var.scope, c.req.param('id'))
    if ('refused' in outcome) return errorPage(c, 'notFound')
    return c.redirect(`/${c.var.locale}/account?done=passkey-removed#passkeys`, 303)
  })
}

const tooOften = (c: Web) => overLimit(c.var.services, 'passkey-from-connection', connectionOf(c))
