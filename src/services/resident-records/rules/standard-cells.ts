import { assertNever } from '#kernel/values/assert-never.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { StandardItem } from './standard-layout.ts'

/** Why a cell, a row or a file was not taken. */
export const STANDARD_REFUSALS = [
  'register-not-empty', 'not-an-archive', 'too-large', 'missing-file', 'wrong-layout', 'wrong-heading', 'wrong-columns', 'missing', 'too-long', 'not-a-key', 'not-a-number', 'not-a-day', 'not-an-instant',
  'not-a-flag', 'not-json', 'unknown-code', 'twice', 'refers-to-nothing', 'wrong-fingerprint', 'refused-by-the-register',
] as const
export type StandardRefusal = (typeof STANDARD_REFUSALS)[number]

/** A cell for the file. Null stands as nothing at all, an empty text as two quotes, so that both come back. */
export function cellOf(item: StandardItem, value: string | null): string {
  if (value === null) return ''
  const coded = item.codes === null ? value : item.codes.get(value)
  if (coded === undefined) throw new RangeError(`the item ${item.id} has no code for what stands in the register`)
  return coded === '' || /[",\r\n]|^\s|\s$/.test(coded) ? `"${coded.replaceAll('"', '""')}"` : coded
}

export type ReadCell = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: StandardRefusal }

/** The value as the database takes it in a JSON row; `cell` is null for nothing at all. */
export function readCell(item: StandardItem, cell: string | null): ReadCell {
  if (cell === null) return item.isRequired ? refuse('missing') : { ok: true, value: null }
  if ([...cell].length > item.length) return refuse('too-long')
  if (item.codes !== null) {
    const word = [...item.codes].find(([, code]) => code === cell)?.[0]
    return word === undefined ? refuse('unknown-code') : { ok: true, value: word }
  }
  return readTyped(item, cell)
}

function readTyped(item: StandardItem, cell: string): ReadCell {
  switch (item.type) {
    case 'text':
      // PostgreSQL keeps no zero character.
      return cell.includes('\0') ? refuse('refused-by-the-register') : { ok: true, value: cell }
    case 'key':
      return isUuid(cell) ? { ok: true, value: cell } : refuse('not-a-key')
    case 'keys': {
      const keys = cell === '' ? [] : cell.split(';')
      return keys.every(isUuid) ? { ok: true, value: keys } : refuse('not-a-key')
    }
    case 'number':
      return /^-?\d{1,18}$/.test(cell) ? { ok: true, value: cell } : refuse('not-a-number')
    case 'date':
      return isReadableBy(Temporal.PlainDate, cell, /^\d{4}-\d\d-\d\d$/) ? { ok: true, value: cell } : refuse('not-a-day')
    case 'instant':
      return isReadableBy(Temporal.Instant, cell, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) ? { ok: true, value: cell } : refuse('not-an-instant')
    case 'flag':
      return cell === '0' || cell === '1' ? { ok: true, value: cell === '1' } : refuse('not-a-flag')
    case 'json':
      return jsonIn(cell)
    default:
      return assertNever(item.type)
  }
}

function isReadableBy(kind: { from(text: string): unknown }, cell: string, form: RegExp): boolean {
  if (!form.test(cell)) return false
  try {
    kind.from(cell)
    return true
  } catch (thrown) {
    if (thrown instanceof RangeError) return false
    throw thrown
  }
}

function jsonIn(cell: string): ReadCell {
  try {
    return { ok: true, value: JSON.parse(cell) as unknown }
  } catch {
    return refuse('not-json')
  }
}

function refuse(reason: StandardRefusal): ReadCell {
  return { ok: false, reason }
}
