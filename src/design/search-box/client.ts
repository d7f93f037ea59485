/** Long enough that a fast writer asks once a word, short enough to feel like an answer. */
const PAUSE_MS = 180

/**
 * Shows results while one types. Nothing is asked while an input method is still composing, an older answer never
 * overtakes a newer one, and where the net is gone the page simply stays as it is: the button still works.
 */
class LiveSearch extends HTMLElement {
  #timer = 0
  #asked = ''
  #running: AbortController | null = null

  connectedCallback(): void {
    const box = this.querySelector('input[type="search"]')
    if (this.dataset.live === undefined || !(box instanceof HTMLInputElement)) return
    this.#asked = box.value
    const wait = () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#ask(box), PAUSE_MS)
    }
    box.addEventListener('input', (event) => {
      if (event instanceof InputEvent && event.isComposing) return
      wait()
    })
    box.addEventListener('compositionend', wait)
  }

  async #ask(box: HTMLInputElement): Promise<void> {
    const typed = box.value.trim()
    if (typed === this.#asked.trim()) return
    this.#asked = typed
    this.#running?.abort()
    const running = new AbortController()
    this.#running = running
    try {
      const answer = await fetch(`${this.dataset.live}?${new URLSearchParams({ [box.name]: typed })}`, { signal: running.signal })
      const results = this.querySelector('.search-box-results')
      if (!answer.ok || !results || this.#running !== running) return
      results.innerHTML = await answer.text()
      const status = this.querySelector('[role="status"]')
      if (status) status.textContent = results.querySelector('[data-announce]')?.textContent ?? ''
    } catch {
      // Overtaken, or no net: what was shown stays.
    }
  }
}

customElements.define('live-search', LiveSearch)
