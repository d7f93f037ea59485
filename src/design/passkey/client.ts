/**
 * Asks the device for a passkey and puts its answer into the form that is then sent like any other. Only browsers that
 * read and write the JSON forms of WebAuthn Level 3 are offered it; the others keep the page as it stands.
 */
class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    const box = this.querySelector<HTMLElement>('.passkey')
    if (form === null || box === null || !canUsePasskeys()) return
    this.querySelector('.passkey-fallback')?.remove()
    box.hidden = false
    form.addEventListener('submit', (event) => {
      if (this.#answer(form).value !== '') return
      // Before submit-once sees it: nothing is sent until the device has answered.
      event.preventDefault()
      event.stopPropagation()
      void this.#ask(form)
    })
    // Who comes back by the browser's back button signs anew: an answer is good once.
    addEventListener('pageshow', () => (this.#answer(form).value = ''))
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    this.#say('')
    try {
      const credential = await this.#credential()
      if (credential === null) return
      this.#answer(form).value = JSON.stringify(credential.toJSON())
      form.requestSubmit()
    } catch (thrown) {
      this.#say(this.#wordsFor(thrown))
    }
  }

  async #credential(): Promise<PublicKeyCredential | null> {
    const options = JSON.parse(this.dataset['options'] ?? '{}')
    const credential =
      this.getAttribute('ceremony') === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
    return credential as PublicKeyCredential | null
  }

  #answer(form: HTMLFormElement): HTMLInputElement {
    return form.elements.namedItem('credential') as HTMLInputElement
  }

  /** Browsers call everything that a person did not finish NotAllowedError, and a known authenticator InvalidStateError. */
  #wordsFor(thrown: unknown): string {
    const name = thrown instanceof DOMException ? thrown.name : ''
    if (name === 'NotAllowedError' || name === 'AbortError') return this.dataset['cancelled'] ?? ''
    return (name === 'InvalidStateError' ? this.dataset['known'] : this.dataset['failed']) ?? ''
  }

  #say(words: string): void {
    const trouble = this.querySelector('.passkey-trouble')
    if (trouble !== null) trouble.textContent = words
  }
}

function canUsePasskeys(): boolean {
  if (!window.isSecureContext || typeof PublicKeyCredential === 'undefined') return false
  return 'parseCreationOptionsFromJSON' in PublicKeyCredential && 'toJSON' in PublicKeyCredential.prototype
}

customElements.define('passkey-form', PasskeyForm)
