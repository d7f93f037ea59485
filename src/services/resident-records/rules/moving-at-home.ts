import { parseDate } from '#kernel/values/era.ts'
import { MOST_ARRIVALS } from './arrivals.ts'
import { timelinessOf } from './deadlines.ts'
import { documentsToBring, type DocumentToBring } from './documents-to-bring.ts'
import { drawUp } from './draw-up.ts'
import type { Finding } from './findings.ts'
import type { Known } from './known.ts'

type Typed = Readonly<Record<string, string>>

/** What is asked first: the move itself. The rest of a moving in is asked for each person. */
export const MOVE_FIELDS = ['occurredOn', 'where', 'previousAddress', 'town', 'addressNumber', 'building'] as const
export const PERSON_FIELDS_AT_HOME = ['name', 'kana', 'sex', 'birthDate', 'relation', 'nationality'] as const

/** What people need not know at home, because the counter reads it from their papers; and a move may well lie ahead. */
const FOR_THE_COUNTER: ReadonlySet<Finding['code']> = new Set(['residence-needed', 'residence-over', 'domicile-of-foreigner'])

/** What stands in the way of one of the steps, by the counter's own rules. Nothing is looked up in the register. */
export function refusalsAtHome(step: 'move' | 'people', typed: Typed, surroundings: Pick<Known, 'today' | 'cityAddress' | 'towns'>): Finding[] {
  const known: Known = { ...surroundings, draftId: '', household: null, joined: null, people: new Map(), hasUnseenMembers: false, bornSameDay: [], target: null }
  const isOfMove = ({ field }: Finding) => (MOVE_FIELDS as readonly string[]).includes(field)
  // Days that lie ahead are judged as if they had come: the counter asks again.
  const movesOn = parseDate(typed.occurredOn ?? '')
  const today = movesOn.ok && Temporal.PlainDate.compare(movesOn.value, known.today) > 0 ? movesOn.value : known.today
  const { refusals } = drawUp('in', { ...typed, notifiedOn: today.toString() }, { ...known, today })
  const own = refusals.filter((finding) => isOfMove(finding) === (step === 'move') && !FOR_THE_COUNTER.has(finding.code))
  return step === 'move' && movesOn.ok && Temporal.PlainDate.compare(movesOn.value, known.today.add({ days: FURTHEST_DAYS })) > 0 ? [...own, { field: 'occurredOn', code: 'too-far-ahead', article: '', values: { most: FURTHEST_DAYS } }] : own
}

/** Whoever moves later than that prepares later. */
export const FURTHEST_DAYS = 90

export interface PersonAtHome {
  readonly index: number
  readonly name: string
  readonly kana: string
  readonly sex: string
  readonly birthDate: string
  readonly relation: string
  readonly nationality: string
}

export function peopleAtHome(typed: Typed): PersonAtHome[] {
  const of = (index: number, field: string) => typed[`arrival${index}.${field}`] ?? ''
  const indexes = Array.from({ length: MOST_ARRIVALS }, (_, index) => index).filter((index) => of(index, 'name') !== '')
  return indexes.map((index) => ({ index, name: of(index, 'name'), kana: of(index, 'kana'), sex: of(index, 'sex'), birthDate: of(index, 'birthDate'), relation: of(index, 'relation'), nationality: of(index, 'nationality') || 'JP' }))
}

export function documentsFor(typed: Typed): DocumentToBring[] {
  const people = peopleAtHome(typed)
  return documentsToBring({
    from: typed.where === 'abroad' ? 'abroad' : 'japan', hasForeigners: people.some(({ nationality }) => nationality !== 'JP'), hasJapanese: people.some(({ nationality }) => nationality === 'JP'), isFamily: people.length > 1,
  })
}

/** The last day for the notice: 14 days after the move (第22条第1項). Null where the day cannot be read. */
export function lastDayFor(typed: Typed): Temporal.PlainDate | null {
  const on = parseDate(typed.occurredOn ?? '')
  return on.ok ? (timelinessOf('in', on.value, on.value)?.lastDay ?? null) : null
}
