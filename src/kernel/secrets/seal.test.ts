import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Seal, Seals } from './seal.ts'

const secret = Buffer.alloc(32, 7)
const seal = new Seal(secret, 'kameyama', 'staff-identity')

describe('a seal', () => {
  test('opens what it closed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
        fc.pre(text.isWellFormed())
        expect(seal.open(seal.close(text, context), context)).toBe(text)
      }),
    )
  })

  test('never writes the same text the same way', () => {
    expect(seal.close('kept', 'a')).not.toBe(seal.close('kept', 'a'))
  })

  test.each([
    ['another context', (sealed: string) => seal.open(sealed, 'totp b')],
    ['another part', (sealed: string) => new Seal(secret, 'kameyama', 'plan').open(sealed, 'totp a')],
    ['another city', (sealed: string) => new Seal(secret, 'asahi', 'staff-identity').open(sealed, 'totp a')],
    [
      'another installation',
      (sealed: string) => new Seal(Buffer.alloc(32, 8), 'kameyama', 'staff-identity').open(sealed, 'totp a'),
    ],
    [
      'an altered text',
      (sealed: string) => seal.open(`${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`, 'totp a'),
    ],
    ['a text cut short', (sealed: string) => seal.open(sealed.slice(0, 20), 'totp a')],
    ['nothing', () => seal.open('', 'totp a')],
  ])('stays closed for %s', (_, opened) => {
    expect(opened(seal.close('kept', 'totp a'))).toBeUndefined()
  })

  test('fingerprints differ by part and are the same for the same text', () => {
    const seals = new Seals(secret)
    expect(seals.of('kameyama', 'staff-identity').mac('x')).toEqual(seal.mac('x'))
    expect(seals.of('kameyama', 'plan').mac('x')).not.toEqual(seal.mac('x'))
    expect(seals.of('kameyama', 'plan')).toBe(seals.of('kameyama', 'plan'))
  })
})
