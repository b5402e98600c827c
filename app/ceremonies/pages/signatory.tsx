import { timeForReader } from '../../language/timesForReader.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, Form } from '../../ui/form.tsx'
import { Moment } from '../../ui/moment.tsx'
import type { Board, BoardSignatory } from '../board.ts'
import type { Helper } from '../finding.ts'
import { liveOf } from '../pieces.ts'
import { BoardElement } from './boardElement.tsx'
import type { Kept } from './kept.ts'
import { Plates } from './plates.tsx'
import { type Reader, type Setting, shown, signatoryName, stageTitle } from './reader.ts'
import { BoardStanding } from './states.tsx'
import { Cancelled, Demonstration, Tally } from './viewer.tsx'
import { Written } from './when.tsx'

export type SignatoryProps = Reader & {
  board: Board
  setting: Setting
  stream: string
  base: string
  me: BoardSignatory
  /** Where the agreement is signed. */
  signing: string
  helpers: Helper[]
  kept?: Kept | undefined
}

/** What somebody who is about to sign needs to know: whether it is their turn, what comes next, and whom to turn to. */
export function SignatoryPage(props: SignatoryProps) {
  const { t, locale, board, setting, me, kept } = props
  const live = liveOf(board)
  const title = shown(board.title, locale)
  return (
    <BoardElement {...props} page={`${props.base}/signatory`} mode="ask">
      <article class="stack-wide">
        <ErrorSummary title={t.ceremonies.cues.refused} errors={kept?.errors ?? {}} />
        <header class="stack">
          <p class="soft" lang={title.locale}>
            {title.text}
          </p>
          <h1>{t.ceremonies.signatory.title({ name: signatoryName(me, locale) })}</h1>
          <p class="board-standing">
            <BoardStanding {...props} live={live} /> <Written live={live} of="standing" locale={locale} />
          </p>
          <Cancelled {...props} />
          {setting.demonstration ? <Demonstration t={t} locale={locale} /> : null}
        </header>
        <section class="my-turn stack" aria-label={t.ceremonies.cues.now} data-part="my-turn">
          <MyTurn {...props} />
        </section>
        <section class="stack" aria-labelledby="next" data-part="next">
          <h2 id="next">{t.ceremonies.signatory.next}</h2>
          <Coming {...props} />
        </section>
        <section class="stack" aria-labelledby="others">
          <h2 id="others">{t.ceremonies.board.signatures}</h2>
          <Tally t={t} live={live} />
          <Plates {...props} live={live} />
        </section>
        <WhenItFails {...props} />
      </article>
    </BoardElement>
  )
}

/** Whoever has a lower place in the order and has not signed is signed before. */
export const isTurnOf = ({ signatories }: Board, me: BoardSignatory): boolean =>
  me.state !== 'signed' &&
  signatories.every(({ state, signingOrder }) => state === 'signed' || signingOrder >= me.signingOrder)

function MyTurn(props: SignatoryProps) {
  const { t, locale, board, me, signing } = props
  const words = t.ceremonies.signatory
  const { standing } = board
  if (me.state === 'signed')
    return (
      <>
        <p class="my-turn-says">{words.signed}</p>
        {me.at ? (
          <Moment time={timeForReader({ instant: me.at, zone: me.timeZone }, { locale, zone: props.zone })} />
        ) : null}
        <p>{board.completedAt ? words.allSigned : words.waitForOthers}</p>
      </>
    )
  if (!hasSigningBegun(board) && standing !== 'aborted' && standing !== 'ended')
    return (
      <>
        <p class="my-turn-says">{words.notYet}</p>
        <Readiness {...props} />
      </>
    )
  if (standing === 'paused') return <p class="my-turn-says">{words.paused}</p>
  if (!isTurnOf(board, me))
    return (
      <>
        <p class="my-turn-says">{words.others}</p>
        <Readiness {...props} />
      </>
    )
  return (
    <>
      <p class="my-turn-says">{standing === 'running' ? words.yourTurn : words.later}</p>
      <ButtonLink href={signing} kind="primary" class="cue-button">
        {words.sign}
      </ButtonLink>
      <p class="soft">{words.signHint}</p>
    </>
  )
}

const hasSigningBegun = (board: Board): boolean =>
  board.stages.some(({ kind, beganAt }) => kind === 'signing' && beganAt !== null)

function Readiness({ t, base, me }: SignatoryProps) {
  const words = t.ceremonies.signatory
  return me.state === 'ready' ? (
    <Form action={`${base}/signatory/absence`}>
      <p>{words.isReady}</p>
      <Button kind="quiet">{words.notReady}</Button>
    </Form>
  ) : (
    <Form action={`${base}/signatory/ready`}>
      <p>{words.readyHint}</p>
      <Button class="cue-button">{words.ready}</Button>
    </Form>
  )
}

function Coming(props: SignatoryProps) {
  const { t, locale, zone, board, setting } = props
  const coming = board.stages.filter(({ beganAt, skipped }) => beganAt === null && !skipped)
  if (coming.length === 0 || board.standing === 'ended' || board.standing === 'aborted')
    return <p>{t.ceremonies.signatory.nothingNext}</p>
  const declared = { zone: setting.zone, ...(setting.place ? { place: setting.place } : {}) }
  return (
    <ol class="lines" role="list">
      {coming.slice(0, 3).map((stage) => {
        const title = stageTitle(stage, props)
        return (
          <li>
            <p>
              <strong lang={title.locale}>{title.text}</strong>
            </p>
            <Moment time={timeForReader({ instant: stage.plannedAt, ...declared }, { locale, zone })} />
          </li>
        )
      })}
    </ol>
  )
}

function WhenItFails({ t, helpers, signing }: SignatoryProps) {
  const words = t.ceremonies.signatory
  return (
    <section class="stack" aria-labelledby="fails">
      <h2 id="fails">{words.fails}</h2>
      <ul>
        <li>{words.failsReload}</li>
        <li>
          {words.failsSigning} <a href={signing}>{words.signingPage}</a>
        </li>
        <li>{words.failsLater}</li>
      </ul>
      {helpers.length > 0 ? (
        <p>
          {words.helpers}{' '}
          {helpers.map((helper, index) => (
            <>
              {index > 0 ? ' · ' : ''}
              <span lang={helper.locale}>{storedNameText(helper.name, helper.locale)}</span>
              {helper.address ? (
                <>
                  {' '}
                  <a href={`mailto:${helper.address}`}>{helper.address}</a>
                </>
              ) : null}
            </>
          ))}
        </p>
      ) : null}
    </section>
  )
}
