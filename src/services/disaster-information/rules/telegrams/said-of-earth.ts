import type { Hazard } from '../../model.ts'
import { meaningOf } from './kind-codes.ts'
import type { AreaSize, Said } from './telegram.ts'
import { allAt, at, childrenOf, wordAt } from './walk.ts'
import type { XmlElement } from './xml-tree.ts'

/** Where the Nankai Trough's information counts; its telegrams name no area. */
export const NANKAI_AREA = { code: 'nankai-trough', name: '南海トラフ沿い' }

/** Said of a city in which a reading has not come in that must have been 5 lower or more: it counts as 5 lower, whatever others read. */
const NOT_YET_REPORTED = '震度５弱以上未入電'

/**
 * Intensities. 震度速報 knows large areas and comes first; 震源・震度に関する情報 knows cities and says of those that it does not
 * name that nobody felt anything.
 */
export function saidOfEarthquake(type: 'VXSE51' | 'VXSE53', body: XmlElement): { said: Said[]; silentMeansNothing: readonly Hazard[] } {
  const observation = at(body, 'Intensity', 'Observation')
  const areas = allAt(observation, 'Pref', 'Area')
  const said = [
    ...areas.map((area) => intensityOf(type, area, 'primary')),
    ...areas.flatMap((area) => childrenOf(area, 'City')).map((city) => intensityOf(type, city, 'municipality')),
  ]
  return { said, silentMeansNothing: type === 'VXSE53' && observation !== undefined ? ['earthquake'] : [] }
}

function intensityOf(type: string, place: XmlElement, areaSize: AreaSize): Said {
  const where = { hazard: 'earthquake' as const, areaCode: wordAt(place, 'Code'), areaName: wordAt(place, 'Name'), areaSize, lastLevel: null, isFresh: true }
  const reported = wordAt(place, 'MaxInt')
  const reportedLevel = meaningOf(type, reported)?.level ?? 0
  const isMissing = wordAt(place, 'Condition') === NOT_YET_REPORTED && reportedLevel < (meaningOf(type, '5-')?.level ?? 0)
  const code = isMissing ? '5-' : reported
  const kindName = isMissing ? NOT_YET_REPORTED : intensityName(code)
  return { ...where, level: meaningOf(type, code)?.level ?? null, kindName, kindCode: code }
}

/** 5- is 震度５弱, as it is printed and spoken. */
function intensityName(code: string): string {
  const full = code.replace(/\d/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0))
  return `震度${full.replace('-', '弱').replace('+', '強')}`
}

/** 南海トラフ地震臨時情報: the keyword's code (調査中, 巨大地震警戒, 巨大地震注意, 調査終了). */
export function saidOfNankai(body: XmlElement): Said[] {
  return allAt(body, 'EarthquakeInfo', 'InfoSerial').map((serial) => {
    const kindCode = wordAt(serial, 'Code')
    return {
      hazard: 'nankai-trough', areaCode: NANKAI_AREA.code, areaName: NANKAI_AREA.name, areaSize: 'wide', level: meaningOf('VYSE50', kindCode)?.level ?? null,
      kindName: wordAt(serial, 'Name'), kindCode, lastLevel: null, isFresh: true,
    }
  })
}

export function saidOfTsunami(body: XmlElement): Said[] {
  return allAt(body, 'Tsunami', 'Forecast', 'Item').map((item) => {
    const kindCode = wordAt(item, 'Category', 'Kind', 'Code')
    return {
      hazard: 'tsunami', areaCode: wordAt(item, 'Area', 'Code'), areaName: wordAt(item, 'Area', 'Name'), areaSize: 'wide',
      level: meaningOf('VTSE41', kindCode)?.level ?? null, kindName: wordAt(item, 'Category', 'Kind', 'Name'), kindCode,
      lastLevel: meaningOf('VTSE41', wordAt(item, 'Category', 'LastKind', 'Code'))?.level ?? null, isFresh: true,
    }
  })
}
