import { listDistricts } from '#capabilities/notices/notices.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { placesOf, type EvacuationOrder, type OrderKind } from '../rules/orders.ts'
import { HAZARD_NAMES, LEVEL_WORDS, dutyWords as words } from '../text/duty-words.ts'
import { orderWords } from '../text/order-words.ts'

export const KIND_WORDS: Readonly<Record<OrderKind, Phrase<never>>> = {
  issue: orderWords.kindIssue, update: orderWords.kindUpdate, lower: orderWords.kindLower, cancel: orderWords.kindCancel, tell: orderWords.kindTell,
}

type Named = Pick<EvacuationOrder, 'kind' | 'hazard' | 'level'>

/** 発令: 土砂災害 レベル4 避難指示. A warning is no evacuation information, and never bears its words. */
export function orderName(voice: Voice, { kind, hazard, level }: Named): string {
  const name = `${voice.plain(KIND_WORDS[kind])}: ${voice.plain(HAZARD_NAMES[hazard])}`
  return `${name} ${kind === 'tell' ? voice.plain(words.levelNumber, { level }) : voice.plain(LEVEL_WORDS[level])}`
}

/** 井田川地区、安坂山町 (7町): whole districts by their name. */
export async function placesText(voice: Voice, tx: Tx, towns: readonly string[]): Promise<string> {
  const known = placesOf(await listDistricts(tx), towns).map((place) => voice.plain(place))
  return `${known.join('、')} (${voice.plain(words.townsCount, { count: towns.length })})`
}
