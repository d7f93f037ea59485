import type { IncomingMessage } from 'node:http'
import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { StandIn } from '#kernel/outside/stand-in-desk.ts'
import { openKey } from '../authority/city-authority.ts'
import { DIGESTS } from '../authority/algorithms.ts'
import type { SigningKey } from '../cms/sign-message.ts'
import { findCurrent } from '../store.ts'
import { encodeAnswer, encodeRefusal, readQuestion } from './messages.ts'

export const TIME_STAMP_PREFIX = 'time-stamp-authority'
const MOST_BYTES = 4 * 1024

/**
 * Stands in a demo for the time-stamp authority that a city has a contract with: the same protocol over HTTP (RFC 3161
 * section 3.4), a certificate under the city's own test authority, the city's clock.
 */
export const timeStampStandIn: StandIn = {
  prefix: TIME_STAMP_PREFIX,
  isNeeded: () => !process.env['TSA_URL'],
  begin: async (open) => ({
    handle: async (request, response) => {
      const question = request.method === 'POST' ? readQuestion(await bodyOf(request)) : null
      const answer = question === null || !DIGESTS.has(question.digestOid) ? encodeRefusal('the question cannot be read') : encodeAnswer(await stamperOf(open), question, open.database.clock.now())
      response.writeHead(200, { 'content-type': 'application/timestamp-reply', 'content-length': answer.length }).end(answer)
    },
  }),
}

/** Looked up for every stamp: after a renewal the new certificate stamps, in every process. The key itself is kept. */
async function stamperOf({ database, city }: OpenCity): Promise<SigningKey> {
  const known = await database.read('signing', systemActor, async (tx) => ((await findCurrent(tx, 'time-stamper')) === undefined ? null : openKey(tx, city, 'time-stamper')))
  return known ?? database.act('signing', systemActor, (tx) => openKey(tx, city, 'time-stamper'))
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > MOST_BYTES) return Buffer.alloc(0)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
