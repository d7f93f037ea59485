import type { z } from 'zod'
import type { Form, ValuesOf } from '#kernel/forms/form.ts'
import type { Answer } from './answers.ts'
import type { Submission, Visit } from './visit.ts'

/** Who may enter. There is no default: a route that does not say it does not compile. */
export type Entry =
  | { readonly who: 'everyone' }
  | { readonly who: 'signed-in' }
  | { readonly who: 'duty'; readonly anyOf: readonly string[] }
  | { readonly who: 'resident' }
  | { readonly who: 'proven-resident' }

export const everyone: Entry = { who: 'everyone' }
/** Staff, whatever their duties. */
export const signedIn: Entry = { who: 'signed-in' }
/** Residents, however they signed in: for what needs no proof of who somebody is. */
export const residentSignedIn: Entry = { who: 'resident' }
/** Residents who signed in with their card in this session: a letter to a mailbox or a passkey never says who reads it. */
export const residentProven: Entry = { who: 'proven-resident' }

/** Staff who hold one of the duties today. */
export function holding(...anyOf: readonly [string, ...string[]]): Entry {
  return { who: 'duty', anyOf }
}

interface RouteTerms {
  readonly path: string
  readonly enter: Entry
}

/** A page is read, never changes anything, and may be kept for anonymous visitors until one of the facts happens. */
export interface PageRoute extends RouteTerms {
  readonly kind: 'page'
  readonly method: 'GET'
  readonly show: (visit: Visit) => Promise<Answer>
  /** Names of facts, or `service.*`, after which the kept page is thrown away; empty: never kept. */
  readonly emptiedBy: readonly string[]
}

/** A file or a machine-readable answer. */
export interface FileRoute extends RouteTerms {
  readonly kind: 'file'
  readonly method: 'GET'
  readonly show: (visit: Visit) => Promise<Answer>
  readonly emptiedBy: readonly string[]
  /** Shape of the JSON answer, told in /openapi.json; files have none. */
  readonly reply?: z.ZodType
  readonly summary: string
}

/** An action is sent by a form: checked, done in one transaction, answered by a redirect or the same page with errors. */
export interface ActionRoute extends RouteTerms {
  readonly kind: 'action'
  readonly method: 'POST'
  readonly form: Form
  readonly act: (visit: Submission<Record<string, unknown>>) => Promise<Answer>
  /** The page to show again, with errors and everything typed kept, when the form does not hold. */
  readonly showAgain: (visit: Submission<Record<string, unknown>>) => Promise<Answer>
}

/** An operation for machines: JSON in, JSON out, described in /openapi.json. */
export interface OperationRoute extends RouteTerms {
  readonly kind: 'operation'
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly accepts: z.ZodType
  readonly reply: z.ZodType
  readonly summary: string
  readonly act: (visit: Visit, input: never) => Promise<Answer>
}

/**
 * What another machine brings: its bytes as they came, so that a signature over them can be checked. It carries no
 * session and no form token; the handler decides by the signature or the secret in the address.
 */
export interface DeliveryRoute extends RouteTerms {
  readonly kind: 'delivery'
  readonly method: 'POST'
  readonly mostBytes: number
  readonly summary: string
  readonly act: (visit: Visit, delivered: Delivered) => Promise<Answer>
}

export interface Delivered {
  readonly body: Buffer
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>
}

export type Route = PageRoute | FileRoute | ActionRoute | OperationRoute | DeliveryRoute

interface Keeping {
  readonly emptiedBy?: readonly string[]
}

export function page(path: string, enter: Entry, show: (visit: Visit) => Promise<Answer>, keeping: Keeping = {}): PageRoute {
  return { kind: 'page', method: 'GET', path, enter, show, emptiedBy: keeping.emptiedBy ?? [] }
}

export function file(
  path: string,
  enter: Entry,
  summary: string,
  show: (visit: Visit) => Promise<Answer>,
  terms: Keeping & { reply?: z.ZodType } = {},
): FileRoute {
  const { emptiedBy = [], ...rest } = terms
  return { kind: 'file', method: 'GET', path, enter, summary, show, emptiedBy, ...rest }
}

export function action<Fields extends Form>(
  path: string,
  enter: Entry,
  form: Fields,
  act: (visit: Submission<ValuesOf<Fields>>) => Promise<Answer>,
  showAgain: (visit: Submission<ValuesOf<Fields>>) => Promise<Answer>,
): ActionRoute {
  return { kind: 'action', method: 'POST', path, enter, form, act: act as never, showAgain: showAgain as never }
}

export function operation<Input extends z.ZodType>(
  method: OperationRoute['method'],
  path: string,
  enter: Entry,
  terms: { summary: string; accepts: Input; reply: z.ZodType; act: (visit: Visit, input: z.infer<Input>) => Promise<Answer> },
): OperationRoute {
  return { kind: 'operation', method, path, enter, ...terms }
}

export function delivery(path: string, terms: Pick<DeliveryRoute, 'mostBytes' | 'summary' | 'act'>): DeliveryRoute {
  return { kind: 'delivery', method: 'POST', path, enter: everyone, ...terms }
}
