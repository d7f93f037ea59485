import type { Dataset, DatasetColumn, DatasetRecord } from '#capabilities/open-data/open-data.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { municipalityCode } from '#kernel/values/municipality-code.ts'
import { GUIDE_CHANGES } from '../facts.ts'
import { sortByReading } from '../rules/fifty-sounds.ts'
import { NATIONAL_COLUMNS, nationalRows } from '../rules/national-standard.ts'
import { loadGuide } from '../store/guide.ts'
import { dataWords } from '../text/data-words.ts'

const [CODE, ID, ITEM, CLASS, NOTE] = NATIONAL_COLUMNS

function column(name: string, title: DatasetColumn['title'], from: DatasetColumn['from']): DatasetColumn {
  return { name, title, description: title, type: 'text', from }
}

/** 自治体標準オープンデータセット ごみ, one row for each way of each thing. */
export const itemsDataset: Dataset = {
  id: 'garbage-items',
  title: dataWords.itemsTitle,
  description: dataWords.itemsBody,
  keywords: [dataWords.keyword],
  frequency: 'continuous',
  emptiedBy: GUIDE_CHANGES,
  columns: [
    column(CODE, dataWords.municipality, ['garbage_guide.edition.municipality_code']),
    column(ID, dataWords.id, ['garbage_guide.item.key']),
    column(ITEM, dataWords.item, ['garbage_guide.item.name', 'garbage_guide.way.size']),
    column(CLASS, dataWords.class, ['garbage_guide.waste_class.name']),
    column(NOTE, dataWords.note, ['garbage_guide.way.note']),
  ],
  rows: async (tx) => {
    const { items, classes, municipalityCode: code } = await loadGuide(tx)
    if (items.length === 0) return []
    const [, ...rows] = nationalRows(sortByReading(items), classes, municipalityCode(code))
    return rows.map((cells) => Object.fromEntries(NATIONAL_COLUMNS.map((name, index) => [name, cells[index] ?? ''])))
  },
}

export const collectionDaysDataset: Dataset = {
  id: 'garbage-collection-days',
  title: dataWords.daysTitle,
  description: dataWords.daysBody,
  keywords: [dataWords.keyword],
  frequency: 'annual',
  emptiedBy: GUIDE_CHANGES,
  columns: [
    column('全国地方公共団体コード', dataWords.municipality, ['garbage_guide.edition.municipality_code']),
    column('地区ID', dataWords.districtId, ['garbage_guide.district.key']),
    column('地区', dataWords.district, ['garbage_guide.district.name']),
    column('町名', dataWords.towns, ['garbage_guide.district_town.town']),
    column('分別区分', dataWords.class, ['garbage_guide.waste_class.name']),
    column('収集日', dataWords.days, ['garbage_guide.district_day.days']),
  ],
  rows: collectionDayRows,
}

async function collectionDayRows(tx: Tx): Promise<DatasetRecord[]> {
  const { districts, classes, municipalityCode: code } = await loadGuide(tx)
  return districts.flatMap(({ key, name, towns, days }) =>
    classes.flatMap((wasteClass) => {
      const text = days[wasteClass.key]
      if (text === undefined || !wasteClass.isCollected) return []
      return [{ 全国地方公共団体コード: code, 地区ID: key, 地区: name.ja, 町名: towns.join(';'), 分別区分: wasteClass.name.ja, 収集日: text }]
    }),
  )
}
