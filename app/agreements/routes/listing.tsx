import { organisationsOf } from '../../accounts/scope.ts'
import { isId } from '../../platform/ids.ts'
import type { Routes } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { AgreementList } from '../pages/list.tsx'
import { listAgreements } from '../queries.ts'
import { choicesFor } from '../choosing.ts'
import { readerOf } from './asking.tsx'

const PAGE = 50

export const listingRoutes: Routes = (app) => {
  app.get('/:locale/agreements', async (c) => {
    const { services, scope, t } = c.var
    const before = c.req.query('before')
    const from = before && isId(before) ? { before } : {}
    const found = await listAgreements(services.database.db, scope, services.clock.now(), { limit: PAGE + 1, ...from })
    const agreements = found.slice(0, PAGE)
    const { leads } = await choicesFor(services.database.db, scope)
    const data = {
      agreements,
      registers: leads,
      older: found.length > PAGE ? (agreements.at(-1)?.id ?? null) : null,
      isFirstPage: !('before' in from),
      mayDraft: organisationsOf(scope, 'coordinator', 'manager').length > 0,
      isSignedIn: scope.person !== null,
    }
    const { title, intro } = t.agreements.list
    return page(
      c,
      { title, description: intro, isPublic: !data.isSignedIn },
      <AgreementList {...readerOf(c)} {...data} />,
    )
  })
}
