import { localTime } from '../../language/times.ts'
import { clockText } from '../../language/timeWords.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { Status } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import { BoardElement } from './boardElement.tsx'
import { driftNow, driftOf } from './cueSheet.ts'
import { type CuesProps, keptFor } from './kept.ts'
import { liveOf, stageState } from '../pieces.ts'
import { ModerationQueue } from './moderation.tsx'
import { placeOf, type Reader, shown, stageTitle } from './reader.ts'
import { ReasonFields } from './reasons.tsx'
import { BoardStanding, stageTones } from './states.tsx'
import { SignatoryCues } from './signatoryCues.tsx'
import { Views } from './views.tsx'
import { Cancelled } from './viewer.tsx'
import { Written } from './when.tsx'

/** The operator's page: what runs, what comes next and what pressing will do, who is ready, what was asked. */
export function CuesPage(props: CuesProps) {
  const { t, locale, sheet, kept } = props
  const { board } = sheet
  const title = shown(board.title, locale)
  const live = liveOf(board)
  return (
    <BoardElement {...props} page={`${props.base}/cues`} board={board} mode="ask">
      <article class="stack-wide">
        <ErrorSummary title={t.ceremonies.cues.refused} errors={kept?.errors ?? {}} />
        <header class="stack">
          <Views {...props} here="cues" />
          <p class="soft" lang={title.locale}>
            {title.text}
          </p>
          <h1>{t.ceremonies.cues.title}</h1>
          <Cancelled {...props} />
          <Screens {...props} />
        </header>
        <div class="cues">
          <div class="stack-wide">
            <section class="cue-now stack" aria-labelledby="now" data-part="now">
              <h2 id="now">{t.ceremonies.cues.now}</h2>
              <p class="board-standing">
                <BoardStanding {...props} live={live} /> <Written live={live} of="standing" locale={locale} />
              </p>
              <Now {...props} />
              <Next {...props} />
              <Undo {...props} />
            </section>
            <Interrupting {...props} />
          </div>
          <div class="stack-wide">
            <SignatoryCues {...props} />
            <Gate {...props} />
          </div>
        </div>
        <RunTable {...props} />
        <ModerationQueue {...props} questions={sheet.questions} back="cues" />
      </article>
    </BoardElement>
  )
}

/** The screen to share, for a light room and for a dark one; opened beside this page. */
const Screens = ({ t, base }: CuesProps) => (
  <ul class="row" role="list">
    {(['light', 'dark'] as const).map((theme) => (
      <li>
        <a href={`${base}/stage?theme=${theme}`} target="_blank" rel="noopener">
          {theme === 'light' ? t.ceremonies.views.stageLight : t.ceremonies.views.stageDark}
        </a>
      </li>
    ))}
  </ul>
)

/** What runs, since when, with its cue, and how late the whole is. */
function Now(props: CuesProps) {
  const { t, locale, sheet, setting } = props
  const words = t.ceremonies.cues
  const current = sheet.board.stages.find(({ id }) => id === sheet.board.currentStageId)
  const title = current && stageTitle(current, props)
  const cue = current && sheet.cues[current.id]
  const said = cue && shown(cue, locale)
  const drift = driftNow(sheet)
  return (
    <>
      {title ? (
        <p class="cue-current" lang={title.locale}>
          {title.text}
        </p>
      ) : null}
      {said ? (
        <p class="cue-text" lang={said.locale}>
          {said.text}
        </p>
      ) : null}
      <p class="soft">
        {words.asOf({
          time: clockText(locale, localTime(sheet.now, setting.zone).time),
          place: placeOf(setting, locale),
        })}
        {drift === null ? null : ` · ${driftText(t, drift)}`}
      </p>
    </>
  )
}

export function driftText(t: Reader['t'], drift: number): string {
  const words = t.ceremonies.cues
  if (drift === 0) return words.onTime
  return drift > 0 ? words.late({ minutes: drift }) : words.early({ minutes: -drift })
}

