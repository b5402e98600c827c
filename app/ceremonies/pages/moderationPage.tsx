import { ErrorSummary } from '../../ui/form.tsx'
import type { Board } from '../board.ts'
import { liveOf } from '../pieces.ts'
import { BoardElement } from './boardElement.tsx'
import { ModerationQueue, type ModerationProps } from './moderation.tsx'
import { QuestionCounts, QuestionGate } from './questions.tsx'
import { shown } from './reader.ts'
import { Views } from './views.tsx'

/** The queue alone, for whoever does nothing else that afternoon. */
export function ModerationPage(props: Omit<ModerationProps, 'back'> & { board: Board; stream: string }) {
  const { t, locale, board, kept } = props
  const live = liveOf(board)
  const title = shown(board.title, locale)
  return (
    <BoardElement {...props} page={`${props.base}/questions`} mode="ask">
      <article class="stack-wide">
        <ErrorSummary title={t.ceremonies.cues.refused} errors={kept?.errors ?? {}} />
        <header class="stack">
          <Views {...props} here="questions" />
          <p class="soft" lang={title.locale}>
            {title.text}
          </p>
          <h1>{t.ceremonies.questions.title}</h1>
          <QuestionGate {...props} live={live} />
          <QuestionCounts t={t} live={live} />
        </header>
        <ModerationQueue {...props} back="questions" />
      </article>
    </BoardElement>
  )
}
