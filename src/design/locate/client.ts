/** Asks the device where it is, only when the button is pressed, and goes there. Four digits are about ten metres. */
const WAIT_MS = 10_000

class LocateMe extends HTMLElement {
  connectedCallback(): void {
    if (!('geolocation' in navigator)) return
    const button = this.querySelector('button')
    if (button === null) return
    button.hidden = false
    button.addEventListener('click', () => {
      navigator.geolocation.getCurrentPosition((found) => this.#go(found), () => this.#refuse(), { timeout: WAIT_MS, maximumAge: 60_000 })
    })
  }

  #go({ coords }: GeolocationPosition): void {
    const at = `${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`
    location.href = `${this.dataset['href'] ?? ''}?at=${encodeURIComponent(at)}`
  }

  #refuse(): void {
    const status = document.createElement('p')
    status.setAttribute('role', 'status')
    status.textContent = this.dataset['refused'] ?? ''
    this.replaceChildren(status)
  }
}

customElements.define('locate-me', LocateMe)
