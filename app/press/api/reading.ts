import { z } from 'zod'
import { operation, type Operation } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { sendPaper } from '../routes/files.ts'
import { ownRelease, publicRelease, publicReleases, releasesInWork } from '../queries.ts'
import { presentRelease, summaryOf } from './presenting.ts'
import * as own from './shapes.ts'

const tag = 'press'

export const readingOperations: readonly Operation[] = [
  operation({
    id: 'listReleases',
    method: 'get',
    path: '/releases',
    tag,
    needs: 'public',
    summary: 'The newest thirty public releases; with a token also those that one’s organisations are making.',
    answers: z.object({ items: z.array(own.summary) }),
    async run({ c }) {
      const { services, scope } = c.var
      const { db } = services.database
      const now = services.clock.now()
      const inWork = await releasesInWork(db, scope, now)
      const shown = await publicReleases(db, scope, now)
      return {
        items: [
          ...inWork.map((release) => summaryOf(release, 'own')),
          ...shown.map((release) => summaryOf(release, 'public')),
        ],
      }
    },
  }),
  operation({
    id: 'readRelease',
    method: 'get',
    path: '/releases/{slug}',
    tag,
    needs: 'public',
    summary:
      'One release: for its issuers as they are making it, for others as it is public. Before that there is none.',
    answers: own.release,
    async run({ c, params }) {
      const { services, scope } = c.var
      const { db } = services.database
      const [slug, now] = [params['slug'] ?? '', services.clock.now()]
      const made = await ownRelease(db, scope, slug, now)
      if (made) return presentRelease(made, 'own')
      const shown = await publicRelease(db, scope, slug, now)
      return shown && presentRelease(shown, 'public')
    },
  }),
  operation({
    id: 'readReleasePaper',
    method: 'get',
    path: '/releases/{slug}/paper',
    tag,
    needs: 'public',
    summary: 'The release as PDF in one of its languages, for whoever may read it now.',
    query: z.strictObject({ language: shapes.locale.optional() }),
    answers: 'application/pdf',
    async run({ c, params }) {
      const { services, scope } = c.var
      const { db } = services.database
      const [slug, now] = [params['slug'] ?? '', services.clock.now()]
      const shown = await publicRelease(db, scope, slug, now)
      if (shown) return shown.shown && sendPaper(c, shown, shown.shown, false)
      const made = await ownRelease(db, scope, slug, now)
      return made && sendPaper(c, made, made.newest, true)
    },
  }),
]
