import type { CapTerms, District, NoticeTexts } from '#capabilities/notices/model.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Hazard, Level, Realm } from '../model.ts'

/** Issue, add to, lower or lift evacuation information; `tell` a warning that is none. */
const ORDER_KINDS = ['issue', 'update', 'lower', 'cancel', 'tell'] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

const ORDER_STATES = ['asked', 'issued', 'refused', 'withdrawn'] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** One act of the city. It is in the world once its state is `issued`. */
export interface EvacuationOrder {
  readonly id: string
  /** The same for all acts of one event. */
  readonly eventId: string
  readonly realm: Realm
  readonly kind: OrderKind
  readonly hazard: Hazard
  /** 3, 4 or 5; of a warning 0 to 5; of a cancellation the level that ends. */
  readonly level: Level
  readonly towns: readonly string[]
  readonly reason: string
  readonly texts: NoticeTexts
  readonly shelters: readonly string[]
  readonly suggestionId: string | null
  readonly refersTo: string | null
  readonly way: 'two-people' | 'prepared-rule'
  readonly state: OrderState
  readonly askedAt: Temporal.Instant
  /** Null where a prepared rule did it. */
  readonly askedBy: string | null
  readonly askedByName: string
  readonly settledAt: Temporal.Instant | null
  readonly settledBy: string | null
  readonly settledByName: string | null
  readonly settledWhy: string | null
  readonly noticeId: string | null
}

/** What an officer wishes to say, before it is written down. */
export interface OrderWish {
  readonly kind: OrderKind
  readonly hazard: Hazard
  readonly level: Level
  readonly towns: readonly string[]
}

/** Why a wish cannot be asked for; told beside the field. */
export type WishProblem = 'no-towns' | 'unknown-towns' | 'towns-missing' | 'nothing-new' | 'not-lower' | 'level-needed' | 'no-text'

/**
 * Whether a wish makes sense beside what it changes. Adding keeps all towns of before: who was told to leave is never
 * dropped in silence, but by lowering or lifting for everybody.
 */
export function wishProblem(wish: OrderWish, before: Pick<EvacuationOrder, 'level' | 'towns'> | undefined, known: readonly string[]): WishProblem | undefined {
  if (wish.towns.length === 0) return 'no-towns'
  if (wish.towns.some((town) => !known.includes(town))) return 'unknown-towns'
  if (wish.kind !== 'tell' && wish.level < 3) return 'level-needed'
  if (before === undefined) return undefined
  // A town that was joined to another since cannot be ticked any more; its people are still reached by the notice before.
  const lacks = before.towns.some((town) => known.includes(town) && !wish.towns.includes(town))
  if (lacks) return 'towns-missing'
  const addsTowns = wish.towns.some((town) => !before.towns.includes(town))
  if (wish.kind === 'update' && (wish.level < before.level || (wish.level === before.level && !addsTowns))) return 'nothing-new'
  if (wish.kind === 'lower' && wish.level >= before.level) return 'not-lower'
  return undefined
}

/** The gravest order in force, no graver than the wish, for its hazard and some of its towns: what is issued now continues it. */
export function continuedBy(inForce: readonly EvacuationOrder[], { hazard, level, towns }: Omit<OrderWish, 'kind'>): EvacuationOrder | undefined {
  const touching = inForce.filter((order) => order.hazard === hazard && order.level <= level && order.towns.some((town) => towns.includes(town)))
  return touching.toSorted((a, b) => b.level - a.level)[0]
}

/** Act and towns of what is issued beside an order in force, if any: nobody who was told to leave is dropped. `known` are the towns there are today. */
export function wishAfter(before: EvacuationOrder | undefined, kind: 'issue' | 'tell', towns: readonly string[], known: readonly string[]): Pick<OrderWish, 'kind' | 'towns'> {
  if (before === undefined) return { kind, towns }
  const kept = before.towns.filter((town) => known.includes(town) && !towns.includes(town))
  return { kind: 'update', towns: [...towns, ...kept] }
}

export function townsIn(districts: readonly District[]): string[] {
  return districts.flatMap(({ towns }) => towns.map(({ name }) => name))
}

/** The phrasebook's key for an act; an earthquake's and the Nankai Trough's go by the telegram's code. */
export function phraseKeyOf({ kind, hazard, level }: Pick<OrderWish, 'kind' | 'hazard' | 'level'>, kindCode: string): string {
  switch (kind) {
    case 'issue':
    case 'update':
      return `evacuation.${hazard}.${level}`
    case 'lower':
      return `evacuation.lowered.${hazard}`
    case 'cancel':
      return `evacuation.cancelled.${hazard}`
    case 'tell':
      return warningKeyOf(hazard, level, kindCode)
    default:
      return assertNever(kind)
  }
}

function warningKeyOf(hazard: Hazard, level: Level, kindCode: string): string {
  if (hazard === 'earthquake') return `earthquake.${kindCode.replace(/^([56])-$/, '$1-lower').replace(/^([56])\+$/, '$1-upper')}`
  if (hazard === 'nankai-trough') return `nankai-trough.${NANKAI_KEYS[kindCode] ?? 'investigating'}`
  if (hazard === 'linear-rainband') return 'linear-rainband'
  return `warning.${hazard}.${level}`
}

/** 南海トラフ地震臨時情報 (地震関連情報番号コード): 120 巨大地震警戒, 130 巨大地震注意, 190 調査終了; 111 to 113 are 調査中, and so is what is not known. */
const NANKAI_KEYS: Readonly<Record<string, string>> = { '120': 'warning', '130': 'watch', '190': 'end' }

/** Names for the places meant: the whole district where all its towns are, the single towns where not. */
export function placesOf(districts: readonly District[], towns: readonly string[]): Phrase<never>[] {
  return districts.flatMap((district) => {
    const meant = district.towns.filter(({ name }) => towns.includes(name))
    return meant.length === district.towns.length && meant.length > 0 ? [district.name] : meant.map(({ label }) => label)
  })
}

/** CAP's words for an act (CAP 1.2, section 3.2.2); `codes` carry the telegram's own. */
export function capTermsOf(order: Pick<EvacuationOrder, 'kind' | 'hazard' | 'level' | 'eventId'>, codes: CapTerms['codes']): CapTerms {
  const isOfTheEarth = ['landslide', 'earthquake', 'nankai-trough', 'tsunami', 'avalanche'].includes(order.hazard)
  return {
    event: order.eventId,
    category: isOfTheEarth ? 'Geo' : 'Met',
    responseType: responseTypeOf(order),
    certainty: order.level === 5 ? 'Observed' : order.level === 4 ? 'Likely' : 'Possible',
    codes,
  }
}

/** Level 3 is for those who need time, level 4 for everybody; at level 5 leaving may be too late, and one saves one's life where one is. */
function responseTypeOf({ kind, level }: Pick<EvacuationOrder, 'kind' | 'level'>): CapTerms['responseType'] {
  if (kind === 'cancel') return 'AllClear'
  if (kind === 'tell') return level >= 3 ? 'Prepare' : 'Monitor'
  if (kind === 'lower') return 'Monitor'
  return level === 5 ? 'Shelter' : level === 4 ? 'Evacuate' : 'Prepare'
}
