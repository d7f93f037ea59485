import type { ShelterColumns } from './shelter-columns.ts'
import type { ShelterDraft } from './shelter-rows.ts'
import { townOf } from './shelter-town.ts'
import { SHELTER_HAZARDS, SHELTER_KINDS, type Shelter } from './shelters.ts'

export interface MergedShelters {
  /** The list as it will stand, in the order of the file, then what the file does not speak of. */
  readonly shelters: readonly Shelter[]
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Taken off the list: the file is of their kind and does not have them. */
  readonly gone: readonly Shelter[]
  readonly withoutTown: number
}

/**
 * The list with a file worked into it. A file of emergency sites says nothing of 指定避難所 and the other way round; a place
 * that stands in both lists under two numbers, with the same name and address, becomes one.
 */
export function mergedShelters(present: readonly Shelter[], drafts: readonly ShelterDraft[], { speaksOf }: ShelterColumns, towns: readonly string[]): MergedShelters {
  const byId = new Map(present.map((shelter) => [shelter.id, shelter]))
  const byPlace = new Map(present.map((shelter) => [placeOf(shelter.name.written, shelter.address), shelter]))
  const taken = new Map<string, Shelter>()
  let [added, changed, same] = [0, 0, 0]
  for (const draft of drafts) {
    const known = byId.get(draft.id) ?? byPlace.get(placeOf(draft.name, draft.address ?? ''))
    const next = worked(known, draft, speaksOf, towns)
    if (known === undefined) added++
    else if (isSame(known, next)) same++
    else changed++
    taken.set(next.id, next)
  }
  const rest = present.filter((shelter) => !taken.has(shelter.id))
  // The invented places of a demo city give way to the first list that is brought in.
  const gone = rest.filter(({ kinds, isInvented }) => isInvented || kinds.every((kind) => speaksOf.includes(kind)))
  const kept = rest.filter((shelter) => !gone.includes(shelter)).map((shelter) => withoutKinds(shelter, speaksOf))
  changed += kept.filter((shelter) => !isSame(shelter, byId.get(shelter.id) as Shelter)).length
  const shelters = [...taken.values(), ...kept]
  return { shelters, added, changed, same, gone, withoutTown: shelters.filter(({ town }) => town === null).length }
}

function worked(known: Shelter | undefined, draft: ShelterDraft, speaksOf: Shelter['kinds'], towns: readonly string[]): Shelter {
  const kinds = new Set([...draft.kinds, ...(known?.kinds ?? []).filter((kind) => !speaksOf.includes(kind))])
  const address = draft.address ?? known?.address ?? ''
  const town = draft.town ? (towns.find((one) => one === draft.town) ?? null) : townOf(address, towns)
  return {
    id: known?.id ?? draft.id,
    name: {
      written: draft.name,
      kana: draft.nameKana ?? known?.name.kana ?? '',
      romaji: draft.nameRomaji ?? known?.name.romaji ?? '',
      en: draft.nameEn ?? known?.name.en ?? '',
      pt: draft.namePt ?? known?.name.pt ?? '',
    },
    address,
    town: town ?? (draft.address === undefined ? (known?.town ?? null) : null),
    point: pointOf(known, draft),
    kinds: SHELTER_KINDS.filter((kind) => kinds.has(kind)),
    // Only a list of emergency sites says what they are designated for.
    hazards: speaksOf.includes('emergency-site') ? draft.hazards : (known?.hazards ?? []),
    capacity: draft.capacity === undefined ? (known?.capacity ?? null) : draft.capacity,
    isBarrierFree: draft.isBarrierFree === undefined ? (known?.isBarrierFree ?? null) : draft.isBarrierFree,
    takesPets: draft.takesPets === undefined ? (known?.takesPets ?? null) : draft.takesPets,
    note: draft.note ?? known?.note ?? '',
    // A place of a demo stays one, however often its list goes out and comes back.
    isInvented: known?.isInvented ?? false,
  }
}

/** The two national lists put one place some metres apart; of a place known under another number the first word stands. */
function pointOf(known: Shelter | undefined, { id, point }: ShelterDraft): Shelter['point'] {
  if (known === undefined) return point ?? null
  return point === undefined || (known.id !== id && known.point !== null) ? known.point : point
}

function withoutKinds(shelter: Shelter, speaksOf: Shelter['kinds']): Shelter {
  const hazards = speaksOf.includes('emergency-site') ? [] : shelter.hazards
  return { ...shelter, kinds: shelter.kinds.filter((kind) => !speaksOf.includes(kind)), hazards }
}

function placeOf(name: string, address: string): string {
  return `${name}\n${address}`.normalize('NFKC')
}

export function isSame(one: Shelter, other: Shelter): boolean {
  return JSON.stringify(cellsOf(one)) === JSON.stringify(cellsOf(other))
}

function cellsOf(shelter: Shelter): readonly unknown[] {
  const { name, point, kinds, hazards, ...rest } = shelter
  const { address, town, capacity, isBarrierFree, takesPets, note, isInvented } = rest
  const designated = [SHELTER_KINDS.filter((kind) => kinds.includes(kind)), SHELTER_HAZARDS.filter((hazard) => hazards.includes(hazard))]
  return [
    name.written, name.kana, name.romaji, name.en, name.pt, point?.latitude ?? null, point?.longitude ?? null, designated, address, town, capacity,
    isBarrierFree, takesPets, note, isInvented,
  ]
}
