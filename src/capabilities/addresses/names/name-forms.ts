import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import type { CharacterMap } from '#kernel/values/character-variants.ts'

/**
 * Forms of characters that names of people carry beyond the kernel's table: the reduction to JIS X 0213 after the
 * 文字情報基盤 (MJ縮退マップ), and pairs that are two characters but are taken for one another at the counter (`related`).
 */
export interface NameForm {
  readonly form: string
  readonly base: string
  readonly relation: 'same' | 'related'
  readonly source: string
  /** Since when the source says so. */
  readonly since: Temporal.PlainDate
}

export const NAME_FORMS: readonly NameForm[] = read(join(import.meta.dirname, 'name-forms.csv'))

/** Form → base, for a search: `same` and `related` alike, because ranking puts the exact name first. */
export const NAME_FORMS_IN_SEARCH: CharacterMap = new Map(NAME_FORMS.map(({ form, base }) => [form, base]))

/** Form → base where both are one character; what comparing two names may use. */
export const NAME_FORMS_IN_COMPARISON: CharacterMap = new Map(
  NAME_FORMS.filter(({ relation }) => relation === 'same').map(({ form, base }) => [form, base]),
)

function read(path: string): NameForm[] {
  const rows = parseCsv(readFileSync(path), { columns: true, bom: true }) as Readonly<Record<'base' | 'forms' | 'relation' | 'source' | 'since', string>>[]
  return rows.flatMap(({ base, forms, relation, source, since }) => {
    if (relation !== 'same' && relation !== 'related') throw new Error(`name-forms.csv: ${base}: the relation ${relation} is neither same nor related`)
    return [...forms].map((form): NameForm => ({ form, base, relation, source, since: Temporal.PlainDate.from(since) }))
  })
}
