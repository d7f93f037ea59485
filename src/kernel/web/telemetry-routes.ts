import type { FastifyInstance } from 'fastify'
import { openApiOf } from './openapi.ts'
import type { WebTerms } from './server.ts'

/** For machines that watch over this one: is it alive, can it serve, how is it doing, what can be asked of it. */
export function addTelemetry(web: FastifyInstance, terms: WebTerms): void {
  web.get('/health', async (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }))

  web.get('/ready', async (_, reply) => {
    const cities = await Promise.all(terms.cities.map(async (open) => ({ city: open.city.key, isReady: await answers(open.database.sql) })))
    const isReady = cities.every((city) => city.isReady)
    return reply.code(isReady ? 200 : 503).header('cache-control', 'no-store').send({ status: isReady ? 'ready' : 'not-ready', cities })
  })

  web.get('/metrics', async (_, reply) => reply.type('text/plain; version=0.0.4; charset=utf-8').send(await terms.metrics.text()))

  const description = JSON.stringify(openApiOf(terms.cities[0]?.directory.parts ?? []))
  web.get('/openapi.json', async (_, reply) => reply.type('application/json').send(description))
}

const PATIENCE_MS = 2_000

async function answers(sql: WebTerms['cities'][number]['database']['sql']): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref())
  const asked = sql`select 1`.then(() => true, () => false)
  return Promise.race([asked, late])
}
