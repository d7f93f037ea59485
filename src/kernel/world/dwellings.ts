import { assertNever } from '#kernel/values/assert-never.ts'
import { Lottery, type Chance } from './chance.ts'
import type { WorldTown } from './surroundings.ts'
import type { WorldAddress } from './world.ts'

/** Which home a household looks for. */
export type DwellingKind = 'house' | 'flat' | 'dormitory' | 'care-home'

/**
 * Addresses that nobody has: 9101 to 9199 belong to `households.csv`, and from 9200 on each circle has five numbers in
 * every town, with as many branches (番地の2) as it needs. A flat that was left is let again.
 */
export class Dwellings {
  private readonly chance: Chance
  private readonly homeTowns: Lottery<WorldTown>
  private readonly flatTowns: Lottery<WorldTown>
  private readonly firstNumber: number
  private readonly lots = new Map<string, number>()
  private readonly buildings = new Map<string, Building[]>()
  /** Rooms that stand empty, and those that were left in this month. */
  private readonly empty: WorldAddress[] = []
  private readonly left: WorldAddress[] = []

  constructor(towns: readonly WorldTown[], circle: number, chance: Chance) {
    this.chance = chance
    this.homeTowns = new Lottery(towns, ({ share, flats }) => share * Math.max(0.01, 1 - flats))
    this.flatTowns = new Lottery(towns, ({ share, flats }) => share * Math.max(flats, 1e-6))
    this.firstNumber = FIRST_NUMBER + circle * NUMBERS_A_CIRCLE
  }

  find(kind: DwellingKind): WorldAddress {
    switch (kind) {
      case 'house': return this.onLot(this.homeTowns.draw(this.chance))
      case 'flat': return this.empty.length > 3 && this.chance.isTrue(0.85) ? this.letAgain() : this.room('flat')
      case 'dormitory': return this.room('dormitory')
      case 'care-home': return this.room('care-home')
      default: return assertNever(kind)
    }
  }

  /** Nobody lives there any more. */
  leave(address: WorldAddress): void {
    if (address.building !== '' && !/ホーム|寮/.test(address.building)) this.left.push(address)
  }

  /** Rooms are let again in the month after they were left, so that nobody moves in before the others are out. */
  letAgainFromNow(): void {
    this.empty.push(...this.left.splice(0))
  }

  private letAgain(): WorldAddress {
    const index = Math.floor(this.chance.next() * this.empty.length)
    return this.empty.splice(index, 1)[0] as WorldAddress
  }

  /** Most new rooms are in a building that stands; one in eight households finds a new one. */
  private room(kind: keyof typeof ROOMS): WorldAddress {
    const standing = this.buildings.get(kind)?.filter(({ free }) => free.length > 0) ?? []
    const building = standing.length > 0 && (kind !== 'flat' || this.chance.isTrue(0.88)) ? this.chance.among(standing) : this.build(kind)
    const room = building.free.shift() as string
    const { town, number, postalCode } = building.address
    return { town, number, postalCode, building: building.name + room }
  }

  private build(kind: keyof typeof ROOMS): Building {
    const town = this.flatTowns.draw(this.chance)
    const { floors, rooms, names } = ROOMS[kind]
    const short = town.name.replace(/(?:[一二三四五六七八九]丁目|町)$/, '')
    const free = Array.from({ length: this.chance.between(2, floors) * rooms }, (_, index) => String((1 + Math.floor(index / rooms)) * 100 + 1 + (index % rooms)))
    const building: Building = { name: this.chance.among(names).replace('*', short), address: this.onLot(town), free }
    this.buildings.set(kind, [...(this.buildings.get(kind) ?? []), building])
    return building
  }

  private onLot({ name, postalCode }: WorldTown): WorldAddress {
    const lot = (this.lots.get(name) ?? 0) + 1
    this.lots.set(name, lot)
    const branch = Math.floor((lot - 1) / NUMBERS_A_CIRCLE)
    const number = this.firstNumber + ((lot - 1) % NUMBERS_A_CIRCLE)
    return { town: name, postalCode, building: '', number: branch === 0 ? `${number}番地` : `${number}番地の${branch + 1}` }
  }
}

interface Building {
  readonly name: string
  readonly address: WorldAddress
  readonly free: string[]
}

const FIRST_NUMBER = 9200
const NUMBERS_A_CIRCLE = 5

/** Invented houses: `*` is the town's name. */
const ROOMS = {
  flat: { floors: 4, rooms: 4, names: ['コーポ*', 'ハイツ*', 'メゾン*', '*レジデンス', 'サンコート*', 'グリーンハイム*', '*コーポラス', 'パークハイツ*', 'ラ・フォーレ*'] },
  dormitory: { floors: 3, rooms: 8, names: ['すずらん精工*寮', '鈴峰製作所*寮', 'みのり電機第二寮'] },
  'care-home': { floors: 3, rooms: 10, names: ['特別養護老人ホームつばめ苑', '介護付きホーム*の里', '特別養護老人ホームかすみ荘'] },
} as const
