import { queriesOver } from '#kernel/database/queries.ts'
import { manyRowsOf } from '#kernel/database/rows.ts'
import type { Wording } from '../model.ts'
import type { PaymentsTables } from '../tables.ts'

/** The capability's query builder, and rows of many at once. */
export const payments = queriesOver<PaymentsTables>()
export const { insertRows, upsertRows } = manyRowsOf<PaymentsTables>()

interface FourColumns<Prefix extends string> {
  readonly ja: `${Prefix}_ja`
  readonly yasashii: `${Prefix}_yasashii`
  readonly en: `${Prefix}_en`
  readonly pt: `${Prefix}_pt`
}

type Spread<Prefix extends string> = { readonly [Column in FourColumns<Prefix>[keyof FourColumns<Prefix>]]: string }

export function labelColumns({ ja, en, pt, ...rest }: Wording): Spread<'label'> {
  return { label_ja: ja, label_yasashii: rest['ja-x-yasashii'], label_en: en, label_pt: pt }
}

export function labelOf(row: Spread<'label'>): Wording {
  return { ja: row.label_ja, 'ja-x-yasashii': row.label_yasashii, en: row.label_en, pt: row.label_pt }
}

export function titleColumns({ ja, en, pt, ...rest }: Wording): Spread<'title'> {
  return { title_ja: ja, title_yasashii: rest['ja-x-yasashii'], title_en: en, title_pt: pt }
}

export function titleOf(row: Spread<'title'>): Wording {
  return { ja: row.title_ja, 'ja-x-yasashii': row.title_yasashii, en: row.title_en, pt: row.title_pt }
}
