import { languageName } from '../../language/countries.ts'
import { furigana } from '../../language/names.ts'
import type { Translated } from '../../language/translated.ts'
import { ErrorSummary } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import type { BoardSignatory, BoardStage } from '../board.ts'
import { liveOf } from '../pieces.ts'
import type { FullQuestion } from '../questions/reading.ts'
import { BoardElement } from './boardElement.tsx'
import { Clock, patternAt } from './clock.tsx'
import type { CueSheet } from './cueSheet.ts'
import type { Kept } from './kept.ts'
import { ModerationQueue } from './moderation.tsx'
import { inAgreedOrder, type Reader, type Setting, shown, shownName, signatoryName } from './reader.ts'
import { BoardStanding } from './states.tsx'
import { InTongues, type Tongue } from './tongues.tsx'
import { Views } from './views.tsx'

export type InterpreterProps = Reader & {
  sheet: CueSheet
  setting: Setting
  stream: string
  base: string
  tongues: Tongue[]
  /** The agreement's own words in its languages: title, headings of its clauses, names of its parties. */
  glossary: Translated[]
  kept?: Kept | undefined
}

/** What somebody who speaks for others needs in sight: what is said now and next, names with their readings, the terms. */
export function InterpreterPage(props: InterpreterProps) {
  const { t, sheet, kept } = props
  const { board } = sheet
  return (
    <BoardElement {...props} page={`${props.base}/interpreter`} board={board} mode="ask">
      <article class="stack-wide">
        <ErrorSummary title={t.ceremonies.cues.refused} errors={kept?.errors ?? {}} />
        <header class="stack">
          <Views {...props} here="interpreter" />
          <h1>{t.ceremonies.interpreter.title}</h1>
          <p class="board-standing">
            <BoardStanding {...props} live={liveOf(board)} />
          </p>
        </header>
        <NowAndNext {...props} />
        <Put {...props} />
        <Names {...props} />
        <Glossary {...props} />
      </article>
    </BoardElement>
  )
}

function NowAndNext(props: InterpreterProps) {
  const { t, sheet } = props
  const current = sheet.board.stages.find(({ id }) => id === sheet.board.currentStageId)
  return (
    <section class="now-next" aria-label={t.ceremonies.interpreter.nowAndNext} data-part="now-next">
      <div class="stack">
        <h2>{t.ceremonies.cues.now}</h2>
        {current ? <Said {...props} stage={current} /> : <p class="soft">{t.ceremonies.interpreter.nothingNow}</p>}
      </div>
      <div class="stack">
        <h2>{t.ceremonies.interpreter.next}</h2>
        {sheet.ahead[0] ? <Said {...props} stage={sheet.ahead[0]} /> : <p class="soft">–</p>}
      </div>
    </section>
  )
}

function Said(props: InterpreterProps & { stage: BoardStage }) {
  const { locale, stage, tongues, sheet, setting } = props
  const cue = sheet.cues[stage.id]
  return (
    <>
      <InTongues tongues={tongues} class="now-next-title" text={({ t, locale }) => titleIn(stage, { t, locale })} />
      <p class="soft">
        <Clock
          locale={locale}
          zone={setting.zone}
          at={stage.beganAt ?? stage.plannedAt}
          pattern={patternAt(locale, setting.zone, setting.place)}
        />
      </p>
      {cue ? <InTongues tongues={tongues} class="cue-text" text={({ locale }) => shown(cue, locale)} /> : null}
    </>
  )
}

const titleIn = (stage: BoardStage, { t, locale }: Tongue) =>
  stage.title.text[locale] ? shown(stage.title, locale) : { text: t.ceremonies.stageKinds[stage.kind], locale }

/** The question that is being put, with the field for its other language. */
function Put(props: InterpreterProps) {
  const live: FullQuestion[] = props.sheet.questions.filter(({ state }) => state === 'live')
  const waiting = props.sheet.questions.filter(({ state }) => state === 'queued' || state === 'held')
  return <ModerationQueue {...props} questions={[...live, ...waiting]} back="interpreter" only="translation" />
}

function Names(props: InterpreterProps) {
  const { t, locale, tongues, sheet } = props
  const words = t.ceremonies.interpreter
  return (
    <section class="stack" aria-labelledby="names">
      <h2 id="names">{t.ceremonies.board.signatories}</h2>
      <Table
        caption={t.ceremonies.board.signatories}
        hidesCaption
        columns={[
          { label: words.name },
          { label: words.reading },
          { label: words.office },
          { label: words.organisation },
        ]}
        rows={inAgreedOrder(sheet.board).map((signatory) => [
          <InTongues tongues={tongues} class="spoken-name" text={({ locale }) => signatoryName(signatory, locale)} />,
          <span lang="ja">{readingOf(signatory) ?? '–'}</span>,
          <InTongues tongues={tongues} text={({ locale }) => shown(signatory.office, locale)} />,
          <InTongues tongues={tongues} text={({ locale }) => shownName(signatory.organisation, locale)} />,
        ])}
      />
      <p class="soft small">
        {words.readingHint({ languages: tongues.map((one) => languageName(one.locale, locale) ?? '').join(' · ') })}
      </p>
    </section>
  )
}

/** ふりがな of a Japanese name, the katakana of a foreign one. */
function readingOf({ name }: BoardSignatory): string | null {
  if ('label' in name) return null
  const { kana } = name
  return furigana(name) ?? (kana ? [kana.given, kana.family].filter(Boolean).join('・') : null)
}

function Glossary(props: InterpreterProps) {
  const { t, locale, glossary, tongues } = props
  const words = t.ceremonies.interpreter
  if (glossary.length === 0) return null
  return (
    <section class="stack" aria-labelledby="glossary">
      <h2 id="glossary">{words.glossary}</h2>
      <Table
        caption={words.glossary}
        hidesCaption
        columns={tongues.map((one) => ({ label: languageName(one.locale, locale) ?? one.locale }))}
        rows={glossary.map((entry) =>
          tongues.map((one) => {
            const found = shownName(entry, one.locale)
            return <span lang={found.locale}>{found.text}</span>
          }),
        )}
      />
    </section>
  )
}
