import type { PlanDocument, Project, Scale } from '../model.ts'
import { ownersText, projectText } from './document-fields.ts'

/** One value that is not what it was. `projectKey` is null for the plan and its cover. */
export interface FieldChange {
  readonly projectKey: string | null
  readonly field: string
  readonly before: string
  readonly after: string
}

/** Field of the change that tells of a project's or the plan's beginning or end: the name stands in after or before. */
export const WHOLE = 'whole'

/** What is different between two states of a plan, in the order of the plan. A new project is one change, not twenty. */
export function changesBetween(before: PlanDocument, after: PlanDocument): FieldChange[] {
  const known = new Map(before.projects.map((project) => [project.key, project]))
  const left = new Set(known.keys())
  const changes = coverChanges(before, after)
  for (const project of after.projects) {
    const old = known.get(project.key)
    left.delete(project.key)
    if (old === undefined) changes.push({ projectKey: project.key, field: WHOLE, before: '', after: project.name })
    else changes.push(...projectChanges(old, project))
  }
  for (const key of left) changes.push({ projectKey: key, field: WHOLE, before: known.get(key)?.name ?? '', after: '' })
  return [...changes, ...listingChanges(before, after)]
}

function projectChanges(before: Project, after: Project): FieldChange[] {
  const fields = new Set([...fieldsOf(before), ...fieldsOf(after)])
  return [...fields].flatMap((field) => changeOf(after.key, field, projectText(before, field) ?? '', projectText(after, field) ?? ''))
}

function fieldsOf({ years }: Project): string[] {
  const cells = years.flatMap(({ year }) => ['planned', 'actual', 'note'].map((part) => `years/${year}/${part}`))
  const sheet = ['results', 'outcomes', 'periodStatus', 'achievement'].map((part) => `sheet/${part}`)
  return ['name', 'purpose', 'outline', ...cells, ...sheet, 'owners']
}

function coverChanges(before: PlanDocument, after: PlanDocument): FieldChange[] {
  const old = coverTexts(before)
  const young = coverTexts(after)
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((field) => changeOf(null, field, old.get(field) ?? '', young.get(field) ?? ''))
}

function coverTexts(document: PlanDocument): Map<string, string> {
  const texts = new Map([
    ['title', document.title],
    ['issuedBy', document.issuedBy],
    ['period', `${document.period.from}–${document.period.to}`],
    ['levels', document.levels.join(' › ')],
    ['scales/schedule', legendText(document.scales.schedule)],
    ['scales/achievement', legendText(document.scales.achievement)],
  ])
  for (const { key, heading, body } of document.sections) texts.set(`sections/${key}/heading`, heading).set(`sections/${key}/body`, body)
  for (const { number, name, unit, baseline, actual, target } of document.indicators) {
    for (const [part, text] of Object.entries({ name, unit, baseline, actual, target })) texts.set(`indicators/${number}/${part}`, text)
  }
  for (const { key, number, name } of document.branches) texts.set(`branches/${key}`, `${number} ${name}`.trim())
  return texts
}

function legendText({ heading, steps }: Scale): string {
  return `${heading} ${steps.map(({ glyph, label }) => `${glyph}：${label}`).join(' ')}`.trim()
}

/** Where a project is listed, main place first; told only of projects that are in both states. */
function listingChanges(before: PlanDocument, after: PlanDocument): FieldChange[] {
  const old = listingTexts(before)
  const young = listingTexts(after)
  const known = new Set(before.projects.map(({ key }) => key))
  const both = after.projects.filter(({ key }) => known.has(key))
  return both.flatMap(({ key }) => changeOf(key, 'listings', old.get(key) ?? '', young.get(key) ?? ''))
}

function listingTexts({ listings }: PlanDocument): Map<string, string> {
  const byProject = Map.groupBy(listings, ({ projectKey }) => projectKey)
  return new Map(
    [...byProject].map(([key, own]) => [key, own.map(({ number, isRelisting }) => (isRelisting ? `${number}【再掲】` : number)).join('、')]),
  )
}

function changeOf(projectKey: string | null, field: string, before: string, after: string): FieldChange[] {
  return before === after ? [] : [{ projectKey, field, before, after }]
}

/** True when two lists of owners name the same ones in the same order. */
export function hasSameOwners(one: Project | undefined, other: Project): boolean {
  return one !== undefined && ownersText(one.owners) === ownersText(other.owners)
}
