import { rowsOf, type City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import { facts, planSubject } from '../facts.ts'
import { freePlanKey } from '../store/plan-keys.ts'
import { insertRows, updateRows, plan } from '../store/rows.ts'
import { saveDocument } from '../store/save-document.ts'
import { documentOfPack } from './pack-document.ts'
import { seedOwners } from './pack-owners.ts'
import { seedRounds } from './pack-rounds.ts'
import { type PackRow, type PlanPack, readPlanPack, valueIn, wordsOfColumns, wordsOfPhrase } from './pack.ts'

/** Lays out the plan of the city's folder in a demo city. A city of its own starts empty and imports its plan. */
export async function seedPlan(tx: Tx, city: City, { isDemo }: SeedWishes): Promise<void> {
  // Spellings of units belong to the organisation, which an empty city has too.
  await insertRows(tx, 'plan.unit_alias', aliasesIn(city))
  await insertRows(tx, 'plan.direction', directionsIn(city))
  const pack = isDemo ? readPlanPack(city) : undefined
  if (pack === undefined) return
  const document = documentOfPack(pack)
  const key = await freePlanKey(tx, document)
  await saveDocument(tx, { planKey: key, document, cause: 'seed', reference: `cities/${city.key}/plan` })
  await seedOwners(tx, key, pack)
  await seedWords(tx, key, pack)
  await seedFigures(tx, key, pack)
  await seedContributions(tx, key, pack)
  await seedMarkRules(tx, key, pack)
  await seedRounds(tx, city, key, document)
  const { reportYear: year, projects } = document
  tx.publish(facts.planSeeded, planSubject(key), { plan: key, year, projects: projects.length })
}

function aliasesIn(city: City) {
  return rowsOf(city, 'units.csv').flatMap((row) =>
    (row.aliases ?? '').split(';').filter(Boolean).map((name) => ({ name, unit_code: valueIn(row, 'code') })),
  )
}

/** Directions that a project may take next; a city without such a table has none to choose. */
function directionsIn(city: City) {
  return rowsOf(city, 'plan/directions.csv').map((row) => ({
    key: valueIn(row, 'key'), position: Number(valueIn(row, 'order')), label: valueIn(row, 'label'), words: { label: wordsOfColumns(row, 'label') },
  }))
}

async function seedWords(tx: Tx, plan_key: string, pack: PlanPack): Promise<void> {
  await seedPlanWords(tx, plan_key, pack)
  const { plan: own } = pack
  const named = (row: PackRow, ...columns: readonly string[]) => ({
    plan_key,
    key: valueIn(row, 'key'),
    words: Object.fromEntries(columns.map((column) => [column, wordsOfColumns(row, column)])),
  })
  await updateRows(tx, 'plan.branch', ['plan_key', 'key'], pack.branches.map((row) => named(row, 'name')))
  await updateRows(tx, 'plan.project', ['plan_key', 'key'], pack.projects.map((row) => named(row, 'name', 'purpose')))
  const steps = pack.scales.map((row) => ({ ...named(row, 'label'), scale: valueIn(row, 'scale') }))
  await updateRows(tx, 'plan.scale_step', ['plan_key', 'scale', 'key'], steps)
  const year = own.reportYear
  const sections = own.sections.map(({ key, heading, body }) => ({
    plan_key, year, key, words: { heading: wordsOfPhrase(heading), body: wordsOfPhrase(body) },
  }))
  await updateRows(tx, 'plan.section', ['plan_key', 'year', 'key'], sections)
  const indicators = pack.indicators.map((row) => ({
    plan_key, year, number: Number(row.number), words: { name: wordsOfColumns(row, 'name') },
  }))
  await updateRows(tx, 'plan.indicator', ['plan_key', 'year', 'number'], indicators)
}

async function seedPlanWords(tx: Tx, plan_key: string, { plan: own }: PlanPack): Promise<void> {
  const principle = own.principle === null ? {} : { principle: wordsOfPhrase(own.principle) }
  const settings = { principle: own.principle?.ja ?? '', is_demo: own.isDemo, words: { title: wordsOfPhrase(own.title), ...principle } }
  await tx.run(plan.updateTable('plan.plan').set(settings).where('key', '=', plan_key))
  const levels = own.levels.map((level, position) => ({ plan_key, position, words: { name: wordsOfPhrase(level) } }))
  await updateRows(tx, 'plan.level', ['plan_key', 'position'], levels)
  const scales = Object.entries(own.scaleHeadings).map(([name, heading]) => ({ plan_key, name, words: { heading: wordsOfPhrase(heading) } }))
  await updateRows(tx, 'plan.scale', ['plan_key', 'name'], scales)
}

async function seedMarkRules(tx: Tx, plan_key: string, { markRules }: PlanPack): Promise<void> {
  const rows = markRules.map((row) => ({
    plan_key, scale: valueIn(row, 'scale'), kind: valueIn(row, 'kind'), step: valueIn(row, 'step'),
    at_least_percent: valueIn(row, 'atLeastPercent'), source: valueIn(row, 'source'),
  }))
  await insertRows(tx, 'plan.mark_rule', rows)
}

async function seedFigures(tx: Tx, plan_key: string, { figures }: PlanPack): Promise<void> {
  const rows = figures.map((row) => ({
    plan_key,
    project_key: valueIn(row, 'project'),
    year: row.fiscalYear ? Number(row.fiscalYear) : null,
    kind: valueIn(row, 'kind'),
    name: valueIn(row, 'name'),
    value: valueIn(row, 'value'),
    unit: row.unit ?? '',
    as_of: row.asOf ?? '',
    source: row.source ?? '',
    words: { name: wordsOfColumns(row, 'name'), unit: wordsOfColumns(row, 'unit') },
  }))
  await insertRows(tx, 'plan.figure', rows)
}

async function seedContributions(tx: Tx, plan_key: string, { plan: own }: PlanPack): Promise<void> {
  const upper = own.upperPlan
  if (upper === null) return
  const rows = upper.contributions.map(({ path }, position) => ({
    plan_key,
    position,
    upper_title: upper.title.ja,
    path: path.map(({ number, name }) => ({ number, name: name.ja, words: { name: wordsOfPhrase(name) } })),
    words: { title: wordsOfPhrase(upper.title) },
  }))
  await insertRows(tx, 'plan.contribution', rows)
}
