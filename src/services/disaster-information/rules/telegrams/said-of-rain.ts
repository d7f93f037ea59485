import { meaningOf, meaningOfTag } from './kind-codes.ts'
import { sizeOf } from './said-of-warnings.ts'
import type { Said } from './telegram.ts'
import { allAt, childrenOf, wordAt } from './walk.ts'
import type { XmlElement } from './xml-tree.ts'

/** Headline/Information that names the stretch forecast: not the rivers in it, nor the prefectures it flows through. */
const STRETCHES: ReadonlySet<string> = new Set(['指定河川洪水予報（予報区域）', '水位周知河川に関する情報（発表区間）'])
const TAGS = '情報タグ'

/**
 * A river's forecast. Its level stands in the headline only; Body/Warning brings sentences. Since 2026 the names are レベル２氾濫注意報 …
 * レベル５氾濫特別警報, the codes are as before.
 */
export function saidOfRivers(type: 'VXKO' | 'VXSU', head: XmlElement): Said[] {
  const sections = allAt(head, 'Headline', 'Information').filter(({ attributes }) => STRETCHES.has(attributes.type ?? ''))
  return sections.flatMap((section) => childrenOf(section, 'Item')).flatMap((item) => {
    const code = wordAt(item, 'Kind', 'Code')
    return allAt(item, 'Areas', 'Area').map((area) => ({
      hazard: 'flood' as const, areaCode: wordAt(area, 'Code'), areaName: wordAt(area, 'Name'), areaSize: 'place' as const,
      level: meaningOf(type, code)?.level ?? null, kindName: wordAt(item, 'Kind', 'Name'), kindCode: code, lastLevel: null,
      isFresh: !wordAt(item, 'Kind', 'Condition').includes('継続'),
    }))
  })
}

/** 府県気象防災速報: what has happened is told by a tag. A tag that nobody knows is kept under 線状降水帯, where somebody looks. */
export function saidOfTags(head: XmlElement): Said[] {
  const sections = allAt(head, 'Headline', 'Information').filter(({ attributes }) => attributes.type === TAGS)
  return sections.flatMap((section) => childrenOf(section, 'Item')).flatMap((item) => {
    const tag = wordAt(item, 'Kind', 'Condition')
    const meaning = meaningOfTag(tag)
    return allAt(item, 'Areas', 'Area').map((area) => {
      const areaCode = wordAt(area, 'Code')
      return {
        hazard: meaning?.hazard ?? 'linear-rainband' as const, areaCode, areaName: wordAt(area, 'Name'), areaSize: sizeOf('', areaCode),
        level: meaning?.level ?? null, kindName: tag, kindCode: tag, lastLevel: null, isFresh: true,
      }
    })
  })
}
