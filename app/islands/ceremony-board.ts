import type { Board } from '../ceremonies/board.ts'
import { liveOf } from '../ceremonies/pieces.ts'
import { ask } from './ceremony/asking.ts'
import { hear } from './ceremony/hearing.ts'
import { fillClocks, patch } from './ceremony/patching.ts'
import { sentencesFor } from './ceremony/saying.ts'

/** A phone that slept has a dead connection that nobody told it of: after so long without a word it asks anew. */
const SILENCE_MS = 45_000

/**
 * `<ceremony-board data-stream data-seq …>`: keeps a page true while the ceremony goes on. The stream brings the whole board or the part
 * of it that changed; a page for everybody is patched from it and asks nothing more, so that ten thousand of them cost one message each.
 * Pages of the few who work (`data-mode="ask"`) are asked for again, as they show what is on no board. It keeps four variables: the board,
 * the stream, when it last spoke, and whether the reader paused it.
 */
class CeremonyBoard extends HTMLElement {
  #board: Board | null = null
  #stream: EventSource | null = null
  #heardAt = Date.now()
  #paused = false
  #retry: ReturnType<typeof setTimeout> | undefined
  #away = new AbortController()

  connectedCallback() {
    this.#away = new AbortController()
    const { signal } = this.#away
    fillClocks(this)
    this.#offerPause()
    this.#open()
    const back = () => {
      if (!document.hidden && Date.now() - this.#heardAt > SILENCE_MS) this.#open()
    }
    document.addEventListener('visibilitychange', back, { signal })
    addEventListener('pageshow', back, { signal })
    addEventListener('online', () => this.#open(), { signal })
  }

  disconnectedCallback() {
    this.#away.abort()
    clearTimeout(this.#retry)
    this.#stream?.close()
  }

  #open() {
    clearTimeout(this.#retry)
    this.#stream?.close()
    if (this.#paused) return
    const stream = new EventSource(this.dataset['stream'] ?? '')
    this.#stream = stream
    const heard = ({ type, data }: MessageEvent<string>) =>
      this.#hear(JSON.parse(data) as Partial<Board>, type !== 'patch')
    for (const kind of ['message', 'board', 'patch']) stream.addEventListener(kind, heard)
    stream.addEventListener('open', () => this.#lost(false))
    stream.addEventListener('error', () => {
      this.#lost(true)
      // A browser tries again by itself unless it was refused; then we do, not all in the same second.
      if (stream.readyState === EventSource.CLOSED)
        this.#retry = setTimeout(() => this.#open(), 2000 + Math.random() * 4000)
    })
  }

  #hear(news: Partial<Board>, isWhole: boolean) {
    this.#heardAt = Date.now()
    this.#lost(false)
    const before = this.#board
    const board = hear(before, news, isWhole)
    if (!board) return
    this.#board = board
    // What the page already shows is not told again when the first boards come.
    if (board.seq > Number(this.dataset['seq'] ?? 0)) this.#show(board, before)
  }

  #show(board: Board, before: Board | null) {
    const known = JSON.parse(this.dataset['named'] ?? '{}') as Record<string, string[]>
    if ([...board.stages, ...board.signatories].some(({ id }) => !known[id])) return this.#loadAnew()
    const live = liveOf(board)
    patch(this, board, live)
    fillClocks(this)
    this.dataset['seq'] = String(board.seq)
    const said = sentencesFor(before, board, JSON.parse(this.dataset['said'] ?? '{}') as Record<string, string>, known)
    const status = this.querySelector('[data-said-here]')
    if (said && status) status.textContent = said
    if (this.dataset['mode'] === 'ask') void ask(this)
  }

  /** The plan itself changed: such a page is made anew, by each reader's browser at its own moment. */
  #loadAnew() {
    clearTimeout(this.#retry)
    this.#retry = setTimeout(
      () => location.assign(this.dataset['page'] ?? ''),
      Math.random() * (this.dataset['mode'] === 'ask' ? 1000 : 20_000),
    )
  }

  #lost(isLost: boolean) {
    const line = this.querySelector<HTMLElement>('[data-lost]')
    if (!line) return
    if (isLost && line.hidden) {
      const time = new Date(this.#heardAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
      line.textContent = (line.dataset['lost'] ?? '').replace('{time}', time)
    }
    line.hidden = !isLost
  }

  #offerPause() {
    const button = this.querySelector<HTMLButtonElement>('[data-pause]')
    if (!button) return
    const [pause, resume] = [button.textContent, button.dataset['resume'] ?? '']
    button.hidden = false
    button.addEventListener(
      'click',
      () => {
        this.#paused = !this.#paused
        button.textContent = this.#paused ? resume : pause
        this.#lost(false)
        this.#open()
      },
      { signal: this.#away.signal },
    )
  }
}

customElements.define('ceremony-board', CeremonyBoard)
