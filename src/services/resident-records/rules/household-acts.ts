import { uuidNamed } from '#kernel/values/uuid.ts'
import type { Change } from '../model.ts'
import { ARTICLES } from './findings.ts'
import { residentsOf, type Drawing, type KnownHousehold } from './known.ts'
import { chosenPeople } from './moves.ts'
import { isSameAddress } from './places.ts'
import { memberOf, regroup, remainder } from './regroup.ts'

export const HOUSEHOLD_ACTS = ['split', 'merge', 'head', 'relations'] as const
export type HouseholdAct = (typeof HOUSEHOLD_ACTS)[number]

/** 世帯変更 (第25条): 世帯分離, 世帯合併, 世帯主変更, 世帯構成変更. Nobody's address changes. */
export function drawHouseholdChange(drawing: Drawing): Change[] {
  const { typing, known } = drawing
  const act = typing.choice('act', HOUSEHOLD_ACTS)
  const { household } = known
  if (household === null || act === null) return []
  if (act === 'split') return drawSplit(drawing, household)
  if (act === 'merge') return drawMerge(drawing, household)
  return drawWithin(drawing, household)
}

/** 世帯分離: some form a household of their own at the same address. */
function drawSplit(drawing: Drawing, household: KnownHousehold): Change[] {
  const leaving = chosenPeople(drawing)
  const rest = remainder(drawing, household, new Set(leaving.map(({ id }) => id)))
  if (leaving.length === 0) return []
  if (rest.members.length === 0) {
    drawing.typing.refuse(`who.${leaving[0]?.id}`, 'everybody-leaves', ARTICLES.household)
    return []
  }
  const members = leaving.map((person) => memberOf(person, false))
  return regroup(drawing, [{ householdId: uuidNamed(`${drawing.known.draftId}/household`), before: null, address: household.registration, members }, rest])
}

/** 世帯合併: all of the household, or some of it, join another that lives at the same address. */
function drawMerge(drawing: Drawing, household: KnownHousehold): Change[] {
  const { typing, known } = drawing
  const { joined } = known
  const joining = chosenPeople(drawing)
  if (joined === null) {
    typing.refuse('joins', typing.flag('joins') ? 'unknown-number' : 'missing', ARTICLES.household, { number: typing.typed.joins ?? '' })
    return []
  }
  if (joined.id === household.id) typing.refuse('joins', 'own-household', ARTICLES.household)
  if (!isSameAddress(joined.registration, household.registration)) typing.refuse('joins', 'other-address', ARTICLES.household, { address: joined.registration.address })
  if (joining.length === 0) return []
  const members = [...residentsOf(known, joined.id), ...joining].map((person) => memberOf(person, false))
  const into = { householdId: joined.id, before: joined, address: joined.registration, members }
  return regroup(drawing, [into, remainder(drawing, household, new Set(joining.map(({ id }) => id)))])
}

/** 世帯主変更 and changes of relationships: the same people, seen from another head or called otherwise. */
function drawWithin(drawing: Drawing, household: KnownHousehold): Change[] {
  const members = residentsOf(drawing.known, household.id).map((person) => memberOf(person, false))
  const isChanged = members.some(({ before, relationField }) => (drawing.typing.typed[relationField] ?? before?.registration.relationship) !== before?.registration.relationship)
  if (!isChanged) drawing.typing.refuse(members[0]?.relationField ?? 'act', 'nothing-changes', ARTICLES.household)
  return regroup(drawing, [{ householdId: household.id, before: household, address: household.registration, members }])
}
