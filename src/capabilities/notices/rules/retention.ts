/** A link in a letter is good for so long; what was not confirmed by then is erased. */
export const CONFIRM_HOURS = 24
/** Letters that one address is sent in CONFIRM_HOURS, whoever asks for them. */
export const MOST_LETTERS = 3

/**
 * For how many days after leaving an address is kept, so that leaving can be undone. Then it is erased
 * (個人情報の保護に関する法律第22条: data no longer needed is erased without delay). The number is the demo city's own.
 */
export const KEPT_AFTER_LEAVING = [{ from: '2026-04-01', days: 7, source: '亀山市の保存期間（デモのための仮の定め）' }] as const

/** Days that the rule of that day says. */
export function daysKept(on: Temporal.PlainDate): number {
  const holding = KEPT_AFTER_LEAVING.findLast(({ from }) => Temporal.PlainDate.compare(Temporal.PlainDate.from(from), on) <= 0)
  return (holding ?? KEPT_AFTER_LEAVING[0]).days
}

/** Who left before this is erased now. */
export function eraseBefore(now: Temporal.Instant, today: Temporal.PlainDate): Temporal.Instant {
  return now.subtract({ hours: 24 * daysKept(today) })
}

/** Rules under which data about a subscriber is seen or used, for the audit. */
export const BASES = {
  ownRequest: '個人情報の保護に関する法律第61条第1項・本人の申込み',
  ownPage: '個人情報の保護に関する法律第76条第1項(本人による開示の請求)',
  security: '個人情報の保護に関する法律第66条第1項(安全管理措置)',
} as const
