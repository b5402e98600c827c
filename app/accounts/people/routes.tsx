import { z } from 'zod'
import { locales } from '../../language/locales.ts'
import { isId } from '../../platform/ids.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { endRole } from '../endingRoles.ts'
import { giveRole } from '../givingRoles.ts'
import { invitePerson, withdrawInvitation } from '../inviting.ts'
import { overLimit } from '../limits.ts'
import { organisationRoles } from '../policy.ts'
import type { Role } from '../scope.ts'
import { PeoplePage, type PeopleProps } from './pages.tsx'
import { type People, peopleAt } from './queries.ts'

const role = z.enum(organisationRoles as [Exclude<Role, 'operator'>], 'choose')

const inviteForm = z.object({
  address: z.string().trim().min(1, 'required').max(254, 'tooLong').pipe(z.email('email')),
  role,
  language: z.enum(locales, 'choose'),
})

const giveForm = z.object({ person: z.uuid('choose'), role })

/** Who acts for an organisation: its manager gives and ends roles, and invites. Nobody else learns that the page exists. */
export const peopleRoutes: Routes = (app) => {
  app.get('/:locale/organisations/:slug/people', async (c) => {
    const people = await load(c)
    return people ? show(c, people) : errorPage(c, 'notFound')
  })

  app.post('/:locale/organisations/:slug/invitations', async (c) => {
    const people = await load(c)
    if (!people) return errorPage(c, 'notFound')
    const form = await readForm(c, inviteForm)
    if (!form.ok) return show(c, people, { invite: form })
    const { services, scope, t } = c.var
    if (await overLimit(services, 'invitation-from-person', scope.person?.personId ?? ''))
      return show(c, people, { invite: { ...form, errors: { address: t.accounts.invitations.tooMany } } })
    const { address, role, language } = form.data
    const entry = { organisationId: people.organisation.id, address, role, locale: language }
    const outcome = await invitePerson(services, scope, entry)
    if ('id' in outcome) return back(c, people, 'invited')
    const sentence = outcome.refused === 'already-held' ? t.accounts.invitations.alreadyHeld : t.errors.fields.choose
    const field = outcome.refused === 'already-held' ? 'address' : 'role'
    return show(c, people, { invite: { entries: form.entries, errors: { [field]: sentence } } })
  })

  app.post('/:locale/organisations/:slug/invitations/:id/withdrawal', async (c) => {
    const people = await load(c)
    const invitation = people?.invitations.find(({ id }) => id === c.req.param('id'))
    if (!people || !invitation) return errorPage(c, 'notFound')
    const outcome = await withdrawInvitation(c.var.services, c.var.scope, invitation.id)
    if ('refused' in outcome) return errorPage(c, 'notFound')
    return back(c, people, 'withdrawn')
  })

  app.post('/:locale/organisations/:slug/roles', async (c) => {
    const people = await load(c)
    if (!people) return errorPage(c, 'notFound')
    const form = await readForm(c, giveForm)
    // Only people who act for this organisation already: others are invited, so that they agree to it.
    const person = form.ok && people.holders.find(({ personId }) => personId === form.data.person)
    if (!form.ok || !person) return show(c, people, { problem: c.var.t.accounts.people.refused['not-there'] })
    const given = { personId: person.personId, organisationId: people.organisation.id, role: form.data.role }
    const outcome = await giveRole(c.var.services, c.var.scope, given)
    return 'id' in outcome ? back(c, people, 'given') : refuse(c, people, outcome.refused)
  })

  app.post('/:locale/organisations/:slug/roles/:id/end', async (c) => {
    const people = await load(c)
    const id = c.req.param('id')
    if (!people || !isId(id)) return errorPage(c, 'notFound')
    if (!people.holders.some(({ assignmentId }) => assignmentId === id)) return refuse(c, people, 'not-there')
    const outcome = await endRole(c.var.services, c.var.scope, id)
    return 'ended' in outcome ? back(c, people, 'ended') : refuse(c, people, outcome.refused)
  })
}

const load = (c: Web): Promise<People | null> =>
  peopleAt(c.var.services.database.db, c.var.scope, c.req.param('slug') ?? '', c.var.locale)

type Problem = Pick<PeopleProps, 'invite' | 'problem'>

function show(c: Web, people: People, problem: Problem = {}) {
  const { t, locale, scope, services } = c.var
  const facts = { zone: scope.person?.timeZone ?? 'UTC', now: services.clock.now() }
  const notice = noticeOf(c)
  return page(
    c,
    {
      title: t.accounts.people.title({ organisation: people.organisation.name }),
      status: problem.invite || problem.problem ? 422 : 200,
      ...(notice ? { notice } : {}),
    },
    <PeoplePage {...{ t, locale, people, ...facts, ...problem }} />,
  )
}

/** What has just been done, from the address the form led back to. */
function noticeOf(c: Web): string | undefined {
  const { people, invitations } = c.var.t.accounts
  const notices: Record<string, string> = {
    invited: invitations.sent,
    withdrawn: invitations.withdrawn,
    given: people.given,
    ended: people.ended,
  }
  return notices[c.req.query('done') ?? '']
}

const back = (c: Web, people: People, done: string) =>
  c.redirect(`/${c.var.locale}/organisations/${people.organisation.slug}/people?done=${done}`, 303)

type Refused = 'not-yours' | 'not-there' | 'last-manager' | 'already-held'

function refuse(c: Web, people: People, refused: Refused) {
  if (refused === 'not-yours') return errorPage(c, 'forbidden')
  return show(c, people, { problem: c.var.t.accounts.people.refused[refused] })
}
