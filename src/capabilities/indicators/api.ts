import { z } from 'zod'
import { json, type Answer } from '#kernel/web/answers.ts'
import { LANGUAGES, Voice, type Language, type Phrase } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { differenceSince, factsBehind, frozen, listFigures } from './indicators.ts'
import type { Figure } from './model.ts'
import { getFigure } from './pages/figure-asked.ts'
import { placeIn } from './pages/facts.ts'
import { yearIn } from './pages/words.ts'

const anything = z.record(z.string(), z.unknown())
export const overviewReply = z.object({ fiscalYear: z.int(), indicators: z.array(anything) })
export const figureReply = anything
export const factsReply = z.object({ key: z.string(), fiscalYear: z.int(), facts: z.array(anything), next: z.string().nullable() })

/** All figures of a fiscal year. */
export async function overviewJson(visit: Visit): Promise<Answer> {
  const fiscalYear = yearIn(visit)
  const figures = await listFigures(visit.tx, { fiscalYear })
  return json({ fiscalYear, indicators: figures.map((figure) => figureJson(figure, visit)) })
}

/** One figure with its categories, definitions and what was set down. */
export async function indicatorJson(visit: Visit): Promise<Answer> {
  const { tx, directory } = visit
  const fiscalYear = yearIn(visit)
  const figure = await getFigure(visit, fiscalYear)
  const set = await frozen(tx, figure.indicator.key, fiscalYear)
  const difference = set === undefined ? null : await differenceSince(tx, set, directory.parts)
  return json({
    fiscalYear,
    ...figureJson(figure, visit),
    categories: figure.categories,
    definitions: figure.indicator.definitions.map(({ version, from, reason, fact, count, where, category }) => ({ version, from, reason: inAllLanguages(reason), fact, count, where, category })),
    setDown: set === undefined || difference === null ? null : {
      revision: set.revision, value: set.value, facts: set.facts, months: set.months, position: set.position, hash: set.hash, at: set.at.toString(),
      difference: { putIn: difference.put.map(({ id, position, hash }) => ({ id, position, hash })), takenOut: difference.taken.map(({ id, position, hash }) => ({ id, position, hash })), isCut: difference.isCut },
    },
  })
}

/** The facts behind a figure, a page at a time; `next` is the address of the next page. Null stands for what is masked. */
export async function factsJson(visit: Visit): Promise<Answer> {
  const { tx, directory, client } = visit
  const fiscalYear = yearIn(visit)
  const { indicator: { key } } = await getFigure(visit, fiscalYear)
  const page = await factsBehind(tx, key, { fiscalYear }, { parts: directory.parts, after: placeIn(visit) })
  const facts = page.facts.map(({ fields, occurredAt, ...fact }) => ({ ...fact, occurredAt: occurredAt.toString(), fields: Object.fromEntries(fields.map(({ field, value }) => [field, value])) }))
  return json({ key, fiscalYear, facts, next: page.next === null ? null : `${client.origin}/evidence/${key}/facts.json?year=${fiscalYear}&after=${page.next}` })
}

function figureJson({ indicator, months, versions, value, facts, countedTo, isComplete }: Figure, { client }: Visit): Record<string, unknown> {
  const { key, service, title, unit, nature, direction, baseline, targets, projects, isDeclared } = indicator
  return {
    key, service, title: inAllLanguages(title), unit: inAllLanguages(unit), nature, direction, baseline, targets, projects, isDeclared,
    value, facts, months,
    versions: versions.map(({ definition, ...version }) => ({ version: definition.version, value: version.value, facts: version.facts, from: version.from, to: version.to })),
    countedTo, isComplete,
    page: `${client.origin}/evidence/${key}`,
  }
}

/** Plain texts without readings, by language. */
function inAllLanguages(phrase: Phrase<never>): Record<Language, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, VOICES[language].plain(phrase)])) as Record<Language, string>
}

const VOICES = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Voice({ language, hasFurigana: false, textSize: 'standard' })]),
) as Readonly<Record<Language, Voice>>
