import type { Owner, PlanDocument, ScaleName } from '../model.ts'
import { readPeriod } from './cover-sheet.ts'
import type { FieldPath } from './fields.ts'
import {
  type Draft,
  type DraftProject,
  type EditRefusal,
  assign,
  writeNotes,
  writeOwner,
  writeOwners,
} from './draft-values.ts'
import { stepOf } from './marks.ts'
import { readPrintedNumber } from './numbers.ts'
import { readYearLabel } from './years.ts'

/** A copy of a plan that takes edits as a clerk types them, each at the address that `fields.ts` reads. */
export class PlanDraft {
  readonly #plan: Draft<PlanDocument>
  readonly #projects: Map<string, DraftProject>

  constructor(document: PlanDocument) {
    this.#plan = structuredClone(document) as Draft<PlanDocument>
    this.#projects = new Map(this.#plan.projects.map((project) => [project.key, project]))
  }

  get document(): PlanDocument {
    return this.#plan
  }

  /** Stores a value, or says why it cannot stand there and stores nothing. */
  write(path: FieldPath, value: string): EditRefusal | null {
    const parts = path.split('/')
    switch (parts[0]) {
      case 'projects':
        return this.#writeProject(parts, value.trim())
      case 'listings':
        return this.#writeListing(parts[1] as string, parts[2] as 'number' | 'repetition' | 'project', value.trim())
      case 'scales':
        return this.#writeScale(parts[1] as ScaleName, parts[2] as string, parts[3] as 'glyph' | 'label', value.trim())
      case 'plan':
        return this.#writePlan(parts[1] as 'title' | 'issuedBy' | 'reportYear' | 'period', value.trim())
      default:
        return this.#writePart(parts, value.trim())
    }
  }

