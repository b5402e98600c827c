import type { Board, LiveQuestion } from '../../ceremonies/board.ts'
import type { Live } from '../../ceremonies/pieces.ts'
import type { Content } from '../../language/translated.ts'

type Shown = HTMLElement | SVGElement

const all = (root: ParentNode, selector: string) => root.querySelectorAll<HTMLElement>(selector)

/** Turns on what now holds and off what does not, and writes counts, moments and reasons into their places. */
export function patch(root: HTMLElement, board: Board, { facts, counts, times, contents }: Live): void {
  for (const element of root.querySelectorAll<Shown>('[data-fact]')) {
    const { fact = '', is = '' } = element.dataset
    turn(element, is.split(' ').includes(facts[fact] ?? ''))
  }
  for (const element of all(root, '[data-state-of]'))
    element.dataset['state'] = facts[element.dataset['stateOf'] ?? ''] ?? ''
  for (const element of root.querySelectorAll<SVGElement>('[data-tie]'))
    element.dataset['tie'] = facts['complete'] === 'yes' ? 'tied' : 'open'
  for (const element of all(root, '[data-count]'))
    element.textContent = String(counts[element.dataset['count'] ?? ''] ?? 0)
  for (const element of all(root, '[data-content]'))
    write(element, contents[element.dataset['content'] ?? ''] ?? null, element.dataset['locale'] ?? '')
  for (const element of all(root, '[data-time]')) {
    const at = times[element.dataset['time'] ?? '']
    if (at) element.dataset['at'] = at
    else delete element.dataset['at']
  }
  for (const element of all(root, '[data-override-by]'))
    element.textContent = board.questions.override ? `(${board.questions.override.by})` : ''
  for (const list of all(root, '[data-questions]')) listQuestions(list, board.questions.live)
}

/** What appears before the reader's eyes is marked for as long as it may move, and never again. */
function turn(element: Shown, isShown: boolean): void {
  if (element.hasAttribute('hidden') !== isShown) return
  element.toggleAttribute('hidden', !isShown)
  if (!isShown) return
  element.setAttribute('data-landing', '')
  setTimeout(() => element.removeAttribute('data-landing'), 4000)
}

/** The reader's language, else the one it was written in, else English, else any. */
function pick({ text, original }: Content, locale: string): [text: string, locale: string] | null {
  for (const one of [locale, original, 'en', ...Object.keys(text)]) {
    const found = text[one as keyof typeof text]
    if (found) return [found, one]
  }
  return null
}

function write(element: HTMLElement, content: Content | null, locale: string): void {
  const found = content && pick(content, locale)
  element.hidden = !found
  element.textContent = found?.[0] ?? ''
  if (found) element.lang = found[1]
}

/** Moments in the reader's own zone, which no server knows unless somebody signed in; hidden where the ceremony's clock shows the same. */
export function fillClocks(root: HTMLElement): void {
  for (const element of all(root, '[data-pattern]')) {
    const { at, zone, pattern = '{time}' } = element.dataset
    const theirs = root.dataset['zone']
    const own = at && !zone ? clock(at, undefined) : ''
    const text = !at ? '' : zone ? clock(at, zone) : own === clock(at, theirs) ? '' : own
    element.hidden = !text
    element.textContent = text && pattern.replace('{time}', text)
    if (at) element.setAttribute('datetime', at)
  }
}

const clock = (at: string, timeZone: string | undefined) =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })

function listQuestions(list: HTMLElement, questions: LiveQuestion[]): void {
  const template = list.querySelector('template')
  // The shared screen shows one question in each language, the one that is being put.
  const shown = list.classList.contains('questions-stage')
    ? questions.filter(({ state }) => state === 'live').slice(0, 1)
    : questions
  const items = shown.map((question) => {
    const item = template?.content.firstElementChild?.cloneNode(true) as HTMLElement
    fill(item, question, list.dataset['locale'] ?? '')
    return item
  })
  const old = [...list.children].filter((child) => child !== template)
  if (old.length === items.length && old.every((child, index) => child.isEqualNode(items[index] ?? null))) return
  for (const child of old) child.remove()
  list.prepend(...items)
}

function fill(item: HTMLElement, question: LiveQuestion, locale: string): void {
  const slot = (name: string) => item.querySelector<HTMLElement>(`[data-slot="${name}"]`) as HTMLElement
  const { asker, answer, state } = question
  item.dataset['state'] = state
  slot('live').hidden = state !== 'live'
  slot('answered').hidden = state !== 'answered'
  write(slot('text'), question.text, locale)
  slot('asker').textContent = [asker?.name, asker?.outlet].filter(Boolean).join(' · ')
  slot('asker').hidden = !asker
  slot('answer').hidden = !answer
  write(slot('answer-text'), answer?.text ?? null, locale)
  slot('answer-by').textContent = answer?.by ?? ''
}
