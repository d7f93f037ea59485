import type { DutyPeriod } from '#kernel/access/people.ts'
import { ADMINISTRATOR } from '../model.ts'

export type DutyProblem = 'ends-before-it-begins' | 'overlaps'

/** What speaks against giving a duty beside those the person has. */
export function problemWithGiving(wished: DutyPeriod, known: readonly DutyPeriod[]): DutyProblem | null {
  if (wished.to !== null && Temporal.PlainDate.compare(wished.to, wished.from) < 0) return 'ends-before-it-begins'
  return known.some((period) => period.duty === wished.duty && overlap(period, wished)) ? 'overlaps' : null
}

function overlap(one: DutyPeriod, other: DutyPeriod): boolean {
  return !isOverBefore(one, other.from) && !isOverBefore(other, one.from)
}

function isOverBefore({ to }: DutyPeriod, day: Temporal.PlainDate): boolean {
  return to !== null && Temporal.PlainDate.compare(to, day) < 0
}

export function isInForce({ from, to }: DutyPeriod, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, today) <= 0 && !isOverBefore({ duty: '', from, to }, today)
}

export function isOver(period: DutyPeriod, today: Temporal.PlainDate): boolean {
  return isOverBefore(period, today)
}

/**
 * Administrators cannot take their own last administrator's duty, not even by a date: a city without one can only be
 * helped from the command line. A second period of theirs must hold today and last at least as long.
 */
export function isOwnLastAdministration(
  period: DutyPeriod,
  own: readonly DutyPeriod[],
  today: Temporal.PlainDate,
): boolean {
  if (period.duty !== ADMINISTRATOR || !isInForce(period, today)) return false
  return !own.some(
    (other) =>
      other.duty === ADMINISTRATOR &&
      !other.from.equals(period.from) &&
      isInForce(other, today) &&
      (other.to === null || (period.to !== null && Temporal.PlainDate.compare(other.to, period.to) >= 0)),
  )
}
