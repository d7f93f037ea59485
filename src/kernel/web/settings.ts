import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Fault } from '#kernel/faults/faults.ts'
import { giveCookie } from './cookies.ts'
import { isLanguage, isTextSize } from './readers.ts'
import { queryOf } from './request.ts'
import { wayInside } from './way-inside.ts'

const A_YEAR_IN_SECONDS = 31_536_000

/**
 * How somebody wants to read: plain links, so that they work without JavaScript and on any phone. They change nothing
 * but the visitor's own cookies.
 */
export function addSettings(web: FastifyInstance): void {
  web.get('/settings/language', async (request, reply) => {
    const { language, return: back } = queryOf(request)
    if (!isLanguage(language)) throw new Fault('bad-request', 'language: one of ja, ja-x-yasashii, en, pt')
    return remember({ request, reply }, 'language', language, back)
  })
  web.get('/settings/furigana', async (request, reply) => {
    const { furigana, return: back } = queryOf(request)
    if (furigana !== 'on' && furigana !== 'off') throw new Fault('bad-request', 'furigana: on or off')
    return remember({ request, reply }, 'furigana', furigana, back)
  })
  web.get('/settings/text-size', async (request, reply) => {
    const { size, return: back } = queryOf(request)
    if (!isTextSize(size)) throw new Fault('bad-request', 'size: standard, large or largest')
    return remember({ request, reply }, 'text-size', size, back)
  })
}

function remember(exchange: { request: FastifyRequest; reply: FastifyReply }, name: string, value: string, back: string | undefined) {
  giveCookie(exchange, { name, value, maxAgeSeconds: A_YEAR_IN_SECONDS, isReadableByScripts: true })
  return exchange.reply.header('cache-control', 'no-store').redirect(wayInside(back), 303)
}
