import type { Said, Telegram } from '../telegrams/telegram.ts'
import { weight } from './weight.ts'

/**
 * Since then there is no 洪水警報 of a municipality any more: 大雨 says it together with flooding inside the banks, rivers with a forecast of
 * their own have VXKO. Until about 2028 the old telegrams go on saying 洪水 (04, 18) beside it. Source: 気象庁「新たな防災気象情報」,
 * 2026-05-28 (気象業務法 as amended in 2025), checked 2026-11-23.
 */
const JOINED_FROM = Temporal.Instant.from('2026-05-28T00:00:00+09:00')

/** 気象特別警報・警報・注意報 and 気象警報・注意報（Ｈ２７）. */
const OLD_TYPES: ReadonlySet<string> = new Set(['VPWW53', 'VPWW54'])

/**
 * What a telegram says, with an old 洪水 as part of 大雨, so that old and new of one event are one hazard and are told once. Of
 * an area's two the graver stands; nights before the scheme of 2026 keep both.
 */
export function withOldFloodsJoined({ type, reportAt, said }: Pick<Telegram, 'type' | 'reportAt' | 'said'>): readonly Said[] {
  if (!OLD_TYPES.has(type) || Temporal.Instant.compare(reportAt, JOINED_FROM) < 0) return said
  const floods = new Map(said.filter(({ hazard }) => hazard === 'flood').map((each) => [each.areaCode, each]))
  const rains = new Set(said.filter(({ hazard }) => hazard === 'heavy-rain').map(({ areaCode }) => areaCode))
  return said.flatMap((each) => {
    if (each.hazard === 'flood') return rains.has(each.areaCode) ? [] : [{ ...each, hazard: 'heavy-rain' as const }]
    const flood = each.hazard === 'heavy-rain' ? floods.get(each.areaCode) : undefined
    return [flood !== undefined && weight(flood.level) > weight(each.level) ? { ...flood, hazard: 'heavy-rain' as const } : each]
  })
}
