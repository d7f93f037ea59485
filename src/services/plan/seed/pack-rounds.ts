import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts, planSubject } from '../facts.ts'
import type { PlanDocument } from '../model.ts'
import { levelsOf } from '../rules/round-roles.ts'
import { CalendarFault, readCalendar } from '../rules/round-calendar.ts'
import { stageAfter, type Stage } from '../rules/rounds.ts'
import { listOwners } from '../store/owners.ts'
import { insertRounds, keepSteps, openRoundWith, type NewStep, type PlannedRound } from '../store/rounds.ts'
import { listAllUnits } from '../store/units.ts'

/** The rounds of a year as the city's calendar says. Throws CityPackFault, naming file and line. */
export function roundsOfYear(city: City, planKey: string, year: number): PlannedRound[] {
  try {
    return readCalendar(rowsOf(city, 'plan/rounds.csv')).map(({ key, kind, name, others, days, fields }, position) => ({
      planKey, year, key, position, kind, name, words: { name: others }, ...days(year), fields,
    }))
  } catch (cause) {
    throw cause instanceof CalendarFault ? new CityPackFault(`cities/${city.key}/${cause.message}`) : cause
  }
}

/**
 * A year-end round in full swing. The demo's report is of a year long past; its round is laid around the day on which
 * the city is opened, so that some sheets are late, whenever that is.
 */
export async function seedRounds(tx: Tx, city: City, planKey: string, document: PlanDocument): Promise<void> {
  const { reportYear: year, projects } = document
  const rounds = roundsOfYear(city, planKey, year)
  const running = rounds.find(({ kind }) => kind === 'year-end')
  if (running === undefined) return
  const day = (days: number) => tx.today.add({ days })
  const now = { ...running, opensOn: day(-16), writeBy: day(-3), sectionBy: day(-1), departmentBy: day(4), officeBy: day(8) }
  await insertRounds(tx, rounds.map((round) => (round === running ? now : round)))
  await openRoundWith(tx, now, projects.map(({ key }) => key))
  tx.publish(facts.roundOpened, planSubject(planKey), { plan: planKey, year, round: now.key, kind: now.kind, sheets: projects.length })
  const [owners, units] = await Promise.all([listOwners(tx, planKey), listAllUnits(tx)])
  const steps = projects.flatMap(({ key: projectKey }, index) => {
    const codes = owners.flatMap((owner) => (owner.projectKey === projectKey && owner.unitCode !== null ? [owner.unitCode] : []))
    return stepsOf({ planKey, year, roundKey: now.key, projectKey }, stagesTo(BELIEVABLE[index % BELIEVABLE.length] ?? 'draft', levelsOf(codes, units)))
  })
  // One after the other: a sheet's way is told in its order.
  await keepSteps(tx, steps)
}

/** How sheets stand in the third week of such a round; the first lines of a plan stay drafts, to be tried out. */
const BELIEVABLE: readonly Stage[] = [
  'draft', 'draft', 'draft', 'draft', 'draft', 'draft', 'draft', 'draft', 'draft', 'draft', 'draft', 'draft', 'section', 'department', 'office',
  'section', 'section', 'office', 'accepted', 'accepted', 'department', 'draft', 'office', 'section', 'department', 'accepted', 'section', 'draft', 'office', 'draft',
]

function stagesTo(wanted: Stage, levels: ReturnType<typeof levelsOf>): Stage[] {
  const stages: Stage[] = ['draft']
  for (let next: Stage = 'draft'; next !== wanted && next !== 'accepted'; stages.push(next)) {
    next = stageAfter(next as 'draft' | 'section' | 'department' | 'office', levels)
  }
  return stages
}

function stepsOf(sheet: Pick<NewStep, 'planKey' | 'year' | 'roundKey' | 'projectKey'>, stages: readonly Stage[]): NewStep[] {
  return stages.slice(1).map((to, index) => ({ ...sheet, act: index === 0 ? 'submit' : 'approve', from: stages[index] as Stage, to, comment: '', forName: '' }))
}
