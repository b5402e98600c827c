import { z } from 'zod'
import { signInFirst } from '../../../accounts/signInFirst.tsx'
import { isId } from '../../../platform/ids.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../../web/forms.ts'
import { page } from '../../../web/page.tsx'
import { nameText } from '../../pages/profileText.tsx'
import { keptMember } from '../keeping.ts'
import { fieldGroups } from '../profile.ts'
import type { Member } from '../reading.ts'
import { askMember } from './asking.ts'
import { CheckingView } from './pages/keeping.tsx'
import { keepingOf } from './queries.ts'
import { type CheckRefusal, refusalStatus } from './refusals.ts'
import { revokeRequest, setYearly, undoPart } from './steering.ts'

const addressForm = z.object({ address: z.email('email').max(320, 'tooLong').toLowerCase() })
const undoForm = z.object({ group: z.enum(fieldGroups), basedOn: z.coerce.number().int().min(0) })
const yearlyForm = z.object({ asks: z.enum(['yes', 'no']) })
const here = '/:locale/members/:slug/checks'

/** How a coordinator has a member look after its profile by mail. What the member sees has a file of its own. */
export const checkRoutes: Routes = (app) => {
  app.get(here, async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const member = await keptMember(c)
    return member ? show(c, member) : errorPage(c, 'notFound')
  })

  app.post(here, async (c) => {
    const member = await keptMember(c)
    if (!member) return errorPage(c, 'notFound')
    const form = await readForm(c, addressForm)
    if (!form.ok) return show(c, member, { entries: form.entries, errors: form.errors })
    const { organisationId } = member
    const outcome = await askMember(c.var.services, c.var.scope, { organisationId, ...form.data })
    return 'id' in outcome ? back(c, member, 'asked') : show(c, member, told(c, outcome.refused, form.entries))
  })

  app.post(`${here}/:request/revocation`, async (c) => {
    const [member, requestId] = [await keptMember(c), c.req.param('request')]
    if (!member || !isId(requestId)) return errorPage(c, 'notFound')
    const { organisationId } = member
    const outcome = await revokeRequest(c.var.services, c.var.scope, { organisationId, requestId })
    return 'revoked' in outcome ? back(c, member, 'revoked') : show(c, member, told(c, outcome.refused))
  })

  app.post(`${here}/undoing`, async (c) => {
    const member = await keptMember(c)
    if (!member) return errorPage(c, 'notFound')
    const form = await readForm(c, undoForm)
    if (!form.ok) return show(c, member, { entries: {}, errors: form.errors })
    const { organisationId } = member
    const outcome = await undoPart(c.var.services, c.var.scope, { organisationId, ...form.data })
    if ('revision' in outcome) return back(c, member, 'undone')
    const { members, profileChecks } = c.var.t
    const sentence: string = { ...members.refusals, ...profileChecks.refusals }[outcome.refused]
    return show(c, member, { entries: {}, errors: { form: sentence }, status: 409 })
  })

  app.post(`${here}/yearly`, async (c) => {
    const member = await keptMember(c)
    if (!member) return errorPage(c, 'notFound')
    const form = await readForm(c, yearlyForm)
    if (!form.ok) return show(c, member, { entries: {}, errors: form.errors })
    const { organisationId } = member
    const asks = form.data.asks === 'yes'
    const outcome = await setYearly(c.var.services, c.var.scope, { organisationId, asks })
    return 'asks' in outcome ? back(c, member, 'yearly') : show(c, member, told(c, outcome.refused))
  })
}

const back = (c: Web, { slug }: Member, done: keyof Web['var']['t']['profileChecks']['notices']) =>
  c.redirect(`/${c.var.locale}/members/${slug}/checks?done=${done}`, 303)

type Shown = { entries: Entries; errors: FieldErrors; status?: 403 | 404 | 409 | 410 }

const told = (c: Web, refused: CheckRefusal, entries: Entries = {}): Shown => ({
  entries,
  errors: { form: c.var.t.profileChecks.refusals[refused] },
  status: refusalStatus(refused),
})

async function show(c: Web, member: Member, shown?: Shown): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const keeping = await keepingOf(services.database.db, scope, member.organisationId, services.clock.now())
  const title = t.profileChecks.title({ member: nameText(member.name, locale) })
  const notices: Record<string, string> = t.profileChecks.notices
  const notice = notices[c.req.query('done') ?? '']
  const facts = { title, ...(shown ? { status: shown.status ?? (422 as const) } : notice ? { notice } : {}) }
  const { entries, errors } = shown ?? { entries: {}, errors: {} }
  return page(c, facts, <CheckingView {...{ t, locale, member, title, keeping, entries, errors }} />)
}
