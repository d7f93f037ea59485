import type { Actor } from '#kernel/access/actor.ts'
import { OPENABLE_FIELDS } from '../forms/rounds.ts'
import { levelsOf, ownersOn, rolesOn, type Capacity } from '../rules/round-roles.ts'
import { isFieldOpen, mayWriteAt, type Levels, type RoundDecision, type RoundRefusal, type SheetRole, type Stage } from '../rules/rounds.ts'
import type { KeptOwner } from '../store/owners.ts'
import type { YearRounds } from '../store/rounds.ts'
import type { UnitOfCity } from '../store/units.ts'
import { editRights, mayEditAll } from './may-edit.ts'

/** What one person may do with one sheet, or with the cover, and why not. */
export interface Writing {
  readonly decision: RoundDecision
  /** May this field be written? Only asked where the decision is yes. */
  readonly fieldDecision: (field: string) => RoundDecision
  readonly roles: ReadonlySet<SheetRole>
  readonly levels: Levels
  /** Null where the sheet is in no round. */
  readonly stage: Stage | null
  /** The round is over: what is changed now is a correction and needs a reason. */
  readonly isCorrection: boolean
  /** In whose place the person acts here; empty when in their own. */
  readonly forName: string
}

export interface Circumstances {
  readonly actor: Actor
  readonly capacities: readonly Capacity[]
  readonly units: readonly UnitOfCity[]
  readonly owners: ReadonlyMap<string, readonly KeptOwner[]>
  readonly rounds: YearRounds
  readonly year: number
  readonly today: Temporal.PlainDate
}

const yes = { ok: true } as const
const noField = () => yes

/** The rights over every sheet of a report; each sheet's are worked out when they are asked for, and then kept. */
export function writingRights(given: Circumstances): (projectKey: string | null) => Writing {
  const known = new Map<string | null, Writing>()
  return (projectKey) => {
    const writing = known.get(projectKey) ?? (projectKey === null ? coverWriting(given) : sheetWriting(given, projectKey))
    known.set(projectKey, writing)
    return writing
  }
}

/** Why a value may not be written from outside its form, by file or by taking a change back; null where it may. */
export function fieldRefusal({ decision, stage, roles, fieldDecision }: Writing, field: string, year: number): RoundRefusal | null {
  if (!decision.ok) return decision.reason
  if (stage === null) return null
  // Names, owners and planned marks stand in no form: in a round only the office changes them.
  if (!isFieldOpen(EVER_OPEN, field, year, new Set()).ok) return roles.has('office') ? null : 'field-for-office'
  const open = fieldDecision(field)
  return open.ok ? null : open.reason
}

const EVER_OPEN = OPENABLE_FIELDS.map((field) => ({ field, openedFor: 'writer' as const }))

/** Before a report has rounds, whoever answers for a project writes its sheet at any time. */
function sheetWriting(given: Circumstances, projectKey: string): Writing {
  const { rounds, units, capacities, year, today } = given
  const owners = given.owners.get(projectKey) ?? []
  const codes = ownersOn(owners, today)
  const levels = levelsOf(codes, units)
  const each = capacities.map((capacity) => ({ capacity, roles: rolesOn(capacity, codes, units) }))
  const roles = new Set(each.flatMap(({ roles: own }) => [...own]))
  const acting = each.find(({ roles: own }) => own.size > 0)
  const common = { roles, levels, forName: acting?.capacity.inPlaceOf ?? '' }
  const sheet = rounds.sheets.get(projectKey)
  if (sheet === undefined) {
    const isMine = editRights(given.actor, units)(owners.map(({ unitCode }) => unitCode)) || roles.has('writer') || roles.has('office')
    return { ...common, decision: isMine ? yes : { ok: false, reason: 'not-yours' }, fieldDecision: noField, stage: null, isCorrection: false }
  }
  const isClosed = rounds.running === null
  const fields = rounds.running?.fields
  return {
    ...common,
    decision: mayWriteAt(sheet.stage, roles, isClosed),
    fieldDecision: (field) => (fields === undefined ? yes : isFieldOpen(fields, field, year, roles)),
    stage: sheet.stage,
    isCorrection: isClosed,
  }
}

function coverWriting({ actor, capacities, rounds }: Circumstances): Writing {
  const isOffice = capacities.some(({ duties }) => duties.includes('plan-publisher'))
  const isLocked = rounds.running === null && rounds.sheets.size > 0
  const decision: RoundDecision = isLocked
    ? isOffice ? yes : { ok: false, reason: 'round-closed' }
    : isOffice || mayEditAll(actor) ? yes : { ok: false, reason: 'not-yours' }
  const roles = new Set<SheetRole>(isOffice ? ['office'] : [])
  return { decision, fieldDecision: noField, roles, levels: { hasSection: false, hasDepartment: false }, stage: null, isCorrection: isLocked, forName: '' }
}
