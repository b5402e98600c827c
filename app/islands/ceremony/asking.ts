import { fillClocks } from './patching.ts'

let isAsking = false
let isStale = false

/**
 * Asks for this page again and takes its parts (`data-part`) over. A part in which somebody is writing or stands with the keyboard is
 * left as it is until they leave it: nothing typed is lost and no focus moves.
 */
export async function ask(root: HTMLElement): Promise<void> {
  isStale = true
  if (isAsking) return
  isAsking = true
  try {
    while (isStale) {
      isStale = false
      const response = await fetch(root.dataset['page'] ?? '', { headers: { accept: 'text/html' } })
      if (response.ok) {
        takeOver(root, new DOMParser().parseFromString(await response.text(), 'text/html'))
        fillClocks(root)
      }
    }
  } catch {
    // No connection: the stream says so, and its next word asks again.
  } finally {
    isAsking = false
  }
}

function takeOver(root: HTMLElement, fresh: Document): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-part]')) {
    const next = fresh.querySelector<HTMLElement>(`[data-part="${part.dataset['part']}"]`)
    if (!next || next.isEqualNode(part)) continue
    if (part.contains(document.activeElement) || isWritten(part)) {
      part.addEventListener('focusout', () => setTimeout(() => void ask(root)), { once: true })
      continue
    }
    for (const open of part.querySelectorAll<HTMLDetailsElement>('details[open][id]'))
      next.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute('open', '')
    part.replaceWith(document.adoptNode(next))
  }
}

const isWritten = (part: HTMLElement) =>
  [...part.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input:not([type=hidden])')].some(
    (field) =>
      field instanceof HTMLInputElement && /checkbox|radio/.test(field.type)
        ? field.checked !== field.defaultChecked
        : field.value !== field.defaultValue,
  )
