import { signInFirst } from '../../../accounts/signInFirst.tsx'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { uploadedFile } from '../../../web/files.ts'
import { page } from '../../../web/page.tsx'
import { nameText } from '../../pages/profileText.tsx'
import { keptMember } from '../keeping.ts'
import type { Member } from '../reading.ts'
import { LogoView } from './page.tsx'
import { logoDate, logoOf } from './reading.ts'
import { type LogoRefusalCode, refusalStatus } from './refusals.ts'
import { setLogo } from './setting.ts'

/** A member's logo: shown to everybody, set by whoever keeps the profile. */
export const logoRoutes: Routes = (app) => {
  app.get('/:locale/members/:slug/logo/image', async (c) => {
    const logo = await logoOf(c.var.services.database.db, c.req.param('slug'))
    if (!logo) return errorPage(c, 'notFound')
    return c.body(new Uint8Array(logo.bytes), 200, {
      'content-type': logo.type,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=3600',
    })
  })

  app.get('/:locale/members/:slug/logo', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const member = await keptMember(c)
    return member ? show(c, member) : errorPage(c, 'notFound')
  })

  app.post('/:locale/members/:slug/logo', async (c) => {
    const member = await keptMember(c)
    if (!member) return errorPage(c, 'notFound')
    const file = await uploadedFile(c)
    if (!file) return show(c, member, 'not-an-image')
    return answer(c, member, await setLogo(c.var.services, c.var.scope, member.organisationId, file.bytes))
  })

  app.post('/:locale/members/:slug/logo/removal', async (c) => {
    const member = await keptMember(c)
    if (!member) return errorPage(c, 'notFound')
    return answer(c, member, await setLogo(c.var.services, c.var.scope, member.organisationId, null))
  })
}

const answer = (c: Web, member: Member, outcome: Awaited<ReturnType<typeof setLogo>>) =>
  'set' in outcome
    ? c.redirect(`/${c.var.locale}/members/${member.slug}/logo?done=${outcome.set ? 'set' : 'removed'}`, 303)
    : show(c, member, outcome.refused)

async function show(c: Web, member: Member, refused?: LogoRefusalCode): Promise<Response> {
  const { t, locale, services } = c.var
  const changed = await logoDate(services.database.db, member.organisationId)
  const title = t.logos.title({ member: nameText(member.name, locale) })
  const notices: Record<string, string> = t.logos.notices
  const notice = notices[c.req.query('done') ?? '']
  const errors = refused ? { file: t.logos.refusals[refused] } : {}
  const facts = { title, ...(refused ? { status: refusalStatus(refused) } : notice ? { notice } : {}) }
  return page(c, facts, <LogoView {...{ t, locale, member, title, changed, errors }} />)
}
