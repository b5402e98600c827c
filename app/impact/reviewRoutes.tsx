import { signInFirst } from '../accounts/signInFirst.tsx'
import type { Routes } from '../web/env.ts'
import { errorPage } from '../web/errors.tsx'
import { page } from '../web/page.tsx'
import { downloadAs } from './downloading.ts'
import { ReviewPage } from './pages/review.tsx'
import { sheetTables } from './spreadsheets.ts'
import { reviewSheet } from './paper/reviewSheet.ts'
import { reviewOf } from './review/reviewing.ts'

/** A year of an agreement, for both boards. */
export const reviewRoutes: Routes = (app) => {
  app.get('/:locale/agreements/:reference/review', async (c) => {
    const { t, locale, scope, services } = c.var
    if (!scope.person) return signInFirst(c)
    const asked = { at: services.clock.now(), number: Number(c.req.query('year')) || undefined }
    const review = await reviewOf(services.database.db, scope, c.req.param('reference'), asked)
    if (!review) return errorPage(c, 'notFound')
    const sheet = reviewSheet(t, locale, review)
    const name = `${review.agreement.reference}-${review.year.number}`
    const file = await downloadAs(c, name, { tables: () => sheetTables(sheet), paper: sheet })
    return file ?? page(c, { title: sheet.title }, <ReviewPage {...{ t, locale, review, sheet }} />)
  })
}
