import { argon2Sync } from 'node:crypto'
import fc from 'fast-check'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { Seal } from '#kernel/secrets/seal.ts'
import { CHALLENGE_MINUTES, challengeHash, isOwnChallenge, newChallenge } from '#capabilities/passkeys/challenges.ts'
import { newTotpSecret, openEnrolment, renderQr, sealEnrolment, stepOfCode, totpAddress } from './one-time-codes.ts'
import { relyingPartyAt } from '#capabilities/passkeys/passkeys.ts'
import { ARGON2_POLICY, hashPassphrase, verifyPassphrase } from './passphrase-hash.ts'
import { newOneTimePassphrase, newRecoveryCodes, newSpokenCode, normalSpokenCode } from './spoken-codes.ts'

const now = Temporal.Instant.from('2026-11-22T00:00:00Z')
const seal = new Seal(Buffer.alloc(32, 1), 'kameyama', 'staff-identity')

describe('a passphrase hash', () => {
  test('says how it was made, in PHC form, with a salt of its own', async () => {
    const [one, other] = [await hashPassphrase('月が三つ'), await hashPassphrase('月が三つ')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(other)
    expect(await verifyPassphrase('月が三つ', one)).toBe('right')
    expect(await verifyPassphrase('月が四つ', one)).toBe('wrong')
    expect(await verifyPassphrase('月が三つ', null)).toBe('wrong')
  })

  test('is what the standard says it is (RFC 9106)', async () => {
    const encoded = await hashPassphrase('abc')
    const [, , , , salt = '', tag = ''] = encoded.split('$')
    const expected = argon2Sync('argon2id', {
      message: 'abc',
      nonce: Buffer.from(salt, 'base64'),
      parallelism: 1,
      tagLength: 32,
      memory: 19_456,
      passes: 2,
    })
    expect(Buffer.from(tag, 'base64')).toEqual(expected)
  })

  test('made under weaker terms still opens, and asks to be replaced', async () => {
    const old = await hashPassphrase('abc', { memoryKib: 8, passes: 1, lanes: 1 })
    expect(await verifyPassphrase('abc', old)).toBe('right-but-old')
    expect(await verifyPassphrase('abd', old)).toBe('wrong')
  })

  test('of another kind is a broken promise', async () => {
    await expect(verifyPassphrase('abc', '$2b$12$abcdefghijklmnopqrstuv')).rejects.toThrow(RangeError)
  })

  test('takes as long for nobody as for somebody', async () => {
    const encoded = await hashPassphrase('abc')
    const took = async (hash: string | null) => {
      const times: number[] = []
      for (let round = 0; round < 7; round++) {
        const begin = performance.now()
        await verifyPassphrase('wrong', hash)
        times.push(performance.now() - begin)
      }
      return times.sort((a, b) => a - b)[3] as number
    }
    // A machine under load wavers; a way out without hashing would be a hundred times faster.
    const ratio = (await took(null)) / (await took(encoded))
    expect(ratio).toBeGreaterThan(0.3)
    expect(ratio).toBeLessThan(3)
  })

  test('follows the policy', () => expect(ARGON2_POLICY).toMatchObject({ memoryKib: 19_456, passes: 2, lanes: 1 }))
})

describe('a one-time code', () => {
  test.each([
    // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
    ['1970-01-01T00:00:59Z', '287082', 1],
    ['2005-03-18T01:58:29Z', '081804', 37_037_036],
    ['2005-03-18T01:58:31Z', '050471', 37_037_037],
    ['2009-02-13T23:31:30Z', '005924', 41_152_263],
    ['2033-05-18T03:33:20Z', '279037', 66_666_666],
    ['2603-10-11T11:33:20Z', '353130', 666_666_666],
  ])('of the standard at %s is %s', (at, code, step) => {
    const secret = Secret.fromLatin1('12345678901234567890').base32
    expect(stepOfCode(secret, code, Temporal.Instant.from(at))).toBe(step)
  })

  test('is read in any width, with blanks, one step off, and no further', () => {
    const secret = newTotpSecret()
    const codeAt = (steps: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.epochMilliseconds + steps * 30_000 })
    const present = now.epochMilliseconds / 30_000
    const wide = [...codeAt(0)].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)).join('')
    expect(stepOfCode(secret, wide, now)).toBe(present)
    expect(stepOfCode(secret, `${codeAt(0).slice(0, 3)} ${codeAt(0).slice(3)}`, now)).toBe(present)
    expect(stepOfCode(secret, codeAt(-1), now)).toBe(present - 1)
    expect(stepOfCode(secret, codeAt(1), now)).toBe(present + 1)
    for (const wrong of ['', '12345', 'abcdef', '1234567']) expect(stepOfCode(secret, wrong, now)).toBeNull()
  })

  test('secret travels sealed, for one person and half an hour', () => {
    const sealed = sealEnrolment(seal, 'a', 'SECRET', now)
    expect(openEnrolment(seal, 'a', sealed, now.add({ minutes: 30 }))).toBe('SECRET')
    expect(openEnrolment(seal, 'b', sealed, now)).toBeNull()
    expect(openEnrolment(seal, 'a', sealed, now.add({ minutes: 30, seconds: 1 }))).toBeNull()
    expect(openEnrolment(seal, 'a', '', now)).toBeNull()
  })

  test('picture stands in the page itself, with a name, without style or address', async () => {
    const { source } = await renderQr(totpAddress('AAAA', { issuer: '亀山市', login: 'mizuno.yui' }), 'QR "x"')
    expect(source).toMatch(/^<svg role="img" aria-label="QR &quot;x&quot;"/)
    expect(source).not.toMatch(/style=|data:|AAAA/)
  })
})

