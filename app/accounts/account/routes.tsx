import { z } from 'zod'
import { locales } from '../../language/locales.ts'
import { isZone } from '../../language/times.ts'
import { isId } from '../../platform/ids.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { type AccountEntry, editAccount } from '../editingAccount.ts'
import { nameFields, nameFrom } from '../nameEntry.ts'
import { sessionToken } from '../session.ts'
import { endOtherSessions } from '../sessions.ts'
import { signInFirst } from '../signInFirst.tsx'
import { createToken, revokeToken, tokenLives } from '../tokens.ts'
import { isTokenScope } from '../tokenScopes.ts'
import { TokenMadePage } from './pages.tsx'
import { accountOf } from './queries.ts'
import { showAccount } from './show.tsx'

const settings = { language: z.enum(locales, 'choose'), zone: z.string().refine(isZone, 'choose') }

const designatedForm = z.object(settings)
const namedForm = z.object({ ...settings, ...nameFields })

const tokenForm = z.object({
  name: z.string().trim().min(1, 'required').max(60, 'tooLong'),
  // Several boxes of one name arrive as lines.
  scopes: z
    .string('choose')
    .transform((text) => text.split('\n').filter(isTokenScope))
    .refine((scopes) => scopes.length > 0, 'choose'),
  days: z.enum(tokenLives.map(String), 'choose').transform(Number),
})

/** One's own account: details, sessions, tokens. Passkeys have their own file. */
export const accountPageRoutes: Routes = (app) => {
  app.get('/:locale/account', (c) => showAccount(c))
  app.post('/:locale/account', saveDetails)

  app.post('/:locale/account/other-sessions/end', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    await endOtherSessions(c.var.services, c.var.scope, sessionToken(c) ?? '')
    return c.redirect(`/${c.var.locale}/account?done=sessions-ended#sessions`, 303)
  })

  app.post('/:locale/account/tokens', async (c) => {
    const { services, scope, t, locale } = c.var
    if (!scope.person) return signInFirst(c)
    const form = await readForm(c, tokenForm)
    if (!form.ok) return showAccount(c, { part: 'token', ...form })
    const made = await createToken(services, scope, form.data)
    if ('refused' in made)
      return showAccount(c, { part: 'token', entries: form.entries, errors: { name: t.accounts.tokens.tooMany } })
    // Shown in the answer itself: after a redirect it would have to be kept somewhere in between.
    return page(
      c,
      { title: t.accounts.tokens.madeTitle, islands: ['copy-text'] },
      <TokenMadePage {...{ t, locale, token: made.token }} />,
    )
  })

  app.post('/:locale/account/tokens/:id/revocation', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const id = c.req.param('id')
    const outcome = isId(id) ? await revokeToken(c.var.services, c.var.scope, id) : { refused: 'not-there' }
    if ('refused' in outcome) return errorPage(c, 'notFound')
    return c.redirect(`/${c.var.locale}/account?done=token-revoked#tokens`, 303)
  })
}

async function saveDetails(c: Web): Promise<Response> {
  const { services, scope, locale } = c.var
  const account = await accountOf(services, scope, '', locale)
  if (!account) return signInFirst(c)
  const form = await readDetails(c, 'label' in account.name)
  if ('errors' in form) return showAccount(c, { part: 'details', ...form })
  await editAccount(services, scope, form)
  return c.redirect(`/${locale}/account?done=saved`, 303)
}

type Unread = { entries: Entries; errors: FieldErrors }

/** Somebody with a designation instead of a name has no fields for one. */
async function readDetails(c: Web, isDesignated: boolean): Promise<AccountEntry | Unread> {
  if (isDesignated) {
    const form = await readForm(c, designatedForm)
    return form.ok ? { name: null, locale: form.data.language, timeZone: form.data.zone } : form
  }
  const form = await readForm(c, namedForm)
  if (!form.ok) return form
  const named = nameFrom(form.data, c.var.t)
  if ('errors' in named) return { entries: form.entries, errors: named.errors }
  return { name: named.name, locale: form.data.language, timeZone: form.data.zone }
}
