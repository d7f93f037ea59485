import type { HandOverProgress } from '#capabilities/notices/hand-overs.ts'
import type { PersonalChannelKey } from '#capabilities/notices/model.ts'
import type { Hazard, Level } from '../model.ts'
import type { SuggestedAct } from './suggestions.ts'
import type { OrderKind, OrderState } from './orders.ts'

interface Dated {
  readonly at: Temporal.Instant
  /** Name of the person; empty: nobody, the program or the sky. */
  readonly who: string
}

/** One step of a night. Everything that anybody may ask about afterwards is one of these. */
export type TimeLineStep = Dated & (
  | { readonly kind: 'telegram'; readonly type: string; readonly title: string; readonly infoType: string; readonly reportAt: Temporal.Instant }
  | { readonly kind: 'level'; readonly hazard: Hazard; readonly area: string; readonly from: Level | null; readonly to: Level | null; readonly kindName: string }
  | { readonly kind: 'suggestion'; readonly hazard: Hazard; readonly area: string; readonly act: SuggestedAct; readonly level: Level | null; readonly kindName: string; readonly callOut: string }
  | { readonly kind: 'dismissal'; readonly hazard: Hazard; readonly area: string }
  | { readonly kind: 'ask'; readonly order: OrderKind; readonly hazard: Hazard; readonly level: Level; readonly towns: readonly string[]; readonly reason: string }
  | { readonly kind: 'asked'; readonly step: number }
  | { readonly kind: 'settled'; readonly order: OrderKind; readonly hazard: Hazard; readonly level: Level; readonly state: Exclude<OrderState, 'asked'>; readonly towns: readonly string[]; readonly why: string }
  | { readonly kind: 'channel'; readonly channel: PersonalChannelKey; readonly planned: number; readonly handed: number; readonly refused: number; readonly within10s: number; readonly isEnded: boolean }
  | ({ readonly kind: 'hand-over' } & Pick<HandOverProgress, 'channel' | 'state' | 'attempts' | 'said'>)
  | { readonly kind: 'shelter'; readonly act: 'opened' | 'changed' | 'closed'; readonly name: string; readonly occupants: number }
)

type StepKind = TimeLineStep['kind']

/** What follows from what, where several steps bear the same moment: they were written in one transaction. */
const ORDER: readonly StepKind[] = ['telegram', 'level', 'suggestion', 'dismissal', 'ask', 'asked', 'settled', 'channel', 'hand-over', 'shelter']

/** Steps as they happened. */
export function inOrderOfTime(steps: readonly TimeLineStep[]): TimeLineStep[] {
  return steps.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/** How long each stretch of the way from the sky to the people took, for one order. Null: not walked. */
export interface OrderTimes {
  readonly level: Level
  readonly hazard: Hazard
  readonly kind: OrderKind
  readonly telegramToSuggestion: number | null
  readonly suggestionToAsk: number | null
  readonly askToConfirm: number | null
  readonly confirmToHanded: number | null
}

export interface Moments {
  readonly receivedAt: Temporal.Instant | undefined
  readonly suggestedAt: Temporal.Instant | undefined
  readonly askedAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly handedAt: Temporal.Instant | undefined
}

/** Seconds, to a tenth. */
export function stretchesOf({ receivedAt, suggestedAt, askedAt, settledAt, handedAt }: Moments): Pick<OrderTimes, 'telegramToSuggestion' | 'suggestionToAsk' | 'askToConfirm' | 'confirmToHanded'> {
  return {
    telegramToSuggestion: between(receivedAt, suggestedAt),
    suggestionToAsk: between(suggestedAt, askedAt),
    askToConfirm: between(askedAt, settledAt ?? undefined),
    confirmToHanded: between(settledAt ?? undefined, handedAt),
  }
}

function between(from: Temporal.Instant | undefined, to: Temporal.Instant | undefined): number | null {
  return from === undefined || to === undefined ? null : Math.round(to.since(from).total('milliseconds') / 100) / 10
}

/** Most days that one time line covers. */
export const MOST_DAYS = 31

/** A period as it is typed; undefined where it is none, or too long. */
export function periodIn({ from, to }: { readonly from: string; readonly to: string }): { readonly from: Temporal.Instant; readonly to: Temporal.Instant } | undefined {
  const [begin, end] = [momentIn(from), momentIn(to)]
  if (begin === undefined || end === undefined || Temporal.Instant.compare(begin, end) >= 0) return undefined
  return end.since(begin).total('hours') > MOST_DAYS * 24 ? undefined : { from: begin, to: end }
}

/** `2026-11-22 18:00`, the day and minute in Japan; undefined where it is none. */
export function momentIn(text: string): Temporal.Instant | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})$/.exec(text.normalize('NFKC').trim())
  if (found === null) return undefined
  try {
    const [, day = '', hour = '', minute = ''] = found
    return Temporal.PlainDateTime.from(`${day}T${hour.padStart(2, '0')}:${minute}`).toZonedDateTime('Asia/Tokyo').toInstant()
  } catch {
    return undefined
  }
}
