import { uuidNamed } from '#kernel/values/uuid.ts'
import type { Change, Registration } from '../model.ts'
import { typedArrivals } from './arrivals.ts'
import { ARTICLES } from './findings.ts'
import { residentsOf, type Drawing, type KnownHousehold, type KnownPerson } from './known.ts'
import { isSameAddress, typedAddress } from './places.ts'
import { memberOf, regroup, remainder, type Address, type Group, type Member } from './regroup.ts'
import { LONGEST } from './typing.ts'

/** 転入 (第22条), and 職権記載 of people who never notified it (第8条): a new household, or into one that lives there. */
export function drawArrival(drawing: Drawing, cause: string): Change[] {
  const { typing, known } = drawing
  const address = typedAddress(drawing)
  const previousAddress = typing.text('previousAddress', { longest: LONGEST.address })
  if (address === null) return []
  refuseOtherAddress(drawing, address)
  const arrivals = typedArrivals(drawing, { cause, address, previousAddress })
  return regroup(drawing, [intoGroup(drawing, address, arrivals, uuidNamed(`${known.draftId}/household`))])
}

/** 出生 (戸籍法第49条): a child comes into the household; its address is the household's, and nobody's head changes. */
export function drawBirth(drawing: Drawing): Change[] {
  const { typing, known } = drawing
  const { household } = known
  if (household === null) {
    typing.refuse('occurredOn', 'unknown-person', ARTICLES.birthNotice)
    return []
  }
  const address = household.registration
  const [child, ...others] = typedArrivals(drawing, { cause: '出生', address, previousAddress: '' })
  if (others.length > 0) typing.refuse('arrival1.name', 'too-many-people', ARTICLES.birthNotice)
  if (child === undefined) return []
  const birthDate = drawing.on
  const born: Member = { ...child, brings: { ...child.brings, birthDate, residentSince: birthDate, addressSince: birthDate } }
  const members = residentsOf(known, household.id).map((person) => memberOf(person, false))
  return regroup(drawing, [{ householdId: household.id, before: household, address, members: [...members, born] }])
}

/** 転居 (第23条): the whole household keeps its number; of a part a new household is made, or it joins one that lives there. */
export function drawMove(drawing: Drawing): Change[] {
  const { typing, known } = drawing
  const address = typedAddress(drawing)
  const moving = chosenPeople(drawing)
  const household = known.household
  if (address === null || household === null || moving.length === 0) return []
  refuseOtherAddress(drawing, address)
  if (isSameAddress(address, household.registration)) typing.refuse('addressNumber', 'nothing-changes', ARTICLES.movingWithin)
  const leaving = new Set(moving.map(({ id }) => id))
  const rest = remainder(drawing, household, leaving)
  const isWhole = rest.members.length === 0 && known.joined === null && !known.hasUnseenMembers
  const members = moving.map((person) => memberOf(person, true))
  const into = intoGroup(drawing, address, members, isWhole ? household.id : uuidNamed(`${known.draftId}/household`))
  return regroup(drawing, isWhole ? [{ ...into, before: household }] : [into, rest])
}

/** 転出 (第24条): the day may lie ahead, and the entry enters the register on it. */
export function drawDeparture(drawing: Drawing): Change[] {
  const { typing, known, on, notifiedOn } = drawing
  const movedTo = typing.text('movedTo', { isRequired: true, longest: LONGEST.address, article: ARTICLES.movingOut })
  const patch = { movedTo, movedToOn: on, movedToNotifiedOn: notifiedOn, standing: 'moved-out', endedOn: on, endedCause: typing.typed.where === 'abroad' ? '国外転出' : '転出' } as const
  return drawEnding(drawing, known.household, patch)
}

/** 死亡 (戸籍法第86条): one person; whoever stays needs a head. */
export function drawDeath(drawing: Drawing): Change[] {
  const [person, another] = chosenPeople(drawing)
  if (another !== undefined) drawing.typing.refuse(`who.${another.id}`, 'too-many-people', ARTICLES.deathNotice)
  if (person === undefined) return []
  return drawEnding(drawing, drawing.known.household, { standing: 'deceased', endedOn: drawing.on, endedCause: '死亡' })
}

/** 職権消除 (第8条, 施行令第12条): people who do not live where they are registered. */
export function drawRemoval(drawing: Drawing): Change[] {
  const cause = drawing.typing.text('cause', { isRequired: true, longest: LONGEST.word, article: ARTICLES.office })
  return drawEnding(drawing, drawing.known.household, { standing: 'removed', endedOn: drawing.on, endedCause: cause })
}

function drawEnding(drawing: Drawing, household: KnownHousehold | null, patch: Partial<Registration>): Change[] {
  const ending = chosenPeople(drawing)
  if (household === null || ending.length === 0) return []
  const ended = ending.map(({ id }): Change => ({ subjectKind: 'person', subjectId: id, validFrom: drawing.on, patch }))
  return [...ended, ...regroup(drawing, [remainder(drawing, household, new Set(ending.map(({ id }) => id)))])]
}

/** The residents whose box `who.<id>` is ticked. */
export function chosenPeople({ typing, known, on }: Drawing): KnownPerson[] {
  const ids = typing.ticked('who')
  const residents = known.household === null ? [] : residentsOf(known, known.household.id)
  if (ids.length === 0) typing.refuse(residents[0] === undefined ? 'occurredOn' : `who.${residents[0].id}`, 'nobody-chosen', ARTICLES.content)
  const chosen = ids.flatMap((id) => {
    const person = residents.find((each) => each.id === id)
    if (person === undefined) typing.refuse(`who.${id}`, 'not-resident', ARTICLES.oneRegister)
    return person === undefined ? [] : [person]
  })
  for (const person of chosen) checkReach({ typing, on }, person)
  return chosen
}

/** Nothing holds of a person before they came; and what reaches back behind a later entry is said to. */
export function checkReach({ typing, on }: Pick<Drawing, 'typing' | 'on'>, { since, registration }: KnownPerson): void {
  const { name, residentSince } = registration
  if (Temporal.PlainDate.compare(on, residentSince) < 0) typing.refuse('occurredOn', 'before-beginning', ARTICLES.content, { name, day: residentSince.toString() })
  else if (Temporal.PlainDate.compare(on, since) < 0) typing.warn('occurredOn', 'reaches-back', ARTICLES.correction, { name, day: since.toString() })
}

function refuseOtherAddress({ typing, known: { joined } }: Drawing, address: Address): void {
  if (joined === null && (typing.typed.joins ?? '') !== '') typing.refuse('joins', 'unknown-number', ARTICLES.numbers, { number: typing.typed.joins ?? '' })
  if (joined !== null && !isSameAddress(address, joined.registration)) typing.refuse('joins', 'other-address', ARTICLES.relationship, { address: joined.registration.address })
}

/** Newcomers with those whom they join, or a household of their own. */
function intoGroup({ known }: Drawing, address: Address, newcomers: readonly Member[], ownId: string): Group {
  const { joined } = known
  if (joined === null) return { householdId: ownId, before: null, address, members: newcomers }
  const there = residentsOf(known, joined.id).map((person) => memberOf(person, false))
  return { householdId: joined.id, before: joined, address: joined.registration, members: [...there, ...newcomers] }
}
