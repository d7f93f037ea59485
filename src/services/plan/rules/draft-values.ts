import type { Owner, PlanDocument } from '../model.ts'
import { readYearLabel } from './years.ts'

/** Why a typed value cannot stand at a place of the plan. */
export type EditRefusal =
  | 'unknown-place'
  | 'must-not-be-empty'
  | 'unknown-mark'
  | 'unknown-year'
  | 'owner-form'
  | 'number-form'
  | 'number-taken'
  | 'unknown-branch'
  | 'unknown-listing'
  | 'repetition-form'
  | 'period-form'

/** A value whose fields may be written. */
export type Draft<Value> = Value extends readonly (infer Item)[]
  ? Draft<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Draft<Value[Key]> }
    : Value

export type DraftProject = Draft<PlanDocument>['projects'][number]

/** Sets one text of a record, if it has that field. */
export function assign<Key extends string>(
  target: { [Name in Key]: string } | undefined,
  key: Key,
  value: string,
): EditRefusal | null {
  if (!target || !(key in target)) return 'unknown-place'
  target[key] = value
  return null
}

/** Notes as lines that begin with their year: `R1 更新`. Years without a line lose their note. */
export function writeNotes(project: DraftProject, value: string): EditRefusal | null {
  const notes = new Map<number, string>()
  let last: number | null = null
  for (const line of value.split('\n').filter((text) => text.trim() !== '')) {
    const [, label = '', text = ''] = line.trim().match(/^(\S+)\s*(.*)$/) ?? []
    const year = readYearLabel(label)
    if (year !== null) {
      if (!project.years.some((cell) => cell.year === year)) return 'unknown-year'
      notes.set(year, text)
      last = year
    } else if (last === null) return 'unknown-year'
    else notes.set(last, `${notes.get(last) ?? ''}\n${line.trim()}`)
  }
  for (const cell of project.years) cell.note = notes.get(cell.year) ?? ''
  return null
}

/** 部, 課, グループ. */
const OWNER_LEVELS = 3

/** Owners one a line, as `部／課／グループ`. */
export function writeOwners(project: DraftProject, value: string): EditRefusal | null {
  const lines = value
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(/[／/]/).map((part) => part.trim()))
  if (lines.some(({ length }) => length > OWNER_LEVELS)) return 'owner-form'
  project.owners = lines.map(([department = '', section = '', group = '']) => ({ department, section, group }))
  return null
}

/** One unit of one owner; the first is made when there is none yet. */
export function writeOwner(
  project: DraftProject,
  index: number,
  level: keyof Owner,
  value: string,
): EditRefusal | null {
  if (index === project.owners.length && value === '') return null
  if (index === project.owners.length) project.owners.push({ department: '', section: '', group: '' })
  const owner = project.owners[index]
  if (!owner || !(level in owner)) return 'unknown-place'
  owner[level] = value
  return null
}
