import type { Hazard, Level } from '../../model.ts'
import type { Scheme } from '../telegrams/telegram-types.ts'
import type { InfoType } from '../telegrams/telegram.ts'

/** Who said something when, and in which order it belongs, whenever it arrived. */
export interface Placed {
  readonly telegramId: string
  readonly telegramType: string
  readonly eventId: string
  readonly serial: number | null
  readonly infoType: InfoType
  readonly reportAt: Temporal.Instant
  readonly sentAt: Temporal.Instant
  /** Decides where everything else is the same, so that the order is one in every process. */
  readonly digest: string
}

/** What state is kept for: one hazard in one area. */
export interface StateKey {
  readonly hazard: Hazard
  readonly areaCode: string
}

/** A telegram as one of its series. */
export interface OfSeries extends Placed {
  readonly voidedBy: string | null
}

/** What one telegram says of one hazard in one area of the city. */
export interface Statement extends Placed {
  readonly hazard: Hazard
  readonly areaCode: string
  readonly areaName: string
  readonly level: Level | null
  readonly kindName: string
  readonly kindCode: string
  readonly lastLevel: Level | null
  readonly isFresh: boolean
  readonly scheme: Scheme
  readonly validUntil: Temporal.Instant | null
  readonly voidedHow: 'corrected' | 'cancelled' | null
}

/** The newest of one hazard in one area that are folded; a night has some dozens. */
export const STATEMENTS_FOLDED = 500

/**
 * The order of the night and not of arrival: by the time of the report, then by serial number, then by when it was sent. Within
 * one event a higher serial never comes before a lower one, whatever its clock said.
 */
export function inOrder<Each extends Placed>(given: readonly Each[]): Each[] {
  const placed = given.map((each) => ({ each, at: timeInEvent(each, given) }))
  return placed.toSorted((a, b) => a.at - b.at || compareWithin(a.each, b.each)).map(({ each }) => each)
}

function timeInEvent(each: Placed, given: readonly Placed[]): number {
  const { eventId, serial, telegramType } = each
  if (eventId === '' || serial === null) return each.reportAt.epochMilliseconds
  const before = given.filter((other) => other.eventId === eventId && other.telegramType === telegramType && other.serial !== null && other.serial <= serial)
  return Math.max(...before.map(({ reportAt }) => reportAt.epochMilliseconds))
}

function compareWithin(a: Placed, b: Placed): number {
  return (a.serial ?? 0) - (b.serial ?? 0) || Temporal.Instant.compare(a.sentAt, b.sentAt) || (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0)
}
