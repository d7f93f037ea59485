import { foldForComparison } from '#kernel/values/text-forms.ts'
import { placeKey } from './addresses/place-key.ts'
import type { Town, TownList } from './addresses/town-list.ts'

export { townsOf, townList, type Town, type TownList } from './addresses/town-list.ts'

/** An address of the city taken apart. What was typed beyond this stands in `notes`; nothing is mended in silence. */
export interface ReadAddress {
  readonly town: Town
  /** 小字, a part of a town with a name of its own; empty where none was written. */
  readonly section: string
  /** 番地 as the register writes it, `9101番地の2`, or by blocks, `2番5号`; empty where none was written. */
  readonly number: string
  /** Building and room as written; empty where there is none. */
  readonly building: string
  readonly notes: readonly AddressNote[]
}

export type AddressNote =
  /** A name that a merger or a renaming ended; `said` is that name. */
  | { readonly kind: 'old-name'; readonly said: string }
  /** 9101-2 does not say whether it means 番地の or 番 and 号; taken for 番地. */
  | { readonly kind: 'number-taken-for-lot'; readonly said: string }
  /** No number was found after the town. */
  | { readonly kind: 'no-number'; readonly said: string }

export type AddressRefusal = 'empty' | 'other-place' | 'unknown-town' | 'several-towns'

export type AddressReading =
  | ({ readonly ok: true } & ReadAddress)
  | { readonly ok: false; readonly reason: AddressRefusal; /** What could not be read, as typed. */ readonly unread: string; /** The towns it could be. */ readonly towns: readonly Town[] }

/** The longest address that is looked at; longer text is refused without being examined. */
export const LONGEST_ADDRESS = 200

/**
 * Reads an address as people write it: `三重県亀山市本町二丁目9101番地の2 みどりハイツ101`, `本町2-9101-2`, `鈴鹿郡関町大字木崎…`. Prefecture
 * and city may be missing; another prefecture or city is refused, as is a town that could be several.
 */
export function readAddress(written: string, list: TownList): AddressReading {
  const text = foldForComparison(written)
  if (text === '') return refusal('empty', '', [])
  if (text.length > LONGEST_ADDRESS) return refusal('unknown-town', text.slice(0, LONGEST_ADDRESS), [])
  const local = withoutPlaces(text, list)
  if (local === null) return refusal('other-place', text, [])
  const found = townAt(local, list)
  if (found === null) return withoutBlock(local, list)
  const { number, building, section, notes } = numberIn(local.slice(found.length), found.block)
  const all = [...(found.oldName === null ? [] : [{ kind: 'old-name', said: found.oldName } as const]), ...notes]
  return { ok: true, town: found.town, section, number, building, notes: all }
}

/**
 * Under which two writings of one address are equal: town, the numbers in order, the building without spaces and 号室.
 * `number` as in the register or as typed.
 */
export function addressKey(address: { readonly town: string; readonly number: string; readonly building: string }): string {
  const numbers = placeKey(address.number).match(/\d+/g) ?? []
  const building = placeKey(address.building).replace(/(\d+)(?:号室|号|室)$/, '$1').replace(/(?<=\D)-(?=\d)/g, '')
  return `${placeKey(address.town)}|${numbers.map(Number).join('-')}|${building}`
}

/** A place by words alone, for a search: 大字, dashes, kanji numbers and ヶ do not count. */
export const foldPlace = placeKey

function refusal(reason: AddressRefusal, unread: string, towns: readonly Town[]): AddressReading {
  return { ok: false, reason, unread, towns }
}

/** The text behind prefecture and city; null where another prefecture or city is named. Old counties stay: old names bear them. */
function withoutPlaces(text: string, { cityName, prefectureName }: TownList): string | null {
  const behindPrefecture = behind(text, prefectureName)
  if (behindPrefecture === text && /^(?:北海道|東京都|(?:京都|大阪)府|[^\d市区町村]{2,3}県)/.test(text)) return null
  const behindCity = behind(behindPrefecture, cityName)
  const isElsewhere = behindCity === behindPrefecture && /^\p{Script=Han}{1,4}市(?!場|瀬)/u.test(behindPrefecture) && behindPrefecture !== text
  return isElsewhere ? null : behindCity
}

function behind(text: string, name: string): string {
  const folded = foldForComparison(name)
  return text.startsWith(folded) ? text.slice(folded.length).trimStart() : text
}

interface TownAt {
  readonly town: Town
  readonly oldName: string | null
  /** How many characters of the text the name takes. */
  readonly length: number
  /** 本町2-9101 names its 丁目 by the number before the dash. */
  readonly block: boolean
}

