import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Seals } from '#kernel/secrets/seal.ts'
import { closeJoinRequest, contactInToken, isCodeOf, joinCode, numberInCode, openJoinRequest, placesLink, readPlacesToken } from './personal-links.ts'

const seal = new Seals(Buffer.alloc(32, 1)).of('one', 'alert-mail')
const strange = new Seals(Buffer.alloc(32, 2)).of('one', 'alert-mail')
const place = fc.record({ id: fc.uuid(), number: fc.integer({ min: 1, max: 2_000_000_000 }), codeRound: fc.integer({ min: 0, max: 50 }) })

describe('codes', () => {
  test('are read as people type them', () => {
    fc.assert(fc.property(place, (guardian) => {
      const code = joinCode(seal, guardian)
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'O').replaceAll('1', 'l'), code.replaceAll('-', '－')]) {
        expect(numberInCode(typed)).toBe(guardian.number)
        expect(isCodeOf(seal, guardian, typed)).toBe(true)
      }
    }))
  })

  test('open nothing of another round, place or installation', () => {
    fc.assert(fc.property(place, (guardian) => {
      const code = joinCode(seal, guardian)
      expect(isCodeOf(seal, { ...guardian, codeRound: guardian.codeRound + 1 }, code)).toBe(false)
      expect(isCodeOf(seal, { ...guardian, id: randomUUID() }, code)).toBe(false)
      expect(isCodeOf(strange, guardian, code)).toBe(false)
    }))
  })

  test('whatever is typed is a code or none, and never a number that the database cannot hold', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
      const number = numberInCode(typed)
      if (number !== undefined) expect(Number.isSafeInteger(number)).toBe(true)
    }))
  })
})

test('a link to one’s places is one’s own', () => {
  const [own, other] = [randomUUID(), randomUUID()]
  const token = placesLink(seal, own).split('/').at(-1) ?? ''
  expect(readPlacesToken(seal, token)).toBe(own)
  expect(contactInToken(token)).toBe(own)
  expect(readPlacesToken(strange, token)).toBeUndefined()
  const mixed = Buffer.concat([Buffer.from(other.replaceAll('-', ''), 'hex'), Buffer.from(token, 'base64url').subarray(16)]).toString('base64url')
  expect(readPlacesToken(seal, mixed)).toBeUndefined()
})

test('a join request comes back whole, fits an address, and is opened by nobody else', () => {
  const request = { guardianId: randomUUID(), codeRound: 3, address: `${'a'.repeat(240)}@example.jp`, role: 'grandparent', language: 'ja-x-yasashii', until: '2026-11-23T05:00:00Z' }
  const token = closeJoinRequest(seal, request)
  expect(openJoinRequest(seal, token)).toEqual(request)
  expect(token.length).toBeLessThanOrEqual(500)
  expect(openJoinRequest(strange, token)).toBeUndefined()
  expect(openJoinRequest(seal, `${token.slice(0, -2)}AA`)).toBeUndefined()
})
