import type { Hazard, Level, LevelChange, OrderLevel } from '../model.ts'

/** A row of the city's dated table: when a hazard reaches this, that is suggested. */
export interface ResponseRule {
  readonly id: number
  readonly hazard: Hazard
  /** From this level on; null where the kind alone decides (an earthquake's intensity, the Nankai Trough's keyword). */
  readonly level: Level | null
  readonly kinds: readonly string[]
  readonly areas: readonly string[]
  readonly orderLevel: OrderLevel | null
  readonly noticeLevel: Level | null
  /** Empty: the whole city. */
  readonly towns: readonly string[]
  readonly callOut: string
  /** Key of the muster's class that is called; empty: the officer chooses. */
  readonly musterClass: string
  readonly isPrepared: boolean
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate | null
  readonly source: string
}

/** Issue evacuation information, lower or lift it, tell a warning, or only call staff out. */
const SUGGESTED_ACTS = ['issue', 'lower', 'tell', 'call-out'] as const
export type SuggestedAct = (typeof SUGGESTED_ACTS)[number]

export interface Suggested {
  readonly act: SuggestedAct
  /** Level of the evacuation information or the notice; null with `lower`: lift it. */
  readonly level: Level | null
  readonly towns: readonly string[]
  readonly callOut: string
  readonly rule: ResponseRule | null
}

/** What stands already: one open suggestion at most, and the city's orders for the same hazard. */
export interface Standing {
  readonly open: { readonly act: SuggestedAct; readonly level: Level | null } | undefined
  readonly inForce: readonly { readonly level: number; readonly towns: readonly string[] }[]
  /** What waits for the same hazard in other areas: a city and a river in it may speak of the same towns. */
  readonly elsewhere: readonly { readonly act: SuggestedAct; readonly level: Level | null; readonly towns: readonly string[] }[]
  /** What was suggested of the same event before, in any area: an earthquake is told by region first and by city then. */
  readonly ofEvent: readonly { readonly act: SuggestedAct; readonly level: Level | null }[]
}

export type SuggestionStep =
  | { readonly kind: 'none' }
  /** What waits no longer fits what is known. */
  | { readonly kind: 'withdraw' }
  /** Takes the place of what waits. */
  | { readonly kind: 'suggest'; readonly suggested: Suggested }

/**
 * What a change of level calls for. The level that was reached decides, never the steps it skipped: from 2 to 4 in one
 * telegram is level 4's way. What is already issued, or already waits, is not suggested again, so that the old and the
 * new telegram of one event, or the same one fifty times, suggest once. A level that nobody understands changes nothing.
 */
export function suggestionStep(change: LevelChange, standing: Standing, rules: readonly ResponseRule[]): SuggestionStep {
  if (change.to === null) return { kind: 'none' }
  const wanted = suggestedBy(ruleFor(rules, change))
  const inForce = highestInForce(standing.inForce, townsOfArea(rules, change))
  // After a level that nobody understood, what is in force says whether this one is a fall.
  const hasFallen = change.from === null || change.to < change.from
  if (hasFallen && inForce > 0 && (wanted?.act !== 'issue' || (wanted.level ?? 0) < inForce)) return lowering(standing, wanted)
  if (isToldByEvent(change.hazard) && standing.open !== undefined && (wanted?.level ?? -1) <= (standing.open.level ?? -1)) return { kind: 'none' }
  if (wanted === undefined || (wanted.act === 'issue' && inForce >= (wanted.level ?? 0))) return standing.open === undefined ? { kind: 'none' } : { kind: 'withdraw' }
  return isKnown(standing, wanted, change.hazard) ? { kind: 'none' } : { kind: 'suggest', suggested: wanted }
}