  #writePart(parts: readonly string[], value: string): EditRefusal | null {
    if (parts[0] === 'branches')
      return assign(
        this.#plan.branches.find(({ key }) => key === parts[1]),
        'name',
        value,
      )
    if (parts[0] === 'sections')
      return assign(
        this.#plan.sections.find(({ key }) => key === parts[1]),
        'body',
        value,
      )
    const indicator = this.#plan.indicators.find(({ number }) => number === Number(parts[1]))
    return assign(indicator, parts[2] as 'name' | 'unit' | 'baseline' | 'actual' | 'target', value)
  }

  #writePlan(part: 'title' | 'issuedBy' | 'reportYear' | 'period', value: string): EditRefusal | null {
    if (part === 'period') {
      const period = readPeriod(value)
      if (!period) return 'period-form'
      this.#plan.period = { ...period }
      return null
    }
    if (part !== 'reportYear') return assign(this.#plan, part, value)
    const year = readYearLabel(value)
    if (year === null) return 'unknown-year'
    this.#plan.reportYear = year
    return null
  }

  #writeScale(name: ScaleName, key: string, part: 'glyph' | 'label', value: string): EditRefusal | null {
    const { steps } = this.#plan.scales[name]
    if (value === '') return 'must-not-be-empty'
    if (part === 'glyph' && steps.some((step) => step.key !== key && step.glyph === value)) return 'unknown-mark'
    return assign(
      steps.find((step) => step.key === key),
      part,
      value,
    )
  }

  #writeProject(parts: readonly string[], value: string): EditRefusal | null {
    const project = this.#projects.get(parts[1] as string)
    if (!project) return 'unknown-place'
    switch (parts[2]) {
      case 'years':
        return this.#writeYear(project, Number(parts[3]), parts[4] as 'planned' | 'note', value)
      case 'notes':
        return writeNotes(project, value)
      case 'owners':
        return parts[3] === undefined
          ? writeOwners(project, value)
          : writeOwner(project, Number(parts[3]), parts[4] as keyof Owner, value)
      case 'sheet':
        if (parts[3] === 'achievement')
          return this.#writeMark('achievement', value, (key) => (project.sheet.achievement = key))
        return assign(project.sheet, parts[3] as 'results' | 'outcomes' | 'periodStatus', value)
      case 'name':
        return value === '' ? 'must-not-be-empty' : assign(project, 'name', value)
      default:
        return assign(project, parts[2] as 'purpose' | 'outline', value)
    }
  }

  #writeYear(project: DraftProject, year: number, part: 'planned' | 'note', value: string): EditRefusal | null {
    const cell = project.years.find((candidate) => candidate.year === year)
    if (!cell) return 'unknown-year'
    if (part === 'note') return assign(cell, 'note', value)
    return this.#writeMark('schedule', value, (key) => (cell.planned = key))
  }

  /** A mark is typed as its glyph, its label or its key; nothing leaves it open. */
  #writeMark(name: ScaleName, value: string, store: (key: string | null) => void): EditRefusal | null {
    const scale = this.#plan.scales[name]
    const step = scale.steps.find(({ key, label }) => key === value || label === value) ?? stepOf(scale, value)?.step
    if (value !== '' && !step) return 'unknown-mark'
    store(step?.key ?? null)
    return null
  }

  #writeListing(number: string, part: 'number' | 'repetition' | 'project', value: string): EditRefusal | null {
    const listing = this.#plan.listings.find((candidate) => candidate.number === number)
    if (!listing) return 'unknown-place'
    if (part === 'repetition') {
      const mark = value.replace(/[【】()（）\s]/g, '')
      if (!['', '再掲', '再掲有'].includes(mark)) return 'repetition-form'
      listing.isRelisting = mark === '再掲'
      listing.hasRelistings = mark === '再掲有'
      return null
    }
    return part === 'number' ? this.#renumber(listing, value) : this.#relink(listing, value)
  }

  #renumber(listing: Draft<PlanDocument>['listings'][number], value: string): EditRefusal | null {
    const number = readPrintedNumber(value)
    if (!number || number.vision === null) return 'number-form'
    if (this.#plan.listings.some((other) => other !== listing && other.number === number.printed)) return 'number-taken'
    const branchKey = `${number.vision}-${number.direction}`
    if (!this.#plan.branches.some(({ key }) => key === branchKey)) return 'unknown-branch'
    const key = `${branchKey}-${number.item}`
    const project = this.#projects.get(listing.projectKey)
    listing.number = number.printed
    listing.branchKey = branchKey
    if (!project || listing.isRelisting || this.#projects.has(key)) return null
    // A project's key is the path of its main number, so it moves with it.
    this.#projects.delete(project.key)
    for (const other of this.#plan.listings) if (other.projectKey === project.key) other.projectKey = key
    project.key = key
    this.#projects.set(key, project)
    return null
  }

  /** Says by its main number which project a listing belongs to; its own number makes it a project of its own. */
  #relink(listing: Draft<PlanDocument>['listings'][number], value: string): EditRefusal | null {
    const printed = readPrintedNumber(value)?.printed
    const main = this.#plan.listings.find(({ number }) => number === printed)
    if (!main) return 'unknown-listing'
    const before = listing.projectKey
    if (main !== listing) listing.projectKey = main.projectKey
    else if (this.#plan.listings.some((other) => other !== listing && other.projectKey === before))
      this.#separate(listing)
    listing.isRelisting = main !== listing
    const isUsed = this.#plan.listings.some(({ projectKey }) => projectKey === before)
    if (!isUsed) this.#plan.projects = this.#plan.projects.filter(({ key }) => key !== before)
    for (const other of this.#plan.listings) {
      if (!other.isRelisting)
        other.hasRelistings = this.#plan.listings.some(
          (copy) => copy.isRelisting && copy.projectKey === other.projectKey,
        )
    }
    return null
  }

  /** A project of its own begins as a copy of the one it was taken for. */
  #separate(listing: Draft<PlanDocument>['listings'][number]): void {
    const source = this.#projects.get(listing.projectKey)
    const number = readPrintedNumber(listing.number)
    if (!source || !number) return
    const project = { ...structuredClone(source), key: `${listing.branchKey}-${number.item}` }
    this.#projects.set(project.key, project)
    this.#plan.projects.push(project)
    listing.projectKey = project.key
  }
}
