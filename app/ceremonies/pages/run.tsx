import { weekdayAndDay } from '../../language/dates.ts'
import { localTime } from '../../language/times.ts'
import type { Board, BoardStage } from '../board.ts'
import { Clock, patternAt } from './clock.tsx'
import type { Live } from '../pieces.ts'
import { ownZone } from './plates.tsx'
import { type Reader, type Setting, stageTitle } from './reader.ts'
import { StageStatus } from './states.tsx'
import { When } from './when.tsx'

type RunProps = Reader & { board: Board; live: Live; setting: Setting }

/** The stages in order, each with its planned and its actual time: at the place of the ceremony, and where the reader is. */
export function Run(props: RunProps) {
  const { t, board, live } = props
  return (
    <ol class="run" role="list" aria-label={t.ceremonies.board.run}>
      {board.stages.map((stage) => (
        <li class="run-stage" data-state-of={`stage:${stage.id}`} data-state={live.facts[`stage:${stage.id}`]}>
          <span class="run-mark" aria-hidden="true"></span>
          <StageLine {...props} stage={stage} />
        </li>
      ))}
    </ol>
  )
}

function StageLine(props: RunProps & { stage: BoardStage }) {
  const { t, locale, live, stage, setting } = props
  const title = stageTitle(stage, props)
  const words = t.ceremonies.board
  const here = patternAt(locale, setting.zone, setting.place)
  const there = words.yourTime({ time: '{time}' })
  return (
    <div>
      <p class="run-title">
        <span lang={title.locale}>{title.text}</span> <StageStatus {...props} />
      </p>
      <p class="run-times">
        <When live={live} fact={`stage:${stage.id}`} is={['ahead', 'skipped']}>
          <span class="soft">{words.planned}</span>{' '}
          <Clock locale={locale} zone={setting.zone} at={stage.plannedAt} pattern={here} />{' '}
          <Clock locale={locale} zone={ownZone(props)} at={stage.plannedAt} pattern={there} class="run-own" />
          <OtherDay {...props} />
        </When>
        <When live={live} fact={`stage:${stage.id}`} is={['now', 'done']}>
          <span class="soft">{words.began}</span>{' '}
          <Clock locale={locale} zone={setting.zone} live={live} of={`began:${stage.id}`} pattern={here} />{' '}
          <Clock
            locale={locale}
            zone={ownZone(props)}
            live={live}
            of={`began:${stage.id}`}
            pattern={there}
            class="run-own"
          />
        </When>
      </p>
    </div>
  )
}

/** A plain word where it is another day for the reader. */
function OtherDay({ zone, locale, setting, stage }: RunProps & { stage: BoardStage }) {
  if (!zone) return null
  const [mine, theirs] = [localTime(stage.plannedAt, zone).date, localTime(stage.plannedAt, setting.zone).date]
  return mine === theirs ? null : <span class="soft"> ({weekdayAndDay(locale, mine)})</span>
}
