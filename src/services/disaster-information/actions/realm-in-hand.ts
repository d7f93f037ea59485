import { randomUUIDv7 } from 'node:crypto'
import type { HazardLevel, LevelChange, Realm } from '../model.ts'
import { changeBetween, type Cause } from '../rules/levels/changes.ts'
import type { OwnSaid } from '../rules/levels/city-areas.ts'
import { foldLevel, type FoldedLevel } from '../rules/levels/fold.ts'
import { STATEMENTS_FOLDED, type OfSeries, type StateKey, type Statement } from '../rules/levels/statement.ts'
import { SERIES_DAYS, SERIES_TELEGRAMS, seriesOf, voidedIn, type Voided } from '../rules/levels/voiding.ts'
import { schemeOf } from '../rules/telegrams/telegram-types.ts'
import type { Telegram } from '../rules/telegrams/telegram.ts'
import type { NewStatement } from '../store/statements.ts'

/** A telegram on its way into the state of a realm. */
export interface Weighable {
  readonly id: string
  readonly digest: string
  readonly telegram: Telegram
  /** What it says of the city. */
  readonly said: readonly OwnSaid[]
}

/** A step of a level, with the event that it belongs to. */
export interface FoldedChange extends LevelChange {
  readonly eventId: string
}

/** Everything that folding a batch of telegrams needs to know, as it stands under the realm's lock. */
export interface KnownOfRealm {
  readonly realm: Realm
  readonly now: Temporal.Instant
  readonly levels: readonly HazardLevel[]
  /** By `keyText`. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>
  /** Series in which something corrects or cancels, with their telegrams; all others are left out. */
  readonly series: ReadonlyMap<string, readonly OfSeries[]>
  /** What the telegrams of those series speak of. */
  readonly keysOf: ReadonlyMap<string, readonly StateKey[]>
  /** The newest time that anything in the realm speaks of; a drill has no other clock. */
  readonly newest: Temporal.Instant | null
}

/**
 * The state of one realm while it is locked: read once, changed telegram by telegram as if each had come alone, and written back
 * together. Forty telegrams ask the database no more often than one.
 */
export class RealmInHand {
  readonly realm: Realm
  private readonly now: Temporal.Instant
  private readonly levels: Map<string, HazardLevel>
  private readonly statements: Map<string, readonly Statement[]>
  private readonly series: Map<string, OfSeries[]>
  private readonly keysOf: Map<string, readonly StateKey[]>
  private newest: Temporal.Instant | null
  private readonly folded = new Map<string, HazardLevel>()
  /** What is to be written: statements, steps, and telegrams that are void now or no longer. */
  readonly said: NewStatement[] = []
  readonly changes: FoldedChange[] = []
  readonly voids = new Map<string, Voided | undefined>()

  constructor({ realm, now, levels, statements, series, keysOf, newest }: KnownOfRealm) {
    this.realm = realm
    this.now = now
    this.levels = new Map(levels.map((level) => [keyText(level), level]))
    this.statements = new Map(statements)
    this.series = new Map([...series].map(([key, telegrams]) => [key, [...telegrams]]))
    this.keysOf = new Map(keysOf)
    this.newest = newest
  }

  /** Levels that were looked at again, as they stand now. */
  get foldedLevels(): readonly HazardLevel[] {
    return [...this.folded.values()]
  }

  /** Takes one telegram in, in the order of arrival. Returns the steps it caused, and whether it spoke of the city or changed what did. */
  take(weighable: Weighable): { readonly changes: readonly FoldedChange[]; readonly concernsCity: boolean } {
    const { id, telegram, said } = weighable
    if (this.newest === null || isAfter(telegram.reportAt, this.newest)) this.newest = telegram.reportAt
    for (const each of said) this.add(statementOf(weighable, each), each.saidCode)
    this.keysOf.set(id, said.map(({ hazard, areaCode }) => ({ hazard, areaCode })))
    const voided = this.voidWhatIsMeant(weighable).flatMap((touched) => this.keysOf.get(touched) ?? [])
    const keys = [...said, ...voided]
    const changes = this.fold([...keys, ...this.passing()], { telegramId: id, infoType: telegram.infoType })
    return { changes, concernsCity: keys.length > 0 }
  }

  /** Folds what is known of these hazards and areas again. Returns the steps. */
  fold(keys: readonly StateKey[], cause: Cause): readonly FoldedChange[] {
    const distinct = new Map(keys.map((key) => [keyText(key), key]))
    const changes = [...distinct.keys()].flatMap((key) => this.foldOne(key, cause) ?? [])
    this.changes.push(...changes)
    return changes
  }

