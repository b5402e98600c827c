import type { z } from 'zod'
import { type FieldErrors, readForm } from '../../web/forms.ts'
import type { Routes, Web } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { abortCeremony } from '../aborting.ts'
import { beginStage } from '../beginning.ts'
import { endCeremony, endStage } from '../ending.ts'
import { confirmedForm, contentFrom, freeForm, moveForm, stageForm } from '../forms.ts'
import { openQuestions } from '../opening.ts'
import { CuesPage } from '../pages/cues.tsx'
import type { Kept } from '../pages/kept.ts'
import { reasonLanguages } from '../pages/reasons.tsx'
import { pauseCeremony, resumeCeremony } from '../pausing.ts'
import { questionQueue } from '../questions/queue.ts'
import { awaitSignatory, preventSignatory } from '../readying.ts'
import { type Refusal, refusalErrors, refusalStatus } from '../refusals.ts'
import { ceremonyNow, cueSheetOf } from '../sheets.ts'
import { undoMove } from '../undoing.ts'
import {
  addressOf,
  type Answer,
  readerOf,
  type Ready,
  refreshIfAsked,
  settingOf,
  streamOf,
  withCrew,
} from './asking.tsx'

const cues = '/:locale/ceremonies/:slug/cues'

export const cueRoutes: Routes = (app) => {
  app.get(
    cues,
    withCrew((c, ready) => {
      refreshIfAsked(c)
      return showCues(c, ready)
    }),
  )

  app.post(
    `${cues}/stage`,
    doing('stage', stageForm, ({ c, ready, data: { saw, stageId } }) =>
      beginStage(c.var.services, c.var.scope, ready.event.id, { seen: saw, stageId }),
    ),
  )

  app.post(
    `${cues}/stage-end`,
    doing('stage-end', stageForm, ({ c, ready, data: { saw, stageId } }) =>
      endStage(c.var.services, c.var.scope, ready.event.id, { seen: saw, stageId }),
    ),
  )

  app.post(
    `${cues}/end`,
    doing('end', confirmedForm, ({ c, ready, data: { saw } }) =>
      endCeremony(c.var.services, c.var.scope, ready.event.id, { seen: saw }),
    ),
  )

  app.post(
    `${cues}/pause`,
    doing('pause', moveForm, ({ c, ready, data: { saw }, reason }) =>
      pauseCeremony(c.var.services, c.var.scope, ready.event.id, { seen: saw, reason }),
    ),
  )

  app.post(
    `${cues}/resumption`,
    doing('resumption', moveForm, ({ c, ready, data: { saw } }) =>
      resumeCeremony(c.var.services, c.var.scope, ready.event.id, { seen: saw }),
    ),
  )

  app.post(
    `${cues}/abort`,
    doing('abort', confirmedForm, ({ c, ready, data: { saw }, reason }) =>
      abortCeremony(c.var.services, c.var.scope, ready.event.id, { seen: saw, reason }),
    ),
  )

  app.post(
    `${cues}/undoing`,
    doing('undoing', moveForm, ({ c, ready, data: { saw } }) =>
      undoMove(c.var.services, c.var.scope, ready.event.id, { seen: saw }),
    ),
  )

  app.post(
    `${cues}/questions`,
    doing('questions', confirmedForm, ({ c, ready, data: { saw }, reason }) =>
      openQuestions(c.var.services, c.var.scope, ready.event.id, { seen: saw, reason }),
    ),
  )

  app.post(
    `${cues}/signatories/:signatory/prevented`,
    doing('prevented', freeForm, ({ c, ready, reason }) =>
      preventSignatory(c.var.services, c.var.scope, ready.event.id, { signatoryId: signatoryOf(c), reason }),
    ),
  )

  app.post(
    `${cues}/signatories/:signatory/awaited`,
    doing('awaited', freeForm, ({ c, ready }) =>
      awaitSignatory(c.var.services, c.var.scope, ready.event.id, { signatoryId: signatoryOf(c) }),
    ),
  )
}

const signatoryOf = (c: Web): string => c.req.param('signatory') ?? ''

type Doing<T> = { c: Web; ready: Ready; data: T; reason: ReturnType<typeof contentFrom> }

/** One act of the operator: the form read, the verb, and back to the cue sheet, or the sheet again with what was typed. */
function doing<S extends z.ZodType>(
  name: string,
  schema: S,
  act: (given: Doing<z.output<S>>) => Promise<{ seq: number } | Refusal>,
) {
  return withCrew(async (c, ready) => {
    const form = await readForm(c, schema)
    const kept = `${name}${c.req.param('signatory') ? `-${signatoryOf(c)}` : ''}`
    if (!form.ok)
      return showCues(c, ready, { form: kept, entries: form.entries, errors: toCorrect(c, form.errors) }, 422)
    const reason = contentFrom(form.entries, 'reason', reasonLanguages(settingOf(ready.event), c.var.locale))
    const outcome = await act({ c, ready, data: form.data, reason })
    if (!('refused' in outcome)) return c.redirect(addressOf(c, ready.event.slug, '/cues'), 303)
    const errors = refusalErrors(c.var.t, outcome)
    return showCues(c, ready, { form: kept, entries: form.entries, errors }, refusalStatus(outcome))
  })
}

/** What cannot be taken back is done only with a tick. */
const toCorrect = (c: Web, errors: FieldErrors): FieldErrors =>
  errors['confirmed'] ? { ...errors, confirmed: c.var.t.ceremonies.cues.confirmFirst } : errors

export async function showCues(c: Web, ready: Ready, kept?: Kept, status?: 403 | 404 | 409 | 422): Promise<Response> {
  const { services, t } = c.var
  const { event, board } = ready
  const questions = (await questionQueue(services.database.db, c.var.scope, event.id)) ?? []
  const answer: Answer = page(
    c,
    { title: t.ceremonies.cues.title, islands: ['ceremony-board'], ...(status ? { status } : {}) },
    <CuesPage
      {...readerOf(c)}
      sheet={cueSheetOf(board, event.ceremony, questions, ceremonyNow(board, services.clock))}
      setting={settingOf(event)}
      stream={streamOf(c, event)}
      base={addressOf(c, event.slug)}
      kept={kept}
    />,
  )
  return answer
}
