import type { Actor } from '#kernel/access/actor.ts'
import type { AnswerTo } from '#kernel/questions/question.ts'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact, FactType, FactBody } from '#kernel/facts/fact.ts'
import type { JobType } from '#kernel/jobs/job.ts'
import type { StandingWork } from '#kernel/jobs/standing-work.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { AnswerObserver } from '#kernel/web/observers.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { World } from '#kernel/world/world.ts'
import type { StandIn } from '#kernel/outside/stand-in-desk.ts'
import type { Route } from '#kernel/web/routes.ts'
import type { Rehearsal } from './rehearsal.ts'

/**
 * What a part tells the city: wiring only. Menus, routes, permissions, timetable, open data and docs/city.md derive
 * from it. Capabilities widen this type by declaration merging, so the kernel never learns what open data is.
 */
export interface Manifest {
  /** Kebab case; also its schema and role in snake case. */
  readonly name: string
  readonly kind: 'capability' | 'service'
  readonly title: Phrase<never>
  /** One sentence for people who choose where to go. */
  readonly summary: Phrase<never>
  /** `import.meta.dirname` of the part: migrations and client scripts lie below it. */
  readonly folder: string
  readonly routes: readonly Route[]
  /** Capabilities without which it cannot work: a city that lacks one does not open, and says which. */
  readonly needs?: readonly string[]
  readonly entrances?: readonly Entrance[]
  readonly duties?: readonly Duty[]
  readonly facts?: Readonly<Record<string, FactType>>
  readonly listens?: readonly Listener[]
  readonly listensInBatches?: readonly BatchListener[]
  readonly answers?: readonly AnswerTo[]
  readonly asks?: readonly string[]
  readonly jobs?: readonly JobType<never>[]
  readonly standingWorks?: readonly StandingWork[]
  readonly rehearsals?: readonly Rehearsal[]
  /** What stands for the world outside in a demo, where a browser is led to it. */
  readonly standIns?: readonly StandIn[]
  /** Hears of every page that the city's routes give out; made once for each city when its web opens. */
  readonly observes?: (open: OpenCity) => AnswerObserver
  /** Codes of the plan's projects that this service carries, e.g. `1-3-7`. */
  readonly fulfils?: readonly string[]
  /** Its part of a new city: what the city's folder says, and of the believable demo when asked for. */
  readonly seed?: (tx: Tx, city: City, wishes: SeedWishes) => Promise<void>
  /**
   * Its part of the invented population: takes in a piece of the world in one transaction. Called for the small world
   * when a demo city is laid out and for every further piece that `tsunagu populate` makes, in the order of the parts; a
   * piece is complete in itself. What a part keeps of the residents comes from here, so that everything fits together.
   */
  readonly settle?: (tx: Tx, world: World, terms: SettleTerms) => Promise<void>
  /** What a capability demands of the manifests that it widens; throws a `ManifestFault` when a city opens. */
  readonly assertWidened?: (parts: readonly Manifest[]) => void
}

export interface SeedWishes {
  /** False for an empty city: the organisation yes, invented people and contents no. */
  readonly isDemo: boolean
}

export interface SettleTerms {
  readonly city: City
  /** True for the piece that holds the families of `households.csv`. */
  readonly isFirst: boolean
}

/** A door on the top page or the staff desk. */
export interface Entrance {
  readonly path: string
  readonly title: Phrase<never>
  readonly summary: Phrase<never>
  readonly icon: string
  readonly for: 'residents' | 'staff'
  /** Only shown to staff who hold it. */
  readonly duty?: string
  /** Only shown to whom it says, where that depends on what the other parts hand in. */
  readonly opensFor?: (actor: Actor, parts: readonly Manifest[]) => boolean
}

/** Something a person at city hall may be entrusted with. */
export interface Duty {
  readonly name: string
  readonly title: Phrase<never>
}

export interface Listener {
  /** Name of the fact listened to, e.g. `plan.report-published`. */
  readonly factName: string
  handle(tx: Tx, fact: Fact): Promise<void>
}

/** Listens to a fact whose shape is known here. */
export function listener<Type extends FactType>(
  type: Type,
  handle: (tx: Tx, fact: Fact<FactBody<Type>>) => Promise<void>,
): Listener {
  return { factName: type.name, handle: (tx, fact) => handle(tx, fact as Fact<FactBody<Type>>) }
}

/**
 * Listens to many kinds of facts at once, in the one order of the chain: for what counts, indexes or passes on. Which
 * kinds is known only when all parts are.
 */
export interface BatchListener {
  /** In kebab case, e.g. `counting`; the city remembers under it how far it has read the chain. */
  readonly name: string
  /** The first thing in every process, before any fact, alone in the city: takes over what the parts declare. */
  begin(tx: Tx, beginning: BatchBeginning): Promise<void>
  /** Names of the facts that it wants to hear now. */
  factNames(tx: Tx): Promise<readonly string[]>
  /** Lands in one transaction with the listener's place in the chain: each fact once, in order. */
  handle(tx: Tx, batch: FactBatch): Promise<void>
}

export interface BatchBeginning {
  readonly parts: readonly Manifest[]
  readonly city: City
  /** How far it has read the chain. */
  readonly position: number
}

/** All facts of the wanted names that stand in the chain after `from` and up to `to`. */
export interface FactBatch {
  readonly facts: readonly Fact[]
  readonly from: number
  readonly to: number
}

export class ManifestFault extends Error {}

/** Boot-time checks over all parts: names, routes, facts, questions and duties must be told apart and must exist. */
export function assertParts(parts: readonly Manifest[]): void {
  assertUnique(parts.map((part) => part.name), 'part')
  assertUnique(parts.flatMap((part) => part.routes.map((route) => `${route.method} ${route.path}`)), 'route')
  assertUnique(parts.flatMap((part) => (part.duties ?? []).map((duty) => duty.name)), 'duty')
  assertUnique(parts.flatMap((part) => (part.answers ?? []).map((answer) => answer.question.name)), 'answer')
  assertUnique(parts.flatMap((part) => (part.jobs ?? []).map((job) => job.name)), 'job')
  for (const part of parts) assertPart(part)
  for (const part of parts) assertNeeds(part, parts)
  for (const part of parts) part.assertWidened?.(parts)
}

function assertPart(part: Manifest): void {
  if (!/^[a-z][a-z0-9-]*$/.test(part.name) || part.name === 'kernel') {
    throw new ManifestFault(`A part is named in kebab case: ${part.name}`)
  }
  for (const type of Object.values(part.facts ?? {})) assertOwn(part, 'fact', type.name)
  for (const answer of part.answers ?? []) assertOwn(part, 'answer', answer.question.name)
  for (const job of part.jobs ?? []) assertOwn(part, 'job', job.name)
}

function assertNeeds({ name, needs = [] }: Manifest, parts: readonly Manifest[]): void {
  const missing = needs.find((needed) => !parts.some((part) => part.name === needed))
  if (missing !== undefined) throw new ManifestFault(`${name} needs the capability ${missing}`)
}

function assertOwn(part: Manifest, what: string, name: string): void {
  if (!name.startsWith(`${part.name}.`)) {
    throw new ManifestFault(`The ${what} ${name} of ${part.name} must begin with ${part.name}.`)
  }
}

function assertUnique(names: readonly string[], what: string): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new ManifestFault(`Two parts claim the ${what} ${name}`)
    seen.add(name)
  }
}
