import type { NoticeText, NoticeTexts } from '#capabilities/notices/model.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { MissingSlot, Slots } from './model.ts'
import { composeLines, missingIn, type Composed } from './rules/compose.ts'
import { chainOf } from './rules/keys.ts'
import { listInForce } from './store/templates.ts'

export type { Slots, SlotValue } from './model.ts'

export interface ComposedTexts {
  readonly texts: NoticeTexts
  /** The key whose words these are. */
  readonly key: string
  /** Words for a more general occasion than was asked for, or shorter ones because a slot could not be said. */
  readonly isFallback: boolean
  /** What the asked-for words would also have said, and why it could not be said; missing-slots.ts puts it into words. */
  readonly missing: readonly MissingSlot[]
}

/**
 * The approved words for an occasion, in four languages with the same facts in each. Where a slot's value is missing or
 * cannot be said in one language, the next shorter safe words are taken; undefined where there are none either.
 */
export function composeTexts(tx: Tx, { key, slots }: { readonly key: string; readonly slots: Slots }): Promise<ComposedTexts | undefined> {
  return tx.within('phrasebook', async () => {
    const chain = chainOf(key)
    const inForce = await listInForce(tx, chain)
    const missing = new Map<string, MissingSlot>()
    for (const candidate of chain) {
      const template = inForce.find((one) => one.key === candidate)
      if (template === undefined) continue
      // Also of words that were passed over: what they lacked is why.
      for (const one of missingIn(template.lines, slots, tx.today)) missing.set(one.slot, one)
      const composed = composeLines(template.lines, slots, tx.today)
      if (composed !== undefined) return { texts: textsOf(composed), key: candidate, isFallback: candidate !== key || missing.size > 0, missing: [...missing.values()] }
    }
    return undefined
  })
}

/** The title, then the sentences, in each language. */
export function textsOf({ lines }: Composed): NoticeTexts {
  const textIn = (language: Language): NoticeText => {
    const [title = '', ...sentences] = lines.map((line) => line[language])
    return { title, sentences, origin: 'phrasebook' }
  }
  return Object.fromEntries(LANGUAGES.map((language) => [language, textIn(language)])) as unknown as NoticeTexts
}
