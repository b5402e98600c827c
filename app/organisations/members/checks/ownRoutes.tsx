import { z } from 'zod'
import { connectionOf, overLimit } from '../../../accounts/limits.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../../web/forms.ts'
import { page } from '../../../web/page.tsx'
import { namesOfCodes } from '../../nomenclature/naming.ts'
import { nameText } from '../../pages/profileText.tsx'
import { entriesOf, readPart, withMoreRows } from '../forms.ts'
import { PartForm } from '../pages/edit.tsx'
import { type FieldGroup, fieldGroups, visibilities } from '../profile.ts'
import { type Member, readOwnProfile } from '../reading.ts'
import { confirmProfile, writeThroughLink } from './answering.ts'
import { requestByToken } from './opening.ts'
import { OverView, OwnView } from './pages/own.tsx'

const here = '/:locale/profile-checks/:token'
const partForm = z.looseObject({
  visibility: z.enum(visibilities, 'choose'),
  basedOn: z.coerce.number().int().min(0),
})

/** What a member does with the link from its mail, without an account. Opening it changes nothing. */
export const ownProfileRoutes: Routes = (app) => {
  app.get(here, (c) => withProfile(c, (member) => showProfile(c, member)))

  app.post(here, (c) =>
    withProfile(c, async () => {
      const outcome = await confirmProfile(c.var.services, tokenOf(c))
      return 'checked' in outcome ? back(c, 'confirmed') : over(c)
    }),
  )

  app.get(`${here}/:group`, (c) => withPart(c, (member, group) => showPart(c, member, group, {})))

  app.post(`${here}/:group`, (c) =>
    withPart(c, async (member, group) => {
      const form = await readForm(c, partForm)
      const { entries } = form
      if (entries['more']) return showPart(c, member, group, { entries: withMoreRows(entries) })
      if (!form.ok) return showPart(c, member, group, { entries, errors: form.errors, status: 422 })
      const { t, locale, services } = c.var
      const writer = { locale, by: null, at: services.clock.now() }
      const read = readPart[group](entries, (member.parts[group]?.content ?? null) as never, writer)
      const sentences: Record<string, string> = t.errors.fields
      const errors = Object.fromEntries(
        Object.entries(read.errors).map(([field, key]) => [field, sentences[key] ?? t.errors.fields.invalid]),
      )
      if (Object.keys(errors).length > 0) return showPart(c, member, group, { entries, errors, status: 422 })
      const { visibility, basedOn } = form.data
      const outcome = await writeThroughLink(services, tokenOf(c), {
        group,
        content: read.content,
        visibility,
        basedOn,
      })
      if ('revision' in outcome) return back(c, 'saved')
      if (outcome.refused === 'link-over') return over(c)
      return showPart(c, member, group, { entries, errors: { form: t.members.refusals[outcome.refused] }, status: 409 })
    }),
  )
}

const tokenOf = (c: Web): string => c.req.param('token') ?? ''

/** Guessing addresses is slow; whoever has the right one is never slowed down by it. */
async function withProfile(c: Web, handle: (member: Member) => Promise<Response>): Promise<Response> {
  const { services } = c.var
  const now = services.clock.now()
  const request = await requestByToken(services.database.db, tokenOf(c), now)
  if (request === 'over') return over(c)
  const member = request && (await readOwnProfile(services.database.db, now, request.slug))
  if (member) return handle(member)
  const minutes = await overLimit(services, 'profile-from-connection', connectionOf(c))
  return minutes ? errorPage(c, 'tooMany', { minutes }) : errorPage(c, 'notFound')
}

const withPart = (c: Web, handle: (member: Member, group: FieldGroup) => Promise<Response>): Promise<Response> =>
  withProfile(c, async (member) => {
    const group = fieldGroups.find((one) => one === c.req.param('group'))
    return group ? handle(member, group) : errorPage(c, 'notFound')
  })

const back = (c: Web, done: 'saved' | 'confirmed') =>
  c.redirect(`/${c.var.locale}/profile-checks/${tokenOf(c)}?done=${done}`, 303)

function over(c: Web): Response | Promise<Response> {
  const { t } = c.var
  return page(c, { title: t.profileChecks.over.title, status: 410 }, <OverView t={t} />)
}

async function showProfile(c: Web, member: Member): Promise<Response> {
  const { t, locale } = c.var
  const words = t.profileChecks.own
  const notices: Record<string, string> = { saved: words.saved, confirmed: words.confirmed }
  const notice = notices[c.req.query('done') ?? '']
  const title = words.title({ member: nameText(member.name, locale) })
  const address = `/${locale}/profile-checks/${tokenOf(c)}`
  const { database, clock } = c.var.services
  const codes = member.parts.products?.content.items.flatMap(({ emdn }) => emdn) ?? []
  const codeNames = await namesOfCodes(database.db, codes)
  const today = clock.now().toISOString().slice(0, 10)
  const view = <OwnView {...{ t, locale, member, title, address, today, codeNames }} />
  return page(c, { title, ...(notice ? { notice } : {}) }, view)
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 409 | 422 }

async function showPart(c: Web, member: Member, group: FieldGroup, shown: Shown): Promise<Response> {
  const { t, locale } = c.var
  const part = member.parts[group]
  const stored = part ? entriesOf[group](part.content as never, locale) : {}
  const usual = group === 'contacts' ? 'partners' : 'public'
  const entries = shown.entries ?? { ...stored, visibility: part?.visibility ?? usual }
  const action = `/${locale}/profile-checks/${tokenOf(c)}/${group}`
  const data = { t, locale, member, group, entries, errors: shown.errors ?? {}, revision: part?.revision ?? 0, action }
  const title = t.members.groups[group]
  return page(c, { title, ...(shown.status ? { status: shown.status } : {}) }, <PartForm {...data} />)
}
