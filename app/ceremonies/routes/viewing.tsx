import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { Routes, Web } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { shown } from '../pages/reader.ts'
import { RecordPage } from '../pages/record.tsx'
import { StagePage } from '../pages/stage.tsx'
import { StageDocument, type StageTheme } from '../pages/stageDocument.tsx'
import { UnplannedPage } from '../pages/unplanned.tsx'
import { ViewerPage } from '../pages/viewer.tsx'
import type { CeremonyEvent } from '../finding.ts'
import {
  addressOf,
  type Answer,
  readerOf,
  type Ready,
  readyOf,
  refreshIfAsked,
  settingOf,
  streamOf,
  tonguesOf,
  withCeremony,
  withEvent,
} from './asking.tsx'

export const viewingRoutes: Routes = (app) => {
  app.get(
    '/:locale/ceremonies/:slug',
    withEvent(async (c, event) => {
      refreshIfAsked(c)
      const ready = await readyOf(c, event)
      return ready ? showViewer(c, ready) : showUnplanned(c, event)
    }),
  )

  app.get(
    '/:locale/ceremonies/:slug/stage',
    withCeremony((c, { event, board }) => {
      refreshIfAsked(c)
      const { assets } = c.var.services
      const tongues = tonguesOf(event.languages, c.var.locale).map((locale) => ({ locale, t: catalogues[locale] }))
      const [first = c.var.locale] = tongues.map(({ locale }) => locale)
      c.header('Vary', 'Cookie')
      c.header('Cache-Control', 'private, no-store')
      return c.html(
        <StageDocument
          locale={first}
          title={shown(board.title, first).text}
          theme={themeOf(c)}
          assets={{ css: assets.css, scripts: [assets.island('ceremony-board')] }}
        >
          <StagePage
            page={`${addressOf(c, event.slug, '/stage')}?theme=${themeOf(c)}`}
            board={board}
            setting={settingOf(event)}
            stream={streamOf(c, event)}
            tongues={tongues}
          />
        </StageDocument>,
      )
    }),
  )

  app.get(
    '/:locale/ceremonies/:slug/record',
    withCeremony((c, { event, board }) =>
      page(
        c,
        { title: c.var.t.ceremonies.record.title, isPublic: event.isPublished },
        <RecordPage {...readerOf(c)} board={board} setting={settingOf(event)} back={addressOf(c, event.slug)} />,
      ),
    ),
  )
}

function showViewer(c: Web, { event, board }: Ready): Answer {
  return page(
    c,
    { title: shown(board.title, c.var.locale).text, isPublic: event.isPublished, islands: ['ceremony-board'] },
    <ViewerPage
      {...readerOf(c)}
      page={addressOf(c, event.slug)}
      board={board}
      setting={settingOf(event)}
      stream={streamOf(c, event)}
      links={linksFor(c, { event, board })}
    />,
  )
}

/** The event is known before its run of show is written: then its page says what will be here. */
function showUnplanned(c: Web, event: CeremonyEvent): Answer {
  return page(
    c,
    { title: shown(event.title, c.var.locale).text, isPublic: event.isPublished },
    <UnplannedPage
      {...readerOf(c)}
      title={event.title}
      setting={settingOf(event)}
      plan={event.mayPlan ? addressOf(c, event.slug, '/plan') : null}
    />,
  )
}

const themeOf = (c: Web): StageTheme => (c.req.query('theme') === 'dark' ? 'dark' : 'light')

/** Ways on from the viewer's page: for everybody, and for those who have a part in it. */
function linksFor(c: Web, { event, board }: Ready): { href: string; label: string }[] {
  const words = c.var.t.ceremonies.views
  const below = (path: string) => addressOf(c, event.slug, path)
  const { agreement } = event
  return [
    ...(event.signatoryId ? [{ href: below('/signatory'), label: words.signatory }] : []),
    ...(event.mayMove ? [{ href: below('/cues'), label: words.cues }] : []),
    ...(event.mayPlan ? [{ href: below('/plan'), label: words.plan }] : []),
    { href: below('/press'), label: words.press },
    { href: below('/stage'), label: words.stage },
    ...(board.questions.answered > 0 ? [{ href: below('/record'), label: words.record }] : []),
    ...(agreement?.isPublic
      ? [{ href: `/${c.var.locale}/agreements/${agreement.reference}`, label: words.agreement }]
      : []),
  ]
}
