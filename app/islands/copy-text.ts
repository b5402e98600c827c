/**
 * `<copy-text data-label="Copy" data-done="Copied"><code>…</code></copy-text>`: adds a button that copies the text of its `<code>`.
 * Without scripts the text stays there to be selected.
 */
class CopyText extends HTMLElement {
  connectedCallback() {
    const { label, done } = this.dataset
    const text = this.querySelector('code')?.textContent
    // The clipboard exists only on https and loopback: a button that cannot work is not shown.
    if (!label || !done || !text || !navigator.clipboard || this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-quiet'
    button.textContent = label
    const said = document.createElement('span')
    said.className = 'visually-hidden'
    said.role = 'status'
    const confirm = () => {
      button.textContent = said.textContent = done
      setTimeout(() => {
        button.textContent = label
        said.textContent = ''
      }, 2000)
    }
    // Where the reader's browser refuses, nothing is claimed; the text is still there to be selected.
    button.addEventListener('click', () => void navigator.clipboard.writeText(text).then(confirm, () => undefined))
    this.append(' ', button, said)
  }
}

customElements.define('copy-text', CopyText)