/** The longest name that the text begins with. A key is shorter than what was written, so the end is looked for. */
function townAt(text: string, list: TownList): TownAt | null {
  const key = placeKey(text)
  for (const { key: name, town, oldName } of list.names) {
    if (key.startsWith(name)) return { town, oldName, length: endOf(text, name), block: false }
    const block = /^(.+?)(\d+)丁目$/.exec(name)
    if (block === null) continue
    const [, base = '', number = ''] = block
    const short = new RegExp(`^${escaped(base)}${number}(?:-|の)(?=\\d)`).exec(key)
    if (short !== null) return { town, oldName, length: endOf(text, short[0]), block: true }
  }
  return null
}

/** How many characters of the text fold to the name. */
function endOf(text: string, name: string): number {
  for (let end = 1; end <= text.length; end++) {
    if (placeKey(text.slice(0, end)) === name) return end
  }
  // A name at the end of which a character is folded together with the next, 2ノ for instance: the whole prefix counts.
  for (let end = 1; end <= text.length; end++) if (placeKey(text.slice(0, end)).startsWith(name)) return end
  return text.length
}

/** A town that is divided into 丁目, none of which was named: all of them are offered. */
function withoutBlock(text: string, list: TownList): AddressReading {
  const key = placeKey(text)
  const candidates = list.names.filter(({ key: name }) => {
    const base = name.replace(/\d+丁目$/, '')
    return base !== name && key.startsWith(base)
  })
  const towns = [...new Set(candidates.map(({ town }) => town))]
  return refusal(towns.length > 1 ? 'several-towns' : 'unknown-town', text, towns)
}

const NUMERAL = '[\\d〇一二三四五六七八九十百千]+'
const BLOCKS = new RegExp(`^(${NUMERAL})番(${NUMERAL})号(?:の(${NUMERAL}))?`)
const LOT = new RegExp(`^(${NUMERAL})番地?((?:[の-]?(?:${NUMERAL}))*)`)
const DASHED = /^(\d+)((?:[-の]\d+)*)(?!\d*(?:号室|階|棟))/

interface NumberAndRest {
  readonly section: string
  readonly number: string
  readonly building: string
  readonly notes: readonly AddressNote[]
}

/** What stands behind the town: 字 and its name, the number, and the building. */
function numberIn(rest: string, isAfterBlock: boolean): NumberAndRest {
  const text = rest.trimStart().replace(/ノ/g, 'の').replace(/(?<=\d) +(?=番|号|-|の)/g, '')
  const section = /^字?([^\d〇一二三四五六七八九十百千番]+?)(?=[\d〇一二三四五六七八九十百千]+(?:番|-|の|$| ))/.exec(isAfterBlock ? '' : text)
  const numbered = text.slice(section?.[0].length ?? 0).trimStart()
  const name = section?.[1]?.trim() ?? ''
  const blocks = BLOCKS.exec(numbered)
  if (blocks !== null) {
    const [all, block = '', house = '', branch] = blocks
    return { section: name, number: `${digits(block)}番${digits(house)}号${branch === undefined ? '' : `の${digits(branch)}`}`, building: buildingIn(numbered.slice(all.length)), notes: [] }
  }
  const lot = LOT.exec(numbered)
  if (lot !== null) return { section: name, number: lotWritten(lot), building: buildingIn(numbered.slice(lot[0].length)), notes: [] }
  const dashed = DASHED.exec(numbered)
  if (dashed !== null) {
    const taken: readonly AddressNote[] = dashed[2] === '' ? [] : [{ kind: 'number-taken-for-lot', said: dashed[0] }]
    return { section: name, number: lotWritten(dashed), building: buildingIn(numbered.slice(dashed[0].length)), notes: taken }
  }
  return { section: '', number: '', building: buildingIn(text), notes: [{ kind: 'no-number', said: text }] }
}

/** `9101番地の2の3`: the form of the register. */
function lotWritten([, first = '', rest = '']: readonly (string | undefined)[]): string {
  const branches = rest.match(new RegExp(NUMERAL, 'g')) ?? []
  return [`${digits(first)}番地`, ...branches.map(digits)].join('の')
}

function digits(numeral: string): string {
  return /^\d+$/.test(numeral) ? String(Number(numeral)) : placeKey(`${numeral}番`).replace('番', '')
}

function buildingIn(text: string): string {
  return text.replace(/^[\s,、・-]+/, '').trim()
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