describe('spoken codes', () => {
  test('are read as they were meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), (groups) => {
        const code = newSpokenCode(groups)
        const heard = code.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('-', ' ')
        expect(normalSpokenCode(heard)).toBe(code)
        expect(normalSpokenCode(code)).toBe(code)
      }),
    )
  })

  test('come in ten, all different; the one-time passphrase is longer', () => {
    expect(new Set(newRecoveryCodes()).size).toBe(10)
    expect(newOneTimePassphrase()).toMatch(/^([0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}$/)
  })
})

describe('a challenge', () => {
  const text = (challenge: Buffer) => challenge.toString('base64url')

  test('is known again for its purpose, for a while', () => {
    const challenge = text(newChallenge(seal, 'sign in', now))
    expect(isOwnChallenge(seal, 'sign in', challenge, now)).toBe(true)
    expect(isOwnChallenge(seal, 'sign in', challenge, now.add({ minutes: CHALLENGE_MINUTES }))).toBe(true)
    expect(isOwnChallenge(seal, 'sign in', challenge, now.add({ minutes: CHALLENGE_MINUTES, milliseconds: 1 }))).toBe(
      false,
    )
    expect(isOwnChallenge(seal, 'creation', challenge, now)).toBe(false)
    expect(isOwnChallenge(new Seal(Buffer.alloc(32, 2), 'kameyama', 'staff-identity'), 'sign in', challenge, now)).toBe(
      false,
    )
  })

  test('cannot be stretched or invented', () => {
    const challenge = newChallenge(seal, 'sign in', now)
    const stretched = Buffer.from(challenge)
    stretched.writeBigInt64BE(2n ** 62n, 16)
    expect(isOwnChallenge(seal, 'sign in', text(stretched), now)).toBe(false)
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        (bytes) => !isOwnChallenge(seal, 'sign in', text(Buffer.from(bytes)), now),
      ),
    )
  })

  test('is remembered by its bytes, however it is written', () => {
    const challenge = text(newChallenge(seal, 'sign in', now))
    expect(challengeHash(`${challenge}=`)).toEqual(challengeHash(challenge))
  })
})

describe('where passkeys work', () => {
  const kameyama = { name: '亀山市', hosts: ['kameyama.example', 'localhost', '127.0.0.1', '[::1]'] } as never
  test.each([
    ['https://kameyama.example', 'kameyama.example'],
    ['http://localhost:3000', 'localhost'],
    ['http://127.0.0.1:3000', null],
    ['http://[::1]:3000', null],
    ['https://evil.example', null],
    ['https://kameyama.example.evil.example', null],
    ['nonsense', null],
  ])('%s', (origin, host) => expect(relyingPartyAt(kameyama, origin)?.host ?? null).toBe(host))
})
