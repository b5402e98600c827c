import type { Routes } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { lookUpCodes } from './looking.ts'
import { CodesView } from './pages.tsx'

/** Codes of the European nomenclature, looked up by words of any of the five languages. */
export const codeRoutes: Routes = (app) => {
  app.get('/:locale/codes', async (c) => {
    const { t, locale, services } = c.var
    const asked = { q: (c.req.query('q') ?? '').slice(0, 200), under: (c.req.query('under') ?? '').slice(0, 20) }
    const found = await lookUpCodes(services.database.db, asked)
    const facts = { title: t.codes.title, description: t.codes.lede, isPublic: !asked.q && !asked.under }
    return page(c, facts, <CodesView {...{ t, locale, asked, found }} />)
  })
}
