import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import { statement } from './rows.ts'

export type OtherLanguage = Exclude<Language, 'ja'>

/** Names in other languages, as the columns called words hold them. A missing one is said in Japanese. */
export type Words = Readonly<Record<string, Readonly<Partial<Record<OtherLanguage, string>>>>>

/** Names of a plan's things in one language, by address, e.g. `branches/1-3/name`. */
export type PlanWords = ReadonlyMap<string, string>

/** All names of a plan in a language, in one query; none for Japanese, which the documents speak themselves. */
export async function loadWords(tx: Tx, planKey: string, year: number, language: Language): Promise<PlanWords> {
  const names = new Map<string, string>()
  if (language === 'ja') return names
  for (const { address, words } of await tx.list(wordsQuery(planKey, year))) {
    for (const [name, texts] of Object.entries(words)) {
      const text = texts[language]
      if (text) names.set(`${address}/${name}`, text)
    }
  }
  return names
}

function wordsQuery(planKey: string, year: number) {
  return statement(sql<{ address: string; words: Words }>`
    select 'plan' as address, words from plan.plan where key = ${planKey} and words <> '{}'
    union all select 'levels/' || position, words from plan.level where plan_key = ${planKey} and words <> '{}'
    union all select 'scales/' || name, words from plan.scale where plan_key = ${planKey} and words <> '{}'
    union all select 'steps/' || scale || '/' || key, words from plan.scale_step where plan_key = ${planKey} and words <> '{}'
    union all select 'branches/' || key, words from plan.branch where plan_key = ${planKey} and words <> '{}'
    union all select 'projects/' || key, words from plan.project where plan_key = ${planKey} and words <> '{}'
    union all select 'sections/' || key, words from plan.section where plan_key = ${planKey} and year = ${year} and words <> '{}'
    union all select 'indicators/' || number, words from plan.indicator
      where plan_key = ${planKey} and year = ${year} and words <> '{}'
    union all select 'units/' || name, jsonb_build_object('name', jsonb_build_object('en', name_en, 'pt', name_pt)) from kernel.unit`)
}
