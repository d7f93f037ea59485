import type { Frame, FrameKind, FramePart, Guide } from '../model.ts'

const LISTS = {
  class: 'classes', danger: 'dangers', centre: 'centres', district: 'districts', 'moved-day': 'movedDays',
} as const satisfies Record<FrameKind, keyof Guide>

/** The parts of one kind that are in use, in their order. */
export function partsOf<Kind extends FrameKind>(guide: Guide, kind: Kind): readonly Frame[Kind][] {
  return guide[LISTS[kind]] as readonly FramePart[] as readonly Frame[Kind][]
}

export function findPart<Kind extends FrameKind>(guide: Guide, kind: Kind, key: string): Frame[Kind] | null {
  return partsOf(guide, kind).find((part) => part.key === key) ?? null
}

/** The guide as it would be with a part in its place, a new one last; with null without it. */
export function withPart(guide: Guide, kind: FrameKind, key: string, part: FramePart | null): Guide {
  const present = partsOf(guide, kind)
  const isThere = present.some((one) => one.key === key)
  const replaced = present.flatMap((one) => (one.key !== key ? [one] : part === null ? [] : [part]))
  return { ...guide, [LISTS[kind]]: isThere || part === null ? replaced : [...replaced, part] }
}

/** Something that names a part: while it does, the part cannot go. */
export interface Pointer {
  readonly kind: FrameKind | 'item'
  readonly key: string
  readonly name: string
}

/** What names a part of the guide: items their class and danger, districts their centre and classes, moved days both. */
export function pointersTo(guide: Guide, kind: FrameKind, key: string): readonly Pointer[] {
  const { items, districts, movedDays } = guide
  const pointing = {
    class: () => [
      ...items.filter(({ ways }) => ways.some((way) => way.classKey === key)).map(itemPointer),
      ...districts.filter(({ days }) => days[key] !== undefined).map(districtPointer),
      ...movedDays.filter(({ classKey }) => classKey === key).map(movedDayPointer),
    ],
    danger: () => items.filter(({ dangerKey }) => dangerKey === key).map(itemPointer),
    centre: () => districts.filter(({ centreKey }) => centreKey === key).map(districtPointer),
    district: () => movedDays.filter(({ districtKey }) => districtKey === key).map(movedDayPointer),
    'moved-day': () => [],
  } satisfies Record<FrameKind, () => readonly Pointer[]>
  return pointing[kind]()
}

function itemPointer({ key, name }: Guide['items'][number]): Pointer {
  return { kind: 'item', key, name: name.ja }
}

function districtPointer({ key, name }: Frame['district']): Pointer {
  return { kind: 'district', key, name: name.ja }
}

function movedDayPointer({ key, usualOn }: Frame['moved-day']): Pointer {
  return { kind: 'moved-day', key, name: usualOn.toString() }
}

/** What a part is called. */
export function partName(kind: FrameKind, part: FramePart, language: keyof Frame['class']['name'] = 'ja'): string {
  if (kind === 'danger') return (part as Frame['danger']).title[language]
  if (kind === 'moved-day') return (part as Frame['moved-day']).usualOn.toString()
  return (part as Frame['class']).name[language]
}
