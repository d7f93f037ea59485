import type { Hazard, Level } from '../../model.ts'

/**
 * What a kind's code means. The same digits mean different things in different telegrams (20 is 濃霧 in VPWW61 and 氾濫注意 in
 * VXKO), so a code is only ever looked up beside the type. Names are not looked at: they are in full width and change.
 */
export interface KindMeaning {
  readonly hazard: Hazard
  readonly level: Level
}

type Codes = Readonly<Record<string, KindMeaning>>

/** What codes mean, whence that is known, and the day on which it was last held against the source. */
export interface CodeTable {
  readonly source: string
  readonly checkedOn: string
  readonly codes: Codes
}

const CHECKED_ON = '2026-11-23'
const table = (source: string, codes: Codes): CodeTable => ({ source, checkedOn: CHECKED_ON, codes })
const means = (hazard: Hazard, level: Level): KindMeaning => ({ hazard, level })

/** Weather warnings, new (since 28 May 2026) and old: 注意報 2, 警報 3, 危険警報 4, 特別警報 5. */
const WEATHER = table('気象庁防災情報XML コード管理表 WeatherWarning (2026-05-28 の体系), and the samples VPWW53 to VPWW61', {
  10: means('heavy-rain', 2), '03': means('heavy-rain', 3), 43: means('heavy-rain', 4), 33: means('heavy-rain', 5),
  29: means('landslide', 2), '09': means('landslide', 3), 49: means('landslide', 4), 39: means('landslide', 5),
  19: means('storm-surge', 2), '08': means('storm-surge', 3), 48: means('storm-surge', 4), 38: means('storm-surge', 5),
  13: means('snowstorm', 2), '02': means('snowstorm', 3), 32: means('snowstorm', 5),
  15: means('wind', 2), '05': means('wind', 3), 35: means('wind', 5),
  12: means('heavy-snow', 2), '06': means('heavy-snow', 3), 36: means('heavy-snow', 5),
  16: means('wave', 2), '07': means('wave', 3), 37: means('wave', 5),
  14: means('thunder', 2), 17: means('snow-melt', 2), 20: means('dense-fog', 2), 21: means('dry-air', 2), 22: means('avalanche', 2),
  23: means('low-temperature', 2), 24: means('frost', 2), 25: means('icing', 2), 26: means('snow-accretion', 2), 27: means('other-advisory', 2),
})

/** 洪水 stands only in the old telegrams; since 2026 大雨 and the rivers' own forecasts have taken its place. */
const OLD_WEATHER = table('the same, before 2026-05-28, and the samples VPWW53 and VPWW54', { ...WEATHER.codes, 18: means('flood', 2), '04': means('flood', 3) })

/** 指定河川洪水予報 and 水位周知河川: the first digit is the level, 10 is 解除. */
const RIVERS = table('指定河川洪水予報 解説資料, コード管理表 (種別コード 10 to 53), and the samples VXKO', {
  10: means('flood', 0), 20: means('flood', 2), 21: means('flood', 2), 22: means('flood', 2), 30: means('flood', 3), 31: means('flood', 3),
  40: means('flood', 4), 41: means('flood', 4), 50: means('flood', 5), 51: means('flood', 5), 53: means('flood', 5),
})

/** Own convention: an earthquake has no alert level; its intensity (kindCode) is what decides. */
const INTENSITY = table('気象庁震度階級 (地震火山関連XML解説資料), and the samples VXSE51 and VXSE53; levels are the city’s own', {
  1: means('earthquake', 1), 2: means('earthquake', 1), 3: means('earthquake', 2), 4: means('earthquake', 2),
  '5-': means('earthquake', 3), '5+': means('earthquake', 3), '6-': means('earthquake', 4), '6+': means('earthquake', 4), 7: means('earthquake', 5),
})

/** 地震関連情報番号コード of VYSE50: 調査中 111–113, 巨大地震警戒 120, 巨大地震注意 130, 調査終了 190. Levels are an own convention. */
const NANKAI = table('地震関連情報番号コード (地震火山関連コード表), and the samples VYSE50; levels are the city’s own', {
  111: means('nankai-trough', 2), 112: means('nankai-trough', 2), 113: means('nankai-trough', 2),
  120: means('nankai-trough', 4), 130: means('nankai-trough', 3), 190: means('nankai-trough', 0),
})

