import { z } from 'zod'
import { json, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { PLAN_SECTION_KEYS } from '../model.ts'
import { findPublicReport, listPlans } from '../store/catalogue.ts'

const mark = z.string().nullable()
const step = z.object({ key: z.string(), glyph: z.string(), label: z.string() })
const scale = (name: string) => z.object({ name: z.literal(name), heading: z.string(), steps: z.array(step) })

const project = z.object({
  key: z.string(),
  name: z.string(),
  purpose: z.string(),
  outline: z.string(),
  years: z.array(z.object({ year: z.int(), planned: mark, actual: mark, note: z.string() })),
  owners: z.array(z.object({ department: z.string(), section: z.string(), group: z.string() })),
  sheet: z.object({ year: z.int(), results: z.string(), outcomes: z.string(), periodStatus: z.string(), achievement: mark }),
})

/** Shape of /plan.json: the document of model.ts, and how far its report is. */
export const planJsonShape = z.object({
  title: z.string(),
  issuedBy: z.string(),
  reportYear: z.int(),
  period: z.object({ from: z.int(), to: z.int() }),
  levels: z.array(z.string()),
  scales: z.object({ schedule: scale('schedule'), achievement: scale('achievement') }),
  sections: z.array(z.object({ key: z.enum(PLAN_SECTION_KEYS), heading: z.string(), body: z.string() })),
  indicators: z.array(
    z.object({
      number: z.int(), name: z.string(), isSet: z.boolean(), unit: z.string(), baseline: z.string(), actual: z.string(), target: z.string(),
    }),
  ),
  branches: z.array(z.object({ key: z.string(), parentKey: z.string().nullable(), number: z.string(), name: z.string() })),
  projects: z.array(project),
  listings: z.array(
    z.object({ number: z.string(), branchKey: z.string(), projectKey: z.string(), isRelisting: z.boolean(), hasRelistings: z.boolean() }),
  ),
  publication: z.object({ revision: z.int(), sha256: z.string(), at: z.string() }).nullable(),
})

/** The plan as it was last published, else as it stands; `publication` is null then. 404 without a plan. */
export async function showPlanJson({ tx, query }: Visit): Promise<Answer> {
  const year = /^\d{4}$/.test(query.year ?? '') ? Number(query.year) : undefined
  const report = await findPublicReport(tx, await listPlans(tx), { planKey: query.plan, year })
  if (report === undefined) return json({ title: 'There is no such plan', status: 404 }, 404)
  const { document, publication } = report
  return json({ ...document, publication: publication && { revision: publication.revision, sha256: publication.sha256, at: publication.at.toString() } })
}
