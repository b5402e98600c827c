import { z } from 'zod'
import { forgetSession } from '../accounts/session.ts'
import { signInFirst } from '../accounts/signInFirst.tsx'
import type { Routes, Web } from '../web/env.ts'
import { type FieldErrors, readForm } from '../web/forms.ts'
import { page } from '../web/page.tsx'
import { eraseMyself } from './erasing.ts'
import { ErasedView, ErasureView } from './pages.tsx'

const erasureForm = z.object({ address: z.string().trim().min(1, 'required').max(320, 'tooLong') })

/** Leaving for good: the asker's own data, erased. */
export const erasureRoutes: Routes = (app) => {
  app.get('/:locale/account/erasure', (c) => (c.var.scope.person ? show(c) : signInFirst(c)))

  app.post('/:locale/account/erasure', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const form = await readForm(c, erasureForm)
    if (!form.ok) return show(c, form.errors)
    const { services, scope, t, locale } = c.var
    const outcome = await eraseMyself(services, scope, form.data)
    if ('refused' in outcome) {
      const status = outcome.refused === 'address-differs' ? 422 : 409
      return show(c, { address: t.erasure.refusals[outcome.refused] }, status)
    }
    forgetSession(c)
    return page(c, { title: t.erasure.done.title }, <ErasedView t={t} locale={locale} />)
  })
}

async function show(c: Web, errors: FieldErrors = {}, status: 409 | 422 = 422): Promise<Response> {
  const { t, locale, scope } = c.var
  const shown = Object.keys(errors).length > 0 ? { status } : {}
  return page(
    c,
    { title: t.erasure.title, ...shown },
    <ErasureView t={t} locale={locale} address={scope.person?.address ?? ''} errors={errors} />,
  )
}
