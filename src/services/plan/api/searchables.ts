import { changedBy, type Searchable, type SearchDocument } from '#capabilities/search/search.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { phrases } from '#kernel/text/text.ts'
import { facts } from '../facts.ts'
import { printedOwner, type Project } from '../model.ts'
import { PlanLinks } from '../pages/links.ts'
import { findPublicReport, listPlans, type PlanEntry, type PublicReport } from '../store/catalogue.ts'
import { loadWords, type OtherLanguage, type PlanWords } from '../store/words.ts'

const words = phrases({
  projects: { ja: '{計画|けいかく}の{事業|じぎょう}', 'ja-x-yasashii': '{計画|けいかく}の {事業|じぎょう}', en: 'Projects of the plan', pt: 'Projetos do plano' },
  texts: { ja: '{計画|けいかく}と{報告|ほうこく}の{文章|ぶんしょう}', 'ja-x-yasashii': '{計画|けいかく}の {文章|ぶんしょう}', en: 'Texts of the plan and its report', pt: 'Textos do plano e do relatório' },
})

/** Facts after which a whole report may read otherwise. */
const everything = () => 'all' as const
const WHOLE_CHANGES = [
  changedBy(facts.planSeeded, everything),
  changedBy(facts.imported, everything),
  changedBy(facts.reportFileApplied, everything),
  changedBy(facts.yearOpened, everything),
  changedBy(facts.reportPublished, everything),
]

/** The projects of every plan as residents see them: as last published, else as they stand. */
export const projectSearchable: Searchable = searchableOf({
  kind: 'plan-projects',
  title: words.projects,
  changes: [
    ...WHOLE_CHANGES,
    changedBy(facts.sheetEdited, ({ body }) => keysOf(body.plan, body.project)),
    changedBy(facts.versionTakenBack, ({ body }) => keysOf(body.plan, body.project)),
  ],
  documentsOf: (shown) => shown.report.document.projects.map((project) => projectDocument(shown, project)),
})

/** What is said of a plan as a whole: its position, results, reflections; and its indicators. */
export const planTextSearchable: Searchable = searchableOf({
  kind: 'plan-texts',
  title: words.texts,
  changes: [
    ...WHOLE_CHANGES,
    changedBy(facts.sheetEdited, ({ body }) => (body.project === null ? 'all' : [])),
    changedBy(facts.versionTakenBack, ({ body }) => (body.project === null ? 'all' : [])),
  ],
  documentsOf: textDocuments,
})

function keysOf(planKey: string, project: string | null): readonly string[] {
  return project === null ? [] : [`${planKey}/${project}`]
}

/** A report as it is public, with its names in the other languages. */
interface ShownReport {
  readonly report: PublicReport
  readonly links: PlanLinks
  readonly words: ReadonlyMap<OtherLanguage, PlanWords>
}

interface PlanSearchable extends Pick<Searchable, 'kind' | 'title' | 'changes'> {
  readonly documentsOf: (shown: ShownReport) => readonly SearchDocument[]
}

/** A city's plans are few and held in memory, so that every page is cut from all documents. */
function searchableOf({ documentsOf, ...terms }: PlanSearchable): Searchable {
  const all = async (tx: Tx) => {
    const documents = (await listShownReports(tx)).flatMap(documentsOf)
    return documents.toSorted((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
  }
  return {
    ...terms,
    async list(tx, { after, limit }) {
      const documents = await all(tx)
      const from = after === null ? 0 : documents.findIndex(({ key }) => Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0)
      return from < 0 ? [] : documents.slice(from, from + limit)
    },
    async load(tx, keys) {
      const wanted = new Set(keys)
      return (await all(tx)).filter(({ key }) => wanted.has(key))
    },
  }
}

async function listShownReports(tx: Tx): Promise<ShownReport[]> {
  const plans = await listPlans(tx)
  const shownPlans = plans.filter(({ reports }) => reports.length > 0)
  const found = await Promise.all(shownPlans.map((plan) => findShownReport(tx, plan, shownPlans)))
  return found.filter((shown) => shown !== undefined)
}

const OTHER_LANGUAGES: readonly OtherLanguage[] = ['ja-x-yasashii', 'en', 'pt']

async function findShownReport(tx: Tx, plan: PlanEntry, plans: readonly PlanEntry[]): Promise<ShownReport | undefined> {
  const report = await findPublicReport(tx, plans, { planKey: plan.key })
  if (report === undefined) return undefined
  const names = OTHER_LANGUAGES.map(async (language) => [language, await loadWords(tx, plan.key, report.document.reportYear, language)] as const)
  return { report, links: new PlanLinks(plan, plans), words: new Map(await Promise.all(names)) }
}

function projectDocument({ report: { plan, document }, links, words: names }: ShownReport, project: Project): SearchDocument {
  const { key, name, purpose, outline, sheet, owners, years } = project
  const numbers = document.listings.filter(({ projectKey }) => projectKey === key).map(({ number }) => number)
  const texts = [purpose, outline, sheet.results, sheet.outcomes, sheet.periodStatus, ...owners.map(printedOwner), ...years.map(({ note }) => note)]
  return {
    key: `${plan.key}/${key}`,
    title: name,
    reading: [key, ...numbers].join('\n'),
    text: texts.filter((text) => text !== '').join('\n'),
    href: links.project(key),
    audience: 'everyone',
    otherLanguages: inOtherLanguages(names, { title: `projects/${key}/name`, text: `projects/${key}/purpose` }),
  }
}

function textDocuments({ report: { plan, document }, links, words: names }: ShownReport): readonly SearchDocument[] {
  const href = links.report(document.reportYear)
  const sections = document.sections.filter(({ body }) => body !== '').map(({ key, heading, body }): SearchDocument => ({
    key: `${plan.key}/section/${key}`,
    title: heading, text: body, href, audience: 'everyone',
    otherLanguages: inOtherLanguages(names, { title: `sections/${key}/heading`, text: `sections/${key}/body` }),
  }))
  const indicators = document.indicators.filter(({ isSet }) => isSet).map(({ number, name, unit, baseline, actual, target }): SearchDocument => ({
    key: `${plan.key}/indicator/${number}`,
    title: name, text: [baseline, actual, target].map((value) => `${value}${unit}`).join('\n'), href, audience: 'everyone',
    otherLanguages: inOtherLanguages(names, { title: `indicators/${number}/name` }),
  }))
  return [...sections, ...indicators]
}

interface Addresses {
  readonly title: string
  readonly text?: string
}

function inOtherLanguages(names: ShownReport['words'], addresses: Addresses): NonNullable<SearchDocument['otherLanguages']> {
  const known = [...names].flatMap(([language, of]) => {
    const title = of.get(addresses.title)
    const text = addresses.text === undefined ? undefined : of.get(addresses.text)
    return title === undefined ? [] : [[language, { title, ...(text === undefined ? {} : { text }) }] as const]
  })
  return Object.fromEntries(known)
}
