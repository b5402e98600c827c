import { z } from 'zod'
import { signInFirst } from '../../../accounts/signInFirst.tsx'
import { isId } from '../../../platform/ids.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { readForm } from '../../../web/forms.ts'
import { page } from '../../../web/page.tsx'
import { type LogPlace, logPlace } from '../queries.ts'
import { draftsOf } from './drafts.ts'
import { MailInView } from './pages.tsx'
import { discardDraft, renewAddress } from './steering.ts'

const here = '/:locale/contacts/:organisation/mail'
const draftForm = z.object({ answer: z.enum(['discard', 'restore'], 'choose') })

/** Mails to an office's own address, which wait to become a contact or a request. */
export const mailInRoutes: Routes = (app) => {
  app.get(here, async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const place = await load(c)
    return place ? show(c, place) : errorPage(c, 'notFound')
  })

  app.post(`${here}/address`, async (c) => {
    const place = await load(c)
    if (!place) return errorPage(c, 'notFound')
    const outcome = await renewAddress(c.var.services, c.var.scope, place.id)
    return 'localPart' in outcome ? back(c, place, 'renewed') : errorPage(c, 'notFound')
  })

  app.post(`${here}/:draft`, async (c) => {
    const [place, draftId] = [await load(c), c.req.param('draft')]
    if (!place || !isId(draftId)) return errorPage(c, 'notFound')
    const form = await readForm(c, draftForm)
    if (!form.ok) return show(c, place)
    const restores = form.data.answer === 'restore'
    const outcome = await discardDraft(c.var.services, c.var.scope, place.id, { draftId, restores })
    if ('discarded' in outcome) return back(c, place, restores ? 'restored' : 'discarded')
    return show(c, place, outcome.refused === 'draft-settled')
  })
}

const load = (c: Web): Promise<LogPlace | null> =>
  logPlace(c.var.services.database.db, c.var.scope, c.req.param('organisation') ?? '', c.var.locale)

const back = (c: Web, { slug }: LogPlace, done: 'renewed' | 'discarded' | 'restored') =>
  c.redirect(`/${c.var.locale}/contacts/${slug}/mail?done=${done}`, 303)

async function show(c: Web, place: LogPlace, isSettled = false): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const drafts = await draftsOf(services.database.db, scope, place.id)
  const notices: Record<string, string> = t.mailIn.notices
  const notice = notices[c.req.query('done') ?? '']
  const title = t.mailIn.title({ organisation: place.name })
  const errors = isSettled ? { form: t.contacts.refusals['draft-settled'] } : {}
  const facts = { title, ...(isSettled ? { status: 409 as const } : notice ? { notice } : {}) }
  const domain = services.config.mailIn?.domain ?? null
  return page(c, facts, <MailInView {...{ t, locale, place, title, domain, errors }} {...drafts} />)
}
