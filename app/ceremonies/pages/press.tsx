import { languageName } from '../../language/countries.ts'
import { locales } from '../../language/locales.ts'
import { nameText } from '../../language/names.ts'
import { timeForReader } from '../../language/timesForReader.ts'
import type { Content } from '../../language/translated.ts'
import type { Seat } from '../../events/access/seat.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { Select, TextArea } from '../../ui/inputs.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Status } from '../../ui/status.tsx'
import type { Board, BoardSignatory } from '../board.ts'
import { liveOf } from '../pieces.ts'
import type { FullQuestion } from '../questions/reading.ts'
import { BoardElement } from './boardElement.tsx'
import { questionTones } from './moderation.tsx'
import { Questions } from './questions.tsx'
import { inAgreedOrder, type Reader, type Setting, shown, shownName } from './reader.ts'
import { BoardStanding } from './states.tsx'
import { Cancelled, Demonstration, Tally } from './viewer.tsx'
import { Written } from './when.tsx'
import type { Kept } from './kept.ts'

export type PressProps = Reader & {
  board: Board
  setting: Setting
  stream: string
  base: string
  /** Null for somebody who reads along without accreditation. */
  seat: Seat | null
  rules: Content | null
  own: FullQuestion[]
  /** Which draft of one's own to go on with. */
  draftId: string | null
  links: { href: string; label: string }[]
  kept?: Kept | undefined
}

