import { allAt, at, childrenOf, wordAt } from './walk.ts'
import type { XmlElement } from './xml-tree.ts'

/** Elements that bring sentences for people. */
const SENTENCES: ReadonlySet<string> = new Set(['Text', 'Notice', 'Comment', 'Appendix', 'NextAdvisory', 'FreeFormComment', 'Sentence'])
const SENTENCES_SHOWN = 60

/** What the body says in words, in its order, each once. */
export function sentencesOf(tree: XmlElement): string[] {
  const found = new Set<string>()
  collect(at(tree, 'Body'), found)
  return [...found].slice(0, SENTENCES_SHOWN)
}

/** How dangerous a forecast says it may become in an area: of each sort of danger the worst stretch of time. */
export interface ForecastDanger {
  readonly danger: string
  readonly name: string
  readonly code: string
  readonly from: string
}

/** 時系列情報 for the city: danger codes rise with the danger, so the highest is the worst. */
export function dangersOf(tree: XmlElement, areaCodes: ReadonlySet<string>): ForecastDanger[] {
  const series = allAt(tree, 'Body', 'MeteorologicalInfos', 'TimeSeriesInfo')
  return series.flatMap((one) => {
    const times = new Map(allAt(one, 'TimeDefines', 'TimeDefine').map((time) => [time.attributes.timeId ?? '', wordAt(time, 'DateTime')]))
    const items = childrenOf(one, 'Item').filter((item) => areaCodes.has(wordAt(item, 'Area', 'Code')))
    return items.flatMap((item) => allAt(item, 'Kind', 'Property')).flatMap((property) => worstOf(property, times))
  })
}

function worstOf(property: XmlElement, times: ReadonlyMap<string, string>): ForecastDanger[] {
  const told = [...allAt(property, 'SignificancyPart', 'Base', 'Significancy'), ...allAt(property, 'SignificancyPart', 'Base', 'Local', 'Significancy')]
  const ranked = told.map((each) => ({ code: wordAt(each, 'Code'), name: wordAt(each, 'Name'), from: times.get(each.attributes.refID ?? '') ?? '' }))
  const worst = ranked.toSorted((a, b) => Number(b.code) - Number(a.code))[0]
  return worst === undefined ? [] : [{ danger: wordAt(property, 'Type'), ...worst }]
}

function collect(element: XmlElement | undefined, found: Set<string>): void {
  if (element === undefined) return
  if (SENTENCES.has(element.name) && element.text !== '') found.add(element.text)
  for (const child of element.children) collect(child, found)
}
