import type { Phrase } from '#kernel/text/text.ts'
import type { NumberKind } from './check-digits.ts'
import { purposeWords as words } from './text/purpose-words.ts'

/** For what a number may be read, and by which law. The list is closed: what is not on it is no purpose. */
export interface Purpose {
  readonly key: PurposeKey
  readonly title: Phrase<never>
  /** Law and article; written into the audit with every reading. */
  readonly basis: string
  readonly kinds: readonly NumberKind[]
  readonly validFrom: Temporal.PlainDate
  /** Last day; null while it holds. */
  readonly validTo: Temporal.PlainDate | null
}

export const PURPOSE_KEYS = [
  'resident-record', 'certificate', 'card', 'identity-check', 'number-change', 'network-inquiry', 'local-tax', 'health-insurance', 'childcare', 'welfare', 'medical-subsidy', 'disclosure',
] as const
export type PurposeKey = (typeof PURPOSE_KEYS)[number]

const BOTH = ['individual-number', 'resident-code'] as const
const INDIVIDUAL = ['individual-number'] as const
const NUMBER_ACT = '2016-01-01'

/** 番号法 is 行政手続における特定の個人を識別するための番号の利用等に関する法律 (平成25年法律第27号). */
export const PURPOSES: readonly Purpose[] = [
  purpose('resident-record', '住民基本台帳法第7条第8号の2・第13号', BOTH, NUMBER_ACT),
  purpose('certificate', '住民基本台帳法第12条第5項', BOTH, NUMBER_ACT),
  purpose('card', '番号法第16条の2・第17条', INDIVIDUAL, NUMBER_ACT),
  purpose('identity-check', '番号法第16条', INDIVIDUAL, NUMBER_ACT),
  purpose('number-change', '番号法第7条第2項・住民基本台帳法第30条の4', BOTH, NUMBER_ACT),
  purpose('network-inquiry', '番号法第19条第8号', INDIVIDUAL, '2017-11-13'),
  purpose('local-tax', '番号法第9条第1項・別表(地方税の賦課徴収)', INDIVIDUAL, NUMBER_ACT),
  purpose('health-insurance', '番号法第9条第1項・別表(国民健康保険・後期高齢者医療・介護保険)', INDIVIDUAL, NUMBER_ACT),
  purpose('childcare', '番号法第9条第1項・別表(児童手当・子どものための教育・保育給付)', INDIVIDUAL, NUMBER_ACT),
  purpose('welfare', '番号法第9条第1項・別表(生活保護・障害者福祉)', INDIVIDUAL, NUMBER_ACT),
  purpose('medical-subsidy', '番号法第9条第2項・個人番号の利用に関する条例', INDIVIDUAL, NUMBER_ACT),
  purpose('disclosure', '個人情報の保護に関する法律第76条', BOTH, '2023-04-01'),
]

/** The purposes for which a number of this kind may be read on a day. */
export function purposesOn(kind: NumberKind, on: Temporal.PlainDate): readonly Purpose[] {
  return PURPOSES.filter(({ kinds, validFrom, validTo }) => {
    const hasBegun = Temporal.PlainDate.compare(validFrom, on) <= 0
    return kinds.includes(kind) && hasBegun && (validTo === null || Temporal.PlainDate.compare(on, validTo) <= 0)
  })
}

function purpose(key: PurposeKey, basis: string, kinds: readonly NumberKind[], validFrom: string): Purpose {
  return { key, title: words[key], basis, kinds, validFrom: Temporal.PlainDate.from(validFrom), validTo: null }
}