/** A journalist's desk: the rules, the names to write, the moment to photograph, and the question to ask. */
export function PressPage(props: PressProps) {
  const { t, locale, board, setting, seat, kept } = props
  const live = liveOf(board)
  const title = shown(board.title, locale)
  return (
    <BoardElement {...props} page={`${props.base}/press`} mode="ask">
      <article class="stack-wide">
        <ErrorSummary title={t.ceremonies.press.refused} errors={kept?.errors ?? {}} />
        <header class="stack">
          <p class="soft" lang={title.locale}>
            {title.text}
          </p>
          <h1>{t.ceremonies.press.title}</h1>
          <p class="board-standing">
            <BoardStanding {...props} live={live} /> <Written live={live} of="standing" locale={locale} />
          </p>
          {seat ? (
            <p>
              {t.ceremonies.press.seat({
                name: nameText(seat.name, locale),
                outlet: seat.affiliation ?? t.ceremonies.press.freelance,
              })}
            </p>
          ) : null}
          <Cancelled {...props} />
          {setting.demonstration ? <Demonstration t={t} locale={locale} /> : null}
        </header>
        <PhotoMoment {...props} />
        <section class="stack" aria-labelledby="signatures" data-part="signatures">
          <h2 id="signatures">{t.ceremonies.board.signatures}</h2>
          <Tally t={t} live={live} />
          <Names {...props} />
        </section>
        <Asking {...props} />
        <Questions {...props} live={live} />
        <Rules {...props} />
        <ul class="row" role="list">
          {props.links.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </article>
    </BoardElement>
  )
}

/** When the screen is composed for the photograph: told in advance, and again when it is there. */
function PhotoMoment({ t, locale, zone, board, setting }: PressProps) {
  const words = t.ceremonies.press
  const photo = board.stages.find(({ kind, skipped }) => kind === 'photo' && !skipped)
  if (!photo) return null
  const { place } = setting
  const declared = { zone: setting.zone, ...(place ? { place } : {}) }
  const isNow = photo.id === board.currentStageId
  return (
    <div data-part="photo">
      <Notice
        kind={isNow ? 'done' : 'note'}
        title={isNow ? words.photoNow : photo.endedAt ? words.photoOver : words.photo}
      >
        <p>
          <Moment time={timeForReader({ instant: photo.beganAt ?? photo.plannedAt, ...declared }, { locale, zone })} />
        </p>
        <p>{words.photoHint}</p>
      </Notice>
    </div>
  )
}

/** Names as they may be written in the reader's language, verified by the parties, each to be copied. */
function Names({ t, locale, board }: PressProps) {
  const words = t.ceremonies.press
  return (
    <>
      <p class="soft">{words.namesHint}</p>
      <ol class="press-names">
        {inAgreedOrder(board).map((signatory) => (
          <li>
            <copy-text data-label={words.copy} data-done={words.copied}>
              <code>{lineFor(signatory, locale)}</code>
            </copy-text>
            <FamilyName signatory={signatory} t={t} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Name, office, organisation: in the order in which the language writes them. */
export function lineFor(signatory: BoardSignatory, locale: Reader['locale']): string {
  const { name } = signatory
  const written = 'label' in name ? shownName(name.label, locale).text : nameText(name, locale)
  const office = shown(signatory.office, locale).text
  const organisation = shownName(signatory.organisation, locale).text
  return locale === 'ja' ? `${organisation} ${office} ${written}` : [written, office, organisation].join(', ')
}

/** Which part is the family's, and how it is read: strangers can't tell. */
function FamilyName({ signatory, t }: { signatory: BoardSignatory; t: Reader['t'] }) {
  const { name } = signatory
  if ('label' in name) return null
  const { family } = name.latin ?? name.native
  const kana = name.kana ? [name.kana.family, name.kana.given].filter(Boolean).join(' ') : ''
  return (
    <p class="soft small">
      {t.ceremonies.press.familyName} <span lang="en">{family}</span>
      {kana ? (
        <>
          {' · '}
          <span lang="ja">{kana}</span>
        </>
      ) : null}
    </p>
  )
}

function Asking(props: PressProps) {
  const { t, seat, own } = props
  const words = t.ceremonies.press
  return (
    <section class="stack" aria-labelledby="asking">
      <h2 id="asking">{words.ask}</h2>
      {seat?.mayAsk ? <AskForm {...props} /> : <p>{seat ? words.mayNotAsk : words.noSeat}</p>}
      {own.length > 0 ? (
        <div class="stack" data-part="own">
          <h3>{words.own}</h3>
          <ol class="queue" role="list">
            {own.map((question) => (
              <Own {...props} question={question} />
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  )
}

function AskForm({ t, locale, base, board, own, draftId, kept }: PressProps) {
  const words = t.ceremonies.press
  if (board.standing === 'ended' || board.standing === 'aborted') return <p>{words.over}</p>
  const mine = kept?.form === 'ask' ? kept : undefined
  const draft = own.find(({ id, state }) => id === (mine?.entries['questionId'] ?? draftId) && state === 'draft')
  const written = draft && shown(draft.text, draft.text.original)
  return (
    <Form action={`${base}/press/questions`} hidden={draft ? { questionId: draft.id } : {}}>
      <TextArea
        name="text"
        label={words.question}
        hint={board.questions.gate === 'open' ? words.questionHint : words.questionEarly}
        value={mine?.entries['text'] ?? written?.text}
        error={mine?.errors['text']}
        maxlength={1000}
        rows={4}
      />
      <Select
        name="language"
        label={words.language}
        options={locales.map((one) => ({ value: one, label: languageName(one, one) ?? one, lang: one }))}
        value={mine?.entries['language'] ?? written?.locale ?? locale}
      />
      <Checkbox
        name="named"
        label={words.named}
        hint={words.namedHint}
        checked={mine ? mine.entries['named'] === 'yes' : (draft?.isNamed ?? false)}
      />
      <FormActions>
        <Button name="act" value="handIn">
          {words.handIn}
        </Button>
        <Button kind="secondary" name="act" value="draft">
          {words.keepDraft}
        </Button>
      </FormActions>
    </Form>
  )
}

/** What became of one's own question, with the reason if it was declined. */
function Own(props: PressProps & { question: FullQuestion }) {
  const { t, locale, question, base } = props
  const text = shown(question.text, question.text.original)
  const reason = question.reason && shown(question.reason, locale)
  const canWithdraw = ['draft', 'queued', 'held'].includes(question.state)
  return (
    <li class="queued">
      <Status tone={questionTones[question.state]}>{t.ceremonies.moderation.states[question.state]}</Status>
      <blockquote class="question-text" lang={text.locale}>
        {text.text}
      </blockquote>
      {reason ? <p lang={reason.locale}>{reason.text}</p> : null}
      {question.state === 'draft' ? (
        <p>
          <a href={`${base}/press?draft=${question.id}#text`}>{t.ceremonies.press.goOn}</a>
        </p>
      ) : null}
      {canWithdraw ? (
        <Form action={`${base}/press/questions/${question.id}/withdrawal`}>
          <Button kind="quiet">{t.ceremonies.press.withdraw}</Button>
        </Form>
      ) : null}
    </li>
  )
}

function Rules({ t, locale, rules }: PressProps) {
  const found = rules && shown(rules, locale)
  if (!found) return null
  return (
    <section class="stack" aria-labelledby="rules">
      <h2 id="rules">{t.ceremonies.press.rules}</h2>
      <div class="prose" lang={found.locale}>
        {found.text.split(/\n+/).map((line) => (
          <p>{line}</p>
        ))}
      </div>
    </section>
  )
}
