import { systemActor } from '#kernel/access/actor.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { surroundingsOf, type WorldSurroundings } from '#kernel/world/surroundings.ts'
import { CIRCLE_PEOPLE, makeWorld, type World } from '#kernel/world/world.ts'
import type { City } from './city.ts'

const kernel = queriesOver<KernelTables>()

/** The seed of the first circle, which every demo city has. */
const FIRST_SEED = 1
/** Circles that are made and taken in at a time: some 2,000 people, so that memory stays flat and a commit is small. */
const CIRCLES_AT_ONCE = 6
/** Pieces under way side by side: while the database writes one, this process makes the other. */
const LANES = 2

export interface Settlement {
  readonly city: City
  readonly database: CityDatabase
  readonly parts: readonly Manifest[]
  /** Hears which part takes in which piece of the world now. */
  readonly progress: (part: string, piece: { readonly firstCircle: number; readonly people: number }) => void
}

export interface Population {
  /** Invented residents that the city has, or will have when all parts have taken them in. */
  readonly people: number
  readonly circles: number
}

/** The small world that a demo city is laid out with: the families of `households.csv` and their acquaintances. */
export async function settleFirstCircle(settlement: Settlement): Promise<void> {
  const known = await partsOfWorld(settlement.database)
  if (known.length === 0 && !(await announce(settlement, { circle: 0, circles: 1, people: CIRCLE_PEOPLE, seed: FIRST_SEED }))) return
  await settleParts(settlement, ({ firstCircle }) => firstCircle === 0)
}

/**
 * Lets the city's invented population grow to so many people, piece by piece: what was interrupted goes on where it
 * stopped, and parts that came later take in who lives here already. Resolves to how many pieces parts took in; 0 where
 * there was nothing to do.
 */
export async function growWorld(settlement: Settlement, { people, seed }: { readonly people: number; readonly seed: number }): Promise<number> {
  for (let now = await populationOf(settlement.database); now.people < people; now = await populationOf(settlement.database)) {
    const size = Math.min(people - now.people, CIRCLES_AT_ONCE * CIRCLE_PEOPLE)
    if (!(await announce(settlement, { circle: now.circles, circles: Math.ceil(size / CIRCLE_PEOPLE), people: size, seed }))) break
  }
  return settleParts(settlement, () => true)
}

export async function populationOf(database: CityDatabase): Promise<Population> {
  const known = await partsOfWorld(database)
  return { people: known.reduce((sum, { people }) => sum + people, 0), circles: known.reduce((sum, { circles }) => sum + circles, 0) }
}

interface PartOfWorld {
  readonly firstCircle: number
  readonly circles: number
  readonly people: number
  readonly seed: number
  readonly until: Temporal.PlainDate
}

function partsOfWorld(database: CityDatabase): Promise<PartOfWorld[]> {
  return database.asKernel((tx) => tx.list(kernel.selectFrom('kernel.world_part').select(['first_circle as firstCircle', 'circles', 'people', 'seed', 'until']).orderBy('first_circle')))
}

/** Writes down what will be made, so that it is made the same however often it is begun. False for a city without towns. */
async function announce({ city, database }: Settlement, { circle, circles, people, seed }: { circle: number; circles: number; people: number; seed: number }): Promise<boolean> {
  if (surroundingsOf(city).towns.length === 0) return false
  await database.asKernel((tx) => tx.run(kernel.insertInto('kernel.world_part').values({ first_circle: circle, circles, people, seed, until: tx.today })))
  return true
}

/** Every part that has not yet taken in a piece of the world does so, in the order of the parts, each in a transaction of its own. */
async function settleParts(settlement: Settlement, isMeant: (piece: PartOfWorld) => boolean): Promise<number> {
  const { city, database, parts } = settlement
  const settled = await database.asKernel((tx) => tx.list(kernel.selectFrom('kernel.settled').selectAll()))
  const isSettled = ({ name }: Manifest, { firstCircle }: PartOfWorld) => settled.some((row) => row.part === name && row.first_circle === firstCircle)
  const pieces = (await partsOfWorld(database)).filter(isMeant)
  const work = pieces.map((piece) => ({ piece, waiting: parts.filter((part) => part.settle !== undefined && !isSettled(part, piece)) })).filter(({ waiting }) => waiting.length > 0)
  if (work.length === 0) return 0
  const surroundings = surroundingsOf(city)
  const turns = work.values()
  await allOf(Array.from({ length: LANES }, async () => {
    for (const { piece, waiting } of turns) await settlePiece(settlement, piece, { waiting, world: worldOf(piece, surroundings) })
  }))
  return work.reduce((taken, { waiting }) => taken + waiting.length, 0)
}

async function settlePiece(settlement: Settlement, piece: PartOfWorld, { waiting, world }: { readonly waiting: readonly Manifest[]; readonly world: World }): Promise<void> {
  for (const part of waiting) {
    settlement.progress(part.name, { firstCircle: piece.firstCircle, people: piece.people })
    await settleOne(settlement, part, piece, world)
  }
}

/** Waits for all, also when one fails: nobody may still write when the city is closed. */
async function allOf(lanes: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

function worldOf({ firstCircle, people, seed, until }: PartOfWorld, surroundings: WorldSurroundings): World {
  return makeWorld({ seed, until, people, afterCircles: firstCircle, surroundings })
}

async function settleOne({ city, database }: Settlement, part: Manifest, { firstCircle }: PartOfWorld, world: World): Promise<void> {
  const tx = database.open(part.name, systemActor, 'write')
  await database.ending(tx, async () => {
    await part.settle?.(tx, world, { city, isFirst: firstCircle === 0 })
    await tx.within('kernel', () => tx.run(kernel.insertInto('kernel.settled').values({ part: part.name, first_circle: firstCircle })))
  })
}
