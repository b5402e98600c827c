import type { Child } from 'hono/jsx'
import { BoardElement } from './boardElement.tsx'
import { Gathering } from './gathering.tsx'
import { type Composition, type Live, liveOf } from '../pieces.ts'
import { QuestionList } from './questions.tsx'
import { shown, stageTitle } from './reader.ts'
import { ceremonyDates, PlaceClocks } from './stageDates.tsx'
import { StagePlates } from './stagePlates.tsx'
import { InTongues, type StageProps } from './tongues.tsx'
import { Count, When, Written } from './when.tsx'

type SceneProps = StageProps & { live: Live }

/**
 * The screen that everybody sees and photographs: 16:9, both languages of the ceremony, no navigation. Each stage has its own scene;
 * signing, photograph and end share one, so that the cord stays where it is while words around it change.
 */
export function StagePage(props: StageProps) {
  const { board, tongues } = props
  const scene: SceneProps = { ...props, live: liveOf(board) }
  const [first] = tongues
  if (!first) return null
  return (
    <BoardElement {...props} t={first.t} locale={first.locale} zone={null} mode="patch" isBare>
      <main class="stage">
        <Title {...scene} class="visually-hidden" isHeading />
        <Marks {...scene} />
        <Welcome {...scene} />
        <Spoken {...scene} />
        <Table {...scene} />
        <Asked {...scene} />
        <Interrupted {...scene} standing="paused" />
        <Interrupted {...scene} standing="aborted" />
        <div class="cord-rule stage-cord" aria-hidden="true"></div>
      </main>
    </BoardElement>
  )
}

function Scene(props: SceneProps & { is: readonly Composition[]; class: string; children?: Child }) {
  return (
    <When live={props.live} tag="section" fact="composition" is={props.is} class={`scene ${props.class}`}>
      {props.children}
    </When>
  )
}

/** That it is a demonstration, or a rehearsal: on every scene, so also on every photograph. */
function Marks({ tongues, setting, board, live }: SceneProps) {
  return (
    <div class="stage-marks">
      {setting.demonstration || board.demonstration ? (
        <InTongues tongues={tongues} class="stage-mark" text={({ t }) => t.ceremonies.demonstration.mark} />
      ) : null}
      <When live={live} fact="composition" is={['rehearsal']}>
        <InTongues tongues={tongues} class="stage-mark" text={({ t }) => t.ceremonies.stageKinds.rehearsal} />
      </When>
    </div>
  )
}

const Title = ({
  tongues,
  board,
  class: named,
  isHeading = false,
}: SceneProps & { class: string; isHeading?: boolean }) => (
  <InTongues tongues={tongues} class={named} isHeading={isHeading} text={({ locale }) => shown(board.title, locale)} />
)

/** Before it begins: what this is, when, and what the clocks show where the signatories are. */
function Welcome(props: SceneProps) {
  return (
    <Scene {...props} is={['waiting', 'rehearsal', 'doors']} class="scene-welcome">
      <Title {...props} class="stage-title" />
      <p class="stage-dates">
        {ceremonyDates(props).map(({ text, locale }) => (
          <span class="tongue" lang={locale}>
            {text}
          </span>
        ))}
      </p>
      <PlaceClocks {...props} />
    </Scene>
  )
}

/** Whatever is spoken: the stage's own title, large. */
function Spoken(props: SceneProps) {
  const { board, tongues, live } = props
  return (
    <Scene {...props} is={['opening', 'speech', 'closing', 'other']} class="scene-spoken">
      <Title {...props} class="stage-kicker" />
      {board.stages.map((stage) => (
        <When live={live} fact="scene" is={[stage.id]} tag="div">
          <InTongues tongues={tongues} class="stage-title" text={(tongue) => stageTitle(stage, tongue)} />
        </When>
      ))}
    </Scene>
  )
}

/** The signing table: a cord from each name, in the agreed order, and the knot over all of them. */
function Table(props: SceneProps) {
  const { tongues, live } = props
  const [first] = tongues
  return (
    <Scene {...props} is={['signing', 'photo', 'ended']} class="scene-table">
      <Title {...props} class="stage-kicker" />
      <div class="table-picture">
        <Gathering {...props} label={first?.t.ceremonies.board.picture ?? ''} />
        <When live={live} fact="complete" is={['no']} tag="p" class="table-count table-left">
          <Count live={live} of="signed" /> / <Count live={live} of="required" />
        </When>
        <When live={live} fact="complete" is={['yes']} tag="div" class="table-left">
          <InTongues tongues={tongues} class="table-concluded" text={({ t }) => t.ceremonies.stage.concluded} />
        </When>
        <p class="stage-dates table-right">
          {ceremonyDates(props).map(({ text, locale }) => (
            <span class="tongue" lang={locale}>
              {text}
            </span>
          ))}
        </p>
      </div>
      <StagePlates {...props} />
    </Scene>
  )
}

function Asked(props: SceneProps) {
  const { board, tongues, live } = props
  return (
    <Scene {...props} is={['questions']} class="scene-asked">
      <When live={live} fact="live" is={['no']} tag="div">
        <InTongues tongues={tongues} class="stage-title" text={({ t }) => t.ceremonies.questions.title} />
      </When>
      <When live={live} fact="live" is={['yes']} tag="div" class="asked">
        {tongues.map(({ locale, t }) => (
          <div class="asked-tongue" lang={locale}>
            <QuestionList
              t={t}
              locale={locale}
              questions={board.questions.live.filter(({ state }) => state === 'live').slice(0, 1)}
              class="questions questions-stage"
            />
          </div>
        ))}
      </When>
    </Scene>
  )
}

function Interrupted(props: SceneProps & { standing: 'paused' | 'aborted' }) {
  const { standing, tongues, live } = props
  return (
    <Scene {...props} is={[standing]} class="scene-spoken">
      <Title {...props} class="stage-kicker" />
      <InTongues tongues={tongues} class="stage-title" text={({ t }) => t.ceremonies.stage[standing]} />
      {tongues.map(({ locale }) => (
        <Written live={live} of="standing" locale={locale} tag="p" class="stage-reason" />
      ))}
    </Scene>
  )
}
