import { listFigures } from '#capabilities/indicators/indicators.ts'
import type { Figure } from '#capabilities/indicators/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { officialVoice } from '#kernel/text/text.ts'
import type { PlanDocument } from '../model.ts'
import { contradiction, type Contradiction } from '../rules/contradictions.ts'
import { mainNumberOf } from '../rules/fields.ts'
import { isAgainstMeasure } from '../rules/measure-against-mark.ts'
import { loadMarkRule } from './mark-rules.ts'
import { figureText, resultOf } from './measured-figures.ts'

/**
 * Where the mark says one thing and the counted figure another, for all projects or one: an indicator that is met while the
 * project is judged lower, or the reverse. Whether and how a scale judges by numbers is the plan's own data.
 */
export async function listMeasureContradictions(tx: Tx, planKey: string, document: PlanDocument, projectKey?: string): Promise<Contradiction[]> {
  return measureContradictions(tx, planKey, document, await listFigures(tx, { fiscalYear: document.reportYear }), projectKey)
}

/** The same for who has read the figures already. */
export async function measureContradictions(tx: Tx, planKey: string, document: PlanDocument, known: readonly Figure[], projectKey?: string): Promise<Contradiction[]> {
  const year = document.reportYear
  const figures = known.filter((figure) => resultOf(figure, year) !== null)
  if (figures.length === 0) return []
  const rule = await loadMarkRule(tx, planKey, 'achievement')
  if (rule.kind === 'manual') return []
  const scale = document.scales.achievement
  return document.projects.flatMap((project) => {
    const judged = project.sheet.achievement
    if (judged === null || (projectKey !== undefined && project.key !== projectKey)) return []
    return figures.flatMap((figure) => {
      const result = resultOf(figure, year)
      const { indicator } = figure
      if (result === null || !indicator.projects.includes(project.key) || !isAgainstMeasure(judged, result, rule, scale)) return []
      const step = scale.steps.find(({ key }) => key === judged)
      const [value, target] = [result.value, result.target].map((number) => figureText(officialVoice, indicator, number))
      const values = { indicator: officialVoice.plain(indicator.title), value: value ?? '', target: target ?? '', judged: step?.glyph ?? judged }
      return [contradiction('measure-disagrees', project, mainNumberOf(document, project.key), values)]
    })
  })
}
