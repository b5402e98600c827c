import type { Routes } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { readAsked } from './forms.ts'
import { DirectoryView } from './pages.tsx'
import { readDirectory } from './queries.ts'

/** The directory of members: whom one can work with, found in any of the five languages. */
export const directoryRoutes: Routes = (app) => {
  app.get('/:locale/directory', async (c) => {
    const { t, locale, scope, services } = c.var
    const listing = await readDirectory(services.database.db, scope, services.clock.now(), readAsked(c.req.query()))
    const { q } = listing.asked
    const title = q ? t.directory.titleFor({ words: q }) : t.directory.title
    // Search engines keep the entrance, not every question that was ever asked.
    const isPublic = Object.keys(c.req.query()).length === 0
    return page(
      c,
      { title, description: t.directory.lede, isPublic },
      <DirectoryView t={t} locale={locale} listing={listing} />,
    )
  })
}
