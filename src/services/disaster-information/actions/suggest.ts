import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { issuePrepared } from '../jobs/issue-prepared.ts'
import type { LevelChange } from '../model.ts'
import { isToldByEvent, rulesOn, suggestionStep, type ResponseRule, type Standing, type Suggested } from '../rules/suggestions.ts'
import { listLevels } from '../store/levels.ts'
import { listInForce } from '../store/orders.ts'
import { listRules } from '../store/response-table.ts'
import { holdOpenSuggestions, keepSuggestions, listOfEvent, settleSuggestions, type NewSuggestion, type SettledWhy, type Suggestion } from '../store/suggestions.ts'

/** A change of level. Without the event that it belongs to, the level's own is meant. */
type Change = LevelChange & { readonly eventId?: string }

/**
 * Puts on the duty board what changes of level call for under the rules of today, in the transaction that wrote them
 * down. Changes of one telegram, or of many, in the order in which they happened, all of one realm.
 */
export async function onLevelsChanged(tx: Tx, changes: readonly Change[]): Promise<void> {
  const [first] = changes
  if (first === undefined) return
  const events = await eventsOf(tx, first.realm, changes)
  const [rules, waiting, inForce, told] = await Promise.all([listRules(tx), holdOpenSuggestions(tx, first.realm), listInForce(tx, first.realm), toldOf(tx, changes, events)])
  const board = new SuggestionBoard({ rules: rulesOn(rules, tx.today), inForce, waiting, told })
  for (const [index, change] of changes.entries()) board.take(change, events[index] ?? '')
  const settled = Map.groupBy(board.settled, ([, why]) => why)
  await Promise.all([...settled].map(([why, each]) => settleSuggestions(tx, each.map(([id]) => id), why)))
  const kept = await keepSuggestions(tx, board.made)
  for (const { id, settledWhy, suggested } of board.made) {
    if (settledWhy === null && kept.includes(id) && maySendAlone(suggested)) tx.enqueue(issuePrepared, { suggestion: id }, { onceKey: id })
  }
}

/** The event of each change: a level keeps the one that the newest telegram on it spoke of. */
async function eventsOf(tx: Tx, realm: LevelChange['realm'], changes: readonly Change[]): Promise<string[]> {
  const levels = changes.every(({ eventId }) => eventId !== undefined) ? [] : await listLevels(tx, realm)
  return changes.map((change) => change.eventId ?? levels.find(({ hazard, areaCode }) => hazard === change.hazard && areaCode === change.areaCode)?.eventId ?? '')
}

/** What was suggested of the events before; asked only of hazards that are told by event. */
async function toldOf(tx: Tx, changes: readonly Change[], events: readonly string[]): Promise<Map<string, Told[]>> {
  const asked = new Map(changes.map((change, index) => [eventText(change, events[index] ?? ''), { change, eventId: events[index] ?? '' }]))
  const told = [...asked].filter(([, { change, eventId }]) => eventId !== '' && isToldByEvent(change.hazard))
  return new Map(await Promise.all(told.map(async ([text, { change, eventId }]) => [text, await listOfEvent(tx, change, eventId)] as const)))
}

type Told = Pick<Suggestion, 'id' | 'act' | 'level'>
type Waiting = Told & Pick<Suggestion, 'hazard' | 'areaCode' | 'towns'>

interface BoardTerms {
  readonly rules: readonly ResponseRule[]
  readonly inForce: readonly (Standing['inForce'][number] & Pick<LevelChange, 'hazard'>)[]
  readonly waiting: readonly Waiting[]
  readonly told: ReadonlyMap<string, readonly Told[]>
}

/** The suggestions of a realm as they stand, changed change by change. */
class SuggestionBoard {
  private readonly terms: BoardTerms
  private waiting: readonly Waiting[]
  private readonly told: Map<string, readonly Told[]>
  /** Those that stood before and no longer wait. */
  readonly settled = new Map<string, SettledWhy>()
  /** New ones, those included that the next change took back. */
  made: readonly NewSuggestion[] = []

  constructor(terms: BoardTerms) {
    this.terms = terms
    this.waiting = terms.waiting
    this.told = new Map(terms.told)
  }

  take(change: LevelChange, eventId: string): void {
    const { rules, inForce } = this.terms
    const ofHazard = this.waiting.filter(({ hazard }) => hazard === change.hazard)
    const open = ofHazard.find(({ areaCode }) => areaCode === change.areaCode)
    const step = suggestionStep(change, {
      open, elsewhere: ofHazard.filter((each) => each !== open), inForce: inForce.filter(({ hazard }) => hazard === change.hazard), ofEvent: this.told.get(eventText(change, eventId)) ?? [],
    }, rules)
    if (step.kind === 'none') return
    if (open !== undefined) this.settle(open, step.kind === 'suggest' ? 'overtaken' : 'level-changed')
    if (step.kind === 'suggest') this.make(change, eventId, step.suggested)
  }

  private settle({ id }: Waiting, why: SettledWhy): void {
    this.waiting = this.waiting.filter((each) => each.id !== id)
    if (why === 'level-changed') for (const [text, told] of this.told) this.told.set(text, told.filter((each) => each.id !== id))
    if (this.made.some((each) => each.id === id)) this.made = this.made.map((each) => (each.id === id ? { ...each, settledWhy: why } : each))
    else this.settled.set(id, why)
  }

  private make(change: LevelChange, eventId: string, suggested: Suggested): void {
    const id = randomUUID()
    const { act, level, towns } = suggested
    this.made = [...this.made, { id, change, eventId, suggested, settledWhy: null }]
    this.waiting = [...this.waiting, { id, act, level, towns, hazard: change.hazard, areaCode: change.areaCode }]
    const told = this.told.get(eventText(change, eventId))
    if (told !== undefined) this.told.set(eventText(change, eventId), [...told, { id, act, level }])
  }
}

function eventText({ hazard }: Pick<LevelChange, 'hazard'>, eventId: string): string {
  return `${hazard}/${eventId}`
}

/** What warns may go out by a rule the city prepared; what takes a warning back never does without two people. */
function maySendAlone({ act, rule }: Suggested): boolean {
  return rule?.isPrepared === true && (act === 'issue' || act === 'tell')
}
