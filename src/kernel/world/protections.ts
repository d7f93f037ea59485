import { ageOn, dateOf, type Day } from './calendar.ts'
import type { Cast } from './cast.ts'
import type { Home, Soul } from './people.ts'
import { PROTECTED_SHARE } from './shape.ts'
import type { WorldProtection } from './world.ts'

/** People of a protected household, about: a mother with a child or two, or somebody alone. */
const PEOPLE_TOGETHER = 2

/**
 * 支援措置 (住民基本台帳事務処理要領 第5-10): in force for a year; some are in their second or third, one in six has ended. The first
 * circle always has one, so that the smallest demo shows what protection does.
 */
export function protectionsOf(cast: Cast, isFirst: boolean, people: number, until: Day): WorldProtection[] {
  const { chance } = cast
  const isAmong = isFirst || chance.isTrue((people * PROTECTED_SHARE) / PEOPLE_TOGETHER)
  const homes = cast.homes.filter((home) => isThreatened(home, until))
  if (!isAmong || homes.length === 0) return []
  const home = chance.among(homes)
  const ago = chance.between(10, isFirst || chance.isTrue(0.84) ? 340 : 700)
  const kind = chance.among(['domestic-violence', 'domestic-violence', 'domestic-violence', 'stalking', 'child-abuse', 'other'] as const)
  const from = dateOf(until - ago)
  const protection = { personIds: [home.head as Soul, ...home.members.filter((soul) => soul !== home.head)].map(({ id }) => id), kind, from, until: from.add({ years: 1 }).subtract({ days: 1 }) }
  return chance.isTrue(0.3) ? [earlier(protection), protection] : [protection]
}

/** Without a partner in the household, and the head a grown woman or, seldom, a man. */
function isThreatened({ isFixed, head, members }: Home, until: Day): boolean {
  if (isFixed || head === null || members.length > 4 || head.partner !== null) return false
  const age = ageOn(head.born, until)
  return age >= 20 && age <= 60 && (head.sex === 'female' || members.length > 1)
}

/** The year before, which was continued. */
function earlier(protection: WorldProtection): WorldProtection {
  return { ...protection, from: protection.from.subtract({ years: 1 }), until: protection.from.subtract({ days: 1 }) }
}
