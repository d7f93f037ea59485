import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidValue } from './invalid-value.ts'
import { formatPostalCode, parsePostalCode, postalCode } from './postal-code.ts'

test.each(['519-0195', '5190195', '〒519-0195', '〒５１９０１９５', '５１９ー０１９５', '519−0195', ' 519 0195 '])(
  'reads %s',
  (text) => {
    expect(parsePostalCode(text)).toEqual({ ok: true, value: '5190195' })
  },
)

test.each([
  ['', 'empty'],
  ['〒', 'empty'],
  ['519-195', 'unreadable'],
  ['51-90195', 'unreadable'],
  ['5190195〒', 'unreadable'],
  ['亀山市', 'unreadable'],
  ['600001', 'wrong-length'],
  ['51901950', 'wrong-length'],
])('refuses %j', (text, reason) => {
  expect(parsePostalCode(text)).toEqual({ ok: false, reason })
})

test('prints with a hyphen, and with the postal mark where an envelope needs it', () => {
  expect(formatPostalCode(postalCode('5190195'))).toBe('519-0195')
  expect(formatPostalCode(postalCode('5190195'), 'marked')).toBe('〒519-0195')
})

test.each(['519-0195', '519019', ''])('is not built of %j', (digits) => {
  expect(() => postalCode(digits)).toThrow(InvalidValue)
})

test('every code comes back as it was printed', () => {
  const codes = fc.nat(9_999_999).map((number) => postalCode(String(number).padStart(7, '0')))
  fc.assert(
    fc.property(codes, fc.constantFrom('plain' as const, 'marked' as const), (code, form) => {
      expect(parsePostalCode(formatPostalCode(code, form))).toEqual({ ok: true, value: code })
    }),
  )
})
