import type { ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { StandIn, StandInRequest, StandInRun } from '#kernel/outside/stand-in-desk.ts'
import { isConfigured, STAND_IN_PREFIX } from '../card/settings.ts'
import { addExchange, findDemoCard, listDemoCards, type DemoCard } from '../store/stand-in.ts'
import { renderPicker } from './picker.ts'
import { SignatureDesk } from './signature-desk.ts'

/** The state's sign-in with the card, played in a demo on an origin of its own. */
export const digitalIdStandIn: StandIn = {
  prefix: STAND_IN_PREFIX,
  isNeeded: () => !isConfigured(),
  begin: async (open, address) => {
    // Loaded by whoever signs in first: a real city never needs it.
    const { openProvider } = await import('./provider.ts')
    const provider = await openProvider(open, address)
    return new DigitalIdStandIn(open, provider)
  },
}

/** A form that picks a card is some hundred bytes. */
const MOST_BODY_BYTES = 10_000

class DigitalIdStandIn implements StandInRun {
  private readonly open: OpenCity
  private readonly provider: Provider
  private readonly signatures: SignatureDesk
  private readonly protocol: ReturnType<Provider['callback']>

  constructor(open: OpenCity, provider: Provider) {
    this.open = open
    this.provider = provider
    this.signatures = new SignatureDesk(provider)
    this.protocol = provider.callback()
  }

  async handle(request: StandInRequest, response: ServerResponse): Promise<void> {
    forgetWhoCameBefore(request)
    response.once('finish', () => this.writeDown(request, response))
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in.invalid')
    if (pathname.startsWith('/interaction/')) return this.interact(request, response)
    if (pathname.startsWith('/signatures')) return this.signatures.answer(request, response, await bodyOf(request))
    return this.protocol(request, response)
  }

  /** The page on which one picks whose card is held to the phone. */
  private async interact(request: StandInRequest, response: ServerResponse): Promise<void> {
    const { params } = await this.provider.interactionDetails(request, response)
    if (request.method !== 'POST') {
      const cards = await this.open.database.read('resident-identity', systemActor, listDemoCards)
      const page = renderPicker(this.open.city, cards, { isSigning: isSigning(params['scope']), action: request.originalUrl ?? '' })
      return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page)
    }
    const typed = new URLSearchParams((await bodyOf(request)).toString('utf8'))
    const card = await this.open.database.read('resident-identity', systemActor, (tx) => findDemoCard(tx, typed.get('card') ?? ''))
    const result = card === undefined ? { error: 'access_denied', error_description: 'the person did not go on' } : outcomeOf(card)
    const transaction = params['sign_transaction_id']
    if (card?.state === 'valid' && typeof transaction === 'string') await this.signatures.sign(transaction, card)
    await this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  }

  /** Names of what was sent and never a value: the page that shows it is for learning how the protocol goes. */
  private writeDown({ method = '', originalUrl = '', headers }: StandInRequest, { statusCode }: ServerResponse): void {
    const url = new URL(originalUrl, 'http://stand-in.invalid')
    const names = [...new Set(url.searchParams.keys()), ...(headers.authorization === undefined ? [] : ['authorization'])]
    const exchange = { method, path: url.pathname.replace(/(interaction|auth|signatures)\/[^/]+/, '$1/…'), status: statusCode, names }
    this.open.database.act('resident-identity', systemActor, (tx) => addExchange(tx, exchange)).catch(() => {
      // A demo that closes while the last line is written loses nothing that anybody needs.
    })
  }
}

/** Each sign-in asks for a card anew; a session of the provider's own would ask to sign out before another card. */
function forgetWhoCameBefore({ headers }: StandInRequest): void {
  const { cookie } = headers
  if (cookie !== undefined) headers.cookie = cookie.split('; ').filter((one) => !one.startsWith('_session')).join('; ')
}

function isSigning(scope: unknown): boolean {
  return typeof scope === 'string' && scope.split(' ').includes('sign')
}

function outcomeOf({ id, state }: DemoCard) {
  if (state !== 'valid') return { error: 'access_denied', error_description: `the certificate is ${state}` }
  return { login: { accountId: id, acr: 'aal3', amr: ['sc'], remember: false } }
}

async function bodyOf(request: StandInRequest): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request) {
    bytes += (piece as Buffer).length
    if (bytes > MOST_BODY_BYTES) throw new RangeError('the body is larger than the stand-in takes')
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces)
}
