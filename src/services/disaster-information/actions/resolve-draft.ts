import { listDistricts } from '#capabilities/notices/notices.ts'
import type { District } from '#capabilities/notices/model.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Hazard, Level, Realm } from '../model.ts'
import { idIn, realmOf } from '../pages/duty-visit.ts'
import { continuedBy, townsIn, wishAfter, type EvacuationOrder, type OrderKind } from '../rules/orders.ts'
import { findOrder, isLastOfItsEvent, listInForce } from '../store/orders.ts'
import { findSuggestion, type Suggestion } from '../store/suggestions.ts'

/** Where a draft begins: what is proposed before anybody types. */
export interface DraftBase {
  readonly realm: Realm
  readonly kind: OrderKind
  readonly hazard: Hazard
  readonly level: Level
  readonly towns: readonly string[]
  /** The hazard is chosen by the officer. */
  readonly isFree: boolean
  readonly suggestion: Suggestion | undefined
  /** The act that this one changes. */
  readonly before: EvacuationOrder | undefined
  readonly districts: readonly District[]
  /** Address of the form. */
  readonly action: string
}

/** Somebody settled the suggestion, or changed the order, before. */
export interface Overtaken {
  readonly suggestion?: Suggestion
  readonly order?: EvacuationOrder
}

export type ResolveDraft = (visit: Visit) => Promise<DraftBase | Overtaken>

export function isOvertaken(found: DraftBase | Overtaken): found is Overtaken {
  return !('kind' in found)
}

/**
 * From what the state suggests. What is graver than an order in force for some of the same towns continues that order, so
 * that one word ends it later; lowering is about the gravest order of the same hazard that is in force.
 */
export const fromSuggestion: ResolveDraft = async (visit) => {
  const { tx } = visit
  const suggestion = await findSuggestion(tx, idIn(visit))
  if (suggestion === undefined) throw new Fault('not-found', 'there is no such suggestion')
  if (suggestion.state === 'settled') return { suggestion }
  const districts = await listDistricts(tx)
  const { realm, hazard, act } = suggestion
  const common = { realm, hazard, isFree: false, suggestion, districts, action: `/staff/disaster/suggestions/${suggestion.id}` }
  if (act === 'lower') {
    const before = (await listInForce(tx, realm)).find((order) => order.hazard === hazard)
    if (before === undefined) return { suggestion }
    const level = suggestion.level ?? before.level
    return { ...common, kind: suggestion.level === null ? 'cancel' : 'lower', level, towns: before.towns, before }
  }
  const known = townsIn(districts)
  const towns = suggestion.towns.length === 0 ? known : suggestion.towns
  // What only calls staff out proposes no notice; an officer who sends one nevertheless sends it as a warning.
  const level = suggestion.level ?? 2
  const before = act === 'issue' ? continuedBy(await listInForce(tx, realm), { hazard, level, towns }) : undefined
  return { ...common, level, before, ...wishAfter(before, act === 'issue' ? 'issue' : 'tell', towns, known) }
}

/** What may be done with an order in force. */
export const ORDER_CHANGES = ['update', 'lower', 'cancel'] as const

/** From an order in force. */
export const fromOrder = (kind: (typeof ORDER_CHANGES)[number]): ResolveDraft => async (visit) => {
  const { tx } = visit
  const before = await findOrder(tx, idIn(visit))
  if (before === undefined || before.kind === 'tell') throw new Fault('not-found', 'there is no such order')
  if (!(await isLastOfItsEvent(tx, before.id))) return { order: before }
  const level = kind === 'lower' ? (Math.max(3, before.level - 1) as Level) : before.level
  const { realm, hazard, towns } = before
  const districts = await listDistricts(tx)
  return { realm, kind, hazard, level, towns, isFree: false, suggestion: undefined, before, districts, action: `/staff/disaster/orders/${before.id}/${kind}` }
}

/** Without a suggestion: the officer knows something that no telegram says. */
export const fromNothing: ResolveDraft = async (visit) => {
  const realm = realmOf(visit)
  const districts = await listDistricts(visit.tx)
  const action = realm === 'live' ? '/staff/disaster/orders/new' : `/staff/disaster/drills/${realm.slice('drill:'.length)}/new`
  return { realm, kind: 'issue', hazard: 'landslide', level: 4, towns: [], isFree: true, suggestion: undefined, before: undefined, districts, action }
}
