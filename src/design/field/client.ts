/**
 * Counts the characters of a text box as they are written, and says what is left or too many. The text is never cut:
 * whoever pastes a long text must see that it is too long. Counted in UTF-16 units with
 * line ends as one, as kernel/forms does: the two must never disagree about the last character.
 */
class CharacterCounter extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector('textarea')
    const count = this.querySelector('.field-count')
    if (box === null || count === null) return
    const spoken = document.createElement('p')
    spoken.className = 'visually-hidden'
    spoken.setAttribute('role', 'status')
    this.append(spoken)

    let pause: ReturnType<typeof setTimeout> | undefined
    const show = (): void => {
      const left = Number(this.getAttribute('limit')) - box.value.length
      const words = (left < 0 ? this.dataset['over'] : this.dataset['left']) ?? '{count}'
      const text = words.replace('{count}', Math.abs(left).toLocaleString(document.documentElement.lang))
      count.textContent = text
      this.toggleAttribute('over', left < 0)
      // Said only when the writer pauses, so that a screen reader does not speak over every key.
      clearTimeout(pause)
      pause = setTimeout(() => (spoken.textContent = text), 1000)
    }
    box.addEventListener('input', show)
    if (box.value !== '') show()
  }
}

customElements.define('character-counter', CharacterCounter)
