import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './processes.ts'

const PORT = 3966
const DOCUMENTS_BY_LOAD = 2_000

export interface GroongaDocument {
  readonly title: string
  readonly body: string
}

export interface GroongaAnswer {
  readonly count: number
  /** What Groonga itself says that it took, without the way there and back. */
  readonly insideMs: number
}

/** A Groonga server in a process of its own, spoken to over HTTP; null where the program is not installed. */
export async function startGroonga() {
  if (spawnSync('groonga', ['--version']).error !== undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'groonga-'))
  const server = spawn('groonga', ['--protocol', 'http', '--port', String(PORT), '--bind-address', '127.0.0.1', '-s', '-n', join(folder, 'db')], { stdio: 'ignore' })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  await until(async () => (await ask(agent, '/d/status')).length > 0)
  return {
    /** Documents under positional bigrams, normalised (NormalizerAuto), as its manual advises for Japanese. */
    async load(documents: readonly GroongaDocument[]): Promise<void> {
      await ask(agent, '/d/table_create?name=Documents&flags=TABLE_NO_KEY')
      await ask(agent, '/d/column_create?table=Documents&name=title&type=ShortText')
      await ask(agent, '/d/column_create?table=Documents&name=body&type=Text')
      await ask(agent, '/d/table_create?name=Terms&flags=TABLE_PAT_KEY&key_type=ShortText&default_tokenizer=TokenBigram&normalizer=NormalizerAuto')
      for (let from = 0; from < documents.length; from += DOCUMENTS_BY_LOAD) {
        await ask(agent, '/d/load?table=Documents', JSON.stringify(documents.slice(from, from + DOCUMENTS_BY_LOAD)))
      }
      await ask(agent, '/d/column_create?table=Terms&name=documents_body&flags=COLUMN_INDEX%7CWITH_POSITION&type=Documents&source=body')
    },
    /** The count and the first 20 with their titles and texts, in its own order: sorting by score would only cost it more. */
    async search(word: string): Promise<GroongaAnswer> {
      const wish = new URLSearchParams({ table: 'Documents', match_columns: 'body', query: `"${word}"`, output_columns: '_id,_score,title,body', limit: '20', cache: 'no' })
      const [[, , seconds], [[[count]]]] = JSON.parse(await ask(agent, `/d/select?${wish}`)) as [[number, number, number], [[[number]]]]
      return { count, insideMs: seconds * 1_000 }
    },
    async stop(): Promise<void> {
      agent.destroy()
      await new Promise((resolve) => {
        server.once('exit', resolve)
        server.kill('SIGTERM')
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Groonga = NonNullable<Awaited<ReturnType<typeof startGroonga>>>

function ask(agent: Agent, path: string, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: PORT, path, agent, method: body === undefined ? 'GET' : 'POST', headers: { 'content-type': 'application/json' } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => resolve(Buffer.concat(pieces).toString()))
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
