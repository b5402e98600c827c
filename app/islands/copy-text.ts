/**
 * `<copy-text data-label="Copy" data-done="Copied"><code>…</code></copy-text>`: adds a button that copies the text of its `<code>`.
 * Without scripts the text stays there to be selected.
 */
class CopyText extends HTMLElement {
  connectedCallback() {
    const { label, done } = this.dataset
    const text = this.querySelector('code')?.textContent
    // The clipboard exists only on https and loopback; a button that cannot work is not shown.
    if (!label || !done || !text || !navigator.clipboard || this.querySelector('button')) return
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button button-quiet',
      textContent: label,
    })
    button.setAttribute('aria-live', 'polite')
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.replace(/\s/g, ''))
      button.textContent = done
      setTimeout(() => (button.textContent = label), 2000)
    })
    this.append(' ', button)
  }
}

customElements.define('copy-text', CopyText)
