import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assertNever } from './assert-never.ts'

test('a value that came past the compiler is named', () => {
  fc.assert(
    fc.property(fc.string(), (surprise) => {
      expect(() => assertNever(surprise as never)).toThrow(JSON.stringify(surprise))
    }),
  )
})
