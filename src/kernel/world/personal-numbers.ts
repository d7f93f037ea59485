import { createHash } from 'node:crypto'
import type { World, WorldPerson } from './world.ts'

/**
 * Invented numbers of the highest privacy. They stand in no field of the world, so that nobody hands them on by accident:
 * only the vault of individual numbers asks for them. That a real person bears one of them cannot be ruled out, as any
 * twelve digits may be somebody's; nothing else here fits that person.
 */

/** 個人番号, twelve digits: no two people of a city have the same. */
export function individualNumberOf(world: Pick<World, 'place'>, person: Pick<WorldPerson, 'number'>): string {
  return withCheckDigit(scattered(`${world.place} individual number`, person.number, 11))
}

/** 住民票コード, eleven digits. */
export function residentCodeOf(world: Pick<World, 'place'>, person: Pick<WorldPerson, 'number'>): string {
  return withCheckDigit(scattered(`${world.place} resident code`, person.number, 10))
}

/**
 * 11 − (Σ P × Q mod 11), and 0 where that is over 9; P counted from the last digit, Q is 2 to 7 and begins again at 2.
 * 番号利用法省令 (平成26年総務省令第85号) 第5条 for the twelve digits, 住民基本台帳法施行規則第1条 for the eleven.
 */
export function withCheckDigit(digits: string): string {
  let sum = 0
  for (let place = 1; place <= digits.length; place++) sum += Number(digits.at(-place)) * (place <= 6 ? place + 1 : place - 5)
  const remainder = sum % 11
  return `${digits}${remainder <= 1 ? 0 : 11 - remainder}`
}

/** Counts up in steps that share no factor with the range: every number meets another one, and neighbours lie far apart. */
function scattered(range: string, number: number, digits: number): string {
  const size = 10n ** BigInt(digits)
  const begin = createHash('sha256').update(range).digest().readBigUInt64BE(0)
  return String((begin + BigInt(number) * STEP) % size).padStart(digits, '0')
}

/** A prime. */
const STEP = 2_147_483_647n
