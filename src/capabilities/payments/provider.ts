import type { City } from '#kernel/city/city.ts'
import { standInAddress } from '#kernel/outside/stand-in-desk.ts'

/*
 * The front door to whoever takes card payments for the city (指定納付受託者, 地方自治法第231条の2の3). What is said to it stands in
 * provider/client.ts; the card's number is typed on the provider's own page and never comes here.
 */

/** Where the card provider is reached and how both sides know each other. */
export interface ProviderSettings {
  /** Without a slash at its end; the interface's version stands below it, e.g. `/v1/checkout/sessions`. */
  readonly address: string
  /** Goes with every call. */
  readonly key: string
  /** Signs what the provider tells us. */
  readonly webhookSecret: string
  readonly isStandIn: boolean
}

/** What both sides of a demo know. It opens nothing: the stand-in moves no money and stands in a demo city only. */
export const STAND_IN_KEY = 'sk_stand_in'
export const STAND_IN_WEBHOOK_SECRET = 'whsec_stand_in'

/** Last part of the stand-in's address. */
export const STAND_IN_PREFIX = 'card-payment'

/** The names of the environment that lead to a real provider; a city of an installation with several may have its own, `…_KAMEYAMA`. */
export const PROVIDER_VARIABLES = ['CARD_PROVIDER_URL', 'CARD_PROVIDER_KEY', 'CARD_PROVIDER_WEBHOOK_SECRET'] as const

export interface ProviderPlace {
  readonly city: City
  readonly standInOrigin: string | null
}

/** The provider of a city: the configured one, else the demo's stand-in, else none, and then nobody is offered to pay by card. */
export function providerSettings(place: ProviderPlace, variables: NodeJS.ProcessEnv = process.env): ProviderSettings | null {
  const [address, key, webhookSecret] = PROVIDER_VARIABLES.map((name) => variables[`${name}_${place.city.key.toUpperCase()}`] ?? variables[name] ?? '')
  if (address) {
    if (!key || !webhookSecret) throw new Error('CARD_PROVIDER_URL is set: set CARD_PROVIDER_KEY and CARD_PROVIDER_WEBHOOK_SECRET too')
    return { address: address.replace(/\/+$/, ''), key, webhookSecret, isStandIn: false }
  }
  const standIn = standInAddress(place, STAND_IN_PREFIX)
  return standIn === null ? null : { address: standIn, key: STAND_IN_KEY, webhookSecret: STAND_IN_WEBHOOK_SECRET, isStandIn: true }
}

export function isProviderConfigured(variables: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(variables['CARD_PROVIDER_URL'])
}
