import { isOperator } from '../accounts/scope.ts'
import type { Routes } from '../web/env.ts'
import { errorPage } from '../web/errors.tsx'
import { page } from '../web/page.tsx'
import { editingRoutes } from './editingRoutes.tsx'
import { AllianceView } from './pages/alliance.tsx'
import { ClusterView } from './pages/cluster.tsx'
import { DirectoryView } from './pages/list.tsx'
import { OrganisationView } from './pages/organisation.tsx'
import { mayDescribe } from './policy.ts'
import { textFor } from './profileText.ts'
import { allianceBySlug, clusterBySlug, directory, organisationBySlug } from './queries.ts'
import { allianceData, clusterData, organisationData } from './structuredData.ts'

/** Alliances, clusters and organisations: who they are. */
export const organisationRoutes: Routes = (app) => {
  // Before the pages: `new` is no organisation.
  editingRoutes(app)

  app.get('/:locale/organisations', async (c) => {
    const { t, locale, scope, services } = c.var
    const found = await directory(services.database.db, scope)
    const view = <DirectoryView t={t} locale={locale} directory={found} mayRegister={isOperator(scope)} />
    return page(c, { title: t.organisations.list.title, description: t.organisations.list.lede, isPublic: true }, view)
  })

  app.get('/:locale/alliances/:slug', async (c) => {
    const { t, locale, scope, services } = c.var
    const alliance = await allianceBySlug(services.database.db, scope, c.req.param('slug'))
    if (!alliance) return errorPage(c, 'notFound')
    const title = textFor(alliance.name, locale)?.text ?? alliance.slug
    const facts = {
      title,
      description: textFor(alliance.purpose, locale)?.text ?? t.organisations.alliance.description({ name: title }),
      isPublic: true,
      structuredData: [allianceData(alliance, locale, services.config.origin)],
    }
    return page(c, facts, <AllianceView t={t} locale={locale} alliance={alliance} />)
  })

  app.get('/:locale/clusters/:slug', async (c) => {
    const { t, locale, scope, services } = c.var
    const cluster = await clusterBySlug(services.database.db, scope, c.req.param('slug'))
    if (!cluster) return errorPage(c, 'notFound')
    const description = textFor(cluster.description, locale)?.text
    const facts = {
      title: textFor(cluster.name, locale)?.text ?? cluster.slug,
      ...(description ? { description } : {}),
      isPublic: true,
      structuredData: [clusterData(cluster, locale, services.config.origin)],
    }
    return page(c, facts, <ClusterView t={t} locale={locale} cluster={cluster} />)
  })

  app.get('/:locale/organisations/:slug', async (c) => {
    const { t, locale, scope, services } = c.var
    const organisation = await organisationBySlug(services.database.db, scope, c.req.param('slug'))
    if (!organisation) return errorPage(c, 'notFound')
    const description = textFor(organisation.description, locale)?.text
    const facts = {
      title: textFor(organisation.name, locale)?.text ?? organisation.slug,
      ...(description ? { description } : {}),
      isPublic: true,
      ...(c.req.query('done') === 'saved' ? { notice: t.organisations.edit.saved } : {}),
      structuredData: [organisationData(organisation, locale, services.config.origin)],
    }
    const may = mayDescribe(scope, organisation.id)
    const view = { t, locale, organisation, now: services.clock.now(), mayEdit: may }
    return page(c, facts, <OrganisationView {...view} />)
  })
}
