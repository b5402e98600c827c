import { z } from 'zod'
import type { PersonName } from '../../language/names.ts'
import type { Routes, Web } from '../../web/env.ts'
import { readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { acceptInvitation, type AcceptRefusal, lookAtInvitation, type OpenInvitation } from '../acceptingInvitation.ts'
import { deviceOf } from '../device.ts'
import { entriesOf, nameFields, nameFrom } from '../nameEntry.ts'
import { keepSession, sessionToken } from '../session.ts'
import { InvitationPage, InvitationRefusedPage, type NameProblem } from './pages.tsx'

/** What an invited person sees. The link is its own proof, so nobody has to sign in first. */
export const invitationRoutes: Routes = (app) => {
  app.get('/:locale/invitations/:token', async (c) => {
    const invitation = await lookAtInvitation(c.var.services, c.req.param('token'), c.var.locale)
    return 'refused' in invitation ? refuse(c, invitation.refused) : show(c, invitation)
  })

  app.post('/:locale/invitations/:token', async (c) => {
    const { services, locale } = c.var
    const token = c.req.param('token')
    const invitation = await lookAtInvitation(services, token, locale)
    if ('refused' in invitation) return refuse(c, invitation.refused)
    const named = invitation.known === null ? await readName(c) : { name: null }
    if ('errors' in named) return show(c, invitation, named)
    const browser = { device: deviceOf(c.req.header('user-agent')), replaces: sessionToken(c) }
    const outcome = await acceptInvitation(services, token, { name: named.name, locale }, browser)
    if ('refused' in outcome) return refuse(c, outcome.refused === 'name-needed' ? 'unknown' : outcome.refused)
    keepSession(c, outcome.session)
    return c.redirect(`/${locale}/today`, 303)
  })
}

async function readName(c: Web): Promise<{ name: PersonName } | NameProblem> {
  const form = await readForm(c, z.object(nameFields))
  if (!form.ok) return form
  const named = nameFrom(form.data, c.var.t)
  return 'name' in named ? named : { entries: form.entries, errors: named.errors }
}

function show(c: Web, invitation: OpenInvitation, problem?: NameProblem) {
  const { t, locale } = c.var
  const entries = problem?.entries ?? entriesOf(null, locale === 'ja' ? 'family-first' : 'given-first')
  const token = c.req.param('token') ?? ''
  const title = t.accounts.invitations.accept.title({ organisation: invitation.organisation })
  const shown = { t, locale, token, invitation, entries, errors: problem?.errors ?? {} }
  return page(c, { title, status: problem ? 422 : 200 }, <InvitationPage {...shown} />)
}

function refuse(c: Web, refused: AcceptRefusal['refused']) {
  const { t, locale } = c.var
  const { title } = t.accounts.invitations.refused[refused]
  return page(c, { title, status: 410 }, <InvitationRefusedPage {...{ t, locale, refused }} />)
}