/** 津波予報区: 大津波警報 52 and 53, 津波警報 51, 津波注意報 62; 00, 50, 60 and 71–73 (若干の海面変動) call for nothing more. */
const TSUNAMI = table('警報等情報要素／津波予報コード (地震火山関連コード表), and the samples VTSE41', {
  '00': means('tsunami', 0), 50: means('tsunami', 0), 51: means('tsunami', 4), 52: means('tsunami', 5), 53: means('tsunami', 5), 60: means('tsunami', 0),
  62: means('tsunami', 3), 71: means('tsunami', 0), 72: means('tsunami', 0), 73: means('tsunami', 0),
})

const LANDSLIDE_ALERT = table('土砂災害警戒情報 解説資料, and the samples VXWW50', { 0: means('landslide', 0), 1: means('landslide', 0), 3: means('landslide', 4) })
const TORNADO = table('竜巻注意情報 解説資料, and the samples VPHW50 and VPHW51', { 0: means('tornado', 0), 1: means('tornado', 2) })
/** 記録的短時間大雨情報 is sent only while the danger there has reached level 4 (since 2021). */
const RECORD_RAIN = table('記録的短時間大雨情報 解説資料, and the samples VPOA50', { 0: means('record-rain', 0), 1: means('record-rain', 4) })

export const CODE_TABLES: Readonly<Record<string, CodeTable>> = {
  VPWW53: OLD_WEATHER, VPWW54: OLD_WEATHER, VPWW55: WEATHER, VPWW56: WEATHER, VPWW57: WEATHER, VPWW58: WEATHER, VPWW59: WEATHER, VPWW60: WEATHER, VPWW61: WEATHER,
  VXWW50: LANDSLIDE_ALERT, VXKO: RIVERS, VXSU: RIVERS, VPHW50: TORNADO, VPHW51: TORNADO, VPOA50: RECORD_RAIN,
  VXSE51: INTENSITY, VXSE53: INTENSITY, VYSE50: NANKAI, VTSE41: TSUNAMI,
}

/**
 * 情報タグ of 府県気象防災速報 have no code; the words themselves are the key. Levels are an own convention: 線状降水帯発生 and 記録雨
 * are told where danger has reached level 4; 直前 announces it some hours ahead.
 */
export const TAGS = table('府県気象防災速報 解説資料 (情報タグ), and the samples VPBS50; levels are the city’s own', {
  線状降水帯発生: means('linear-rainband', 4), 線状降水帯直前: means('linear-rainband', 3), 線状降水帯直前予測: means('linear-rainband', 3), 記録雨: means('record-rain', 4), 短時間大雪: means('short-heavy-snow', 3),
})

export function meaningOf(type: string, code: string): KindMeaning | undefined {
  return ownValue(ownValue(CODE_TABLES, type)?.codes, code)
}

export function meaningOfTag(tag: string): KindMeaning | undefined {
  return ownValue(TAGS.codes, tag)
}

/** A code comes from outside: `constructor` must not find anything. */
function ownValue<Value>(values: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined
}

/** All hazards that a telegram of warnings speaks of: of an area that it names, those it leaves out are over or were never there. */
export const SCOPES: Readonly<Record<string, readonly Hazard[]>> = {
  VPWW55: ['heavy-rain'],
  VPWW56: ['landslide'],
  VPWW57: ['storm-surge'],
  VPWW58: ['wind', 'snowstorm'],
  VPWW59: ['wave'],
  VPWW60: ['heavy-snow'],
  VPWW61: ['thunder', 'snow-melt', 'dense-fog', 'dry-air', 'avalanche', 'low-temperature', 'frost', 'icing', 'snow-accretion', 'other-advisory'],
  VPWW53: oldScope(),
  VPWW54: oldScope(),
}

function oldScope(): readonly Hazard[] {
  return [...new Set(Object.values(OLD_WEATHER.codes).map(({ hazard }) => hazard))]
}
