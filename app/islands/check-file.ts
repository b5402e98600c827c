import type { SignatureReport, VerificationReport } from '../signatures/verify/findings.ts'
import type { BrowserWords } from '../verification/browserWords.ts'
import { judge } from '../verification/judging.ts'
import { fill, say, shown, type Voice } from '../verification/sentences.ts'

/**
 * `<check-file data-root="/pki/root.pem">`: checks a signed PDF in this browser, without sending it. Its templates hold the form, the
 * words and the shapes; the form on the page above is the way without scripts. The checker itself is loaded when it is first needed.
 */
class CheckFile extends HTMLElement {
  #words: BrowserWords | undefined

  connectedCallback() {
    // WebCrypto exists only on https and loopback: elsewhere the sentence that names the other way stays.
    if (!crypto.subtle || this.#words) return
    this.#words = JSON.parse(this.#template('words').textContent ?? '') as BrowserWords
    this.querySelector('p')?.remove()
    this.append(this.#template('form').cloneNode(true))
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#check(event.currentTarget as HTMLFormElement)
    })
  }

  async #check(form: HTMLFormElement): Promise<void> {
    const words = this.#words as BrowserWords
    const [file, root] = ['file', 'root'].map((name) => (form.elements.namedItem(name) as HTMLInputElement).files?.[0])
    if (!file) return this.#show(paragraph(words.empty))
    this.#show(paragraph(words.browser.checking))
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'))
        return this.#show(paragraph(words.notPdf))
      const { fromPem } = await import('../signatures/pem.ts')
      const pem = root ? await root.text() : await this.#ownRoot()
      if (pem === null) return this.#show(paragraph(words.browser.noRoot))
      let certificate: Uint8Array
      try {
        certificate = fromPem('CERTIFICATE', pem)
      } catch {
        return this.#show(paragraph(words.browser.badRoot))
      }
      const { verifyPdf } = await import('../signatures/verify/verifyPdf.ts')
      const report = await verifyPdf(bytes, { roots: [certificate], now: new Date() })
      this.#show(...this.#result(report, root !== undefined))
    } catch {
      this.#show(paragraph(words.browser.failed))
    }
  }

  async #ownRoot(): Promise<string | null> {
    try {
      const response = await fetch(this.dataset['root'] ?? '')
      return response.ok ? await response.text() : null
    } catch {
      return null
    }
  }

  #result(report: VerificationReport, isReadersRoot: boolean): Node[] {
    const words = this.#words as BrowserWords
    const voice = voiceOf(words)
    const { level, reasons } = judge(report, null)
    const verdict = this.#template(`verdict-${level}`).cloneNode(true) as DocumentFragment
    verdict.querySelector('.stack')?.append(...reasons.map((reason) => paragraph(words.reasons[reason])))
    const people = report.signatures.filter(({ kind }) => kind === 'signature')
    const others = report.signatures.filter(({ kind }) => kind !== 'signature')
    const cards = element('div', null, 'signatures')
    cards.append(...[...people, ...others].map((signature) => this.#signature(signature, voice)))
    return [
      verdict,
      paragraph(words.browser.computedHere),
      paragraph(isReadersRoot ? words.browser.rootOfReader : words.browser.rootOfInstallation),
      paragraph(words.browser.noRecord),
      element('h3', words.who.title),
      ...(report.signatures.length ? [] : [paragraph(words.who.none)]),
      cards,
      element('h3', words.document),
      this.#findings(report.findings.map((finding) => say(finding, voice))),
    ]
  }

  #signature(signature: SignatureReport, voice: Voice): HTMLElement {
    const { who, trialService } = this.#words as BrowserWords
    const { holder, timeStamp, root } = signature
    const service = timeStamp && shown(timeStamp.service.commonName)
    const facts: [string, string | null | undefined][] = [
      [who.organisation, holder?.organisation && shown(holder.organisation)],
      [who.office, holder?.title && shown(holder.title)],
      [who.at, timeStamp ? voice.date(timeStamp.at) : who.atUnknown],
      [who.stampedBy, service && (timeStamp.trial ? fill(trialService, { service }) : service)],
      [who.root, root && shown(root.commonName)],
    ]
    const card = element('article', null, 'card')
    const details = document.createElement('details')
    details.open = signature.level === 'fails'
    details.append(element('summary', who.findings))
    details.append(this.#findings(signature.findings.map((finding) => say(finding, voice))))
    card.append(
      element('p', who[signature.kind], 'card-kicker'),
      element('h4', (holder && shown(holder.commonName)) || who.unnamed),
      this.#template(`status-${signature.level}`).cloneNode(true),
      ...(signature.level === 'fails' ? [paragraph(who.invalid)] : []),
      factsList(facts),
      details,
    )
    return card
  }

  #findings(said: { level: string; text: string }[]): HTMLElement {
    const list = element('ul', null, 'findings')
    list.role = 'list'
    const order = ['fails', 'warns', 'holds']
    for (const { level, text } of said.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))) {
      const item = element('li', null)
      item.append(this.#template(`status-${level}`).cloneNode(true), ' ', element('span', text))
      list.append(item)
    }
    return list
  }

  #template(part: string): DocumentFragment {
    const template = this.querySelector<HTMLTemplateElement>(`template[data-part="${part}"]`)
    if (!template) throw new Error(`<check-file> has no part ${part}`)
    return template.content
  }

  #show(...nodes: Node[]): void {
    this.querySelector('[data-part="result"]')?.replaceChildren(...nodes)
  }
}

function voiceOf(words: BrowserWords): Voice {
  const numbers = new Intl.NumberFormat(words.locale)
  // As on every page: English as Europe writes it.
  const language = words.locale === 'en' ? 'en-GB' : words.locale
  const local = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' })
  const utc = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return {
    sentence: (code, values) => fill(words.sentences[code], values),
    date: (value) => `${local.format(value)} (${utc.format(value)} UTC)`,
    number: (value) => numbers.format(value),
    reasons: words.invalidReasons,
    parts: words.parts,
  }
}

/** Text goes in as text: much of it was written by whoever made the file. */
function element(name: string, text: string | null, className?: string): HTMLElement {
  const made = document.createElement(name)
  if (text !== null) made.textContent = text
  if (className) made.className = className
  return made
}

const paragraph = (text: string) => element('p', text)

function factsList(facts: [string, string | null | undefined][]): HTMLElement {
  const list = element('dl', null, 'facts')
  for (const [term, value] of facts) {
    if (!value) continue
    const row = element('div', null)
    row.append(element('dt', term), element('dd', value))
    list.append(row)
  }
  return list
}

customElements.define('check-file', CheckFile)
