import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidValue } from './invalid-value.ts'

test('it names the kind, the reason and the way out', () => {
  const thrown = new InvalidValue('yen', 1.5, 'not-a-whole-number', 'Give whole yen.')
  expect(thrown).toBeInstanceOf(Error)
  expect(thrown.message).toBe('yen: not-a-whole-number. Give whole yen.')
  expect({ name: thrown.name, kind: thrown.kind, reason: thrown.reason, input: thrown.input }).toEqual({
    name: 'InvalidValue',
    kind: 'yen',
    reason: 'not-a-whole-number',
    input: 1.5,
  })
})

test('what was given reaches no log: neither message, serialisation nor inspection shows it', () => {
  fc.assert(
    fc.property(fc.uuid(), (secret) => {
      const thrown = new InvalidValue('name', secret, 'unreadable', 'Ask again.')
      const shown = [thrown.message, String(thrown), JSON.stringify(thrown), inspect(thrown, { showHidden: true })]
      expect(shown.filter((text) => text.includes(secret))).toEqual([])
      expect(thrown.input).toBe(secret)
    }),
  )
})