/** The one button that matters, with what it will do; later stages can be gone to directly, and say what they leave out. */
function Next(props: CuesProps) {
  const { t, sheet, base } = props
  const words = t.ceremonies.cues
  const { board, ahead, saw } = sheet
  const [next, ...later] = ahead
  const current = board.stages.find(({ id }) => id === board.currentStageId)
  if (board.standing === 'aborted' || board.standing === 'ended') return null
  if (board.standing === 'paused')
    return (
      <Form action={`${base}/cues/resumption`} hidden={{ saw: String(saw) }}>
        <p>{words.resumeSays}</p>
        <Button class="cue-button">{words.resume}</Button>
      </Form>
    )
  return (
    <>
      {next ? (
        <Form action={`${base}/cues/stage`} hidden={{ saw: String(saw), stageId: next.id }}>
          <p id="next-says">{nextSays(props)}</p>
          <Button class="cue-button" describedBy="next-says">
            {words.begin({ stage: stageTitle(next, props).text })}
          </Button>
        </Form>
      ) : null}
      {later.length > 0 ? (
        <details id="later">
          <summary>{words.goElsewhere}</summary>
          <div class="stack">
            {later.map((stage) => (
              <Form action={`${base}/cues/stage`} hidden={{ saw: String(saw), stageId: stage.id }}>
                <Button kind="secondary">{words.beginLeavingOut({ stage: stageTitle(stage, props).text })}</Button>
              </Form>
            ))}
          </div>
        </details>
      ) : null}
      {current && board.standing === 'running' ? (
        <Form action={`${base}/cues/stage-end`} hidden={{ saw: String(saw), stageId: current.id }}>
          <Button kind="quiet">{words.endStage({ stage: stageTitle(current, props).text })}</Button>
        </Form>
      ) : null}
      {board.standing === 'running' ? (
        <ConfirmedForm {...props} action="end" label={words.end} says={words.endSays} confirm={words.endConfirm} />
      ) : null}
    </>
  )
}

function nextSays(props: CuesProps): string {
  const { t, sheet } = props
  const words = t.ceremonies.cues
  const { board, ahead } = sheet
  const current = board.stages.find(({ id }) => id === board.currentStageId)
  const next = ahead[0]
  const ends = current ? words.ends({ stage: stageTitle(current, props).text }) : ''
  const does =
    next?.kind === 'signing'
      ? words.opensSigning
      : next?.kind === 'questions'
        ? board.completedAt
          ? words.opensQuestions
          : words.questionsWait
        : words.everybodySees
  return [ends, does].filter(Boolean).join(' ')
}

function Undo({ t, locale, sheet, setting, base }: CuesProps) {
  const words = t.ceremonies.cues
  const { undoable, saw } = sheet
  if (!undoable) return null
  const time = clockText(locale, localTime(undoable.at, setting.zone).time)
  return (
    <Form action={`${base}/cues/undoing`} hidden={{ saw: String(saw) }}>
      <Button kind="quiet">{words.undo({ time })}</Button>
    </Form>
  )
}

/** Pause and break-off, each with a reason for everybody. */
function Interrupting(props: CuesProps) {
  const { t, sheet, base, kept } = props
  const words = t.ceremonies.cues
  const { standing } = sheet.board
  if (standing === 'aborted' || standing === 'ended') return null
  return (
    <section class="stack" aria-labelledby="interrupting" data-part="interrupting">
      <h2 id="interrupting">{words.interrupting}</h2>
      {standing === 'running' ? (
        <details id="pausing" open={kept?.form === 'pause'}>
          <summary>{words.pause}</summary>
          <Form action={`${base}/cues/pause`} hidden={{ saw: String(sheet.saw) }}>
            <p>{words.pauseSays}</p>
            <ReasonFields {...props} form="pause" {...keptFor(kept, 'pause')} />
            <FormActions>
              <Button kind="secondary">{words.pause}</Button>
            </FormActions>
          </Form>
        </details>
      ) : null}
      <ConfirmedForm
        {...props}
        action="abort"
        label={words.abort}
        says={words.abortSays}
        confirm={words.abortConfirm}
        hasReason
      />
    </section>
  )
}

