/**
 * Messages a month that LINE Official Account plans include (LINEヤフー「LINE公式アカウント 料金プラン」, looked at on
 * 2026-08-31). One notice to one friend is one message. Only the standard plan sells more.
 */
export const LINE_PLANS = {
  communication: { from: '2023-06-01', messages: 200, sellsMore: false },
  light: { from: '2023-06-01', messages: 5_000, sellsMore: false },
  standard: { from: '2023-06-01', messages: 30_000, sellsMore: true },
} as const

export type LinePlanKey = keyof typeof LINE_PLANS
export const LINE_PLAN_KEYS = Object.keys(LINE_PLANS) as LinePlanKey[]

export interface LineBudget {
  /** Messages that the month allows; null: no limit. */
  readonly allowed: number | null
  readonly used: number
  /** Null where there is no limit. */
  readonly left: number | null
  /** Whole notices to all friends that are left; null where nobody is a friend, or nothing limits them. */
  readonly broadcasts: number | null
}

/** What is left this month, and how far it goes: one notice to everybody takes a message for each friend. */
export function budgetOf({ allowed, used }: Pick<LineBudget, 'allowed' | 'used'>, friends: number): LineBudget {
  const left = allowed === null ? null : Math.max(0, allowed - used)
  return { allowed, used, left, broadcasts: left === null || friends === 0 ? null : Math.floor(left / friends) }
}
