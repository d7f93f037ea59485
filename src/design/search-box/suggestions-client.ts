/** Long enough that a fast writer asks once a word, short enough to feel like an answer. */
const PAUSE_MS = 160
/** Safari tells of the Enter that ends a composition just after its end; nobody presses a second one so soon. */
const CONFIRMING_MS = 50

type SuggestedWords = readonly { readonly text: string; readonly reading?: string }[]

interface SuggestionsAnswer {
  readonly status: string
  readonly groups: readonly {
    readonly title: SuggestedWords
    readonly suggestions: readonly { readonly title: string; readonly lang: string; readonly href: string }[]
  }[]
  readonly all: { readonly title: SuggestedWords; readonly href: string } | null
}

let boxes = 0

/**
 * Suggests while one types, as the ARIA pattern "combobox with listbox popup" says: the focus stays in the box, the arrows go
 * through the list, Enter opens what is chosen or sends what was typed, Escape closes. What an input method is still
 * composing is neither asked for nor taken for a key of the list, and an older answer never overtakes a newer one.
 */
class SearchSuggestions extends HTMLElement {
  readonly #list = document.createElement('div')
  readonly #status = document.createElement('p')
  #box: HTMLInputElement | null = null
  #timer = 0
  #composedAt = -CONFIRMING_MS
  #asked = ''
  #running: AbortController | null = null
  #chosen = -1

  connectedCallback(): void {
    const box = this.querySelector('input[type="search"]')
    if (this.#box !== null || !(box instanceof HTMLInputElement)) return
    this.#box = box
    this.#asked = box.value.trim()
    this.#prepare(box)
    box.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#wait()
    })
    box.addEventListener('compositionend', (event) => {
      this.#composedAt = event.timeStamp
      this.#wait()
    })
    box.addEventListener('keydown', (event) => this.#press(event))
    box.addEventListener('blur', () => this.#close())
    // The focus stays in the box while the list is pressed, or the list would be gone before it is let go.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null
      if (option instanceof HTMLElement) this.#open(option)
    })
  }

  /** Roles come with the script: without it the box is a box. */
  #prepare(box: HTMLInputElement): void {
    boxes++
    Object.assign(this.#list, { id: `suggestions-${boxes}`, className: 'suggestions', hidden: true })
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', box.getAttribute('aria-label') ?? '')
    this.#status.className = 'visually-hidden'
    this.#status.setAttribute('role', 'status')
    this.append(this.#list, this.#status)
    const given = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.#list.id, autocomplete: 'off' }
    for (const [name, value] of Object.entries(given)) box.setAttribute(name, value)
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#ask(), PAUSE_MS)
  }

  async #ask(): Promise<void> {
    const typed = this.#box?.value.trim() ?? ''
    if (typed === this.#asked) return
    this.#asked = typed
    this.#running?.abort()
    this.#running = null
    if (typed === '') return this.#close()
    const running = new AbortController()
    this.#running = running
    try {
      const address = `${this.dataset.address}?${new URLSearchParams({ q: typed })}`
      const answer = await fetch(address, { signal: running.signal })
      const suggestions = answer.ok ? ((await answer.json()) as SuggestionsAnswer) : null
      if (this.#running !== running) return
      this.#running = null
      if (suggestions === null || document.activeElement !== this.#box) return this.#close()
      this.#show(suggestions)
    } catch {
      // Overtaken, or no net: the button still works.
      if (this.#running === running) this.#close()
    }
  }

  #show({ status, groups, all }: SuggestionsAnswer): void {
    this.#list.replaceChildren()
    for (const [index, { title, suggestions }] of groups.entries()) {
      const group = document.createElement('div')
      const heading = document.createElement('div')
      Object.assign(heading, { id: `${this.#list.id}-group-${index}`, className: 'suggestions-heading' })
      heading.append(...wordsOf(title))
      // The group is named by it; read out a second time between the options it would only be in the way.
      heading.setAttribute('role', 'presentation')
      group.setAttribute('role', 'group')
      group.setAttribute('aria-labelledby', heading.id)
      group.append(heading, ...suggestions.map((each) => optionOf([document.createTextNode(each.title)], each.href, each.lang)))
      this.#list.append(group)
    }
    if (all) this.#list.append(optionOf(wordsOf(all.title), all.href))
    for (const [index, option] of this.#options().entries()) option.id = `${this.#list.id}-option-${index}`
    this.#list.hidden = all === null
    this.#box?.setAttribute('aria-expanded', String(all !== null))
    this.#choose(-1)
    this.#status.textContent = status
  }

  #press(event: KeyboardEvent): void {
    // While an input method composes, Enter and the arrows are its own.
    if (event.isComposing || event.timeStamp - this.#composedAt < CONFIRMING_MS) return
    const options = this.#options()
    const isOpen = !this.#list.hidden
    if (event.key === 'Escape' && isOpen) this.#close()
    else if (event.key === 'Enter' && isOpen && options[this.#chosen]) this.#open(options[this.#chosen] as HTMLElement)
    else if (event.key === 'ArrowDown' && this.#mayChoose()) this.#choose(isOpen ? this.#chosen + 1 : 0)
    else if (event.key === 'ArrowUp' && this.#mayChoose()) this.#choose(isOpen && this.#chosen !== -1 ? this.#chosen - 1 : options.length - 1)
    else return
    event.preventDefault()
  }

  /** A list that was closed opens again only while it still belongs to what stands in the box. */
  #mayChoose(): boolean {
    return this.#options().length > 0 && this.#asked !== '' && this.#box?.value.trim() === this.#asked
  }

  /** Beyond either end is the box itself again, where nothing is chosen: -1. */
  #choose(wanted: number): void {
    const options = this.#options()
    this.#chosen = wanted >= options.length ? -1 : wanted
    if (wanted >= 0) {
      this.#list.hidden = false
      this.#box?.setAttribute('aria-expanded', 'true')
    }
    for (const [index, option] of options.entries()) option.setAttribute('aria-selected', String(index === this.#chosen))
    const chosen = options[this.#chosen]
    if (chosen === undefined) return this.#box?.removeAttribute('aria-activedescendant')
    this.#box?.setAttribute('aria-activedescendant', chosen.id)
    chosen.scrollIntoView({ block: 'nearest' })
  }

  #open(option: HTMLElement): void {
    location.assign(option.dataset.href as string)
  }

  #close(): void {
    clearTimeout(this.#timer)
    if (this.#running !== null) this.#asked = ''
    this.#running?.abort()
    this.#running = null
    this.#choose(-1)
    this.#list.hidden = true
    this.#box?.setAttribute('aria-expanded', 'false')
    this.#status.textContent = ''
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')]
  }
}

function optionOf(words: readonly Node[], href: string, lang?: string): HTMLElement {
  const option = document.createElement('div')
  option.className = 'suggestion'
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  option.dataset.href = href
  if (lang !== undefined) option.lang = lang
  option.append(...words)
  return option
}

/** Words with their readings above them, as the pages of this reader have them. */
function wordsOf(words: SuggestedWords): Node[] {
  return words.map(({ text, reading }) => {
    if (reading === undefined) return document.createTextNode(text)
    const ruby = document.createElement('ruby')
    const over = document.createElement('rt')
    over.textContent = reading
    ruby.append(text, over)
    return ruby
  })
}

customElements.define('search-suggestions', SearchSuggestions)
