import type { LateSheet } from './round-board.ts'
import { rolesOn, type RankedUnit } from './round-roles.ts'
import type { SheetRole, Stage } from './rounds.ts'

/** Somebody who may be asked to go on. */
export interface Addressee {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly language: string
  readonly duties: readonly string[]
  readonly unitCode: string | null
}

export interface ReminderDraft {
  readonly person: Addressee
  readonly sheets: readonly { readonly projectKey: string; readonly stage: Stage; readonly days: number }[]
}

/** Who holds a sheet at a stage. Nobody holds one that is accepted. */
const HOLDERS: Readonly<Record<Stage, SheetRole | null>> = {
  draft: 'writer', section: 'section-head', department: 'department-head', office: 'office', accepted: null, published: null,
}

/** One letter for each person, with all the late sheets that wait for them. */
export function draftReminders(
  late: readonly LateSheet[],
  people: readonly Addressee[],
  ownersOf: (projectKey: string) => readonly string[],
  units: readonly RankedUnit[],
): ReminderDraft[] {
  return people.flatMap((person) => {
    const sheets = late.filter(({ projectKey, stage }) => {
      const holder = HOLDERS[stage]
      return holder !== null && rolesOn({ ...person, inPlaceOf: null }, ownersOf(projectKey), units).has(holder)
    })
    return sheets.length === 0 ? [] : [{ person, sheets: sheets.map(({ projectKey, stage, days }) => ({ projectKey, stage, days })) }]
  })
}
