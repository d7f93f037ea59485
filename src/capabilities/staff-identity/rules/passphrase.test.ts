import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalPassphrase, PASSPHRASE_POLICY, problemWith } from './passphrase.ts'

const context = { login: 'mizuno.yui', cityNames: ['kameyama', '亀山市', '亀山', 'Kameyama'] }
const problem = (passphrase: string) => problemWith(normalPassphrase(passphrase), context)

describe('a passphrase', () => {
  test.each([
    'correct horse battery',
    '水路に 月が三つ 浮かぶ夜',
    '7m2kd-w90xh-q4vtr-8nbfs',
    'sunshine 8402 5938 1027',
    'ねこは こたつで まるくなる',
    'a whole sentence with spaces',
    '48205938571029384756',
  ])('may be %j', (passphrase) => expect(problem(passphrase)).toBeNull())

  test.each([
    ['short', 'too-short'],
    ['elevenchars', 'too-short'],
    ['😀'.repeat(11), 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['aaaaaaaaaaaa', 'monotonous'],
    ['abababababab', 'monotonous'],
    ['123123123123', 'monotonous'],
    ['123456789012', 'monotonous'],
    ['987654321098', 'monotonous'],
    ['abcdefghijkl', 'monotonous'],
    ['qwertyuiopas', 'monotonous'],
    ['1qaz2wsx3edc', 'monotonous'],
    ['apple-apple-apple', 'monotonous'],
    ['passwordpassword', 'monotonous'],
    ['Password1234', 'common'],
    ['P@ssw0rd!2026', 'common'],
    ['ＰＡＳＳＷＯＲＤ１２３４', 'common'],
    ['administrator', 'common'],
    ['2026administrator', 'common'],
    ['sakurasaku2026', 'common'],
    ['I love you 2026', 'common'],
    ['mizuno yui 2026 spring', 'too-near'],
    ['hello from mizuno', 'too-near'],
    ['MizunoYui-forever', 'too-near'],
    ['kameyama no yuki', 'too-near'],
    ['冬の亀山は雪が深くて静か', 'too-near'],
    ['tsunagu is our city', 'too-near'],
  ])('%j is refused as %s', (passphrase, expected) => expect(problem(passphrase)).toBe(expected))

  test('is counted in characters, not in bytes or halves of them', () => {
    expect(problem('😀😁😂🤣😃😄😅😆😉😊😋😎')).toBeNull()
  })

  test('of random letters is never refused', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'bdfghjkmnpqrtvwxz23456789'),
      minLength: 20,
      maxLength: PASSPHRASE_POLICY.maxCharacters,
    })
    fc.assert(
      fc.property(letters, (passphrase) => {
        fc.pre(new Set(passphrase).size > 8)
        expect(problem(passphrase)).toBeNull()
      }),
    )
  })
})
