import { rulesOf } from '../../events/accreditation/rules.ts'
import type { Seat } from '../../events/access/seat.ts'
import { seatOf } from '../../events/access/seats.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { askForm } from '../forms.ts'
import type { Kept } from '../pages/kept.ts'
import { PressPage } from '../pages/press.tsx'
import { askQuestion, draftQuestion, withdrawQuestion } from '../questions/asking.ts'
import { ownQuestions } from '../questions/queue.ts'
import { refusalErrors, refusalStatus } from '../refusals.ts'
import {
  addressOf,
  type Answer,
  readerOf,
  type Ready,
  refreshIfAsked,
  settingOf,
  streamOf,
  withCeremony,
} from './asking.tsx'

const here = '/:locale/ceremonies/:slug/press'
type Status = 403 | 404 | 409 | 422

export const pressRoutes: Routes = (app) => {
  app.get(
    here,
    withCeremony(async (c, ready) => {
      refreshIfAsked(c)
      return showPress(c, ready, await seatOf(c, ready.event.id))
    }),
  )

  app.post(
    `${here}/questions`,
    withSeat(async (c, ready, seat) => {
      const form = await readForm(c, askForm)
      const kept = (errors: Record<string, string>): Kept => ({ form: 'ask', entries: form.entries, errors })
      if (!form.ok) return showPress(c, ready, seat, kept(form.errors), 422)
      const { text, language, named, questionId, act } = form.data
      const asking = { questionId, text, language, named: named === 'yes' }
      const outcome = await (act === 'draft'
        ? draftQuestion(c.var.services, seat, asking)
        : askQuestion(c.var.services, seat, asking))
      if (!('refused' in outcome)) return c.redirect(addressOf(c, ready.event.slug, '/press#asking'), 303)
      return showPress(c, ready, seat, kept(refusalErrors(c.var.t, outcome)), refusalStatus(outcome))
    }),
  )

  app.post(
    `${here}/questions/:question/withdrawal`,
    withSeat(async (c, ready, seat) => {
      const outcome = await withdrawQuestion(c.var.services, seat, c.req.param('question') ?? '')
      if (!('refused' in outcome)) return c.redirect(addressOf(c, ready.event.slug, '/press#asking'), 303)
      const errors = refusalErrors(c.var.t, outcome)
      return showPress(c, ready, seat, { form: 'own', entries: {}, errors }, refusalStatus(outcome))
    }),
  )
}

/** Only for who opened a personal link of this event. */
const withSeat = (handle: (c: Web, ready: Ready, seat: Seat) => Answer) =>
  withCeremony(async (c, ready) => {
    const seat = await seatOf(c, ready.event.id)
    return seat ? handle(c, ready, seat) : errorPage(c, 'forbidden')
  })

async function showPress(c: Web, { event, board }: Ready, seat: Seat | null, kept?: Kept, status?: Status) {
  const { db } = c.var.services.database
  const reader = readerOf(c)
  return page(
    c,
    { title: c.var.t.ceremonies.press.title, islands: ['ceremony-board', 'copy-text'], ...(status ? { status } : {}) },
    <PressPage
      {...reader}
      zone={seat?.timeZone ?? reader.zone}
      board={board}
      setting={settingOf(event)}
      stream={streamOf(c, event)}
      base={addressOf(c, event.slug)}
      seat={seat}
      rules={(await rulesOf(db, event.id))?.text ?? null}
      own={seat ? await ownQuestions(db, seat) : []}
      links={[{ href: `/${c.var.locale}/releases`, label: c.var.t.ceremonies.press.releases }]}
      draftId={c.req.query('draft') ?? null}
      kept={kept}
    />,
  )
}
