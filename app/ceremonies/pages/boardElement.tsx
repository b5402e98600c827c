import type { Child } from 'hono/jsx'
import type { Board } from '../board.ts'
import { type Reader, shownName, signatoryName, stageTitle } from './reader.ts'

/** What the island says aloud when the board moves, in the reader's words; `{…}` are filled in by it. */
export type Sayings = Record<
  | 'signed'
  | 'ready'
  | 'prevented'
  | 'completed'
  | 'stage'
  | 'paused'
  | 'resumed'
  | 'aborted'
  | 'ended'
  | 'questionsOpen'
  | 'question'
  | 'answer',
  string
>

export type BoardFacts = {
  board: Board
  /** Where this page is asked for: a form that came back stands at another address. */
  page: string
  /** Where the stream of this board is. */
  stream: string
  /** `patch`: the page is changed by the board's own data. `ask`: the page is asked for again, for what is not on the board. */
  mode: 'patch' | 'ask'
  /** A screen that is photographed shows nothing but the ceremony. */
  isBare?: boolean
}

/** The element that keeps a page true while the board moves. Without scripts the page stays as it was served, and says how to refresh it. */
export function BoardElement(props: Reader & BoardFacts & { children?: Child }) {
  const { t, locale, board, stream, mode, page } = props
  const words = t.ceremonies.live
  return (
    <ceremony-board
      data-stream={stream}
      data-page={page}
      data-seq={String(board.seq)}
      data-mode={mode}
      data-locale={locale}
      data-zone={board.zone}
      data-said={JSON.stringify(sayings(props))}
      data-named={JSON.stringify(named(props))}
    >
      <div class={props.isBare ? 'visually-hidden' : 'board-bar'}>
        <p class="board-lost" data-lost={words.lost({ time: '{time}' })} hidden></p>
        {props.isBare ? null : (
          <button type="button" class="button button-quiet" data-pause data-resume={words.resume} hidden>
            {words.pause}
          </button>
        )}
        <noscript>
          <p>
            <a href={`${page}${page.includes('?') ? '&' : '?'}refresh=10`}>{words.refresh}</a>
          </p>
        </noscript>
        <p role="status" class="visually-hidden" data-said-here></p>
      </div>
      {props.children}
    </ceremony-board>
  )
}

const names = { name: '{name}', organisation: '{organisation}', signed: '{signed}', required: '{required}' }

function sayings({ t }: Reader): Sayings {
  const { said } = t.ceremonies
  return {
    signed: said.signed(names),
    ready: said.ready(names),
    prevented: said.prevented(names),
    completed: said.completed,
    stage: said.stage({ stage: '{stage}' }),
    paused: said.paused,
    resumed: said.resumed,
    aborted: said.aborted,
    ended: said.ended,
    questionsOpen: said.questionsOpen,
    question: said.question,
    answer: said.answer,
  }
}

/** The words for everything on the board that a sentence may name. */
function named(props: Reader & { board: Board }): Record<string, string[]> {
  const { board, locale } = props
  return Object.fromEntries([
    ...board.signatories.map((signatory) => [
      signatory.id,
      [signatoryName(signatory, locale), shownName(signatory.organisation, locale).text],
    ]),
    ...board.stages.map((stage) => [stage.id, [stageTitle(stage, props).text]]),
  ])
}
