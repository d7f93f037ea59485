import { expect, test } from 'vitest'
import { prepared, queriesOver } from './queries.ts'

const words = queriesOver<{ 'dictionary.word': { id: number; text: string } }>()

test('a prepared query is built once and takes its values in the order of its parameters', () => {
  let built = 0
  const query = prepared(({ id, text }: { id: number; text: string }) => {
    built++
    return words.selectFrom('dictionary.word').select('id').where('text', '=', text).where('id', '>', id).where('id', '<', 99)
  })
  const [first, second] = [query({ id: 1, text: '亀' }).compile(), query({ id: 2, text: '山' }).compile()]
  expect(built).toBe(1)
  expect(first.parameters).toEqual(['亀', 1, 99])
  expect(second.parameters).toEqual(['山', 2, 99])
  expect(second.sql).toBe(first.sql)
})

test('a prepared query that computes with its values is refused', () => {
  const query = prepared(({ id }: { id: number }) => words.selectFrom('dictionary.word').select('id').where('id', '=', id + 1))
  expect(() => query({ id: 1 }).compile()).toThrow('cannot compute with id')
})
