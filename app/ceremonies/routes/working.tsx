import type { z } from 'zod'
import { signInFirst } from '../../accounts/signInFirst.tsx'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { helpersOf } from '../finding.ts'
import { answerForm, contentFrom, moderationForm, translationForm } from '../forms.ts'
import { glossaryOf } from '../glossary.ts'
import { InterpreterPage } from '../pages/interpreter.tsx'
import type { Kept } from '../pages/kept.ts'
import { ModerationPage } from '../pages/moderationPage.tsx'
import { reasonLanguages } from '../pages/reasons.tsx'
import { SignatoryPage } from '../pages/signatory.tsx'
import { answerQuestion } from '../questions/answering.ts'
import { moderateQuestion, type Moderation } from '../questions/moderating.ts'
import { questionQueue } from '../questions/queue.ts'
import { translateQuestion } from '../questions/translating.ts'
import { awaitSignatory, markReady } from '../readying.ts'
import { type Refusal, refusalErrors, refusalStatus } from '../refusals.ts'
import { ceremonyNow, cueSheetOf } from '../sheets.ts'
import {
  addressOf,
  type Answer,
  readerOf,
  type Ready,
  refreshIfAsked,
  settingOf,
  streamOf,
  tonguesOf,
  withCeremony,
  withCrew,
} from './asking.tsx'
import { showCues } from './cues.tsx'

const here = '/:locale/ceremonies/:slug'
type Status = 403 | 404 | 409 | 422

/** The pages of those who moderate, interpret and sign. */
export const workingRoutes: Routes = (app) => {
  app.get(
    `${here}/questions`,
    withCrew((c, ready) => {
      refreshIfAsked(c)
      return showQuestions(c, ready)
    }),
  )
  app.get(
    `${here}/interpreter`,
    withCrew((c, ready) => {
      refreshIfAsked(c)
      return showInterpreter(c, ready)
    }),
  )
  app.post(
    `${here}/questions/:question/state`,
    moderating(moderationForm, ({ c, ready, question, data }) =>
      moderateQuestion(c.var.services, c.var.scope, ready.event.id, question, moderationOf(c, data)),
    ),
  )
  app.post(
    `${here}/questions/:question/answers`,
    moderating(answerForm, ({ c, ready, question, data, text }) =>
      answerQuestion(c.var.services, c.var.scope, ready.event.id, question, { text, answeredBy: data.answeredBy }),
    ),
  )
  app.post(
    `${here}/questions/:question/translation`,
    moderating(translationForm, ({ c, ready, question, text }) =>
      translateQuestion(c.var.services, c.var.scope, ready.event.id, question, text.text),
    ),
  )
  app.get(
    `${here}/signatory`,
    withSignatory((c, ready) => {
      refreshIfAsked(c)
      return showSignatory(c, ready)
    }),
  )
  app.post(
    `${here}/signatory/ready`,
    withSignatory(async (c, ready) => {
      const input = { signatoryId: ready.event.signatoryId ?? '' }
      return answerSignatory(c, ready, await markReady(c.var.services, c.var.scope, ready.event.id, input))
    }),
  )
  app.post(
    `${here}/signatory/absence`,
    withSignatory(async (c, ready) => {
      const input = { signatoryId: ready.event.signatoryId ?? '' }
      return answerSignatory(c, ready, await awaitSignatory(c.var.services, c.var.scope, ready.event.id, input))
    }),
  )
}

function moderationOf(c: Web, { state, into, reason }: z.output<typeof moderationForm>): Moderation {
  const said = reason ? { original: c.var.locale, text: { [c.var.locale]: reason } } : null
  if (state === 'merged') return { state, intoId: into ?? '', reason: said }
  if (state === 'declined') return { state, reason: said ?? { original: c.var.locale, text: {} } }
  return state === 'held' ? { state, reason: said } : { state }
}

type Moderating<T> = { c: Web; ready: Ready; question: string; data: T; text: ReturnType<typeof contentFrom> }

