import { hasEnding } from '#capabilities/imports/reading/profiles.ts'
import { joinName } from '#capabilities/imports/reading/wrapping.ts'
import type { Owner } from '../model.ts'
import { UNIT_ENDINGS } from './columns.ts'

export type OwnerLevel = 'department' | 'section' | 'group'
export const OWNER_LEVELS = ['department', 'section', 'group'] as const

/** Names of units that stand alone in some row: what a cell with several words is taken apart by. */
export class KnownUnits {
  readonly #names = new Set<string>()

  add(name: string): void {
    if (name !== '' && !/[\s①-⑳]/.test(name)) this.#names.add(name)
  }

  has(name: string): boolean {
    return this.#names.has(name)
  }
}

/** The names in one cell of a unit column. */
export interface UnitCell {
  readonly names: readonly string[]
  readonly kind: 'single' | 'joined' | 'joint' | 'numbered'
}

/**
 * A unit's cell: one name, one name torn by a line break (まちづくり 協働課), two units side by side, or ①課 ②課 for the
 * parts ① and ② of a project.
 */
export function readUnitCell(text: string, units: KnownUnits): UnitCell {
  if (text === '') return { names: [], kind: 'single' }
  const numbered = numberedParts(text)
  if (numbered.length > 1) return { names: numbered, kind: 'numbered' }
  const parts = text.split(/[\s、,，;；／/]+/).filter((part) => part !== '')
  if (parts.length === 1) return { names: [text], kind: 'single' }
  if (areSeparateUnits(parts, units)) return { names: parts, kind: 'joint' }
  const joined = /[、,，;；／/]/.test(text) ? text : joinName(text).text
  return { names: [joined], kind: joined === text ? 'single' : 'joined' }
}

/** `①予防課 ②総務課` → its parts in order; fewer than two circled numbers are part of a name. */
export function numberedParts(text: string): readonly string[] {
  const parts = text.split(/\s*[①-⑳]\s*/)
  if (parts.length < 3 || parts[0] !== '') return []
  return parts.slice(1).filter((part) => part !== '')
}

function areSeparateUnits(parts: readonly string[], units: KnownUnits): boolean {
  if (units.has(parts.join(''))) return false
  if (parts.every((part) => units.has(part))) return true
  // 「○○委員会 事務局」: a bare ending is the rest of the name before it and no unit of its own.
  const isBareEnding = (part: string): boolean => UNIT_ENDINGS.includes(part)
  return parts.every((part) => hasEnding(part, UNIT_ENDINGS) && !isBareEnding(part))
}

/** Owners side by side: the first names of each level belong together, a single department stands for all. */
export function ownersOf(
  departments: readonly string[],
  sections: readonly string[],
  groups: readonly string[],
): readonly Owner[] {
  const count = Math.max(departments.length, sections.length, groups.length)
  return Array.from({ length: count }, (_, index) => ({
    department: departments[index] ?? (departments.length === 1 ? (departments[0] as string) : ''),
    section: sections[index] ?? (sections.length === 1 && groups.length > 1 ? (sections[0] as string) : ''),
    group: groups[index] ?? '',
  }))
}

/** One cell with the whole path: `政策部 広報課 広報G`, told apart by the last characters of each name. */
export function ownerOfPath(text: string, endingsOf: (level: OwnerLevel) => readonly string[]): Owner {
  const owner: Record<OwnerLevel, string> = { department: '', section: '', group: '' }
  for (const part of text.split(/[\s／/・]+/)) {
    const level = OWNER_LEVELS.find((candidate) => owner[candidate] === '' && hasEnding(part, endingsOf(candidate)))
    const target = level ?? OWNER_LEVELS.find((candidate) => owner[candidate] === '')
    if (target) owner[target] = owner[target] === '' ? part : `${owner[target]} ${part}`
  }
  return owner
}
