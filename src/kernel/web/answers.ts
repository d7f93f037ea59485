import type { Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'

export interface Crumb {
  readonly href: string
  readonly label: string | Html
}

/** The same, or what the page is about, in another form: `<link rel="alternate">`, by which feed readers find feeds. */
export interface Alternate {
  readonly href: string
  /** Media type, e.g. `application/atom+xml`. */
  readonly type: string
  readonly title: string
}

/** What a handler answers with. Pages are content; the shell around them is the web's affair. */
export type Answer =
  | PageAnswer
  | { readonly kind: 'redirect'; readonly to: string; readonly notice?: Phrase<never>; readonly cookies?: readonly Cookie[] }
  | DepartureAnswer
  | FileAnswer
  | { readonly kind: 'json'; readonly value: unknown; readonly status: number; readonly keptUntil?: Temporal.Instant }

/**
 * Leads the browser to another origin that the city works with (card sign-in, payment). A page route gives it: after a
 * sent form browsers refuse to leave, as the content security policy says `form-action 'self'`.
 */
export interface DepartureAnswer {
  readonly kind: 'departure'
  /** Whole address, https, or http in a demo. It comes from the city's settings, never from what somebody typed. */
  readonly to: URL
  readonly cookies?: readonly Cookie[]
}

export interface PageAnswer {
  readonly kind: 'page'
  readonly status: number
  readonly title: string
  readonly main: Html
  readonly crumbs: readonly Crumb[]
  readonly description?: string
  /** Staff desk or public page; decides the shell's look. */
  readonly area: 'public' | 'staff'
  /** Overrules the route's, where it depends on what was asked for, e.g. which dataset. */
  readonly emptiedBy?: readonly string[]
  /** Not kept any longer than this, though no fact happens: for what ends, or grows old, by the clock. */
  readonly keptUntil?: Temporal.Instant
  /** In a frame that a phone on a bad line loads at once: no menu, no script, a style sheet of its own. */
  readonly isLight?: boolean
  /** Shows a secret once: no browser keeps it, not even for its back button. */
  readonly isSecret?: boolean
  /** Browsers without scripts load it anew after so many seconds; with scripts the page sees to it itself. */
  readonly refreshSeconds?: number
  readonly alternates?: readonly Alternate[]
}

export interface FileAnswer {
  readonly kind: 'file'
  readonly body: Buffer | string
  readonly type: string
  /** Name offered for saving; without it the browser shows the file. */
  readonly saveAs?: string
  /** Overrules the route's, as on a page. */
  readonly emptiedBy?: readonly string[]
  /** As on a page. */
  readonly keptUntil?: Temporal.Instant
}

/** `value: null` takes the cookie away. */
export interface Cookie {
  readonly name: string
  readonly value: string | null
  readonly maxAgeSeconds: number
  readonly isReadableByScripts?: boolean
}

export function shown(terms: {
  title: string
  main: Html
  crumbs?: readonly Crumb[]
  area?: 'public' | 'staff'
  description?: string
  status?: number
  emptiedBy?: readonly string[]
  keptUntil?: Temporal.Instant
  isLight?: boolean
  isSecret?: boolean
  refreshSeconds?: number
  alternates?: readonly Alternate[]
}): PageAnswer {
  const { crumbs = [], area = 'public', status = 200, ...rest } = terms
  return { kind: 'page', crumbs, area, status, ...rest }
}

/** After an action: the browser is sent on, so that reloading repeats nothing (post, redirect, get). */
export function redirect(to: string, terms: { notice?: Phrase<never>; cookies?: readonly Cookie[] } = {}): Answer {
  return { kind: 'redirect', to, ...terms }
}

/** From a page route only; see DepartureAnswer. */
export function departure(to: URL, terms: { cookies?: readonly Cookie[] } = {}): DepartureAnswer {
  return { kind: 'departure', to, ...terms }
}

export function fileAnswer(body: Buffer | string, type: string, saveAs?: string): FileAnswer {
  return { kind: 'file', body, type, ...(saveAs === undefined ? {} : { saveAs }) }
}

export function json(value: unknown, status = 200): Answer {
  return { kind: 'json', value, status }
}
