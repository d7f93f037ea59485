import { ageOn, type Day } from './calendar.ts'
import { haveParentInCommon, isJapanese, isParent, type Home, type Soul } from './people.ts'
import { moveOut, moveTo, moveWithin, nameHead, somewhere, type Circle } from './staying.ts'

/** Who may marry whom within the circle: neither kin (民法第734条), nor far apart in age. */
export function mayMarry(a: Soul, b: Soul, on: Day): boolean {
  const isSingle = a.partner === null && b.partner === null && a.home !== null && b.home !== null && a.home !== b.home && !a.isFixed && !b.isFixed
  if (!isSingle || a.sex === b.sex || isParent(a, b) || isParent(b, a) || haveParentInCommon(a, b)) return false
  return isMarriageable(a, on) && isMarriageable(b, on) && Math.abs(a.born - b.born) < GREATEST_AGE_GAP
}

const GREATEST_AGE_GAP = 8 * 365

/** 18 years since April 2022 (民法第731条); the circle waits longer. */
export function isMarriageable(soul: Soul, on: Day): boolean {
  const age = ageOn(soul.born, on)
  return age >= 20 && age <= 44
}

/** Two who live here marry: one moves in with the other who lives alone, or both leave their parents for a home of their own. */
export function marryHere(circle: Circle, a: Soul, b: Soul, day: Day): void {
  if (!mayMarry(a, b, day)) return
  const [stays, comes] = (a.home as Home).members.length === 1 ? [a, b] : [b, a]
  const home = stays.home as Home
  circle.cast.marry(a, b)
  circle.chronicle.enter({ kind: 'married', on: day, home, left: comes.home, people: [stays, comes] })
  if (home.members.length === 1) return moveTo(circle, [comes], home, day)
  const founded = moveWithin(circle, [stays], circle.cast.dwellings.find('flat'), day)
  if (founded !== null) moveTo(circle, [comes], founded, day)
}

/** Somebody from elsewhere comes to marry; now and then into the household of the parents. */
export function marryNewcomer(circle: Circle, soul: Soul, day: Day): void {
  const { cast, chronicle } = circle
  if (soul.home === null || soul.partner !== null || soul.isFixed || !isMarriageable(soul, day)) return
  const home = soul.home.members.length === 1 || cast.chance.isTrue(0.25) ? soul.home : moveWithin(circle, [soul], cast.dwellings.find('flat'), day)
  if (home === null) return
  const gap = cast.chance.between(-1200, 1200)
  const newcomer = cast.person({ sex: soul.sex === 'female' ? 'male' : 'female', born: Math.min(soul.born + gap, day - 21 * 366) })
  newcomer.home = home
  home.members.push(newcomer)
  chronicle.enter({ kind: 'moved-in', on: day, home, people: [newcomer], ...somewhere(circle, newcomer) })
  cast.marry(soul, newcomer)
  chronicle.enter({ kind: 'married', on: day, home, people: [soul, newcomer] })
}

/** A couple that lives together unmarried marries. */
export function marryPartner(circle: Circle, soul: Soul, day: Day): void {
  const { home, partner } = soul
  if (home === null || partner === null || partner.home !== home || soul.isMarried) return
  circle.cast.marry(soul, partner)
  circle.chronicle.enter({ kind: 'married', on: day, home, people: [soul, partner] })
}

/**
 * A couple divorces: one of two leaves, with the children or without. Who had taken the other's surname takes back their
 * own, unless they keep it (民法第767条第2項, 戸籍法第77条の2); the children's stays as it was.
 */
export function divorce(circle: Circle, soul: Soul, day: Day): void {
  const { cast, chronicle } = circle
  const { home, partner } = soul
  if (home === null || partner === null || partner.home !== home || !soul.isMarried || soul.isFixed) return
  const [wife, husband] = soul.sex === 'female' ? [soul, partner] : [partner, soul]
  for (const each of [wife, husband]) {
    Object.assign(each, { partner: null, isMarried: false })
    if (isJapanese(each) && each.surname !== each.birthSurname) takeBackName(circle, each)
  }
  chronicle.enter({ kind: 'divorced', on: day, home, people: [wife, husband] })
  const children = home.members.filter((member) => isParent(wife, member) && isParent(husband, member) && ageOn(member.born, day) < 20)
  const keepsChildren = cast.chance.isTrue(0.87) ? wife : husband
  const leaves = cast.chance.isTrue(0.65) ? wife : husband
  const leaving = [leaves, ...(leaves === keepsChildren ? children : [])]
  const parting = day + cast.chance.between(0, 40)
  circle.agenda.on(parting, (then) => part(circle, leaving.filter((each) => each.home === home), home, then))
}

function takeBackName({ cast }: Circle, soul: Soul): void {
  if (cast.chance.isTrue(0.6)) cast.rename(soul, soul.birthSurname)
  soul.domicile = cast.domicile()
  soul.domicileHead = soul.name.registered
}

function part(circle: Circle, leaving: readonly Soul[], home: Home, day: Day): void {
  if (leaving.length === 0) return
  if (circle.cast.chance.isTrue(0.35)) moveOut(circle, leaving, day)
  else moveWithin(circle, leaving, circle.cast.dwellings.find('flat'), day)
  nameHead(circle, home, day)
}
