import type { District, NoticeTexts } from '#capabilities/notices/model.ts'
import { composeTexts, type ComposedTexts, type SlotValue } from '#capabilities/phrasebook/phrasebook.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { phraseKeyOf, placesOf, type OrderWish } from '../rules/orders.ts'
import { phraseOfName, type Shelter } from '../rules/shelters.ts'
import { intensityName } from '../text/duty-words.ts'

export interface OrderContents extends OrderWish {
  readonly districts: readonly District[]
  readonly shelters: readonly Shelter[]
  /** The telegram's code, where one caused it; decides the words for an earthquake. */
  readonly kindCode: string
}

export interface ComposedOrder {
  readonly texts: NoticeTexts
  /** More general words than were asked for. */
  readonly isFallback: boolean
  /** What the words do not say in some language, and so not at all. */
  readonly missing: ComposedTexts['missing']
}

/** The approved words for an act, in all four languages; undefined where the phrasebook has none for it. */
export async function composeOrder(tx: Tx, contents: OrderContents): Promise<ComposedOrder | undefined> {
  const { kindCode, hazard, level, towns, districts, shelters } = contents
  const intensity = hazard === 'earthquake' ? intensityName(kindCode) : undefined
  const slots: Record<string, SlotValue> = {
    towns: { kind: 'names', names: placesOf(districts, towns) },
    time: { kind: 'time', at: tx.now },
    level: { kind: 'number', value: level },
    ...(shelters.length === 0 ? {} : { shelters: { kind: 'names', names: shelters.map(({ name }) => phraseOfName(name)) } }),
    ...(intensity === undefined ? {} : { intensity: { kind: 'name', name: intensity } }),
  }
  return composeTexts(tx, { key: phraseKeyOf(contents, kindCode), slots })
}

/** What was written by hand goes before the phrasebook: the officer meant it. */
export function textsOf({ title, body, composed }: { readonly title: string; readonly body: string; readonly composed: ComposedOrder | undefined }): NoticeTexts | undefined {
  if (title.trim() !== '' && body.trim() !== '') return textsByHand(title, body)
  return title.trim() === '' && body.trim() === '' ? composed?.texts : undefined
}

/** What an officer wrote: Japanese only, a sentence a line. The other languages say that it is not translated yet. */
function textsByHand(title: string, body: string): NoticeTexts {
  const sentences = body.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return { ja: { title: title.trim(), sentences, origin: 'human' }, 'ja-x-yasashii': null, en: null, pt: null }
}
