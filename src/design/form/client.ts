/**
 * Holds back a second press on a button while the first is still under way, and says so. The server refuses double
 * submissions by itself; this only spares people the fright.
 */
const RELEASE_AFTER_MS = 8000

class SubmitOnce extends HTMLElement {
  #pressed: HTMLElement | null = null

  connectedCallback(): void {
    this.addEventListener('submit', (event) => {
      if (this.#pressed !== null) {
        event.preventDefault()
        return
      }
      if (event.defaultPrevented) return
      this.#pressed = event.submitter ?? this
      this.#pressed.setAttribute('aria-disabled', 'true')
      const status = document.createElement('p')
      status.className = 'form-busy'
      status.setAttribute('role', 'status')
      this.append(status)
      // An answer that is a file leaves the page standing, and nothing tells us; nor does a line that went down.
      setTimeout(() => this.#release(), RELEASE_AFTER_MS)
      status.textContent = this.dataset['busy'] ?? ''
    })
    // A page that comes back by the browser's back button must be usable again.
    addEventListener('pageshow', () => this.#release())
  }

  #release(): void {
    this.#pressed?.removeAttribute('aria-disabled')
    this.#pressed = null
    this.querySelector('.form-busy')?.remove()
  }
}

customElements.define('submit-once', SubmitOnce)
