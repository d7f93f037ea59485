import type { Hazard, Level } from '../../model.ts'
import type { XmlElement } from './xml-tree.ts'

export const STATUSES = ['通常', '訓練', '試験'] as const
export type TelegramStatus = (typeof STATUSES)[number]

export const INFO_TYPES = ['発表', '訂正', '取消', '遅延'] as const
export type InfoType = (typeof INFO_TYPES)[number]

/** What JMA's control and head say (気象庁防災情報XMLフォーマット, jmx.xsd and jmx_ib.xsd), and what follows from the body. */
export interface Telegram {
  /** `VPWW56` …; follows from the title, or from the file's name where the title is unknown; `unknown`. */
  readonly type: string
  readonly title: string
  /** When the sender's system sent it (Control/DateTime). */
  readonly sentAt: Temporal.Instant
  readonly status: TelegramStatus
  readonly office: string
  readonly publishedBy: string
  readonly headTitle: string
  readonly reportAt: Temporal.Instant
  readonly targetAt: Temporal.Instant | null
  readonly validUntil: Temporal.Instant | null
  /** Empty for weather warnings. */
  readonly eventId: string
  readonly infoType: InfoType
  /** Null where the telegram has none. */
  readonly serial: number | null
  readonly infoKind: string
  readonly infoKindVersion: string
  readonly headline: string
  readonly said: readonly Said[]
  /** Hazards of which an area of the city is calm when the telegram, though it lists places, does not list it. */
  readonly silentMeansNothing: readonly Hazard[]
  /** `type-mismatch`, `unknown-title`, `unknown-code` … */
  readonly remarks: readonly string[]
  readonly tree: XmlElement
}

/** Sizes of areas, the finest first; of a telegram that names a city and its prefecture only the city counts. */
export const AREA_SIZES = ['place', 'municipality', 'group', 'primary', 'prefecture', 'wide'] as const
export type AreaSize = (typeof AREA_SIZES)[number]

/** One thing a telegram says: of this hazard, in this area, this level. */
export interface Said {
  readonly hazard: Hazard
  readonly areaCode: string
  readonly areaName: string
  readonly areaSize: AreaSize
  /** Null where the code is unknown: never guessed from the name. */
  readonly level: Level | null
  readonly kindName: string
  readonly kindCode: string
  /** Level before, as the telegram itself says it (LastKind); null where it does not. */
  readonly lastLevel: Level | null
  /** False where the telegram says that this goes on (継続): its beginning lies in an earlier one. */
  readonly isFresh: boolean
}
