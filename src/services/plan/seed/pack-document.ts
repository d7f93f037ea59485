import { CityPackFault } from '#kernel/city/city.ts'
import { FORM_SECTIONS, PLAN_SECTION_KEYS, type PlanDocument, type PlanSection, type Project, type Scale, type ScaleName } from '../model.ts'
import { type PackRow, type PlanPack, valueIn } from './pack.ts'

/** What the city's folder says as one document. The texts of the yearly sheets are not in it: they come by import. */
export function documentOfPack(pack: PlanPack): PlanDocument {
  const { plan } = pack
  const scales = { schedule: scaleOf(pack, 'schedule'), achievement: scaleOf(pack, 'achievement') }
  return {
    title: plan.title.ja,
    issuedBy: plan.issuedByPrinted,
    reportYear: plan.reportYear,
    period: plan.period,
    levels: plan.levels.map(({ ja }) => ja),
    scales,
    sections: sectionsOf(pack),
    indicators: pack.indicators.map((row) => ({
      number: Number(valueIn(row, 'number')),
      name: row.name ?? '',
      isSet: row.isSet === 'true',
      unit: row.unit ?? '',
      baseline: row.baseline ?? '',
      actual: row.actual ?? '',
      target: row.target ?? '',
    })),
    branches: pack.branches.map((row) => ({
      key: valueIn(row, 'key'),
      parentKey: row.parent || null,
      number: valueIn(row, 'number'),
      name: valueIn(row, 'name'),
    })),
    projects: projectsOf(pack, scales),
    listings: pack.listings.map((row) => ({
      number: valueIn(row, 'number'),
      branchKey: valueIn(row, 'branch'),
      projectKey: valueIn(row, 'project'),
      isRelisting: row.isRelisting === 'true',
      hasRelistings: row.hasRelistings === 'true',
    })),
  }
}

function scaleOf({ plan, scales }: PlanPack, name: ScaleName): Scale {
  const steps = scales.filter((row) => row.scale === name)
  return {
    name,
    heading: plan.scaleHeadings[name].ja,
    steps: steps.map((row) => ({ key: valueIn(row, 'key'), glyph: valueIn(row, 'glyph'), label: valueIn(row, 'label') })),
  }
}

/** All sections of the form: those the folder does not tell are blank, so that they can be written. */
function sectionsOf({ plan }: PlanPack): PlanSection[] {
  const known = new Map(plan.sections.map(({ key, heading, body }) => [key, { key, heading: heading.ja, body: body.ja }]))
  const contribution = plan.upperPlan?.contributions.map(({ path }) => path.map(({ number, name }) => `${number} ${name.ja}`).join(' '))
  return PLAN_SECTION_KEYS.map((key) => {
    const body = key === 'contribution' ? (contribution?.join('\n') ?? '') : ''
    return known.get(key) ?? { key, heading: FORM_SECTIONS[key], body }
  })
}

function projectsOf(pack: PlanPack, scales: PlanDocument['scales']): Project[] {
  const marks = Map.groupBy(pack.yearMarks, (row) => valueIn(row, 'project'))
  const owners = Map.groupBy(pack.owners, (row) => valueIn(row, 'project'))
  return pack.projects.map((row) => {
    const key = valueIn(row, 'key')
    return {
      key,
      name: valueIn(row, 'name'),
      purpose: row.purpose ?? '',
      outline: row.outline ?? '',
      years: (marks.get(key) ?? []).map((mark) => ({
        year: Number(valueIn(mark, 'year')),
        planned: stepIn(scales.schedule, mark.planned, `year-marks.csv: ${key}, ${mark.year}`),
        actual: null,
        note: mark.note ?? '',
      })),
      owners: (owners.get(key) ?? []).map(printedOwner),
      sheet: {
        year: pack.plan.reportYear,
        results: '',
        outcomes: '',
        periodStatus: '',
        achievement: stepIn(scales.achievement, row.achievement, `projects.csv: ${key}`),
      },
    }
  })
}

export function printedOwner(row: PackRow) {
  return { department: row.department ?? '', section: row.section ?? '', group: row.group ?? '' }
}

function stepIn(scale: Scale, key: string | undefined, place: string): string | null {
  if (!key) return null
  if (!scale.steps.some((step) => step.key === key)) throw new CityPackFault(`plan/${place}: the scale ${scale.name} has no step ${key}`)
  return key
}
