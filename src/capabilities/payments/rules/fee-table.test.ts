import { describe, expect, test } from 'vitest'
import type { Rate } from '../model.ts'
import { compareFees, readFeeTable, type FeeRefusal } from './fee-table.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const row = (change: Readonly<Record<string, string>> = {}) => ({
  fee: 'dogs.registration', reduction: '', label: '犬の登録', labelYasashii: 'いぬ', labelEn: 'Dog', labelPt: 'Cão', yen: '3,000', validFrom: '2020-04-01', validTo: '', source: '条例', isInvented: 'false', ...change,
})
const ratesOf = (...rows: ReturnType<typeof row>[]): Rate[] => {
  const read = readFeeTable(rows)
  if (!read.ok) throw new Error(read.problem.reason)
  return read.rates.map(({ row: _, ...rate }, index) => ({ ...rate, id: String(index) }))
}

describe('a row', () => {
  test('is read as spreadsheets write it back', () => {
    expect(ratesOf(row({ yen: '３，０００円', validFrom: '2027/4/1', isInvented: 'TRUE' }))).toMatchObject([{ yen: 3000, validFrom: Temporal.PlainDate.from('2027-04-01'), isInvented: true }])
  })

  const { source: _, ...withoutSource } = row()
  test.each<[string, Readonly<Record<string, string>>[], FeeRefusal, number]>([
    ['without a column', [withoutSource], 'missing-column', 2],
    ['without a price: never 0', [row({ yen: '' })], 'yen-blank', 2],
    ['with a fraction', [row({ yen: '300.5' })], 'wrong-yen', 2],
    ['below zero', [row({ yen: '-1' })], 'wrong-yen', 2],
    ['with a key in Japanese', [row({ fee: '犬' })], 'wrong-fee', 2],
    ['with a day that is none', [row({ validFrom: '2026-02-30' })], 'wrong-day', 2],
    ['that ends before it begins', [row({ validTo: '2020-03-31' })], 'ends-before-it-begins', 2],
    ['without a source', [row({ source: ' ' })], 'blank', 2],
    ['written twice', [row(), row()], 'written-twice', 3],
    ['of a reduction without its fee', [row({ reduction: 'welfare' })], 'reduction-without-fee', 2],
    ['with another flag', [row({ isInvented: 'はい' })], 'wrong-flag', 2],
  ])('%s is refused by row and reason', (_name, rows, reason, at) => {
    expect(readFeeTable(rows)).toMatchObject({ ok: false, problem: { reason, row: at } })
  })
})

describe('a sheet brought back', () => {
  const wanted = (...rows: ReturnType<typeof row>[]) => {
    const read = readFeeTable(rows)
    return read.ok ? read.rates : []
  }
  test.each<[string, Parameters<typeof row>[0][], { added: number; changed: number; unchanged: number } | FeeRefusal]>([
    ['as it was', [{}], { added: 0, changed: 0, unchanged: 1 }],
    ['with a new price from a day to come', [{}, { yen: '3,500', validFrom: '2027-04-01' }], { added: 1, changed: 0, unchanged: 1 }],
    ['with a corrected name and source', [{ labelEn: 'Dogs', source: '条例 別表' }], { added: 0, changed: 1, unchanged: 0 }],
    ['with an end to come', [{ validTo: '2027-03-31' }], { added: 0, changed: 1, unchanged: 0 }],
    ['with another price for the past', [{ yen: '3,001' }], 'past-price'],
    ['with a row that takes a day gone by', [{}, { yen: '1', validFrom: '2026-11-22' }], 'past-row'],
    ['with an end in the past', [{ validTo: '2026-11-21' }], 'past-end'],
    ['with a fee nobody had before', [{}, { fee: 'dogs.tag', validFrom: '2026-01-01' }], { added: 1, changed: 0, unchanged: 1 }],
  ])('%s', (_, changes, outcome) => {
    const compared = compareFees(ratesOf(row()), wanted(...changes.map((change) => row(change))), today)
    if (typeof outcome === 'string') expect(compared).toMatchObject({ ok: false, problem: { reason: outcome } })
    else expect(compared.ok && { added: compared.changes.added.length, changed: compared.changes.changed.length, unchanged: compared.changes.unchanged }).toEqual(outcome)
  })
})
