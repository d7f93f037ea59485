import { renderBadge } from '#design/badge/view.ts'
import { renderHeading } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import type { HouseholdRegistration, Registration } from '../model.ts'
import { changedFields } from '../rules/fold.ts'
import type { Compared } from '../store/comparing.ts'
import { listHouseholds } from '../store/households.ts'
import { listPeople } from '../store/people.ts'
import { HOUSEHOLD_FIELDS, PERSON_FIELDS } from '../store/rows.ts'
import { HOUSEHOLD_LABELS, PERSON_LABELS } from '../text/field-words.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { householdValue, personValue, type Named } from './values.ts'

/** One line of a comparison: what the field is called, what stood there, what will. */
export interface ComparedLine {
  readonly label: Phrase<never>
  readonly before: string
  readonly after: string
}

/** One person or household with what is other; lines are empty where it stays as it was. */
export interface ComparedSubject {
  readonly id: string
  readonly kind: Compared['kind']
  readonly title: string
  readonly isNew: boolean
  readonly isGone: boolean
  readonly lines: readonly ComparedLine[]
}

/** Fields that only repeat what others say are left out of what people read. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['relationshipCode', 'position', 'town', 'addressNumber', 'building', 'postalCode'])

/** Field by field, in the reader's words. */
export async function comparedSubjects(tx: Tx, voice: Voice, compared: readonly Compared[]): Promise<ComparedSubject[]> {
  const named = await namesIn(tx, voice, compared)
  return compared.map((each) => {
    const lines = each.kind === 'person'
      ? linesOf<Registration>(each, PERSON_FIELDS, PERSON_LABELS, (field, state) => personValue(voice, field, state, named))
      : linesOf<HouseholdRegistration>(each, HOUSEHOLD_FIELDS, HOUSEHOLD_LABELS, (field, state) => householdValue(voice, field, state, named))
    return { id: each.id, kind: each.kind, title: titleOf(voice, each, named), isNew: each.before === null, isGone: each.after === null, lines }
  })
}

function linesOf<State extends object>(
  { before, after }: { before: State | null; after: State | null },
  fields: readonly (keyof State)[],
  labels: Readonly<Record<keyof State, Phrase<never> | null>>,
  textOf: (field: keyof State, state: State) => string,
): ComparedLine[] {
  const changed = before !== null && after !== null ? changedFields(before, after, fields) : fields.filter((field) => !isEmpty((after ?? before)?.[field]))
  return changed.flatMap((field) => {
    const label = labels[field]
    if (label === null || LEFT_OUT.has(String(field))) return []
    return [{ label, before: before === null ? '' : textOf(field, before), after: after === null ? '' : textOf(field, after) }]
  })
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === false
}

/** Names of everybody and numbers of every household that a comparison speaks of; new ones are called so. */
async function namesIn(tx: Tx, voice: Voice, compared: readonly Compared[]): Promise<Named> {
  const states = compared.flatMap((each) => [each.before, each.after].filter((state) => state !== null))
  const people = await listPeople(tx, { ids: states.flatMap((state) => ('headId' in state && state.headId !== null ? [state.headId] : [])) })
  const householdIds = [...new Set([...states.flatMap((state) => ('householdId' in state ? [state.householdId] : [])), ...compared.flatMap((each) => (each.kind === 'household' ? [each.id] : []))])]
  const households = await listHouseholds(tx, { ids: householdIds })
  const named = new Map<string, string>(householdIds.map((id) => [id, voice.plain(words.newHousehold)]))
  for (const { id, number } of households) named.set(id, number)
  for (const { id, registration } of people) named.set(id, registration.name)
  for (const each of compared) if (each.kind === 'person') named.set(each.id, (each.after ?? each.before)?.name ?? '')
  return named
}

function titleOf(voice: Voice, { kind, id }: Compared, named: Named): string {
  const name = named.get(id) ?? ''
  return kind === 'person' ? name : `${voice.plain(words.household)} ${name}`
}

/** Before and after beside each other, one table for each person and household. */
export function renderComparison(voice: Voice, subjects: readonly ComparedSubject[], hrefOf?: (subject: ComparedSubject) => string | null): Html {
  if (subjects.length === 0) return html`<p>${voice.say(words.noChanges)}</p>`
  return renderStack({ parts: subjects.map((subject) => renderSubject(voice, subject, hrefOf?.(subject) ?? null)) })
}

function renderSubject(voice: Voice, { id, title, isNew, isGone, lines }: ComparedSubject, href: string | null): Html {
  const badge = isNew ? renderBadge({ label: voice.say(words.isNew), tone: 'accent' }) : isGone ? renderBadge({ label: voice.say(words.isGone), tone: 'warning' }) : nothing
  const heading = renderHeading({ level: 3, content: html`${href === null ? title : html`<a href="${href}">${title}</a>`} ${badge}` })
  if (lines.length === 0) return html`<div>${heading}<p>${voice.say(words.staysAsItIs)}</p></div>`
  const columns = [{ heading: voice.say(words.field), width: 'narrow' as const }, ...(isNew ? [] : [{ heading: voice.say(words.before) }]), ...(isGone ? [] : [{ heading: voice.say(words.after) }])]
  const table = renderTable({
    caption: title, isCaptionHidden: true, id: `compared-${id}`, columns, isCardsOnPhone: true,
    rows: lines.map(({ label, before, after }) => [voice.say(label), ...(isNew ? [] : [isGone ? before : html`<del>${before}</del>`]), ...(isGone ? [] : [isNew ? after : html`<ins>${after}</ins>`])]),
  })
  return html`<div>${heading}${table}</div>`
}