  private foldOne(key: string, cause: Cause): FoldedChange | undefined {
    const asOf = this.realm === 'live' ? this.now : (this.newest ?? this.now)
    const after = foldLevel(newestOf(this.statements.get(key) ?? []), asOf)
    if (after === undefined) return undefined
    const before = this.levels.get(key)
    const level = { realm: this.realm, ...after }
    this.levels.set(key, level)
    this.folded.set(key, level)
    return this.stepOf(asOf, before, after, cause)
  }

  private stepOf(asOf: Temporal.Instant, before: HazardLevel | undefined, after: FoldedLevel, cause: Cause): FoldedChange | undefined {
    const step = changeBetween(before, after, cause)
    if (step === undefined) return undefined
    const { hazard, areaCode, areaName, kindName, kindCode, telegramType, telegramId, eventId } = after
    // The clock's own steps happen now; a telegram's at the time it reports.
    const at = step.reason === 'expired' ? asOf : after.reportedAt
    return {
      id: randomUUIDv7(), realm: this.realm, hazard, areaCode, areaName, ...step, kindName, kindCode, telegramType, eventId,
      telegramId: cause.telegramId ?? telegramId, at, recordedAt: this.now,
    }
  }

  private add(statement: Statement, saidCode: string): void {
    const key = keyText(statement)
    this.statements.set(key, [...(this.statements.get(key) ?? []), statement])
    this.said.push({ statement, saidCode })
  }

  /** In a drill each telegram is also the tick of the clock; the real night has one of its own (watch-levels). */
  private passing(): readonly StateKey[] {
    return this.realm === 'live' ? [] : [...this.levels.values()].filter(({ level }) => level !== 0)
  }

  /** Looks at the whole series again: the new telegram may void others, or have been voided before it came. Returns whose standing changed. */
  private voidWhatIsMeant({ id, digest, telegram }: Weighable): readonly string[] {
    const series = this.series.get(seriesOf(telegram))
    if (series === undefined) return []
    const { type, eventId, serial, infoType, reportAt, sentAt } = telegram
    series.push({ telegramId: id, telegramType: type, eventId, serial, infoType, reportAt, sentAt, digest, voidedBy: null })
    const around = newestOf(series.filter((each) => isWithinDays(each.reportAt, reportAt)), SERIES_TELEGRAMS)
    const voided = voidedIn(around)
    const touched = around.filter(({ telegramId, voidedBy }) => (voided.get(telegramId)?.by ?? null) !== voidedBy).map(({ telegramId }) => telegramId)
    for (const each of touched) this.setVoid(series, each, voided.get(each))
    return touched
  }

  private setVoid(series: OfSeries[], telegramId: string, voided: Voided | undefined): void {
    this.voids.set(telegramId, voided)
    const place = series.findIndex((each) => each.telegramId === telegramId)
    const telegram = series[place]
    if (telegram !== undefined) series[place] = { ...telegram, voidedBy: voided?.by ?? null }
    for (const key of this.keysOf.get(telegramId) ?? []) {
      const known = this.statements.get(keyText(key)) ?? []
      this.statements.set(keyText(key), known.map((each) => (each.telegramId === telegramId ? { ...each, voidedHow: voided?.how ?? null } : each)))
    }
  }
}

export function keyText({ hazard, areaCode }: StateKey): string {
  return `${hazard}/${areaCode}`
}

function statementOf({ id, digest, telegram }: Weighable, { saidCode: _, ...said }: OwnSaid): Statement {
  const { type, eventId, serial, infoType, reportAt, sentAt, validUntil } = telegram
  return { ...said, telegramId: id, telegramType: type, eventId, serial, infoType, reportAt, sentAt, digest, scheme: schemeOf(type), validUntil, voidedHow: null }
}

/** As the database would give them: of very many the newest reports. */
function newestOf<Each extends { readonly reportAt: Temporal.Instant; readonly digest: string }>(all: readonly Each[], most = STATEMENTS_FOLDED): readonly Each[] {
  if (all.length <= most) return all
  return all.toSorted((a, b) => Temporal.Instant.compare(b.reportAt, a.reportAt) || (a.digest < b.digest ? -1 : 1)).slice(0, most)
}

function isWithinDays(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Math.abs(one.epochMilliseconds - other.epochMilliseconds) <= SERIES_DAYS * 24 * 3_600_000
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}
