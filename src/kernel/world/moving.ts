import { ageOn, type Day } from './calendar.ts'
import { isParent, type Home, type Soul } from './people.ts'
import { moveOut, moveTo, moveWithin, nameHead, take, type Circle } from './staying.ts'

/** A grown child, or somebody who marries elsewhere, leaves the city alone. */
export function leaveCity(circle: Circle, soul: Soul, day: Day): void {
  if (soul.home !== null && soul.partner === null && !soul.isFixed) moveOut(circle, [soul], day)
}

/** A grown child takes a flat in the city. */
export function leaveHome(circle: Circle, soul: Soul, day: Day): void {
  if (soul.home === null || soul.home.members.length === 1 || soul.partner !== null) return
  moveWithin(circle, [soul], circle.cast.dwellings.find(circle.cast.chance.isTrue(0.9) ? 'flat' : 'house'), day)
}

/** A whole household moves within the city: those with children rather into a house. */
export function moveHousehold(circle: Circle, home: Home, day: Day): void {
  const { chance, dwellings } = circle.cast
  if (home.members.length > 0) moveWithin(circle, home.members, dwellings.find(chance.isTrue(home.members.length > 2 ? 0.75 : 0.25) ? 'house' : 'flat'), day)
}

/** The older of one or two old people moves into a care home, where everybody is a household of their own. */
export function moveToCare(circle: Circle, home: Home, day: Day): void {
  const [oldest] = home.members.toSorted((a, b) => a.born - b.born)
  if (oldest === undefined || home.address.building.includes('ホーム')) return
  moveWithin(circle, [oldest], circle.cast.dwellings.find('care-home'), day)
  nameHead(circle, home, day)
}

/** An old person who lives alone moves in with a child in the city. */
export function moveToChild(circle: Circle, soul: Soul, day: Day): void {
  const child = soul.children.find((each) => each.home !== null && each.home !== soul.home && !each.home.isFixed && ageOn(each.born, day) >= 20)
  if (soul.home !== null && child?.home !== undefined && child.home !== null) moveTo(circle, [soul], child.home, day)
}

/** 世帯分離: a grown child, with their family if they have one, becomes a household of their own at the same address. */
export function splitOff(circle: Circle, home: Home, day: Day): void {
  const head = home.head
  const child = head === null ? undefined : home.members.find((soul) => soul !== head && isParent(head, soul) && ageOn(soul.born, day) >= 20)
  if (child === undefined) return
  const own = home.members.filter((soul) => soul === child || soul === child.partner || isParent(child, soul))
  if (own.length === home.members.length) return
  take(own)
  const founded = circle.cast.household(own, home.address)
  circle.chronicle.enter({ kind: 'household-changed', on: day, home: founded, left: home, people: own })
  nameHead(circle, home, day)
}

/** 世帯合併: who lives at the same address as their parents or children becomes one household with them again. */
export function rejoin(circle: Circle, soul: Soul, day: Day): void {
  const { home } = soul
  if (home === null) return
  const other = circle.cast.homes.find((each) => each !== home && each.address === home.address && each.members.some((member) => isParent(member, soul) || isParent(soul, member)))
  if (other !== undefined) moveTo(circle, [soul], other, day)
}

/** Nobody is found at the address any more: removed by the office (住民基本台帳法第8条, 施行令第12条). */
export function vanish(circle: Circle, soul: Soul, day: Day): void {
  const { home } = soul
  if (home === null || home.members.length > 1) return
  take([soul])
  soul.standing = 'removed'
  circle.chronicle.enter({ kind: 'removed', on: day, home, people: [soul] })
}
