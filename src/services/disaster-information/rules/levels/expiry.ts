import { dayOf } from '#kernel/time/clock.ts'
import type { Hazard } from '../../model.ts'

/**
 * What the agency ends by no telegram. `endsAfter`: what was told was a moment, and is over. `staleAfter`: nothing new was heard for
 * so long that it must be looked at; it stays in force, with a remark, and never turns calm by itself.
 */
export interface ExpiryRule {
  readonly hazard: Hazard
  /** Kinds it is for; empty is all. */
  readonly kinds: readonly string[]
  readonly endsAfterMinutes: number | null
  readonly staleAfterMinutes: number | null
  /** First day in Japan of reports that it is for. */
  readonly validFrom: Temporal.PlainDate
  readonly source: string
}

const HOUR = 60
const DAY = 24 * HOUR
/** First day of the scheme of 2026. */
const SINCE = Temporal.PlainDate.from('2026-05-28')

const ended = (hazard: Hazard, endsAfterMinutes: number, source: string): ExpiryRule =>
  ({ hazard, kinds: [], endsAfterMinutes, staleAfterMinutes: null, validFrom: SINCE, source })
const stale = (hazard: Hazard, staleAfterMinutes: number, source: string, kinds: readonly string[] = []): ExpiryRule =>
  ({ hazard, kinds, endsAfterMinutes: null, staleAfterMinutes, validFrom: SINCE, source })

const OWN = '市の運用(案)。気象庁は終わりを知らせない'
const REPEATED = '気象庁は警報等を解除まで維持し、少なくとも1日に数回は更新する。1日なければ受信の途絶を疑う'

/** A rule that changes is not edited: another with its first day is added. Checked 2026-11-23. */
export const EXPIRY_RULES: readonly ExpiryRule[] = [
  ended('earthquake', DAY, OWN),
  ended('linear-rainband', 3 * HOUR, `${OWN}。3時間以内に次が出なければ終わりとみる`),
  ended('record-rain', 3 * HOUR, OWN),
  ended('short-heavy-snow', 6 * HOUR, `${OWN}。6時間の降雪量による情報`),
  ended('tornado', 75, '竜巻注意情報は発表からおよそ1時間が有効(ValidDateTime がない場合)'),
  stale('nankai-trough', 7 * DAY, '南海トラフ地震防災対策推進基本計画: 巨大地震注意は1週間', ['130']),
  stale('nankai-trough', 14 * DAY, '同: 巨大地震警戒は1週間、その後1週間は巨大地震注意', ['120']),
  stale('nankai-trough', DAY, '調査中は最短2時間程度で結果が出る', ['111', '112', '113']),
  stale('flood', 12 * HOUR, '指定河川洪水予報は状況の変化のたびに出る。市の運用(案)'),
  ...(['heavy-rain', 'landslide', 'storm-surge', 'wind', 'snowstorm', 'heavy-snow', 'wave'] as const).map((hazard) => stale(hazard, DAY, REPEATED)),
  ...(['thunder', 'snow-melt', 'dense-fog', 'dry-air', 'avalanche', 'low-temperature', 'frost', 'icing', 'snow-accretion', 'other-advisory'] as const)
    .map((hazard) => stale(hazard, 3 * DAY, '長く続く注意報は更新が少ない。市の運用(案)')),
]

type Told = Pick<ExpiryRule, 'hazard'> & { readonly kindCode: string }

/** When what was reported is over; null where only a telegram can end it. */
export function endOf(said: Told & { readonly reportAt: Temporal.Instant; readonly validUntil: Temporal.Instant | null }): Temporal.Instant | null {
  const minutes = ruleFor(EXPIRY_RULES, said, dayOf(said.reportAt))?.endsAfterMinutes ?? null
  if (minutes === null) return null
  return said.validUntil ?? said.reportAt.add({ minutes })
}

export function isStale(said: Told, lastHeardAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const minutes = ruleFor(EXPIRY_RULES, said, dayOf(lastHeardAt))?.staleAfterMinutes ?? null
  return minutes !== null && Temporal.Instant.compare(lastHeardAt.add({ minutes }), now) < 0
}

/**
 * The rule that held on the day of the report: of those that had begun, the last. A night before all of them, which a drill may
 * play, is read by the first.
 */
export function ruleFor(rules: readonly ExpiryRule[], { hazard, kindCode }: Told, day: Temporal.PlainDate): ExpiryRule | undefined {
  const fitting = rules.filter((rule) => rule.hazard === hazard && (rule.kinds.length === 0 || rule.kinds.includes(kindCode)))
  const byFirstDay = fitting.toSorted((a, b) => Temporal.PlainDate.compare(a.validFrom, b.validFrom))
  return byFirstDay.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, day) <= 0) ?? byFirstDay[0]
}
