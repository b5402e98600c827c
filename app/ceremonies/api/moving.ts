import type { z } from 'zod'
import type { Scope } from '../../accounts/scope.ts'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import type { Services } from '../../web/env.ts'
import { abortCeremony } from '../aborting.ts'
import { boardOf } from '../assembling.ts'
import { beginStage } from '../beginning.ts'
import { endCeremony, endStage } from '../ending.ts'
import { openQuestions } from '../opening.ts'
import { pauseCeremony, resumeCeremony } from '../pausing.ts'
import { planCeremony } from '../planning.ts'
import { awaitSignatory, markReady, preventSignatory } from '../readying.ts'
import { undoMove } from '../undoing.ts'
import { part, withCeremony } from './asking.ts'
import * as own from './shapes.ts'

const tag = 'ceremonies'
const here = '/ceremonies/{slug}'

/** The board, the run of show, and what moves them. */
export const movingOperations: readonly Operation[] = [
  operation({
    id: 'getBoard',
    method: 'get',
    path: `${here}/board`,
    tag,
    needs: 'public',
    summary:
      'The live board of a ceremony, in all its languages. As it moves: server-sent events, /ceremonies/{slug}/board/stream.',
    answers: own.board,
    run: (asked) => withCeremony(asked, ({ services, eventId }) => boardOf(services.database.db, eventId)),
  }),
  operation({
    id: 'planCeremony',
    method: 'put',
    path: `${here}/plan`,
    tag,
    needs: 'ceremonies:write',
    summary: 'Write the run of show, or write it anew until the first stage other than a rehearsal has begun.',
    body: own.plan,
    answers: own.moved,
    refusals: refusalsOf<typeof planCeremony>({
      'no-event': true,
      'not-yours': true,
      begun: true,
      'no-stages': true,
      'out-of-order': true,
      'no-such-stage': true,
      'no-such-person': true,
    }),
    run: (asked) =>
      withCeremony(asked, ({ services, scope, eventId }) =>
        planCeremony(services, scope, eventId, {
          ...asked.body,
          stages: asked.body.stages.map((stage) => ({ ...stage, plannedAt: new Date(stage.plannedAt) })),
        }),
      ),
  }),
  operation({
    id: 'moveCeremony',
    method: 'post',
    path: `${here}/moves`,
    tag,
    needs: 'ceremonies:write',
    summary:
      'Move the ceremony on, hold it, break it off, or take the last move back. Sent twice, a move is made once.',
    body: own.move,
    answers: own.moved,
    refusals: refusalsOf<typeof moveCeremony>({
      'no-ceremony': true,
      'not-yours': true,
      'moved-meanwhile': true,
      'no-such-stage': true,
      'stage-is-past': true,
      'nothing-under-way': true,
      'nothing-to-undo': true,
      'not-running': true,
      'not-paused': true,
      paused: true,
      over: true,
      'already-open': true,
      'signatures-outstanding': true,
      'without-reason': true,
    }),
    run: (asked) =>
      withCeremony(asked, ({ services, scope, eventId }) => moveCeremony(services, scope, eventId, asked.body)),
  }),
  operation({
    id: 'markSignatory',
    method: 'put',
    path: `${here}/signatories/{signatory}/state`,
    tag,
    needs: 'ceremonies:write',
    summary: 'Say that a signatory is ready, is awaited, or cannot sign now. Signatures show themselves.',
    body: own.signatoryState,
    answers: own.moved,
    refusals: refusalsOf<typeof markSignatory>({
      'no-ceremony': true,
      'not-yours': true,
      'no-such-signatory': true,
      'already-signed': true,
      over: true,
      'without-reason': true,
    }),
    run: (asked) =>
      withCeremony(asked, ({ services, scope, eventId }) =>
        markSignatory(services, scope, eventId, { signatoryId: part(asked, 'signatory'), ...asked.body }),
      ),
  }),
]

function moveCeremony(services: Services, scope: Scope, eventId: string, body: z.output<typeof own.move>) {
  switch (body.move) {
    case 'begin-stage':
      return beginStage(services, scope, eventId, body)
    case 'end-stage':
      return endStage(services, scope, eventId, body)
    case 'end':
      return endCeremony(services, scope, eventId, body)
    case 'pause':
      return pauseCeremony(services, scope, eventId, body)
    case 'resume':
      return resumeCeremony(services, scope, eventId, body)
    case 'abort':
      return abortCeremony(services, scope, eventId, body)
    case 'undo':
      return undoMove(services, scope, eventId, body)
    case 'open-questions':
      return openQuestions(services, scope, eventId, body)
  }
}

function markSignatory(
  services: Services,
  scope: Scope,
  eventId: string,
  body: z.output<typeof own.signatoryState> & { signatoryId: string },
) {
  if (body.state === 'prevented') return preventSignatory(services, scope, eventId, body)
  return body.state === 'ready'
    ? markReady(services, scope, eventId, body)
    : awaitSignatory(services, scope, eventId, body)
}
