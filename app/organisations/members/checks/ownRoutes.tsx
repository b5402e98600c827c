import { connectionOf, overLimit } from '../../../accounts/limits.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { page } from '../../../web/page.tsx'
import { namesOfCodes } from '../../nomenclature/naming.ts'
import { nameText } from '../../pages/profileText.tsx'
import { type PartShown, readPartForm, showPart } from '../editingPart.tsx'
import { type FieldGroup, fieldGroups } from '../profile.ts'
import { type Member, readOwnProfile } from '../reading.ts'
import { confirmProfile, writeThroughLink } from './answering.ts'
import { requestByToken } from './opening.ts'
import { OverView, OwnView } from './pages/own.tsx'

const here = '/:locale/profile-checks/:token'

/** What a member does with the link from its mail, without an account. Opening it changes nothing. */
export const ownProfileRoutes: Routes = (app) => {
  app.get(here, (c) => withProfile(c, (member) => showProfile(c, member)))

  app.post(here, (c) =>
    withProfile(c, async () => {
      const outcome = await confirmProfile(c.var.services, tokenOf(c))
      return 'checked' in outcome ? back(c, 'confirmed') : over(c)
    }),
  )

  app.get(`${here}/:group`, (c) =>
    withPart(c, (member, group) => showPart(c, member, group, {}, `${ownAddress(c)}/${group}`)),
  )

  app.post(`${here}/:group`, (c) =>
    withPart(c, async (member, group) => {
      const read = await readPartForm(c, member, group, null)
      const again = (shown: PartShown) => showPart(c, member, group, shown, `${ownAddress(c)}/${group}`)
      if ('again' in read) return again(read.again)
      const outcome = await writeThroughLink(c.var.services, tokenOf(c), read.part)
      if ('revision' in outcome) return back(c, 'saved')
      if (outcome.refused === 'link-over') return over(c)
      const errors = { form: c.var.t.members.refusals[outcome.refused] }
      return again({ entries: read.entries, errors, status: 409 })
    }),
  )
}

const tokenOf = (c: Web): string => c.req.param('token') ?? ''

const ownAddress = (c: Web): string => `/${c.var.locale}/profile-checks/${tokenOf(c)}`

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

const back = (c: Web, done: 'saved' | 'confirmed') => c.redirect(`${ownAddress(c)}?done=${done}`, 303)

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
  const { database, clock } = c.var.services
  const codes = member.parts.products?.content.items.flatMap(({ emdn }) => emdn) ?? []
  const codeNames = await namesOfCodes(database.db, codes)
  const today = clock.now().toISOString().slice(0, 10)
  const view = <OwnView {...{ t, locale, member, title, address: ownAddress(c), today, codeNames }} />
  return page(c, { title, ...(notice ? { notice } : {}) }, view)
}
