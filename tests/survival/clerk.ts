import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '#kernel/database/connection.ts'
import type { Sql } from 'postgres'

/** The demo accounts of 亀山市 share it. */
const PASSPHRASE = 'tsunagu-demo-kameyama'

/** A member of staff who speaks HTTP to a city: keeps cookies and fills in forms as a browser does. */
export class Clerk {
  private readonly base: string
  private readonly cookies = new Map<string, string>()

  constructor(base: string) {
    this.base = base
  }

  async signIn(login: string): Promise<void> {
    const answer = await this.send('/sign-in', '/sign-in', { login, passphrase: PASSPHRASE })
    if (answer.status !== 303) throw new Error(`${login} could not sign in: ${answer.status}`)
  }

  async open(path: string): Promise<Response> {
    return this.kept(await fetch(`${this.base}${path}`, { headers: this.headers(), redirect: 'manual' }))
  }

  /** Fills in the form of a page that is sent to `action`, with its hidden fields as they stand there, and sends it. */
  async send(page: string, action: string, values: Readonly<Record<string, string>>): Promise<Response> {
    return this.post(action, { ...(await this.formOn(page, action)), ...values })
  }

  /** The hidden fields of the form on a page that is sent to `action`. */
  async formOn(page: string, action: string): Promise<Record<string, string>> {
    const body = await (await this.open(page)).text()
    const form = body.split('<form').find((part) => part.includes(`action="${action}"`))
    if (form === undefined) throw new Error(`${page} has no form that is sent to ${action}`)
    const fields = form.slice(0, form.indexOf('</form')).matchAll(/<input type="hidden" name="(.*?)" value="(.*?)">/g)
    return Object.fromEntries([...fields].map(([, name, value]) => [String(name), String(value)]))
  }

  async post(action: string, values: Readonly<Record<string, string>>): Promise<Response> {
    const headers = { ...this.headers(), 'content-type': 'application/x-www-form-urlencoded' }
    return this.kept(await fetch(`${this.base}${action}`, { method: 'POST', headers, body: new URLSearchParams(values), redirect: 'manual' }))
  }

  private headers(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }

  private kept(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}

/** The city's database as its owner sees it, to count what is really there; neither starts the server nor brings it back. */
export async function counted(dataDir: string, query: string): Promise<number> {
  const home = join(dataDir, 'postgres')
  const [, , , port = '', socketDir = ''] = readFileSync(join(home, 'pgdata/postmaster.pid'), 'utf8').split('\n')
  const server = { host: socketDir, port: Number(port), user: 'tsunagu', password: readFileSync(join(home, 'password'), 'utf8').trim(), ssl: false }
  const sql: Sql = connect(server, { database: 'tsunagu_kameyama', connections: 1 })
  try {
    const [row] = await sql.unsafe<{ count: number }[]>(query)
    return row?.count ?? Number.NaN
  } finally {
    await sql.end()
  }
}
