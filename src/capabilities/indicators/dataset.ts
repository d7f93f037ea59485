import type { Dataset, DatasetColumn, DatasetRecord } from '#capabilities/open-data/open-data.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { fiscalYearOf } from '#kernel/values/fiscal-year.ts'
import { datasetWords } from './dataset-words.ts'
import { listFigures } from './indicators.ts'

const column = (name: string, title: DatasetColumn['title'], type: DatasetColumn['type'], from: DatasetColumn['from']): DatasetColumn => ({ name, title, description: title, type, from })

/** Every indicator in every month from the year of its first definition on, for everyone to reckon with. */
export const figuresDataset: Dataset = {
  id: 'indicators',
  title: datasetWords.title,
  description: datasetWords.description,
  keywords: [datasetWords.indicators, datasetWords.evaluation],
  frequency: 'continuous',
  columns: [
    column('指標ID', datasetWords.key, 'text', ['indicators.indicator.key']),
    column('指標名', datasetWords.name, 'text', ['indicators.indicator.title']),
    column('単位', datasetWords.unit, 'text', ['indicators.indicator.unit']),
    column('月', datasetWords.month, 'text', ['indicators.sums.period']),
    column('値', datasetWords.value, 'number', 'computed'),
    column('記録件数', datasetWords.facts, 'whole-number', ['indicators.sums.facts']),
    column('定義の版', datasetWords.version, 'whole-number', ['indicators.definition.version']),
  ],
  rows: rowsOf,
  // Counted a moment after the facts: what is kept would miss that moment.
  emptiedBy: [],
}

/** Fiscal years that are looked back over; no plan of a city runs longer. */
const YEARS = 10

async function* rowsOf(tx: Tx): AsyncIterable<DatasetRecord> {
  const last = fiscalYearOf(tx.today)
  for (let fiscalYear = last - YEARS + 1; fiscalYear <= last; fiscalYear++) {
    for (const { indicator, months } of await listFigures(tx, { fiscalYear })) {
      for (const { month, value, facts, version } of months) {
        if (version === null || value === null) continue
        yield { 指標ID: indicator.key, 指標名: officialVoice.plain(indicator.title), 単位: officialVoice.plain(indicator.unit), 月: month, 値: value, 記録件数: facts, 定義の版: version }
      }
    }
  }
}
