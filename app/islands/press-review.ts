/**
 * `<press-review>`: keys for whoever works through a queue. J and K follow the links marked with them, A and D lead to the buttons. They
 * count only while the focus is inside and nothing is being written, so that no assistive technology loses a key (WCAG 2.1.4).
 */
class PressReview extends HTMLElement {
  connectedCallback() {
    const heading = this.querySelector('h1')
    if (heading && !document.querySelector('[autofocus]')) {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    }
    this.addEventListener('keydown', (event) => this.onKey(event))
  }

  private onKey(event: KeyboardEvent) {
    const isWriting = (event.target as Element).closest('input, select, textarea')
    if (isWriting || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const key = event.key.toLowerCase()
    const target = this.targetOf(key)
    if (!target) return
    event.preventDefault()
    if (key === 'j' || key === 'k') target.click()
    else this.leadTo(target)
  }

  private targetOf(key: string): HTMLElement | null {
    if (key === 'j' || key === 'k') return this.querySelector(`a[data-key="${key}"]`)
    if (key === 'a') return this.querySelector('.press-approve')
    return key === 'd' ? this.querySelector('.press-decline > summary') : null
  }

  /** Declining needs a reason, so its form opens and the reason has the focus. */
  private leadTo(target: HTMLElement) {
    const folded = target.parentElement
    if (folded instanceof HTMLDetailsElement) {
      folded.open = true
      folded.querySelector('select')?.focus()
    } else target.focus()
  }
}

customElements.define('press-review', PressReview)
