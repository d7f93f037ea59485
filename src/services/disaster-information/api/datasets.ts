import type { Dataset, DatasetColumn, DatasetRecord } from '#capabilities/open-data/open-data.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { DISASTER_CHANGES } from '../facts.ts'
import { HAZARD_HEADINGS, STANDARD_HAZARD_PREFIX } from '../rules/shelter-columns.ts'
import { SHELTER_HAZARDS } from '../rules/shelters.ts'
import { listOpenShelters, listShelters } from '../store/shelters.ts'
import { shelterDataWords as words } from '../text/shelter-data-words.ts'
import { HAZARD_WORDS } from '../text/shelter-words.ts'

const TABLE = 'disaster_information.shelter'

function column(name: string, title: DatasetColumn['title'], from: string, type: DatasetColumn['type'] = 'text'): DatasetColumn {
  return { name, title, description: title, type, from: [from] }
}

/** 自治体標準オープンデータセット 指定緊急避難場所一覧, in its own headings; a blank hazard is "not designated". */
export const sheltersDataset: Dataset = {
  id: 'evacuation-sites',
  title: words.sheltersTitle,
  description: words.sheltersBody,
  keywords: [words.keyword],
  frequency: 'irregular',
  emptiedBy: DISASTER_CHANGES,
  columns: [
    column('ID', words.id, `${TABLE}.id`),
    column('名称', words.name, `${TABLE}.name`),
    column('名称_カナ', words.kana, `${TABLE}.name_kana`),
    column('名称_英字', words.english, `${TABLE}.name_en`),
    column('所在地_連結表記', words.address, `${TABLE}.address`),
    column('緯度', words.latitude, `${TABLE}.latitude`, 'number'),
    column('経度', words.longitude, `${TABLE}.longitude`, 'number'),
    ...SHELTER_HAZARDS.map((hazard) => column(STANDARD_HAZARD_PREFIX + HAZARD_HEADINGS[hazard], HAZARD_WORDS[hazard], `${TABLE}.hazards`)),
    column('指定避難所との重複', words.isShelterToo, `${TABLE}.kinds`),
    column('想定収容人数', words.capacity, `${TABLE}.capacity`, 'whole-number'),
    column('備考', words.note, `${TABLE}.note`),
  ],
  rows: async (tx) =>
    (await listShelters(tx)).map(({ id, name, address, point, hazards, kinds, capacity, note }) => ({
      ID: id, 名称: name.written, 名称_カナ: katakana(name.kana), 名称_英字: name.en || name.romaji, 所在地_連結表記: address,
      緯度: point?.latitude ?? null, 経度: point?.longitude ?? null,
      ...Object.fromEntries(SHELTER_HAZARDS.map((hazard) => [STANDARD_HAZARD_PREFIX + HAZARD_HEADINGS[hazard], hazards.includes(hazard) ? '1' : ''])),
      指定避難所との重複: kinds.includes('shelter') ? '1' : '', 想定収容人数: capacity, 備考: note,
    })),
}

const OPENING = 'disaster_information.shelter_opening'

/** Which of them are open now: of the real night only, never of a drill. */
export const openSheltersDataset: Dataset = {
  id: 'open-shelters',
  title: words.openTitle,
  description: words.openBody,
  keywords: [words.keyword],
  frequency: 'continuous',
  emptiedBy: DISASTER_CHANGES,
  columns: [
    column('ID', words.id, `${TABLE}.id`),
    column('名称', words.name, `${TABLE}.name`),
    column('開設日時', words.openedAt, `${OPENING}.opened_at`),
    column('避難者数', words.occupants, `${OPENING}.occupants`, 'whole-number'),
    column('想定収容人数', words.capacity, `${TABLE}.capacity`, 'whole-number'),
    column('満員', words.isFull, `${OPENING}.is_full`, 'boolean'),
    column('ペット受入', words.takesPets, `${OPENING}.takes_pets`, 'boolean'),
    column('更新日時', words.changedAt, `${OPENING}.changed_at`),
  ],
  rows: openRows,
}

async function openRows(tx: Tx): Promise<DatasetRecord[]> {
  return (await listOpenShelters(tx, 'live')).map(({ id, name, capacity, takesPets, opening }) => ({
    ID: id, 名称: name.written, 開設日時: opening.openedAt.toString(), 避難者数: opening.occupants, 想定収容人数: capacity, 満員: opening.isFull,
    ペット受入: opening.takesPets ?? takesPets, 更新日時: opening.changedAt.toString(),
  }))
}

/** The standard writes readings in katakana. */
function katakana(kana: string): string {
  return kana.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
}
