import type { Actor } from '#kernel/access/actor.ts'
import type { City } from '#kernel/city/city.ts'
import type { Html } from '#kernel/html/html.ts'
import type { Directory } from '#kernel/service/directory.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Alternate, Crumb } from './answers.ts'

/** Everything a page's frame needs to know. How it looks is design's affair, so the frame is handed in from outside. */
export interface Frame {
  readonly voice: Voice
  readonly city: City
  readonly directory: Directory
  readonly actor: Actor
  readonly title: string
  readonly description: string
  readonly crumbs: readonly Crumb[]
  readonly main: Html
  readonly area: 'public' | 'staff'
  /** Path with query: where the language switch returns to. */
  readonly path: string
  /** Only for people who are signed in: their pages are never kept, so they may carry a token. */
  readonly formToken: string | null
  readonly notice: Html | null
  /** Seconds after which a browser without scripts loads the page anew; null: never. */
  readonly refreshSeconds: number | null
  /** Without menu, search and script: nothing but the page, for lines that hardly hold. */
  readonly isLight: boolean
  readonly alternates: readonly Alternate[]
}

export type RenderShell = (frame: Frame) => string

export interface FaultFrame {
  readonly title: Html
  readonly way: Html
  /** Number to tell the city, found again in the log. */
  readonly number: string | null
  readonly signInPath: string | null
}

export type RenderFault = (voice: Voice, fault: FaultFrame) => Html

export interface Asset {
  readonly path: string
  readonly type: string
  readonly body: Buffer
}
