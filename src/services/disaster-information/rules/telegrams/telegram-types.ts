/** What a telegram's words are good for. */
export type Purpose =
  /** Levels follow from it. */
  | 'levels'
  /** Shown, but nothing is in force by it (時系列 is a forecast: never proof that something was issued). */
  | 'forecast'
  /** Kept as text. */
  | 'text'

/**
 * Which scheme a statement belongs to. Until about 2028 the old telegrams run beside the new ones of 28 May 2026 and say the same
 * event a second time, without level 4: where both speak, the new one counts.
 */
export type Scheme = 'new' | 'old' | 'old-landslide' | 'quick' | 'detail' | 'only'

export interface TelegramKind {
  readonly type: string
  readonly purpose: Purpose
  readonly scheme: Scheme
  /** A telegram that brings what follows for a place without a coast is kept and not weighed. */
  readonly isSeaOnly: boolean
}

const kind = (type: string, purpose: Purpose, scheme: Scheme = 'only', isSeaOnly = false): TelegramKind => ({ type, purpose, scheme, isSeaOnly })

/**
 * By Control/Title. JMA sends no code inside the XML; the code is known from the title, and for the feeds from the address.
 * Source: 気象庁防災情報XMLフォーマット 電文一覧 (2026-05-28 の体系), and the samples published with the schemas; checked 2026-11-23.
 */
const BY_TITLE: Readonly<Record<string, TelegramKind>> = {
  '気象警報・注意報（Ｒ０６）（大雨）': kind('VPWW55', 'levels', 'new'),
  '気象警報・注意報（Ｒ０６）（土砂災害）': kind('VPWW56', 'levels', 'new'),
  '気象警報・注意報（Ｒ０６）（土砂）': kind('VPWW56', 'levels', 'new'),
  '気象警報・注意報（Ｒ０６）（高潮）': kind('VPWW57', 'levels', 'new'),
  '気象警報・注意報（Ｒ０６）（暴風）': kind('VPWW58', 'levels', 'new'),
  '気象警報・注意報（Ｒ０６）（波浪）': kind('VPWW59', 'levels', 'new'),
  '気象警報・注意報（Ｒ０６）（大雪）': kind('VPWW60', 'levels', 'new'),
  '気象警報・注意報（Ｒ０６）（その他注意報）': kind('VPWW61', 'levels', 'new'),
  '気象特別警報・警報・注意報': kind('VPWW53', 'levels', 'old'),
  '気象警報・注意報（Ｈ２７）': kind('VPWW54', 'levels', 'old'),
  '土砂災害警戒情報': kind('VXWW50', 'levels', 'old-landslide'),
  '指定河川洪水予報': kind('VXKO', 'levels'),
  '水位周知河川に関する情報': kind('VXSU', 'levels'),
  '記録的短時間大雨情報': kind('VPOA50', 'levels'),
  '竜巻注意情報': kind('VPHW50', 'levels'),
  '竜巻注意情報（目撃情報付き）': kind('VPHW51', 'levels'),
  '府県気象防災速報': kind('VPBS50', 'levels'),
  '震度速報': kind('VXSE51', 'levels', 'quick'),
  '震源に関する情報': kind('VXSE52', 'text'),
  '震源・震度に関する情報': kind('VXSE53', 'levels', 'detail'),
  '顕著な地震の震源要素更新のお知らせ': kind('VXSE61', 'text'),
  '長周期地震動に関する観測情報': kind('VXSE62', 'text'),
  '津波警報・注意報・予報a': kind('VTSE41', 'levels', 'only', true),
  '津波情報a': kind('VTSE51', 'text', 'only', true),
  '沖合の津波観測に関する情報': kind('VTSE52', 'text', 'only', true),
  '南海トラフ地震臨時情報': kind('VYSE50', 'levels'),
  '南海トラフ地震関連解説情報': kind('VYSE51', 'text'),
  '北海道・三陸沖後発地震注意情報': kind('VYSE60', 'text'),
  '気象警報・注意報時系列情報（Ｒ０６）': kind('VPWP50', 'forecast'),
  '気象特別警報報知': kind('VPNO50', 'text'),
  '全般気象解説情報': kind('VPZJ51', 'text'),
  '地方気象解説情報': kind('VPCJ51', 'text'),
  '府県気象解説情報': kind('VPFJ51', 'text'),
  '熱中症警戒アラート': kind('VPFT50', 'text'),
  '早期注意情報': kind('VPFD61', 'text'),
}

const ALL = [...new Map(Object.values(BY_TITLE).map((each) => [each.type, each])).values()]

/** 解説情報 of the Nankai Trough come under one title in three codes; the address tells which. */
const SAME_TITLE: Readonly<Record<string, readonly string[]>> = { VYSE51: ['VYSE51', 'VYSE52'] }

export interface KnownKind {
  readonly kind: TelegramKind
  readonly remarks: readonly string[]
}

/** What sort of telegram it is. A title that nobody knows is kept as text under the code in the file's name, if there is one. */
export function kindOfTelegram(title: string, fileName: string | undefined): KnownKind {
  const named = /(?:^|[_/])(V[A-Z]{3}(?:\d\d|ii))(?![0-9A-Za-z])/.exec(fileName ?? '')?.[1]
  const known = BY_TITLE[title.trim()]
  if (known === undefined) return { kind: kind(named ?? 'unknown', 'text'), remarks: ['unknown-title'] }
  if (named === undefined || named.startsWith(known.type)) return { kind: known, remarks: [] }
  if (SAME_TITLE[known.type]?.includes(named) === true) return { kind: { ...known, type: named }, remarks: [] }
  return { kind: known, remarks: ['type-mismatch'] }
}

/** All titles the program knows, for the conformance test and the staff's filter. */
export function knownKinds(): readonly TelegramKind[] {
  return ALL
}

export function schemeOf(type: string): Scheme {
  return known(type)?.scheme ?? 'only'
}

export function purposeOf(type: string): Purpose {
  return known(type)?.purpose ?? 'text'
}

export function isSeaOnly(type: string): boolean {
  return known(type)?.isSeaOnly ?? false
}

function known(type: string): TelegramKind | undefined {
  return knownKinds().find((each) => each.type === type)
}
