import { assertNever } from '#kernel/values/assert-never.ts'
import type { Change, EntryKind, Plan } from '../model.ts'
import { drawAmendment, KOSEKI_FIELDS, OFFICE_FIELDS } from './amendments.ts'
import { timelinessOf } from './deadlines.ts'
import { ARTICLES, type Finding } from './findings.ts'
import { drawHouseholdChange } from './household-acts.ts'
import { editionsFor, type Drawing, type Known } from './known.ts'
import { drawArrival, drawBirth, drawDeath, drawDeparture, drawMove, drawRemoval } from './moves.ts'
import { isAbout } from './telling.ts'
import { LONGEST, Typing } from './typing.ts'

/** What becomes of a form: the plan that it makes, what stands in its way, and what to look at once more. */
export interface Drawn {
  readonly title: string
  readonly occurredOn: Temporal.PlainDate
  readonly notifiedOn: Temporal.PlainDate
  /** The day on which an approved entry enters the register; null: at once. */
  readonly applyOn: Temporal.PlainDate | null
  readonly plan: Plan
  readonly refusals: readonly Finding[]
  readonly warnings: readonly Finding[]
}

/** Whoever plans to move further ahead comes back later: 転出 is notified shortly before (事務処理要領 第4-2). */
const MOST_DAYS_AHEAD = 90

/** Draws an entry up from its form and what is known today. Pure: the same form on the same register makes the same plan. */
export function drawUp(kind: EntryKind, typed: Readonly<Record<string, string>>, known: Known): Drawn {
  // A child's day of birth is the day of the event; the form asks for it once.
  const typing = new Typing(kind === 'birth' ? { ...typed, 'arrival0.birthDate': typed.occurredOn ?? '' } : typed, known.today)
  const { occurredOn, notifiedOn } = typedDays(kind, typing, known)
  readNotifier(typing)
  const changes = changesOf(kind, { typing, known, on: occurredOn, notifiedOn })
  return {
    title: titleOf(kind, changes, known), occurredOn, notifiedOn, applyOn: Temporal.PlainDate.compare(occurredOn, known.today) > 0 ? occurredOn : null,
    plan: { changes, editions: kind === 'cancel' && known.target !== null ? known.target.editions : editionsFor(known, changes) },
    refusals: firstOfEach(typing.refusals), warnings: firstOfEach(typing.warnings),
  }
}

/** A proxy is named, and brings a letter (第26条・第27条). */
function readNotifier(typing: Typing): void {
  const isProxy = typing.typed.notifierKind === 'proxy'
  typing.text('notifier', { isRequired: isProxy, article: ARTICLES.proxy })
  typing.text('note', { longest: LONGEST.note })
  if (isProxy) typing.warn('notifier', 'not-by-themselves', ARTICLES.proxy)
}

function changesOf(kind: EntryKind, drawing: Drawing): Change[] {
  const { typing } = drawing
  switch (kind) {
    case 'in':
      return drawArrival(drawing, typing.typed.where === 'abroad' ? '国外転入' : '転入')
    case 'out':
      return drawDeparture(drawing)
    case 'move':
      return drawMove(drawing)
    case 'household':
      return drawHouseholdChange(drawing)
    case 'birth':
      return drawBirth(drawing)
    case 'death':
      return drawDeath(drawing)
    case 'koseki':
      return drawAmendment(drawing, KOSEKI_FIELDS, ARTICLES.koseki)
    case 'official':
      return drawOfficialAct(drawing)
    case 'correction':
      return drawAmendment(drawing, OFFICE_FIELDS, ARTICLES.correction)
    case 'cancel':
      return drawCancellation(drawing)
    default:
      return assertNever(kind)
  }
}

export const OFFICIAL_ACTS = ['record', 'remove', 'amend'] as const

/** 職権記載, 職権消除, 職権修正 (第8条, 施行令第12条). Its drafter approves it no more than any other entry. */
function drawOfficialAct(drawing: Drawing): Change[] {
  const act = drawing.typing.choice('act', OFFICIAL_ACTS)
  switch (act) {
    case 'record':
      return drawArrival(drawing, '職権記載')
    case 'remove':
      return drawRemoval(drawing)
    case 'amend':
      return drawAmendment(drawing, OFFICE_FIELDS, ARTICLES.office)
    case null:
      return []
    default:
      return assertNever(act)
  }
}

/** 取消: what stood before the entry stands again. It is refused while a later entry stands on what this one said. */
function drawCancellation({ typing, known }: Drawing): Change[] {
  typing.text('note', { isRequired: true, longest: LONGEST.note, article: ARTICLES.correction })
  const { target } = known
  if (target === null || target.status !== 'applied' || target.kind === 'cancel') {
    typing.refuse('note', 'not-cancellable', ARTICLES.correction)
    return []
  }
  for (const { number } of target.later) typing.refuse('note', 'stands-on-it', ARTICLES.correction, { number })
  return target.changes.map(({ edition: _, ...change }) => ({ ...change, patch: {} }))
}

function typedDays(kind: EntryKind, typing: Typing, known: Known): { occurredOn: Temporal.PlainDate; notifiedOn: Temporal.PlainDate } {
  const notifiedOn = typing.day('notifiedOn') ?? known.today
  const occurredOn = kind === 'cancel' ? (known.target?.occurredOn ?? known.today) : typing.day('occurredOn', { isRequired: true })
  const isAfter = (day: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(day, other) > 0
  if (isAfter(notifiedOn, known.today)) typing.refuse('notifiedOn', 'notice-in-future', ARTICLES.content)
  if (occurredOn === null) return { occurredOn: known.today, notifiedOn }
  if (kind === 'out') {
    if (isAfter(occurredOn, known.today.add({ days: MOST_DAYS_AHEAD }))) typing.refuse('occurredOn', 'too-far-ahead', ARTICLES.movingOut, { most: MOST_DAYS_AHEAD })
  } else if (isAfter(occurredOn, known.today)) typing.refuse('occurredOn', 'in-future', ARTICLES.content)
  else if (isAfter(occurredOn, notifiedOn)) typing.refuse('notifiedOn', 'after-notice', ARTICLES.content)
  const timeliness = timelinessOf(kind, occurredOn, notifiedOn)
  if (timeliness !== null && timeliness.daysLate > 0) typing.warn('notifiedOn', 'late', timeliness.article, { days: timeliness.daysLate, lastDay: timeliness.lastDay.toString() })
  return { occurredOn, notifiedOn }
}

/** Whom an entry is about: the first name, and how many more. */
function titleOf(kind: EntryKind, changes: readonly Change[], known: Known): string {
  if (kind === 'cancel') return known.target?.title ?? ''
  const touched = changes.flatMap((change) => (change.subjectKind === 'person' && isAbout(kind, change.patch) ? [change.patch.name ?? known.people.get(change.subjectId)?.registration.name ?? ''] : []))
  const [first = '', ...others] = touched
  return others.length === 0 ? first : `${first} ほか${others.length}人`
}

function firstOfEach(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding, index) => findings.findIndex((other) => other.field === finding.field && other.code === finding.code && JSON.stringify(other.values) === JSON.stringify(finding.values)) === index)
}
