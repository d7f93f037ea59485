/** Somebody at the duty board, as their browser would go through its pages. */
export class Officer {
  private readonly origin: string
  private readonly cookie: string

  constructor(origin: string, cookie: string) {
    this.origin = origin
    this.cookie = cookie
  }

  /** Opens the board, and the draft of what it suggests first, if anything. */
  async lookAtDraft(): Promise<void> {
    const path = suggestionOn(await this.board())
    // A telegram may have taken the suggestion back meanwhile; its page says so.
    if (path !== undefined) await this.page(path)
  }

  /** Opens what is suggested and asks a second person. Returns the path at which they confirm. */
  async askForFirstSuggestion(): Promise<string> {
    const path = suggestionOn(await this.board())
    if (path === undefined) throw new Error('the board suggests nothing')
    const answer = await this.send(path, { ...fieldsOf(await this.page(path), path), step: ['ask'] })
    const order = /\/staff\/disaster\/confirm\/[0-9a-f-]{36}/.exec(answer)?.[0]
    if (order === undefined) throw new Error('the draft was not sent to a second person')
    return order
  }

  async confirm(path: string): Promise<void> {
    await this.send(path, fieldsOf(await this.page(path), path))
  }

  private board(): Promise<string> {
    return this.page('/staff/disaster')
  }

  private async page(path: string): Promise<string> {
    const answer = await fetch(this.origin + path, { headers: { cookie: this.cookie } })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return answer.text()
  }

  /** Returns where the answer leads, or its page where it leads nowhere. */
  private async send(path: string, fields: Fields): Promise<string> {
    const body = new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])))
    const answer = await fetch(this.origin + path, { method: 'POST', body, redirect: 'manual', headers: { cookie: this.cookie } })
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status} to the form`)
    return answer.headers.get('location') ?? ''
  }
}

function suggestionOn(board: string): string | undefined {
  return /href="(\/staff\/disaster\/suggestions\/[^"/]+)"/.exec(board)?.[1]
}

type Fields = Readonly<Record<string, readonly string[]>>

/** What a browser would send of the page's form that leads to `action`, as it stands. */
function fieldsOf(page: string, action: string): Fields {
  const form = [...page.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([one]) => one).find((one) => one.includes(`action="${action}"`)) ?? ''
  const fields: Record<string, string[]> = {}
  const add = (name: string, value: string) => (fields[name] ??= []).push(plain(value))
  for (const [, attributes = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
    const isLeftOut = ['checkbox', 'radio'].includes(of('type') ?? '') && !/\bchecked\b/.test(attributes)
    if (!isLeftOut && of('name') !== undefined) add(of('name') ?? '', of('value') ?? '')
  }
  for (const [, name = '', value = ''] of form.matchAll(/<textarea[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)) add(name, value.replace(/^\n/, ''))
  for (const [, name = '', body = ''] of form.matchAll(/<select[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    add(name, /<option[^>]*\bvalue="([^"]*)"[^>]*\bselected\b/.exec(body)?.[1] ?? '')
  }
  return fields
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
