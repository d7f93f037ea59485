import type { Change, HouseholdRegistration, Registration, RelationshipCode } from '../model.ts'
import { relationshipCodeOf, RELATIONSHIPS } from '../model.ts'
import { ARTICLES } from './findings.ts'
import { residentsOf, type Drawing, type KnownHousehold, type KnownPerson } from './known.ts'

export type Address = Pick<Registration, 'town' | 'addressNumber' | 'building' | 'postalCode' | 'address'>

/** A household as an entry leaves it: who will live in it, and where. */
export interface Group {
  readonly householdId: string
  /** As it was; null for a new one. */
  readonly before: KnownHousehold | null
  readonly address: Address
  readonly members: readonly Member[]
}

/** `moves`: whether this entry brings the member a new address. `brings`: what else it says of them; all fields of a new person. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly birthDate: Temporal.PlainDate
  readonly before: KnownPerson | null
  readonly moves: boolean
  readonly brings: Partial<Registration>
  /** The field in which the relationship was typed. */
  readonly relationField: string
}

/** Younger heads are looked at once more: whoever keeps a household is able to (住民基本台帳事務処理要領 第1-4). */
const YOUNGEST_HEAD = 15

/**
 * The changes by which households become what the entry leaves of them. A household needs exactly one head
 * (住民基本台帳法第7条第4号), and whoever has another head than before is asked anew what they are to that one.
 */
export function regroup(drawing: Drawing, groups: readonly Group[]): Change[] {
  return groups.flatMap((group) => (group.members.length === 0 ? [dissolved(drawing, group)] : settled(drawing, group)))
}

/** A registered resident as a member of a group. */
export function memberOf(person: KnownPerson, moves: boolean): Member {
  const { name, birthDate } = person.registration
  return { id: person.id, name, birthDate, before: person, moves, brings: {}, relationField: `relation.${person.id}` }
}

/** What is left of a household when some go. */
export function remainder({ known }: Drawing, household: KnownHousehold, leaving: ReadonlySet<string>): Group {
  const members = residentsOf(known, household.id).filter(({ id }) => !leaving.has(id)).map((person) => memberOf(person, false))
  return { householdId: household.id, before: household, address: household.registration, members }
}

/** Where somebody stays whom the actor must not know of, the household waits for a head instead (rules of 支援措置). */
function dissolved({ on, known }: Drawing, { householdId }: Group): Change {
  return { subjectKind: 'household', subjectId: householdId, validFrom: on, patch: { headId: null, isDissolved: !known.hasUnseenMembers } }
}

function settled(drawing: Drawing, group: Group): Change[] {
  const relations = new Map(group.members.map((member) => [member.id, relationOf(drawing, group, member)]))
  const head = headOf(drawing, group, relations)
  askAnew(drawing, group, relations, head)
  const order = inOrder(group.members, relations)
  const address = addressOf(group.address)
  const patch: HouseholdRegistration = { headId: head?.id ?? null, ...address, isDissolved: false }
  const household: Change = { subjectKind: 'household', subjectId: group.householdId, validFrom: drawing.on, patch }
  const places = order.map((member, index) => ({ member, relation: relations.get(member.id) ?? '', position: index + 1 }))
  return [household, ...places.filter((place) => isTouched(group, place)).map((place) => personChange(drawing, group, place))]
}

function relationOf({ typing }: Drawing, { members }: Group, { relationField, before }: Member): string {
  if (members.length === 1) return RELATIONSHIPS.head
  const typed = typing.typed[relationField] ?? before?.registration.relationship ?? ''
  if (typed === '') typing.refuse(relationField, 'missing', ARTICLES.relationship)
  return typed
}

function headOf({ typing, on }: Drawing, { members }: Group, relations: ReadonlyMap<string, string>): Member | undefined {
  const heads = members.filter(({ id }) => relations.get(id) === RELATIONSHIPS.head)
  const [head, second] = heads
  if (head === undefined) typing.refuse(members[0]?.relationField ?? '', 'household-without-head', ARTICLES.relationship)
  if (second !== undefined) typing.refuse(second.relationField, 'two-heads', ARTICLES.relationship, { name: second.name })
  if (head !== undefined && head.birthDate.until(on, { largestUnit: 'year' }).years < YOUNGEST_HEAD) typing.warn(head.relationField, 'young-head', ARTICLES.relationship, { name: head.name })
  return head
}

/** 妻 of the one is 母 of the other: a relationship that only stayed as it was while the head changed is not taken for granted. */
function askAnew({ typing, known }: Drawing, { members }: Group, relations: ReadonlyMap<string, string>, head: Member | undefined): void {
  if (head === undefined || typing.flag('relationsChecked')) return
  const unasked = members.filter(({ id, before }) => {
    if (before === null || id === head.id) return false
    const formerHead = [...known.people.values()].find((other) => other.registration.householdId === before.registration.householdId && other.registration.relationshipCode === 'head')
    return formerHead?.id !== head.id && relations.get(id) === before.registration.relationship
  })
  if (unasked.length > 0) typing.refuse('relationsChecked', 'ask-relations-anew', ARTICLES.relationship, { head: head.name, names: unasked.map(({ name }) => name).join('、') })
}

const ORDER: readonly RelationshipCode[] = ['head', 'husband', 'wife', 'husband-unregistered', 'wife-unregistered', 'child', 'father', 'mother', 'older-brother', 'older-sister', 'younger-brother', 'younger-sister', 'composed', 'kin', 'cohabitant']

/** The head, the spouse, children by age, then the others: the order in which a household is written. */
function inOrder(members: readonly Member[], relations: ReadonlyMap<string, string>): Member[] {
  const rank = ({ id }: Member) => ORDER.indexOf(relationshipCodeOf(relations.get(id) ?? ''))
  return members.toSorted((a, b) => rank(a) - rank(b) || Temporal.PlainDate.compare(a.birthDate, b.birthDate) || a.id.localeCompare(b.id))
}

interface Place {
  readonly member: Member
  readonly relation: string
  readonly position: number
}

/** Who only stays, called as before, is not touched: their page shows no entry that says nothing about them. */
function isTouched({ householdId }: Group, { member, relation }: Place): boolean {
  const { before, moves, brings } = member
  return before === null || moves || Object.keys(brings).length > 0 || before.registration.householdId !== householdId || before.registration.relationship !== relation
}

function personChange({ on, notifiedOn }: Drawing, { householdId, address }: Group, { member, relation, position }: Place): Change {
  const { id, before, moves, brings } = member
  const moved = moves ? { ...addressOf(address), addressSince: on, addressNotifiedOn: notifiedOn, ...(before === null ? {} : { previousAddress: before.registration.address }) } : {}
  const patch: Partial<Registration> = { ...moved, ...brings, householdId, relationship: relation, relationshipCode: relationshipCodeOf(relation), position }
  return { subjectKind: 'person', subjectId: id, validFrom: on, patch }
}

function addressOf({ town, addressNumber, building, postalCode, address }: Address): Address {
  return { town, addressNumber, building, postalCode, address }
}
