import type { Child } from 'hono/jsx'
import { languageName } from '../../language/countries.ts'
import { nameText } from '../../language/names.ts'
import { localTime } from '../../language/times.ts'
import { clockText } from '../../language/timeWords.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../ui/inputs.tsx'
import { Empty } from '../../ui/notice.tsx'
import { type Tone, Status } from '../../ui/status.tsx'
import type { QuestionState } from '../tables.ts'
import type { Kept } from './kept.ts'
import type { FullQuestion } from '../questions/reading.ts'
import { type Reader, type Setting, shown } from './reader.ts'
import { reasonLanguages } from './reasons.tsx'

export type ModerationProps = Reader & {
  questions: FullQuestion[]
  setting: Setting
  base: string
  kept?: Kept | undefined
  /** The page to come back to. */
  back: 'cues' | 'questions' | 'interpreter'
  /** An interpreter puts questions into another language, and decides nothing. */
  only?: 'translation'
}

export const questionTones: Record<QuestionState, Tone> = {
  draft: 'open',
  queued: 'waiting',
  held: 'waiting',
  merged: 'ended',
  declined: 'ended',
  live: 'active',
  answered: 'done',
  withdrawn: 'ended',
}

const open: readonly QuestionState[] = ['live', 'queued', 'held']

/** The queue: what is being put first, then what waits, in order of arrival; what is settled is folded away. */
export function ModerationQueue(props: ModerationProps) {
  const { t, questions } = props
  const words = t.ceremonies.moderation
  const waiting = questions
    .filter(({ state }) => open.includes(state))
    .toSorted((a, b) => open.indexOf(a.state) - open.indexOf(b.state) || a.askedAt.localeCompare(b.askedAt))
  const settled = questions.filter(({ state }) => !open.includes(state) && state !== 'draft')
  return (
    <section class="stack" aria-labelledby="queue" data-part="queue">
      <h2 id="queue">{words.title}</h2>
      {waiting.length === 0 ? (
        <Empty title={words.empty}>
          <p>{words.emptyBody}</p>
        </Empty>
      ) : (
        <ol class="queue" role="list">
          {waiting.map((question) => (
            <Queued {...props} question={question} />
          ))}
        </ol>
      )}
      {settled.length > 0 ? (
        <details id="settled">
          <summary>{words.settled({ count: settled.length })}</summary>
          <ol class="queue" role="list">
            {settled.map((question) => (
              <Queued {...props} question={question} />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  )
}

type OneProps = ModerationProps & { question: FullQuestion }

function Queued(props: OneProps) {
  const { t, locale, question, setting } = props
  const words = t.ceremonies.moderation
  const text = shown(question.text, locale)
  const original = shown(question.text, question.text.original)
  const reason = question.reason && shown(question.reason, locale)
  return (
    <li class="queued" id={`q-${question.id}`}>
      <div class="row">
        <Status tone={questionTones[question.state]}>{words.states[question.state]}</Status>
        <span class="soft small">
          {[
            nameText(question.name, locale),
            question.outlet,
            clockText(locale, localTime(question.askedAt, setting.zone).time),
            question.isNamed ? null : words.unnamed,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <blockquote class="question-text" lang={text.locale}>
        {text.text}
      </blockquote>
      {text.locale === original.locale ? null : (
        <p class="soft" lang={original.locale}>
          {original.text}
        </p>
      )}
      {reason ? (
        <p class="soft">
          {words.toldAsker} <span lang={reason.locale}>{reason.text}</span>
        </p>
      ) : null}
      <Acts {...props} />
    </li>
  )
}

function Acts(props: OneProps) {
  const { t, question } = props
  const words = t.ceremonies.moderation
  const { state } = question
  if (props.only === 'translation')
    return (
      <div class="acts">
        <Translating {...props} />
      </div>
    )
  return (
    <div class="acts">
      {state === 'queued' || state === 'held' ? (
        <Act {...props} act="live" label={words.putLive} kind="primary" />
      ) : null}
      {state === 'queued' ? <Act {...props} act="held" label={words.hold} /> : null}
      {state === 'held' || state === 'live' ? <Act {...props} act="queued" label={words.requeue} /> : null}
      {state === 'live' ? <Answering {...props} /> : null}
      {open.includes(state) || state === 'answered' ? <Translating {...props} /> : null}
      {state === 'queued' || state === 'held' ? (
        <>
          <Merging {...props} />
          <Declining {...props} />
        </>
      ) : null}
    </div>
  )
}

const address = ({ base, question }: OneProps, below: string) => `${base}/questions/${question.id}/${below}`

function Act(props: OneProps & { act: string; label: string; kind?: 'primary' | 'secondary' }) {
  return (
    <Form action={address(props, 'state')} hidden={{ state: props.act, back: props.back }}>
      <Button kind={props.kind ?? 'secondary'}>{props.label}</Button>
    </Form>
  )
}

function Folded(props: OneProps & { form: string; label: string; isOpen?: boolean; children?: Child }) {
  const id = `${props.form}-${props.question.id}`
  return (
    <details id={id} open={props.isOpen === true || props.kept?.form === id}>
      <summary>{props.label}</summary>
      {props.children}
    </details>
  )
}

const keptOf = ({ kept, question }: OneProps, form: string) =>
  kept?.form === `${form}-${question.id}` ? kept : undefined

function Answering(props: OneProps) {
  const { t, question, locale, setting, back } = props
  const words = t.ceremonies.moderation
  const kept = keptOf(props, 'answer')
  return (
    <Folded {...props} form="answer" label={words.answer}>
      <Form action={address(props, 'answers')} hidden={{ back }}>
        {reasonLanguages(setting, locale).map((language, index) => (
          <TextArea
            name={`text.${language}`}
            id={`answer-${question.id}-${language}`}
            label={words.answerIn({ language: languageName(language, locale) ?? language })}
            lang={language}
            rows={3}
            value={kept?.entries[`text.${language}`]}
            error={index === 0 ? kept?.errors['text'] : undefined}
          />
        ))}
        <TextField
          name="answeredBy"
          id={`answer-${question.id}-by`}
          label={words.answeredBy}
          value={kept?.entries['answeredBy']}
          error={kept?.errors['answeredBy']}
        />
        <FormActions>
          <Button>{words.record}</Button>
        </FormActions>
      </Form>
    </Folded>
  )
}

function Translating(props: OneProps) {
  const { t, question, locale, setting, back } = props
  const words = t.ceremonies.moderation
  const others = reasonLanguages(setting, locale).filter((language) => language !== question.text.original)
  if (others.length === 0) return null
  return (
    <Folded
      {...props}
      form="translation"
      label={words.translate}
      isOpen={props.only === 'translation' && question.state === 'live'}
    >
      <Form action={address(props, 'translation')} hidden={{ back }}>
        {others.map((language) => (
          <TextArea
            name={`text.${language}`}
            id={`translation-${question.id}-${language}`}
            label={words.translationInto({ language: languageName(language, locale) ?? language })}
            lang={language}
            rows={2}
            value={keptOf(props, 'translation')?.entries[`text.${language}`] ?? question.text.text[language]}
          />
        ))}
        <FormActions>
          <Button kind="secondary">{words.saveTranslation}</Button>
        </FormActions>
      </Form>
    </Folded>
  )
}

function Merging(props: OneProps) {
  const { t, locale, question, questions, back } = props
  const words = t.ceremonies.moderation
  const others = questions.filter(
    ({ id, state }) => id !== question.id && (open.includes(state) || state === 'answered'),
  )
  if (others.length === 0) return null
  return (
    <Folded {...props} form="merge" label={words.merge}>
      <Form action={address(props, 'state')} hidden={{ state: 'merged', back }}>
        <Select
          name="into"
          id={`merge-${question.id}`}
          label={words.mergeInto}
          width="full"
          options={others.map((other) => ({ value: other.id, label: shown(other.text, locale).text.slice(0, 90) }))}
        />
        <FormActions>
          <Button kind="secondary">{words.merge}</Button>
        </FormActions>
      </Form>
    </Folded>
  )
}

function Declining(props: OneProps) {
  const { t, question, back } = props
  const words = t.ceremonies.moderation
  const kept = keptOf(props, 'decline')
  return (
    <Folded {...props} form="decline" label={words.decline}>
      <Form action={address(props, 'state')} hidden={{ state: 'declined', back }}>
        <TextField
          name="reason"
          id={`decline-${question.id}`}
          label={words.declineReason}
          hint={words.declineHint}
          value={kept?.entries['reason']}
          error={kept?.errors['reason']}
        />
        <FormActions>
          <Button kind="grave">{words.decline}</Button>
        </FormActions>
      </Form>
    </Folded>
  )
}
