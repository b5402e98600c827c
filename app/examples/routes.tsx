import { z } from 'zod'
import { root } from '../main.ts'
import type { Routes, Services } from '../web/env.ts'
import { errorPage } from '../web/errors.tsx'
import { page } from '../web/page.tsx'
import { type Replay, replay } from './afternoon/replaying.ts'
import { ReplayPage } from './replayPage.tsx'

/** The replay of this process, under way or the last that was. One at a time: two would share the demonstration's people. */
type Standing = { replay: Replay; state: 'running' | 'ended' | 'failed' }
const standings = new WeakMap<Services, Standing | 'preparing'>()

const speed = z.coerce.number().pipe(z.union([z.literal(10), z.literal(20), z.literal(60)]))

/** `…/replay`: the ceremony of the example, run again. Only where the whole installation is a demonstration. */
export const exampleRoutes: Routes = (app) => {
  app.get('/:locale/replay', (c) => {
    const { services, t, locale } = c.var
    if (!services.config.demo) return errorPage(c, 'notFound')
    const standing = standings.get(services)
    const shown = standing && standing !== 'preparing' ? { slug: standing.replay.slug, state: standing.state } : null
    return page(c, { title: t.replay.title, description: t.replay.lede }, <ReplayPage {...{ t, locale, shown }} />)
  })

  app.post('/:locale/replay', async (c) => {
    const { services, locale } = c.var
    if (!services.config.demo) return errorPage(c, 'notFound')
    const standing = standings.get(services)
    // A second press leads to what the first one began.
    if (standing === 'preparing') return c.redirect(`/${locale}/replay`, 303)
    if (standing?.state === 'running') return c.redirect(`/${locale}/ceremonies/${standing.replay.slug}`, 303)
    const wanted = speed.safeParse((await c.req.parseBody())['speed'])
    const begun = await begin(services, wanted.success ? wanted.data : 20)
    return c.redirect(`/${locale}/ceremonies/${begun.slug}`, 303)
  })
}

async function begin(services: Services, times: number): Promise<Replay> {
  standings.set(services, 'preparing')
  try {
    const begun = await replay(services, root, { speed: times })
    const standing: Standing = { replay: begun, state: 'running' }
    standings.set(services, standing)
    begun.ended.then(
      () => (standing.state = 'ended'),
      (error: unknown) => {
        standing.state = 'failed'
        services.log('replay-failed', { error: String(error) })
      },
    )
    return begun
  } catch (error) {
    standings.delete(services)
    throw error
  }
}
