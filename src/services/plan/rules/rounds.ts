import { assertNever } from '#kernel/values/assert-never.ts'

/** Kinds of rounds a year may have; what a city calls them, and how many of each it holds, is its own affair. */
export const ROUND_KINDS = ['plan', 'mid-year', 'year-end', 'outside-review', 'publication'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

/** Sheets are written in these; the outside review and the publication look at what has been written. */
export function isWritingKind(kind: RoundKind): boolean {
  return kind === 'plan' || kind === 'mid-year' || kind === 'year-end'
}

/** With whom a sheet is. A unit without a section or a department above it leaves that stage out. */
export const STAGES = ['draft', 'section', 'department', 'office', 'accepted', 'published'] as const
export type Stage = (typeof STAGES)[number]

export const SHEET_ACTS = ['submit', 'approve', 'send-back', 'withdraw'] as const
export type SheetAct = (typeof SHEET_ACTS)[number]

/** What a person is to one sheet, by their duties and by the units of its owners. */
export const SHEET_ROLES = ['writer', 'section-head', 'department-head', 'office'] as const
export type SheetRole = (typeof SHEET_ROLES)[number]

/** Why somebody may not; each has its words in text/round-words.ts. */
export type RoundRefusal =
  | 'not-yours' | 'round-closed' | 'with-section' | 'with-department' | 'with-office' | 'is-accepted' | 'is-published'
  | 'field-not-open' | 'field-for-office' | 'not-at-this-stage' | 'comment-needed' | 'blank-sheet'

export type RoundDecision = { readonly ok: true } | { readonly ok: false; readonly reason: RoundRefusal }

/** Stages that heads stand at, for the levels of the organisation that a project's owners have above them. */
export interface Levels {
  readonly hasSection: boolean
  readonly hasDepartment: boolean
}

export interface OpenField {
  /** An address, or one with `*` for any part of it, or `report` for the year that is reported on. */
  readonly field: string
  readonly openedFor: 'writer' | 'office'
}

/** May somebody in these roles write on a sheet at this stage? `isClosed`: the round is over. */
export function mayWriteAt(stage: Stage, roles: ReadonlySet<SheetRole>, isClosed: boolean): RoundDecision {
  if (roles.size === 0) return refused('not-yours')
  // Who gathers corrects what is wrong, also afterwards; then with a reason (see saveSheet).
  if (roles.has('office')) return allowed
  if (isClosed) return refused('round-closed')
  switch (stage) {
    case 'draft':
      return allowed
    case 'section':
      return roles.has('section-head') ? allowed : refused('with-section')
    case 'department':
      return roles.has('department-head') ? allowed : refused('with-department')
    case 'office':
      return refused('with-office')
    case 'accepted':
      return refused('is-accepted')
    case 'published':
      return refused('is-published')
    default:
      return assertNever(stage)
  }
}

/** Is a field open in the round for somebody in these roles? `year` is the year reported on. */
export function isFieldOpen(fields: readonly OpenField[], field: string, year: number, roles: ReadonlySet<SheetRole>): RoundDecision {
  const fitting = fields.filter(({ field: pattern }) => isAddressed(pattern, field, year))
  if (fitting.length === 0) return refused('field-not-open')
  return roles.has('office') || fitting.some(({ openedFor }) => openedFor === 'writer') ? allowed : refused('field-for-office')
}

export interface Move {
  readonly stage: Stage
  readonly act: SheetAct
  readonly roles: ReadonlySet<SheetRole>
  readonly levels: Levels
  readonly comment: string
  /** Nothing at all is written on the sheet. */
  readonly isBlank: boolean
}

export type MoveDecision = { readonly ok: true; readonly to: Stage } | { readonly ok: false; readonly reason: RoundRefusal }

/**
 * Where an act leads a sheet. The office may act at every stage in the place of a head who is missing, but says why;
 * whoever sends back says what is lacking.
 */
export function decideMove(move: Move): MoveDecision {
  const { stage, act, roles, levels, comment, isBlank } = move
  if (roles.size === 0) return refused('not-yours')
  const hasComment = comment.trim() !== ''
  switch (act) {
    case 'submit':
      if (stage !== 'draft') return refused('not-at-this-stage')
      return isBlank ? refused('blank-sheet') : { ok: true, to: stageAfter('draft', levels) }
    case 'approve':
      if (!isWithHeads(stage)) return refused('not-at-this-stage')
      if (headOf(stage, roles)) return { ok: true, to: stageAfter(stage, levels) }
      if (!roles.has('office')) return refused(heldBy(stage))
      return hasComment ? { ok: true, to: stageAfter(stage, levels) } : refused('comment-needed')
    case 'send-back':
      if (!isWithHeads(stage) && stage !== 'accepted') return refused('not-at-this-stage')
      if (!headOf(stage, roles) && !roles.has('office')) return refused(heldBy(stage))
      return hasComment ? { ok: true, to: 'draft' } : refused('comment-needed')
    case 'withdraw':
      // Only what nobody has checked yet: the first stage after the draft.
      return stage === stageAfter('draft', levels) && stage !== 'accepted' ? { ok: true, to: 'draft' } : refused('not-at-this-stage')
    default:
      return assertNever(act)
  }
}

/** The acts that would be granted now, for the buttons of a page; a comment is asked for where one is needed. */
export function actsOpen(move: Omit<Move, 'act' | 'comment'>): SheetAct[] {
  return SHEET_ACTS.filter((act) => decideMove({ ...move, act, comment: 'given', isBlank: false }).ok)
}

export function stageAfter(stage: 'draft' | 'section' | 'department' | 'office', { hasSection, hasDepartment }: Levels): Stage {
  if (stage === 'draft' && hasSection) return 'section'
  if ((stage === 'draft' || stage === 'section') && hasDepartment) return 'department'
  return stage === 'office' ? 'accepted' : 'office'
}

/** The last day that a sheet may stay at a stage; null where nobody is waited for. */
export function dueDayOf(stage: Stage, round: RoundDays): Temporal.PlainDate | null {
  switch (stage) {
    case 'draft':
      return round.writeBy
    case 'section':
      return round.sectionBy
    case 'department':
      return round.departmentBy
    case 'office':
      return round.officeBy
    case 'accepted':
    case 'published':
      return null
    default:
      return assertNever(stage)
  }
}

export interface RoundDays {
  readonly writeBy: Temporal.PlainDate
  readonly sectionBy: Temporal.PlainDate
  readonly departmentBy: Temporal.PlainDate
  readonly officeBy: Temporal.PlainDate
}

/** Days by which a sheet is late: 0 while it is in time. */
export function daysLate(stage: Stage, round: RoundDays, today: Temporal.PlainDate): number {
  const due = dueDayOf(stage, round)
  return due === null ? 0 : Math.max(0, today.since(due).days)
}

const allowed = { ok: true } as const
const refused = (reason: RoundRefusal) => ({ ok: false, reason }) as const

function isWithHeads(stage: Stage): stage is 'section' | 'department' | 'office' {
  return stage === 'section' || stage === 'department' || stage === 'office'
}

function headOf(stage: Stage, roles: ReadonlySet<SheetRole>): boolean {
  if (stage === 'section') return roles.has('section-head')
  return stage === 'department' ? roles.has('department-head') : stage === 'office' && roles.has('office')
}

function heldBy(stage: Stage): RoundRefusal {
  return stage === 'section' ? 'with-section' : stage === 'department' ? 'with-department' : 'with-office'
}

function isAddressed(pattern: string, field: string, year: number): boolean {
  const own = field.split('/')
  const parts = pattern.split('/')
  return parts.length === own.length && parts.every((part, index) => part === '*' || part === own[index] || (part === 'report' && own[index] === String(year)))
}
