/** Safari tells of the end of a composition before the key that ended it, which then looks like any other key. */
const COMPOSED_MS = 30

/**
 * Keys for whoever answers hundreds of questions: j and k go to the next and the previous one, a accepts, e edits,
 * s leaves it for later, u undoes. They work only while the focus is inside a card and outside its text boxes, so they
 * meet WCAG 2.1.4 and never swallow a letter; keys of an input method that is still composing are left alone.
 */
class QuestionCard extends HTMLElement {
  #composedAt = -Infinity

  connectedCallback(): void {
    this.addEventListener('keydown', (event) => this.#press(event))
    this.addEventListener('compositionend', (event) => (this.#composedAt = event.timeStamp))
  }

  #press(event: KeyboardEvent): void {
    const hasJustComposed = event.timeStamp - this.#composedAt < COMPOSED_MS
    if (event.isComposing || hasJustComposed || event.ctrlKey || event.metaKey || event.altKey) return
    const isWriting = event.target instanceof Element && event.target.closest('textarea, input, select') !== null
    if (isWriting && event.key !== 'Escape') return
    if (this.#answer(event.key.toLowerCase())) event.preventDefault()
  }

  /** Does what the key stands for; false where it stands for nothing here. */
  #answer(key: string): boolean {
    switch (key) {
      case 'j':
      case 'k':
        return this.#go(key)
      case 'e':
        return this.#edit()
      case 'escape':
        return this.#leaveEdit()
      case 'a':
      case 's':
      case 'u':
        return this.#click(key)
      default:
        return false
    }
  }

  #go(key: 'j' | 'k'): boolean {
    const cards = [...document.querySelectorAll('question-card')]
    const card = cards[cards.indexOf(this) + (key === 'j' ? 1 : -1)]?.querySelector<HTMLElement>('.question')
    if (!card) return this.#click(key)
    card.focus()
    card.scrollIntoView({ block: 'nearest' })
    return true
  }

  #click(key: string): boolean {
    const target = this.querySelector<HTMLElement>(`[data-key="${key}"]`)
    target?.click()
    return target !== null
  }

  #edit(): boolean {
    const box = this.querySelector('details.question-edit')
    if (!(box instanceof HTMLDetailsElement)) return false
    box.open = true
    const text = box.querySelector('textarea')
    // People mostly add to the proposal or mend its end; the caret would stand at its beginning.
    text?.setSelectionRange(text.value.length, text.value.length)
    const first = text ?? box.querySelector<HTMLElement>('input:checked') ?? box.querySelector<HTMLElement>('input')
    first?.focus()
    return true
  }

  #leaveEdit(): boolean {
    const box = this.querySelector('details.question-edit')
    if (!(box instanceof HTMLDetailsElement) || !box.open) return false
    box.open = false
    this.querySelector<HTMLElement>('.question')?.focus()
    return true
  }
}

customElements.define('question-card', QuestionCard)
customElements.define('question-keys', class extends HTMLElement {})
