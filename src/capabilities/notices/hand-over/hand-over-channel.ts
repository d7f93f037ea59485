import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { City } from '#kernel/city/city.ts'
import type { HandOverKey, Notice } from '../model.ts'
import type { ChannelSurroundings } from '../sending/channel.ts'
import type { HandOver, HandOverFile } from '../store/hand-overs.ts'

/** A channel that is told once and reaches people itself. */
export interface HandOverChannel {
  readonly key: HandOverKey
  /** Receivers that are told at the same moment. */
  readonly atOnce: number
  /** Between two tries at most. */
  readonly longestRestSeconds: number
  /** What was said since replaces what still waits: then only the last is handed over. */
  readonly isReplacedByLater: boolean
  /** What is handed over; the same whenever it is written. */
  write(writing: Writing): Promise<HandOverFile>
  /** A line to the receiver that the city has set up, or to the stand-in where it has not, and always for drills. */
  open(surroundings: ChannelSurroundings): Promise<HandOverConnection>
}

export interface Writing {
  readonly tx: Tx
  readonly city: City
  readonly parts: readonly Manifest[]
  readonly notice: Notice
}

export interface HandOverConnection {
  /** Throws where it may go better later (`ChannelDown` where the receiver says when). */
  hand(file: HandOverFile, handOver: Pick<HandOver, 'noticeId' | 'target' | 'isDrill'>): Promise<HandOverOutcome>
  close(): Promise<void>
}

export type HandOverOutcome =
  | { readonly kind: 'taken'; readonly answer: string }
  /** Never with this text; `isGone`: the receiver itself does not exist any more. */
  | { readonly kind: 'refused'; readonly answer: string; readonly isGone?: boolean }
