import type { Hazard, Level } from '../../model.ts'
import { meaningOf, SCOPES, type KindMeaning } from './kind-codes.ts'
import type { AreaSize, Said } from './telegram.ts'
import { allAt, childrenOf, wordAt } from './walk.ts'
import type { XmlElement } from './xml-tree.ts'

/** One Kind of an Item, as far as levels go. */
interface Kind {
  readonly name: string
  readonly code: string
  readonly status: string
  readonly condition: string
  readonly meaning: KindMeaning | undefined
  readonly lastLevel: Level | null
}

const LIFTED = '解除'
const GOES_ON = '継続'
/** Types of Body/Warning by the end of their names. */
const SIZES: readonly (readonly [string, AreaSize])[] = [
  ['（市町村等をまとめた地域等）', 'group'], ['（市町村等）', 'municipality'], ['（一次細分区域等）', 'primary'], ['（府県予報区等）', 'prefecture'],
]
/** What a code that nobody knows is counted under, so that it is seen: it may be anything the telegram speaks of. */
const UNKNOWN_HAZARDS: Readonly<Record<string, Hazard>> = { VXWW50: 'landslide', VPOA50: 'record-rain', VPHW50: 'tornado', VPHW51: 'tornado' }

/**
 * Warnings and advisories as Body/Warning/Item: of each area named, every hazard of the telegram's scope, so that what is
 * not mentioned any more is over. Alerts with one hazard (土砂災害警戒情報, 記録的短時間大雨, 竜巻) have the same shape.
 */
export function saidOfWarnings(type: string, body: XmlElement): Said[] {
  return childrenOf(body, 'Warning').flatMap((warning) =>
    childrenOf(warning, 'Item').flatMap((item) => saidOfItem(type, warning.attributes.type ?? '', item)))
}

/** By the section's name, and where that says nothing by the code: 2421000 a city, 240000 a prefecture, 240010, 240011. */
export function sizeOf(section: string, areaCode: string): AreaSize {
  const named = SIZES.find(([ending]) => section.endsWith(ending))
  if (named !== undefined) return named[1]
  if (areaCode.length === 7) return 'municipality'
  if (areaCode.endsWith('0000')) return 'prefecture'
  return areaCode.endsWith('0') ? 'primary' : 'group'
}

function saidOfItem(type: string, section: string, item: XmlElement): Said[] {
  const kinds = childrenOf(item, 'Kind').map((kind) => kindOf(type, kind))
  const areas = [...childrenOf(item, 'Area'), ...allAt(item, 'Areas', 'Area')]
  return areas.flatMap((area) => {
    const areaCode = wordAt(area, 'Code')
    const where = { areaCode, areaName: wordAt(area, 'Name'), areaSize: sizeOf(section, areaCode) }
    return hazardsOf(type, kinds).map((hazard) => ({ hazard, ...where, ...highestOf(type, hazard, kinds) }))
  })
}

function kindOf(type: string, kind: XmlElement): Kind {
  const code = wordAt(kind, 'Code')
  return {
    name: wordAt(kind, 'Name'), code, status: wordAt(kind, 'Status'), condition: wordAt(kind, 'Condition'), meaning: meaningOf(type, code),
    lastLevel: meaningOf(type, wordAt(kind, 'LastKind', 'Code'))?.level ?? null,
  }
}

/** The whole scope for warnings; for alerts what their kinds say. An Item without any kind that bears a code means: nothing. */
function hazardsOf(type: string, kinds: readonly Kind[]): readonly Hazard[] {
  const spoken = kinds.filter(({ code }) => code !== '').flatMap((kind) => hazardsOfKind(type, kind))
  return [...new Set([...(SCOPES[type] ?? []), ...spoken])]
}

/**
 * In the old telegrams 大雨 is both flooding and landslides; which, Condition says (土砂災害, 浸水害). Where it says nothing, a
 * warning counts for both and an advisory for rain.
 */
function hazardsOfKind(type: string, kind: Kind): readonly Hazard[] {
  if (kind.meaning === undefined) return [UNKNOWN_HAZARDS[type] ?? unknownIn(type)]
  const isOldRain = (type === 'VPWW53' || type === 'VPWW54') && kind.meaning.hazard === 'heavy-rain'
  if (!isOldRain) return [kind.meaning.hazard]
  if (kind.condition === '') return kind.meaning.level > 2 ? ['heavy-rain', 'landslide'] : ['heavy-rain']
  const hazards: Hazard[] = []
  if (kind.condition.includes('浸水害')) hazards.push('heavy-rain')
  if (kind.condition.includes('土砂災害')) hazards.push('landslide')
  return hazards.length === 0 ? ['heavy-rain', 'landslide'] : hazards
}

function unknownIn(type: string): Hazard {
  const scope = SCOPES[type] ?? []
  return scope.includes('other-advisory') ? 'other-advisory' : scope[0] ?? 'other-advisory'
}

/** What is in force of a hazard: the highest of its kinds that is not lifted. Something unknown outweighs all that is known. */
function highestOf(type: string, hazard: Hazard, kinds: readonly Kind[]): Omit<Said, 'hazard' | 'areaCode' | 'areaName' | 'areaSize'> {
  const own = kinds.filter((kind) => kind.code !== '' && hazardsOfKind(type, kind).includes(hazard))
  const inForce = own.filter(({ status }) => status !== LIFTED)
  const ranked = inForce.toSorted((a, b) => (b.meaning?.level ?? 9) - (a.meaning?.level ?? 9))
  const shown = ranked[0] ?? own[0]
  if (shown === undefined) return { level: 0, kindName: kinds[0]?.code === '' ? kinds[0].status : '', kindCode: '', lastLevel: null, isFresh: true }
  const level = inForce.length === 0 ? 0 : shown.meaning === undefined ? null : shown.meaning.level
  return { level, kindName: shown.name, kindCode: shown.code, lastLevel: shown.lastLevel, isFresh: shown.status !== GOES_ON }
}
