import type { Locale } from '../../language/locales.ts'
import type { Board, LiveQuestion } from '../board.ts'
import { type Live } from '../pieces.ts'
import { type Reader, shown } from './reader.ts'
import { Count, When, Written } from './when.tsx'

const counted = ['asked', 'waiting', 'answered', 'declined'] as const

/** How many questions came and what became of them, and the ones before everybody. What waits unseen is only counted. */
export function Questions(props: Reader & { board: Board; live: Live }) {
  const { t, locale, board, live } = props
  const words = t.ceremonies.questions
  return (
    <section class="stack" aria-labelledby="questions">
      <h2 id="questions">{words.title}</h2>
      <QuestionGate {...props} />
      <QuestionCounts t={t} live={live} />
      <QuestionList t={t} locale={locale} questions={board.questions.live} />
    </section>
  )
}

export function QuestionCounts({ t, live }: Pick<Reader, 't'> & { live: Live }) {
  const words = t.ceremonies.questions
  return (
    <dl class="tally">
      {counted.map((count) => (
        <div>
          <dt>{words.counts[count]}</dt>
          <dd>
            <Count live={live} of={count} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Whether questions are open, and on whose word if the last signature had not landed. */
export function QuestionGate({ t, locale, board, live }: Reader & { board: Board; live: Live }) {
  const words = t.ceremonies.questions
  return (
    <>
      <When live={live} fact="gate" is={['closed']} tag="p">
        {words.closed}
      </When>
      <When live={live} fact="gate" is={['open']} tag="p">
        {words.open}
      </When>
      <When live={live} fact="gate" is={['over']} tag="p">
        {words.over}
      </When>
      <When live={live} fact="gate" is={['overridden']} tag="p">
        {words.overridden} <Written live={live} of="override" locale={locale} />{' '}
        <span data-override-by>{board.questions.override ? `(${board.questions.override.by})` : ''}</span>
      </When>
    </>
  )
}

/** Questions and answers; the island fills the template with those that come. `locale`: the language they are shown in if they have it. */
export function QuestionList(props: { t: Reader['t']; locale: Locale; questions: LiveQuestion[]; class?: string }) {
  return (
    <ol class={props.class ?? 'questions'} role="list" data-questions data-locale={props.locale}>
      {props.questions.map((question) => (
        <Question t={props.t} locale={props.locale} question={question} />
      ))}
      <template>
        <Question t={props.t} locale={props.locale} question={null} />
      </template>
    </ol>
  )
}

function Question({ t, locale, question }: { t: Reader['t']; locale: Locale; question: LiveQuestion | null }) {
  const words = t.ceremonies.questions
  const text = question && shown(question.text, locale)
  const answer = question?.answer && shown(question.answer.text, locale)
  return (
    <li class="question" data-state={question?.state}>
      <p class="question-state">
        <span data-slot="live" hidden={question?.state !== 'live'}>
          {words.states.live}
        </span>
        <span data-slot="answered" hidden={question?.state !== 'answered'}>
          {words.states.answered}
        </span>
      </p>
      <blockquote class="question-text" data-slot="text" lang={text?.locale}>
        {text?.text}
      </blockquote>
      <p class="question-asker soft" data-slot="asker" hidden={!question?.asker}>
        {question ? askerText(question) : ''}
      </p>
      <div class="answer" data-slot="answer" hidden={!answer}>
        <p data-slot="answer-text" lang={answer?.locale}>
          {answer?.text}
        </p>
        <p class="soft" data-slot="answer-by">
          {question?.answer?.by}
        </p>
      </div>
    </li>
  )
}

const askerText = ({ asker }: LiveQuestion): string => [asker?.name, asker?.outlet].filter(Boolean).join(' · ')
