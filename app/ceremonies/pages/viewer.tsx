import type { Child } from 'hono/jsx'
import { timeRangeForReader } from '../../language/timesForReader.ts'
import { CordRule } from '../../ui/cord.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Board } from '../board.ts'
import { BoardElement } from './boardElement.tsx'
import { Gathering } from './gathering.tsx'
import { type Live, liveOf } from '../pieces.ts'
import { Plates } from './plates.tsx'
import { Questions } from './questions.tsx'
import { type Reader, type Setting, shown } from './reader.ts'
import { Run } from './run.tsx'
import { BoardStanding } from './states.tsx'
import { Count, When, Written } from './when.tsx'

export type ViewerProps = Reader & {
  page: string
  board: Board
  setting: Setting
  stream: string
  links?: { href: string; label: string }[]
}

/** Where the ceremony stands, for everybody: who has signed, what comes when, what was asked. */
export function ViewerPage(props: ViewerProps) {
  const { board, links } = props
  const live = liveOf(board)
  return (
    <BoardElement {...props} mode="patch">
      <article class="stack-wide">
        <Opening {...props} live={live} />
        <Signing {...props} live={live} />
        <section class="stack" aria-labelledby="run">
          <h2 id="run">{props.t.ceremonies.board.run}</h2>
          <Run {...props} live={live} />
        </section>
        <Questions {...props} live={live} />
        {links?.length ? <Links links={links} /> : null}
      </article>
    </BoardElement>
  )
}

function Opening(props: ViewerProps & { live: Live }) {
  const { t, locale, board, setting, live } = props
  const title = shown(board.title, locale)
  return (
    <header class="stack">
      <p class="soft">{t.ceremonies.kind}</p>
      <h1 lang={title.locale}>{title.text}</h1>
      <Moment time={ceremonyTimes(props)} />
      <p class="board-standing">
        <BoardStanding {...props} /> <Written live={live} of="standing" locale={locale} />
      </p>
      <Cancelled {...props} />
      {setting.demonstration ? <Demonstration t={t} locale={locale} /> : null}
      <Replay {...props} />
    </header>
  )
}

/** Said as soon as a past ceremony is shown again, also on pages that were open before. */
function Replay({ t, live }: Pick<ViewerProps, 't'> & { live: Live }) {
  const [before, after] = t.ceremonies.board.replay({ speed: '{speed}' }).split('{speed}')
  return (
    <When live={live} fact="replay" is={['yes']} tag="p" class="soft">
      {before}
      <Count live={live} of="speed" />
      {after}
    </When>
  )
}

/** It will not take place: said before anything else of it, with the reason if one was given. */
export function Cancelled({ t, locale, setting }: Reader & { setting: Setting }) {
  const { cancelled } = setting
  if (!cancelled) return null
  const reason = cancelled.reason && shown(cancelled.reason, locale)
  return (
    <Notice kind="care" title={t.ceremonies.board.cancelled}>
      {reason ? <p lang={reason.locale}>{reason.text}</p> : null}
    </Notice>
  )
}

export const Demonstration = ({ t, locale }: Pick<Reader, 't' | 'locale'>) => (
  <Notice kind="care" title={t.ceremonies.demonstration.title}>
    <p>{t.ceremonies.demonstration.body}</p>
    <p class="no-print">
      <a href={`/${locale}/replay`}>{t.replay.title}</a>
    </p>
  </Notice>
)

export const ceremonyTimes = ({ locale, zone, setting }: Reader & { setting: Setting }) => {
  const { place } = setting
  const declared = (instant: string) => ({ instant, zone: setting.zone, ...(place ? { place } : {}) })
  return timeRangeForReader(declared(setting.begins), declared(setting.ends), { locale, zone })
}

function Signing(props: ViewerProps & { live: Live }) {
  const { t, live } = props
  const words = t.ceremonies.board
  return (
    <section class="tying stack" aria-labelledby="signing">
      <h2 id="signing">{words.signatures}</h2>
      <Tally t={t} live={live} />
      <Gathering {...props} label={words.picture} />
      <Plates {...props} />
      <CordRule />
    </section>
  )
}

export function Tally({ t, live }: { t: Reader['t']; live: Live }): Child {
  const words = t.ceremonies.board
  return (
    <p class="tying-count">
      <span class="tying-figure">
        <Count live={live} of="signed" /> / <Count live={live} of="required" />
      </span>{' '}
      <When live={live} fact="complete" is={['no']}>
        {words.notYet}
      </When>
      <When live={live} fact="complete" is={['yes']}>
        {words.complete}
      </When>
    </p>
  )
}

const Links = ({ links }: { links: { href: string; label: string }[] }) => (
  <ul class="row" role="list">
    {links.map(({ href, label }) => (
      <li>
        <a href={href}>{label}</a>
      </li>
    ))}
  </ul>
)
