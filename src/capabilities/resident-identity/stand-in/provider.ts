import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { interactionPolicy, Provider, type AdapterPayload, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { claimNames, clientIdOf } from '../card/settings.ts'
import { findClientKey, findDemoCard, type DemoCard } from '../store/stand-in.ts'
import { StandInMemory } from './memory.ts'

/** The provider as the state would run it, for one demo city: real OpenID Connect, invented cards. */
export async function openProvider(open: OpenCity, address: string): Promise<Provider> {
  const key = await open.database.read('resident-identity', systemActor, findClientKey)
  if (key === undefined) throw new Error('the demo has no client key')
  const provider = new Provider(address, configurationFor(open, key.publicJwk))
  // In life an address to return to is registered once. A demo is reached by many names, so the path must be ours, whatever the host.
  provider.Client.prototype.redirectUriAllowed = (uri: string) => URL.canParse(uri) && new URL(uri).pathname === RETURN_PATH
  return provider
}

const RETURN_PATH = '/my/sign-in/card/return'

function configurationFor(open: OpenCity, publicJwk: Readonly<Record<string, unknown>>): Configuration {
  const things = new Map<string, { payload: AdapterPayload; endsAtMs: number }>()
  const names = claimNames()
  return {
    adapter: (kind: string) => new StandInMemory(things, kind),
    clients: [clientFor(open, publicJwk)],
    jwks: { keys: [newKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes: ['openid', 'name', 'address', 'birthdate', 'gender', 'sign'],
    claims: { openid: ['sub', names.issuer, names.serial, names.previousSerial], name: ['name'], address: ['address'], birthdate: ['birthdate'], gender: ['gender'] },
    acrValues: ['aal3', 'crl'],
    extraParams: ['sign_transaction_id'],
    responseTypes: ['code'],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: async (_, cardId) => subjectOf(await cardIn(open, cardId), open),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, clientCredentials: { enabled: true }, rpInitiatedLogout: { enabled: false } },
    interactions: { policy: alwaysAsking(), url: (_, { uid }) => `${issuerPath(open)}/interaction/${uid}` },
    findAccount: async (_, cardId) => {
      const card = await cardIn(open, cardId)
      return { accountId: cardId, claims: async () => claimsOf(card) }
    },
    loadExistingGrant,
    ttl: { Interaction: 600, AuthorizationCode: 60, AccessToken: 300, IdToken: 300, ClientCredentials: 300, Grant: 600, Session: 600 },
    clientBasedCORS: () => false,
  }
}

function clientFor(open: OpenCity, publicJwk: Readonly<Record<string, unknown>>) {
  return {
    client_id: clientIdOf(open.city),
    client_name: open.city.name,
    redirect_uris: [`http://localhost${RETURN_PATH}`],
    response_types: ['code' as const],
    grant_types: ['authorization_code', 'client_credentials'],
    subject_type: 'pairwise' as const,
    token_endpoint_auth_method: 'private_key_jwt' as const,
    token_endpoint_auth_signing_alg: 'ES256' as const,
    id_token_signed_response_alg: 'ES256' as const,
    scope: 'openid name address birthdate gender sign',
    jwks: { keys: [publicJwk as never] },
  }
}

function newKey(): Readonly<Record<string, unknown>> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: randomBytes(8).toString('hex') }
}

/** A card is held to the phone each time: nobody is let through because they were here before. */
function alwaysAsking() {
  const policy = interactionPolicy.base()
  const login = policy.get('login')
  const { Check } = interactionPolicy
  login?.checks.add(
    new Check('card', 'the card is asked for each time', 'login_required', (ctx) => (ctx.oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT)),
  )
  return policy
}

async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
  const { client, session, params, provider } = oidc
  const scope = params?.['scope']
  const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' })
  grant.addOIDCScope(typeof scope === 'string' ? scope : 'openid')
  await grant.save()
  return grant
}

async function cardIn(open: OpenCity, id: string): Promise<DemoCard> {
  const card = await open.database.read('resident-identity', systemActor, (tx) => findDemoCard(tx, id))
  if (card === undefined) throw new Error('no such card')
  return card
}

function claimsOf(card: DemoCard) {
  const names = claimNames()
  return {
    sub: card.id,
    name: card.name,
    birthdate: card.birthDate.toString(),
    address: { formatted: card.address },
    ...(card.sex === 'unstated' ? {} : { gender: card.sex }),
    [names.issuer]: card.issuer,
    [names.serial]: card.serial,
    ...(card.previousSerial === null ? {} : { [names.previousSerial]: card.previousSerial }),
  }
}

/** Pairwise (OpenID Connect Core 1.0, section 8.1): another name for every city. */
function subjectOf({ subjectSeed }: DemoCard, open: OpenCity): string {
  return createHash('sha256').update(`${open.city.code} ${subjectSeed}`).digest('base64url')
}

function issuerPath({ city }: OpenCity): string {
  return `/${city.key}/digital-id`
}
