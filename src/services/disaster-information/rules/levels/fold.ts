import type { Hazard, HazardLevel } from '../../model.ts'
import { endOf, isStale } from './expiry.ts'
import { inOrder, type Statement } from './statement.ts'
import { weight } from './weight.ts'

/** What is known of one hazard in one area, without the realm it is known in. */
export type FoldedLevel = Omit<HazardLevel, 'realm'>

/** Told as single happenings that pass by themselves; everything else is a state that lasts until the next telegram. */
const HAPPENINGS: ReadonlySet<Hazard> = new Set(['earthquake', 'linear-rainband', 'record-rain', 'short-heavy-snow', 'tornado'])

/**
 * One hazard in one area, from everything that was ever said of it: the same for the same telegrams in whichever order they came, and
 * however often. Undefined where nothing was said.
 */
export function foldLevel(statements: readonly Statement[], now: Temporal.Instant): FoldedLevel | undefined {
  const ordered = inOrder(statements)
  const standing = ordered.filter(({ voidedHow }) => voidedHow === null)
  const last = standing.at(-1)
  if (last === undefined) return beforeAnything(ordered)
  const chosen = HAPPENINGS.has(last.hazard) ? gravestAlive(standing, now) : lastingState(standing)
  if (chosen === undefined) return { ...levelOf(last, last.reportAt, last.reportAt), level: 0, remarks: ['expired'] }
  const { statement, since, remarks } = chosen
  const level = levelOf(statement, since, last.reportAt)
  const isOld = level.level !== 0 && isStale(statement, last.reportAt, now)
  return { ...level, remarks: [...remarks, ...level.remarks, ...(isOld ? ['stale'] : [])] }
}

interface Chosen {
  readonly statement: Statement
  readonly since: Temporal.Instant
  readonly remarks: readonly string[]
}

/** Everything said was taken back: what the first of it said had been before (LastKind), or nothing. */
function beforeAnything(voided: readonly Statement[]): FoldedLevel | undefined {
  const first = voided[0]
  if (first === undefined) return undefined
  const level = levelOf(first, first.reportAt, first.reportAt)
  return { ...level, level: first.lastLevel ?? 0, kindName: '', kindCode: '', remarks: first.lastLevel === null ? [] : ['restored-from-last-kind'] }
}

/** The latest of each scheme, weighed against each other; walked from the beginning so that one knows since when. */
function lastingState(standing: readonly Statement[]): Chosen | undefined {
  const schemes: Schemes = new Map()
  let chosen: Chosen | undefined
  for (const statement of standing) {
    const before = schemes.get(statement.scheme)
    schemes.set(statement.scheme, { statement, raisedAt: raisedAt(statement, before) })
    const winner = winnerOf(schemes)
    if (winner === undefined) continue
    const isSame = chosen !== undefined && chosen.statement.level === winner.statement.level
    chosen = { ...winner, since: isSame && chosen !== undefined ? chosen.since : statement.reportAt }
  }
  return chosen
}

type Schemes = Map<string, { readonly statement: Statement; readonly raisedAt: Temporal.Instant | null }>

/** When this scheme last rose to the level it says now, or above; null where the rise lies before everything we heard. */
function raisedAt(statement: Statement, before: { readonly statement: Statement; readonly raisedAt: Temporal.Instant | null } | undefined): Temporal.Instant | null {
  if (before === undefined) return statement.isFresh ? statement.reportAt : null
  return weight(statement.level) > weight(before.statement.level) ? statement.reportAt : before.raisedAt
}

/**
 * Old and new telegrams of one event: the new one counts. The old ones cannot say level 4 (they say 警報), are sent again whenever
 * another hazard changes, and so neither lower nor lift what the new one says. Only a rise that the old scheme reports after the
 * last word of the new one stands, until the new telegram comes.
 */
function winnerOf(schemes: Schemes): Omit<Chosen, 'since'> | undefined {
  const only = schemes.get('only')
  if (only !== undefined) return { statement: only.statement, remarks: [] }
  const current = schemes.get('new')
  const old = [schemes.get('old'), schemes.get('old-landslide')].filter((each) => each !== undefined)
  const gravest = old.toSorted((a, b) => weight(b.statement.level) - weight(a.statement.level))[0]
  if (current === undefined) return gravest === undefined ? undefined : { statement: gravest.statement, remarks: ['old-scheme-only'] }
  const risen = old.filter(({ statement, raisedAt: at }) =>
    weight(statement.level) > weight(current.statement.level) && at !== null && Temporal.Instant.compare(at, current.statement.reportAt) > 0)
  const above = risen.toSorted((a, b) => weight(b.statement.level) - weight(a.statement.level))[0]
  return above === undefined ? { statement: current.statement, remarks: [] } : { statement: above.statement, remarks: ['old-scheme-only'] }
}

/** Of all happenings that are not over, the gravest; of equally grave ones the last. */
function gravestAlive(standing: readonly Statement[], now: Temporal.Instant): Chosen | undefined {
  const events = Map.groupBy(standing, ({ eventId, telegramType, telegramId }) => eventId === '' ? `${telegramType}|${telegramId}` : eventId)
  const latest = [...events.values()].map((told) => ({ told, statement: told.findLast(({ scheme }) => scheme === 'detail') ?? told.at(-1) }))
  const alive = latest.filter(({ statement }) => {
    const end = statement === undefined ? null : endOf(statement)
    return end === null || Temporal.Instant.compare(now, end) < 0
  })
  const best = alive.toSorted((a, b) => weight(b.statement?.level ?? null) - weight(a.statement?.level ?? null)
    || Temporal.Instant.compare(b.statement?.reportAt ?? now, a.statement?.reportAt ?? now))[0]
  if (best?.statement === undefined) return undefined
  const first = best.told.find(({ level }) => level === best.statement?.level) ?? best.statement
  return { statement: best.statement, since: first.reportAt, remarks: best.statement.scheme === 'quick' ? ['area-wide'] : [] }
}

function levelOf(statement: Statement, since: Temporal.Instant, reportedAt: Temporal.Instant): FoldedLevel {
  const { hazard, areaCode, areaName, level, kindName, kindCode, telegramType, telegramId, eventId } = statement
  return { hazard, areaCode, areaName, level, kindName, kindCode, telegramType, telegramId, eventId, since, reportedAt, remarks: level === null ? ['unknown-code'] : [] }
}
