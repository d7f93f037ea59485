import { expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/text/text.ts'
import { addressProblem } from '../rules/address.ts'
import { inventedContact } from './contacts.ts'

const people = Array.from({ length: 300 }, (_, index) => inventedContact(index + 1))

test('every invented person could be written to, and belongs to nobody', () => {
  expect(people.filter(({ channel, address, keys }) => addressProblem(channel, address, keys) !== undefined)).toEqual([])
  expect(people.filter(({ channel, address }) => channel === 'mail' && !address.endsWith('.example'))).toEqual([])
  expect(new Set(people.map(({ address }) => address)).size).toBe(people.length)
})

test('they read all languages, over all channels, and are the same every time', () => {
  for (const language of LANGUAGES) expect(people.some((person) => person.language === language)).toBe(true)
  for (const channel of ['mail', 'push', 'line']) expect(people.some((person) => person.channel === channel)).toBe(true)
  expect(people[41]).toEqual(inventedContact(42))
})
