import { z } from 'zod'
import { signInFirst } from '../../accounts/signInFirst.tsx'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { isId } from '../../platform/ids.ts'
import { type ListCluster, listCluster } from '../lists.ts'
import { textFor } from '../profileText.ts'
import { answers, decideDuplicate } from './deciding.ts'
import { DuplicatesView } from './pages.tsx'
import { countOpenPairs, decidedPairs, lastLook, openPairs } from './queries.ts'
import { type DuplicateRefusal, refusalStatus } from './refusals.ts'

const decisionForm = z.object({ answer: z.enum(answers, 'choose') })

/** Members that may be entered twice, before the office that keeps the list. */
export const duplicateRoutes: Routes = (app) => {
  app.get('/:locale/duplicates/:cluster', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const cluster = await load(c)
    return cluster ? show(c, cluster) : errorPage(c, 'notFound')
  })

  app.post('/:locale/duplicates/:cluster/:pair', async (c) => {
    const [cluster, proposalId] = [await load(c), c.req.param('pair')]
    if (!cluster || !isId(proposalId)) return errorPage(c, 'notFound')
    const { services, scope, locale } = c.var
    const form = await readForm(c, decisionForm)
    if (!form.ok) return show(c, cluster)
    const outcome = await decideDuplicate(services, scope, cluster, { proposalId, answer: form.data.answer })
    if ('refused' in outcome) return show(c, cluster, outcome.refused)
    const done = outcome.kept > 0 ? 'reopened-in-part' : outcome.decided
    return c.redirect(`/${locale}/duplicates/${cluster.slug}?done=${done}`, 303)
  })
}

const load = (c: Web): Promise<ListCluster | null> =>
  listCluster(c.var.services.database.db, c.var.scope, c.req.param('cluster') ?? '')

async function show(c: Web, cluster: ListCluster, refused?: DuplicateRefusal): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const { db } = services.database
  const now = services.clock.now()
  const from = Math.max(0, Math.trunc(Number(c.req.query('from'))) || 0)
  const data = {
    t,
    locale,
    cluster,
    from,
    total: await countOpenPairs(db, scope, cluster, now),
    open: await openPairs(db, scope, cluster, now, from),
    decided: await decidedPairs(db, scope, cluster),
    lookedAt: await lastLook(db, scope),
    errors: refused ? { form: t.duplicates.refusals[refused] } : {},
  }
  const notices: Record<string, string> = t.duplicates.notices
  const notice = notices[c.req.query('done') ?? '']
  const title = t.duplicates.title({ cluster: textFor(cluster.name, locale)?.text ?? cluster.slug })
  const facts = { title, ...(refused ? { status: refusalStatus(refused) } : notice ? { notice } : {}) }
  return page(c, facts, <DuplicatesView title={title} {...data} />)
}
