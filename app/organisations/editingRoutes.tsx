import { isOperator } from '../accounts/scope.ts'
import { signInFirst } from '../accounts/signInFirst.tsx'
import { isLocale } from '../language/locales.ts'
import type { Routes, Web } from '../web/env.ts'
import { errorPage } from '../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../web/forms.ts'
import { page } from '../web/page.tsx'
import { describeOrganisation } from './describing.ts'
import { descriptionForm, entryOf, refusalErrors, registrationErrors, registrationForm } from './forms.ts'
import { EditView, entriesOf } from './pages/edit.tsx'
import { nameText } from './pages/profileText.tsx'
import { RegisterView } from './pages/register.tsx'
import { mayDescribe } from './policy.ts'
import { type OrganisationPage, organisationBySlug } from './queries.ts'
import { registerOrganisation } from './registering.ts'

/** Registering organisations and writing their profiles. */
export const editingRoutes: Routes = (app) => {
  app.get('/:locale/organisations/new', (c) => refuseRegistering(c) ?? showRegister(c, {}))

  app.post('/:locale/organisations', async (c) => {
    const refused = refuseRegistering(c)
    if (refused) return refused
    const { t, locale, services, scope } = c.var
    const form = await readForm(c, registrationForm)
    if (!form.ok) return showRegister(c, { entries: form.entries, errors: registrationErrors(form.errors, t) })
    const outcome = await registerOrganisation(services, scope, entryOf(form.data))
    if (!('refused' in outcome)) return c.redirect(`/${locale}/organisations/${form.data.slug}`, 303)
    if (outcome.refused === 'not-yours') return errorPage(c, 'forbidden')
    return showRegister(c, { entries: form.entries, errors: { slug: t.organisations.register.errors.slugTaken } })
  })

  app.get('/:locale/organisations/:slug/edit', async (c) => {
    const organisation = await editable(c)
    return organisation instanceof Response ? organisation : showEdit(c, organisation, {})
  })

  app.post('/:locale/organisations/:slug/edit', async (c) => {
    const organisation = await editable(c)
    if (organisation instanceof Response) return organisation
    const { t, locale, services, scope } = c.var
    const form = await readForm(c, descriptionForm)
    if (!form.ok) return showEdit(c, organisation, form)
    const outcome = await describeOrganisation(services, scope, organisation.slug, form.data)
    if (!('refused' in outcome)) return c.redirect(`/${locale}/organisations/${organisation.slug}?done=saved`, 303)
    const { original = '', ...entries } = form.entries
    const errors = refusalErrors(outcome, isLocale(original) ? original : locale, t)
    // The writer has now seen that somebody else wrote: the next attempt builds on that.
    const version = entriesOf(organisation, locale)['version'] ?? ''
    return showEdit(c, organisation, { entries: { ...entries, original, version }, errors })
  })
}

type Shown = { entries?: Entries; errors?: FieldErrors }

function refuseRegistering(c: Web) {
  if (isOperator(c.var.scope)) return null
  return c.var.scope.person ? errorPage(c, 'forbidden') : signInFirst(c)
}

/** The organisation, if there is one and the asker may write its profile; else the page that says why not. */
async function editable(c: Web): Promise<OrganisationPage | Response> {
  const { services, scope } = c.var
  const organisation = await organisationBySlug(services.database.db, scope, c.req.param('slug') ?? '')
  if (!organisation) return errorPage(c, 'notFound')
  if (mayDescribe(scope, organisation.id)) return organisation
  return scope.person ? errorPage(c, 'forbidden') : signInFirst(c)
}

function showRegister(c: Web, shown: Shown) {
  const { t, locale } = c.var
  const facts = { title: t.organisations.register.title, status: shown.errors ? (422 as const) : (200 as const) }
  return page(c, facts, <RegisterView t={t} locale={locale} {...shown} />)
}

function showEdit(c: Web, organisation: OrganisationPage, shown: Shown) {
  const { t, locale } = c.var
  const title = t.organisations.edit.title({ name: nameText(organisation.name, locale) })
  const status = shown.errors ? (422 as const) : (200 as const)
  return page(c, { title, status }, <EditView t={t} locale={locale} organisation={organisation} {...shown} />)
}
