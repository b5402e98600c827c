/**
 * `<passkey-form data-ceremony="create|get" data-options="/…">` around a form with a hidden field `response`: when the form is sent, it first
 * asks the authenticator and puts its answer there. Until this has started, and in browsers without passkeys, the part that says what to
 * do without one stays in sight.
 */
class PasskeyForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form || !('PublicKeyCredential' in window)) return
    this.piece('without').hidden = true
    this.piece('with').hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.ask(form)
    })
  }

  piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? this
  }

  say(sentence: string | undefined) {
    this.piece('said').textContent = sentence ?? ''
  }

  async ask(form: HTMLFormElement) {
    const field = form.elements.namedItem('response')
    const button = form.querySelector('button')
    if (!(field instanceof HTMLInputElement) || button?.disabled) return
    this.say('')
    if (button) button.disabled = true
    try {
      field.value = JSON.stringify(asJson(await this.answer()))
      // Not `requestSubmit`, which would come back here.
      form.submit()
    } catch (error) {
      this.say(this.sentenceFor(error))
      if (button) button.disabled = false
    }
  }

  async answer(): Promise<PublicKeyCredential> {
    const response = await fetch(this.dataset['options'] ?? '', {
      method: 'POST',
      headers: { accept: 'application/json' },
    })
    if (!response.ok) throw new Error(`Options: ${response.status}`)
    const options: unknown = await response.json()
    const credential = await (this.dataset['ceremony'] === 'create'
      ? navigator.credentials.create({ publicKey: creationOptions(options as PublicKeyCredentialCreationOptionsJSON) })
      : navigator.credentials.get({ publicKey: requestOptions(options as PublicKeyCredentialRequestOptionsJSON) }))
    if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey')
    return credential
  }

  sentenceFor(error: unknown): string | undefined {
    const name = error instanceof Error ? error.name : ''
    if (name === 'NotAllowedError' || name === 'AbortError') return this.dataset['cancelled']
    return name === 'InvalidStateError' ? this.dataset['known'] : this.dataset['failed']
  }
}

/** Browsers have these three conversions since 2023–2025 (Web Authentication Level 3, §5.1); older ones get them here. */
function creationOptions(json: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseCreationOptionsFromJSON(json)
  return {
    ...(json as unknown as PublicKeyCredentialCreationOptions),
    challenge: bytes(json.challenge),
    user: { ...json.user, id: bytes(json.user.id) },
    excludeCredentials: (json.excludeCredentials ?? []).map(descriptor),
  }
}

function requestOptions(json: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential) return PublicKeyCredential.parseRequestOptionsFromJSON(json)
  return {
    ...(json as unknown as PublicKeyCredentialRequestOptions),
    challenge: bytes(json.challenge),
    allowCredentials: (json.allowCredentials ?? []).map(descriptor),
  }
}

const descriptor = (json: PublicKeyCredentialDescriptorJSON): PublicKeyCredentialDescriptor => ({
  ...(json as unknown as PublicKeyCredentialDescriptor),
  id: bytes(json.id),
})

function asJson(credential: PublicKeyCredential): unknown {
  if ('toJSON' in credential) return credential.toJSON()
  const { id, rawId, type, authenticatorAttachment, response } = credential as PublicKeyCredential
  const parts: Record<string, unknown> = {}
  for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    const part = (response as unknown as Record<string, unknown>)[name]
    if (part instanceof ArrayBuffer) parts[name] = base64url(part)
  }
  if (response instanceof AuthenticatorAttestationResponse) parts['transports'] = response.getTransports?.() ?? []
  const extensions = (credential as PublicKeyCredential).getClientExtensionResults()
  return {
    id,
    rawId: base64url(rawId),
    type,
    authenticatorAttachment,
    clientExtensionResults: extensions,
    response: parts,
  }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))

const base64url = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

customElements.define('passkey-form', PasskeyForm)
