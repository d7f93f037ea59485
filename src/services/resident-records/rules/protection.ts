/** 支援措置 (住民基本台帳事務処理要領 第5-10). What stands here changes with the guideline, so it is dated. */
export interface ProtectionRules {
  /** From the day of the decision (第5-10-コ(ア)). */
  readonly years: number
  /** An extension may be asked for from so many months before the end (同(イ)). */
  readonly extensionMonths: number
  /** From the application until the decision the people are hidden all the same, but no longer than this (仮の支援措置). */
  readonly provisionalDays: number
  readonly source: string
  readonly validFrom: Temporal.PlainDate
}

/** The latest whose day has come is in force. */
export const PROTECTION_RULES: readonly ProtectionRules[] = [
  {
    years: 1, extensionMonths: 1, provisionalDays: 30, validFrom: Temporal.PlainDate.from('2004-07-01'),
    source: '住民基本台帳事務処理要領 第5-10 (平成16年5月31日総務省自治行政局長通知); 仮の支援措置の日数は市の取扱いの想定',
  },
]

export const PROTECTION_CATEGORIES = ['dv', 'stalking', 'child-abuse', 'other'] as const
export type ProtectionCategory = (typeof PROTECTION_CATEGORIES)[number]
export const PROTECTION_SCOPES = ['self', 'household'] as const
export type ProtectionScope = (typeof PROTECTION_SCOPES)[number]
export const REQUESTERS = ['self', 'guardian', 'proxy'] as const
/** Who came: the person, a 法定代理人, or a 任意代理人. */
export type Requester = (typeof REQUESTERS)[number]
export type ProtectionStatus = 'draft' | 'approved' | 'refused' | 'ended'

export interface Protection {
  readonly id: string
  readonly number: number
  readonly personId: string
  readonly category: ProtectionCategory
  readonly scope: ProtectionScope
  readonly status: ProtectionStatus
  readonly requester: Requester
  readonly requesterName: string
  readonly requesterProof: string
  readonly against: string
  readonly opinionFrom: string
  readonly opinionOn: Temporal.PlainDate | null
  readonly note: string
  readonly appliedOn: Temporal.PlainDate
  readonly extendsId: string | null
  readonly draftedBy: string
  readonly draftedByName: string
  readonly decidedByName: string | null
  readonly decidedAt: Temporal.Instant | null
  readonly refusalReason: string
  readonly beginsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  readonly endReason: string
}

/** What a list shows: `ending` within the months in which an extension may be asked for, `over` when its last day has passed. */
export type ProtectionPhase = 'draft' | 'coming' | 'active' | 'ending' | 'over' | 'refused' | 'ended'

export function phaseOf({ status, beginsOn, endsOn }: Pick<Protection, 'status' | 'beginsOn' | 'endsOn'>, today: Temporal.PlainDate): ProtectionPhase {
  if (status !== 'approved' || beginsOn === null || endsOn === null) return status === 'approved' ? 'active' : status
  if (isBefore(today, beginsOn)) return 'coming'
  if (isBefore(endsOn, today)) return 'over'
  return isBefore(today, extensionFrom(endsOn)) ? 'active' : 'ending'
}

/** The last day of a protection that begins on this day: a year, less a day. */
export function lastDayOf(beginsOn: Temporal.PlainDate): Temporal.PlainDate {
  return beginsOn.add({ years: rulesOn(beginsOn).years }).subtract({ days: 1 })
}

/** The first day on which an extension may be asked for. */
export function extensionFrom(endsOn: Temporal.PlainDate): Temporal.PlainDate {
  return endsOn.subtract({ months: rulesOn(endsOn).extensionMonths })
}

export function lastProvisionalDay(appliedOn: Temporal.PlainDate): Temporal.PlainDate {
  return appliedOn.add({ days: rulesOn(appliedOn).provisionalDays })
}

/** When a decided protection begins: today, or for an extension the day after what it continues. */
export function beginOf(today: Temporal.PlainDate, continued: Pick<Protection, 'endsOn'> | undefined): Temporal.PlainDate {
  const after = continued?.endsOn?.add({ days: 1 })
  return after !== undefined && isBefore(today, after) ? after : today
}

export function mayExtend(protection: Protection, today: Temporal.PlainDate): boolean {
  return phaseOf(protection, today) === 'ending'
}

/** Whoever took an application in never decides on it. */
export function mayDecide({ status, draftedBy }: Protection, actorId: string): boolean {
  return status === 'draft' && draftedBy !== actorId
}

export function mayEnd(protection: Protection, today: Temporal.PlainDate): boolean {
  return ['coming', 'active', 'ending'].includes(phaseOf(protection, today))
}

function rulesOn(day: Temporal.PlainDate): ProtectionRules {
  const rules = PROTECTION_RULES.findLast(({ validFrom }) => !isBefore(day, validFrom)) ?? PROTECTION_RULES[0]
  if (rules === undefined) throw new RangeError('there are no rules of protection')
  return rules
}

function isBefore(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) < 0
}