/** The rule for the highest level reached; one for these kinds or this area goes before one for all. */
export function ruleFor(rules: readonly ResponseRule[], { hazard, areaCode, kindCode, to }: Pick<LevelChange, 'hazard' | 'areaCode' | 'kindCode' | 'to'>): ResponseRule | undefined {
  const fitting = rules.filter((rule) =>
    rule.hazard === hazard && fits(rule.areas, areaCode) && fits(rule.kinds, kindCode) && (rule.level === null || (to !== null && to > 0 && rule.level <= to)))
  const rank = (rule: ResponseRule) => (rule.level ?? 0) * 4 + (rule.kinds.length > 0 ? 2 : 0) + (rule.areas.length > 0 ? 1 : 0)
  return fitting.toSorted((a, b) => rank(b) - rank(a))[0]
}

/** Rules that hold on a day, both days included. */
export function rulesOn(rules: readonly ResponseRule[], day: Temporal.PlainDate): ResponseRule[] {
  return rules.filter(({ validFrom, validTo }) =>
    Temporal.PlainDate.compare(validFrom, day) <= 0 && (validTo === null || Temporal.PlainDate.compare(day, validTo) <= 0))
}

/** Below level 4 more than a thousand people are written to by two persons only (capability notices), so no rule may do it alone. */
export function mayBePrepared({ orderLevel, noticeLevel }: Pick<ResponseRule, 'orderLevel' | 'noticeLevel'>): boolean {
  return (orderLevel ?? noticeLevel ?? 0) >= 4
}

function fits(listed: readonly string[], code: string): boolean {
  return listed.length === 0 || listed.includes(code)
}

function suggestedBy(rule: ResponseRule | undefined): Suggested | undefined {
  if (rule === undefined) return undefined
  const { towns, callOut } = rule
  if (rule.orderLevel !== null) return { act: 'issue', level: rule.orderLevel, towns, callOut, rule }
  if (rule.noticeLevel !== null) return { act: 'tell', level: rule.noticeLevel, towns, callOut, rule }
  return callOut === '' ? undefined : { act: 'call-out', level: null, towns, callOut, rule }
}

/** Towns that the table connects with an area; empty is the whole city. */
function townsOfArea(rules: readonly ResponseRule[], { hazard, areaCode }: LevelChange): readonly string[] {
  const own = rules.filter((rule) => rule.hazard === hazard && fits(rule.areas, areaCode))
  return own.some(({ towns }) => towns.length === 0) ? [] : own.flatMap(({ towns }) => towns)
}

function highestInForce(orders: Standing['inForce'], towns: readonly string[]): number {
  const touching = orders.filter((order) => towns.length === 0 || order.towns.some((town) => towns.includes(town)))
  return Math.max(0, ...touching.map(({ level }) => level))
}

function lowering({ open }: Standing, wanted: Suggested | undefined): SuggestionStep {
  const level = wanted?.act === 'issue' ? wanted.level : null
  if (open?.act === 'lower' && open.level === level) return { kind: 'none' }
  return { kind: 'suggest', suggested: { act: 'lower', level, towns: [], callOut: '', rule: wanted?.rule ?? null } }
}

/** What has no level that rises and falls: each event is told once, and a smaller one after it takes nothing back. */
export function isToldByEvent(hazard: Hazard): boolean {
  return hazard === 'earthquake' || hazard === 'nankai-trough' || hazard === 'tsunami'
}

function isKnown({ open, ofEvent, elsewhere }: Standing, wanted: Suggested, hazard: Hazard): boolean {
  if (open?.act === wanted.act && open.level === wanted.level) return true
  if (wanted.act === 'issue' && elsewhere.some((other) => other.act === 'issue' && (other.level ?? 0) >= (wanted.level ?? 0) && covers(other.towns, wanted.towns))) return true
  return isToldByEvent(hazard) && ofEvent.some(({ act, level }) => act === wanted.act && (level ?? 0) >= (wanted.level ?? 0))
}

/** Whether some towns hold all of others; empty is the whole city. */
export function covers(towns: readonly string[], others: readonly string[]): boolean {
  return towns.length === 0 || (others.length > 0 && others.every((town) => towns.includes(town)))
}
