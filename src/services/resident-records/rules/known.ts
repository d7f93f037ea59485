import type { Change, EntryKind, HouseholdRegistration, Plan, Registration } from '../model.ts'
import type { Typing } from './typing.ts'

/** A person or household as the register says today, with the edition that says so. */
export interface KnownPerson {
  readonly id: string
  readonly addresseeNumber: string
  readonly edition: number
  /** Since when what is known holds. */
  readonly since: Temporal.PlainDate
  readonly registration: Registration
}

export interface KnownHousehold {
  readonly id: string
  readonly number: string
  readonly edition: number
  readonly registration: HouseholdRegistration
}

/** All that the rules may look at besides what was typed. Nobody in it is hidden from who acts. */
export interface Known {
  readonly today: Temporal.PlainDate
  /** Names new people and households: the same draft names the same ones each time it is drawn up. */
  readonly draftId: string
  /** What stands before a town in an address, e.g. 三重県亀山市. */
  readonly cityAddress: string
  /** Postal code by town. */
  readonly towns: ReadonlyMap<string, string>
  /** The household that the entry is about; null where it brings one. */
  readonly household: KnownHousehold | null
  /** Another household, named by its number in the field `joins`. */
  readonly joined: KnownHousehold | null
  /** Residents of both households, and whoever else the form names by an addressee number. */
  readonly people: ReadonlyMap<string, KnownPerson>
  /** Does somebody live in the household of whom the actor must not know? */
  readonly hasUnseenMembers: boolean
  /** People born on a day on which somebody of the form was. */
  readonly bornSameDay: readonly KnownPerson[]
  /** The entry to be taken back. */
  readonly target: KnownEntry | null
}

export interface KnownEntry {
  readonly id: string
  readonly number: number
  readonly kind: EntryKind
  readonly status: string
  readonly occurredOn: Temporal.PlainDate
  readonly title: string
  readonly changes: readonly (Change & { readonly edition: number })[]
  /** Editions that its people and households have now. */
  readonly editions: Readonly<Record<string, number>>
  /** Entries that were applied on top of it. */
  readonly later: readonly { readonly number: number; readonly kind: EntryKind; readonly title: string }[]
}

/** While an entry is drawn up: what was typed, what is known, and since when it shall hold. */
export interface Drawing {
  readonly typing: Typing
  readonly known: Known
  readonly on: Temporal.PlainDate
  readonly notifiedOn: Temporal.PlainDate
}

/** The editions on which a plan was drawn up: what is not known yet is new. */
export function editionsFor(known: Known, changes: readonly Change[]): Plan['editions'] {
  const editions: Record<string, number> = {}
  for (const { subjectId } of changes) {
    const household = [known.household, known.joined].find((each) => each?.id === subjectId)
    editions[subjectId] = known.people.get(subjectId)?.edition ?? household?.edition ?? 0
  }
  return editions
}

/** Residents of a household in the order of the register. */
export function residentsOf(known: Known, householdId: string): KnownPerson[] {
  return [...known.people.values()].filter(({ registration }) => registration.householdId === householdId && registration.standing === 'resident')
}