/** What cannot be taken back: folded away, said in a sentence, and done only with a tick. */
export function ConfirmedForm(
  props: CuesProps & { action: string; label: string; says: string; confirm: string; hasReason?: boolean },
) {
  const { t, sheet, base, kept, action } = props
  const mine = kept?.form === action ? kept : undefined
  return (
    <details id={`doing-${action}`} open={mine !== undefined}>
      <summary>{props.label}</summary>
      <Form action={`${base}/cues/${action}`} hidden={{ saw: String(sheet.saw) }}>
        <p>{props.says}</p>
        {props.hasReason ? <ReasonFields {...props} form={action} {...keptFor(kept, action)} /> : null}
        <Checkbox
          name="confirmed"
          id={`${action}-confirmed`}
          label={props.confirm}
          error={mine?.errors['confirmed']}
          checked={mine?.entries['confirmed'] === 'yes'}
        />
        <FormActions>
          <Button kind="grave">{props.label}</Button>
        </FormActions>
        <p class="soft small">{t.ceremonies.cues.recorded}</p>
      </Form>
    </details>
  )
}

/** Questions before the last signature: only on somebody's word, which everybody can read. */
function Gate(props: CuesProps) {
  const { t, locale, sheet } = props
  const words = t.ceremonies.cues
  const { questions, completedAt, standing } = sheet.board
  const { override } = questions
  const reason = override && shown(override.reason, locale)
  return (
    <section class="stack" aria-labelledby="gate" data-part="gate">
      <h2 id="gate">{words.gate}</h2>
      <p>
        <Status tone={questions.gate === 'open' ? 'active' : 'waiting'}>
          {questions.gate === 'open' ? words.gateOpen : completedAt ? words.gateReady : words.gateClosed}
        </Status>
      </p>
      {reason ? (
        <p>
          {override.by}: <span lang={reason.locale}>{reason.text}</span>
        </p>
      ) : null}
      {questions.gate === 'closed' && !completedAt && standing !== 'aborted' ? (
        <ConfirmedForm
          {...props}
          action="questions"
          label={words.override}
          says={words.overrideSays}
          confirm={words.overrideConfirm}
          hasReason
        />
      ) : null}
    </section>
  )
}

/** Planned against actual, stage by stage. */
function RunTable(props: CuesProps) {
  const { t, locale, sheet, setting } = props
  const words = t.ceremonies.cues
  const clock = (at: string | null) => (at ? localTime(at, setting.zone).time : '–')
  return (
    <section class="stack" aria-labelledby="run" data-part="run">
      <h2 id="run">{t.ceremonies.board.run}</h2>
      <p class="soft">{words.clocksOf({ place: placeOf(setting, locale) })}</p>
      <Table
        caption={t.ceremonies.board.run}
        hidesCaption
        columns={[
          { label: words.stage },
          { label: t.ceremonies.board.planned, isNumeric: true },
          { label: t.ceremonies.board.began, isNumeric: true },
          { label: words.drift },
          { label: words.state },
          { label: words.cue },
        ]}
        rows={sheet.board.stages.map((stage) => {
          const title = stageTitle(stage, props)
          const drift = driftOf(stage)
          const state = stageState(sheet.board, stage)
          const cue = sheet.cues[stage.id]
          const said = cue && shown(cue, locale)
          return [
            <span lang={title.locale}>{title.text}</span>,
            clock(stage.plannedAt),
            clock(stage.beganAt),
            drift === null ? '–' : <span class="nowrap">{driftText(t, drift)}</span>,
            <span class="nowrap">
              <Status tone={stageTones[state]}>{t.ceremonies.stageStates[state]}</Status>
            </span>,
            said ? <span lang={said.locale}>{said.text}</span> : '–',
          ]
        })}
      />
    </section>
  )
}
