import { timeForReader } from '../../language/timesForReader.ts'
import type { Board, LiveQuestion } from '../board.ts'
import { liveOf } from '../pieces.ts'
import { QuestionCounts } from './questions.tsx'
import { type Reader, type Setting, shown } from './reader.ts'
import { ceremonyTimes } from './viewer.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Empty } from '../../ui/notice.tsx'

type RecordProps = Reader & { board: Board; setting: Setting; back: string }

/** Questions and answers as they were recorded, to be read and printed; what was asked in another language stands beneath. */
export function RecordPage(props: RecordProps) {
  const { t, locale, board, back } = props
  const title = shown(board.title, locale)
  const words = t.ceremonies.record
  const { override } = board.questions
  const reason = override && shown(override.reason, locale)
  const answered = board.questions.live.filter(({ answer }) => answer !== null)
  return (
    <article class="stack-wide">
      <header class="stack">
        <p class="soft">
          <a href={back} lang={title.locale}>
            {title.text}
          </a>
        </p>
        <h1>{words.title}</h1>
        <Moment time={ceremonyTimes(props)} />
        <QuestionCounts t={t} live={liveOf(board)} />
        {reason ? (
          <p>
            {t.ceremonies.questions.overridden} <span lang={reason.locale}>{reason.text}</span> ({override.by})
          </p>
        ) : null}
      </header>
      {answered.length === 0 ? (
        <Empty title={words.empty}>
          <p>{words.emptyBody}</p>
        </Empty>
      ) : (
        <ol class="record">
          {answered.map((question) => (
            <Recorded {...props} question={question} />
          ))}
        </ol>
      )}
      <p class="soft small">{words.names}</p>
    </article>
  )
}

function Recorded(props: RecordProps & { question: LiveQuestion }) {
  const { t, locale, zone, setting, question } = props
  const { answer, asker } = question
  const { place } = setting
  const words = t.ceremonies.record
  return (
    <li class="record-entry" id={`question-${question.id}`}>
      <p class="soft small">{asker ? [asker.name, asker.outlet].filter(Boolean).join(' · ') : words.unnamed}</p>
      <InBoth text={question.text} locale={locale} class="question-text" />
      {answer ? (
        <div class="answer">
          <InBoth text={answer.text} locale={locale} />
          <p class="soft small">
            {answer.by} ·{' '}
            <Moment
              isInline
              time={timeForReader(
                { instant: answer.at, zone: setting.zone, ...(place ? { place } : {}) },
                { locale, zone },
              )}
            />
          </p>
        </div>
      ) : null}
      <p class="visually-hidden">{t.ceremonies.questions.states[question.state]}</p>
    </li>
  )
}

/** In the reader's language, and beneath it as it was said. */
function InBoth({
  text,
  locale,
  class: named,
}: {
  text: LiveQuestion['text']
  locale: Reader['locale']
  class?: string
}) {
  const read = shown(text, locale)
  const said = shown(text, text.original)
  return (
    <>
      <p class={named} lang={read.locale}>
        {read.text}
      </p>
      {read.locale === said.locale ? null : (
        <p class="soft" lang={said.locale}>
          {said.text}
        </p>
      )}
    </>
  )
}
