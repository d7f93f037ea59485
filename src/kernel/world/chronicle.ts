import { uuidNamed } from '#kernel/values/uuid.ts'
import { dateOf, openDayFrom, type Day } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Home, Soul } from './people.ts'
import { relationshipTo } from './relationships.ts'
import type { WorldAddress, WorldEvent, WorldEventKind, WorldState } from './world.ts'

/** What city hall is told: the persons meant, and every household that is other afterwards. */
export interface Notice {
  readonly kind: WorldEventKind
  readonly on: Day
  readonly home: Home
  readonly left?: Home | null
  readonly people: readonly Soul[]
  readonly across?: WorldEvent['across']
  readonly elsewhere?: string
}

/**
 * Writes down what happened to the circle: an event, and a state for each person and household that it changed. Whoever
 * calls has already made the change; relationships follow from who heads the household.
 */
export class Chronicle {
  readonly events: WorldEvent[] = []
  private readonly name: string
  private readonly chance: Chance
  private readonly until: Day

  constructor(name: string, until: Day, chance: Chance) {
    this.name = name
    this.until = until
    this.chance = chance
  }

  enter({ kind, on, home, left = null, people, across = null, elsewhere = '' }: Notice): WorldEvent {
    const id = uuidNamed(`${this.name} event ${this.events.length}`)
    const homes = left === null || left === home ? [home] : [home, left]
    const changed = new Set([...people, ...homes.flatMap(changedMembers)])
    const touched = [...changed].filter((soul) => soul.states.length > 0 || people.includes(soul))
    const recordedOn = this.recordedOn(kind, on, touched)
    for (const soul of touched) {
      if (soul.states.length === 0) soul.residentSince = on
      writePerson(soul, on, id)
    }
    for (const each of homes) writeHome(each, on, id)
    const event: WorldEvent = {
      id, kind, on: dateOf(on), recordedOn: dateOf(recordedOn), householdId: home.id, leftHouseholdId: left === null || left === home ? null : left.id,
      people: people.map((soul) => soul.id), touched: touched.map((soul) => soul.id), across, elsewhere,
    }
    this.events.push(event)
    return event
  }

  /** On time nearly always; whoever moves out tells it before. Never before what was told about the same people earlier. */
  private recordedOn(kind: WorldEventKind, on: Day, touched: readonly Soul[]): Day {
    const [least, most] = this.chance.isTrue(LATE_SHARE) ? LATE : DELAYS[kind]
    const earlier = Math.max(...touched.map((soul) => soul.recordedUpTo))
    const day = Math.min(openDayFrom(Math.max(on + this.chance.between(least, most), earlier)), Math.max(this.until, earlier))
    for (const soul of touched) soul.recordedUpTo = day
    return day
  }
}

/** Who lives here when the world begins, and the home they live in, without an event. */
export function writeFounders(home: Home, on: Day): void {
  for (const soul of home.members) {
    soul.relationship = relationshipTo(home.head, soul)
    writePerson(soul, on, null)
  }
  writeHome(home, on, null)
}

/** 住民基本台帳法第22条 to 第25条: within fourteen days. 戸籍法第49条, 第86条: a birth within fourteen days, a death within seven. */
const DELAYS: Readonly<Record<WorldEventKind, readonly [number, number]>> = {
  'moved-in': [0, 13], 'moved-within': [0, 13], 'moved-out': [-12, 2], 'household-changed': [0, 10], born: [2, 13], died: [1, 6], married: [0, 0], divorced: [0, 0], removed: [0, 3],
}
const LATE: readonly [number, number] = [20, 90]
const LATE_SHARE = 0.03

/** Members for whom the register would print something else than it did. */
function changedMembers(home: Home): Soul[] {
  return home.members.filter((soul) => {
    const relationship = relationshipTo(home.head, soul)
    const last = soul.states.at(-1)
    const isOther = relationship !== soul.relationship || last?.householdId !== home.id || last.address !== home.address || last.name !== soul.name || last.isMarried !== soul.isMarried
    soul.relationship = relationship
    return isOther
  })
}

function writePerson(soul: Soul, on: Day, eventId: string | null): void {
  const { standing, name, isMarried, domicile, domicileHead, relationship } = soul
  if (soul.home !== null) soul.address = soul.home.address
  const householdId = soul.home?.id ?? (soul.states.at(-1) as WorldState).householdId
  soul.states.push({ from: dateOf(on), eventId, standing, name, isMarried, domicile, domicileHead, householdId, relationship, address: soul.address })
}

function writeHome(home: Home, on: Day, eventId: string | null): void {
  const last = home.states.at(-1)
  const [headId, members] = [home.head?.id ?? null, home.members.length]
  if (last !== undefined && last.headId === headId && last.address === home.address && last.members === members) return
  home.states.push({ from: dateOf(on), eventId, headId, address: home.address, members })
}

/** Outside of the city. */
export function addressElsewhere(written: string): WorldAddress {
  return { town: '', number: written, building: '', postalCode: '' }
}