/** One act on a question, and back to the page it was done on. */
function moderating<S extends z.ZodType<{ back: 'cues' | 'questions' | 'interpreter' }>>(
  schema: S,
  act: (given: Moderating<z.output<S>>) => Promise<object | Refusal>,
) {
  return withCrew(async (c, ready) => {
    const form = await readForm(c, schema)
    const question = c.req.param('question') ?? ''
    const back = form.ok ? form.data.back : 'questions'
    const kept = (errors: Record<string, string>): Kept => ({
      form: `${formOf(c, form.entries)}-${question}`,
      entries: form.entries,
      errors,
    })
    if (!form.ok) return showAgain(c, ready, back, kept(form.errors), 422)
    const text = contentFrom(form.entries, 'text', reasonLanguages(settingOf(ready.event), c.var.locale))
    const outcome = await act({ c, ready, question, data: form.data, text })
    if (!('refused' in outcome)) return c.redirect(addressOf(c, ready.event.slug, `/${back}#queue`), 303)
    return showAgain(c, ready, back, kept(refusalErrors(c.var.t, outcome)), refusalStatus(outcome))
  })
}

/** Which of the queue's forms it was, as the page names them. */
function formOf(c: Web, entries: Record<string, string>): string {
  if (c.req.path.endsWith('/answers')) return 'answer'
  if (c.req.path.endsWith('/translation')) return 'translation'
  return entries['state'] === 'merged' ? 'merge' : 'decline'
}

const showAgain = (c: Web, ready: Ready, back: 'cues' | 'questions' | 'interpreter', kept: Kept, status: Status) =>
  ({ cues: showCues, questions: showQuestions, interpreter: showInterpreter })[back](c, ready, kept, status)

async function showQuestions(c: Web, { event, board }: Ready, kept?: Kept, status?: Status): Promise<Response> {
  const questions = (await questionQueue(c.var.services.database.db, c.var.scope, event.id)) ?? []
  return page(
    c,
    { title: c.var.t.ceremonies.moderation.title, islands: ['ceremony-board'], ...(status ? { status } : {}) },
    <ModerationPage
      {...readerOf(c)}
      board={board}
      questions={questions}
      setting={settingOf(event)}
      stream={streamOf(c, event)}
      base={addressOf(c, event.slug)}
      kept={kept}
    />,
  )
}

async function showInterpreter(c: Web, { event, board }: Ready, kept?: Kept, status?: Status): Promise<Response> {
  const { database, clock } = c.var.services
  const questions = (await questionQueue(database.db, c.var.scope, event.id)) ?? []
  return page(
    c,
    { title: c.var.t.ceremonies.interpreter.title, islands: ['ceremony-board'], ...(status ? { status } : {}) },
    <InterpreterPage
      {...readerOf(c)}
      sheet={cueSheetOf(board, event.ceremony, questions, ceremonyNow(board, clock))}
      setting={settingOf(event)}
      stream={streamOf(c, event)}
      base={addressOf(c, event.slug)}
      tongues={tonguesOf(event.languages, c.var.locale).map((locale) => ({ locale, t: catalogues[locale] }))}
      glossary={await glossaryOf(database.db, event.agreement?.id ?? null, clock.now())}
      kept={kept}
    />,
  )
}

const withSignatory = (handle: (c: Web, ready: Ready) => Answer) =>
  withCeremony((c, ready) => {
    if (!c.var.scope.person) return signInFirst(c)
    return ready.event.signatoryId ? handle(c, ready) : errorPage(c, 'forbidden')
  })

function answerSignatory(c: Web, ready: Ready, outcome: object | Refusal): Answer {
  if (!('refused' in outcome)) return c.redirect(addressOf(c, ready.event.slug, '/signatory'), 303)
  const errors = refusalErrors(c.var.t, outcome)
  return showSignatory(c, ready, { form: 'ready', entries: {}, errors }, refusalStatus(outcome))
}

async function showSignatory(c: Web, { event, board }: Ready, kept?: Kept, status?: Status): Promise<Response> {
  const me = board.signatories.find(({ id }) => id === event.signatoryId)
  if (!me) return errorPage(c, 'notFound')
  return page(
    c,
    { title: c.var.t.ceremonies.views.signatory, islands: ['ceremony-board'], ...(status ? { status } : {}) },
    <SignatoryPage
      {...readerOf(c)}
      board={board}
      setting={settingOf(event)}
      stream={streamOf(c, event)}
      base={addressOf(c, event.slug)}
      me={me}
      signing={`/${c.var.locale}/agreements/${event.agreement?.reference ?? ''}/sign`}
      helpers={await helpersOf(c.var.services.database.db, event)}
      kept={kept}
    />,
  )
}
