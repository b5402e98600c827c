import { storedNameText } from '../../organisations/storedName.ts'
import { pick } from '../../language/translated.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { isId } from '../../platform/ids.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { page } from '../../web/page.tsx'
import { deviceOf } from '../device.ts'
import { roles } from '../scope.ts'
import { keepSession, sessionToken, startSession } from '../session.ts'
import { type ActingPerson, DemonstrationPage } from './pages.tsx'

/** Taking anybody's place with one press: only where the whole installation is a demonstration. Elsewhere these addresses lead nowhere. */
export const demonstrationRoutes: Routes = (app) => {
  app.get('/demo', (c) =>
    c.var.services.config.demo ? c.redirect(`/${c.var.locale}/demo`, 302) : errorPage(c, 'notFound'),
  )

  app.get('/:locale/demo', async (c) => {
    if (!c.var.services.config.demo) return errorPage(c, 'notFound')
    const { t, locale } = c.var
    return page(
      c,
      { title: t.accounts.demonstration.title },
      <DemonstrationPage {...{ t, locale, people: await actingPeople(c) }} />,
    )
  })

  app.post('/:locale/demo/:person', async (c) => {
    const { services, locale } = c.var
    const personId = c.req.param('person')
    if (!services.config.demo || !isId(personId)) return errorPage(c, 'notFound')
    if (!(await actingPeople(c)).some((person) => person.id === personId)) return errorPage(c, 'notFound')
    const session = {
      personId,
      method: 'demonstration' as const,
      device: deviceOf(c.req.header('user-agent')),
      replaces: sessionToken(c),
    }
    const token = await transaction(services.database.db, (tx) => startSession(tx, session, services.clock.now()))
    keepSession(c, token)
    return c.redirect(`/${locale}/today`, 303)
  })
}

/** Everybody with a role, in the order of the roles. */
async function actingPeople(c: Web): Promise<ActingPerson[]> {
  const rows = await c.var.services.database.db
    .selectFrom('role_assignment as assignment')
    .innerJoin('person', 'person.id', 'assignment.person_id')
    .leftJoin('organisation', 'organisation.id', 'assignment.organisation_id')
    .select(['person.id', 'person.name', 'assignment.role', 'organisation.name as organisation'])
    .where('assignment.ended_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('assignment.given_at')
    .orderBy('assignment.id')
    .execute()
  const { locale } = c.var
  return rows
    .map((row) => ({
      ...row,
      name: storedNameText(row.name, locale),
      organisation: row.organisation
        ? (pick(row.organisation.text, locale, row.organisation.original)?.text ?? null)
        : null,
    }))
    .toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role))
}
