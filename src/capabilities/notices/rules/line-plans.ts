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
  readonly included: number
  readonly used: number
  readonly left: number
  /** Friends that one notice to everybody would take a message each for. */
  readonly friends: number
  /** Whole notices to all friends that are left; null where nobody is a friend. */
  readonly broadcasts: number | null
}

/** What is left this month, and how far it goes. */
export function budgetOf(plan: LinePlanKey, used: number, friends: number): LineBudget {
  const included = LINE_PLANS[plan].messages
  const left = Math.max(0, included - used)
  return { included, used, left, friends, broadcasts: friends === 0 ? null : Math.floor(left / friends) }
}
