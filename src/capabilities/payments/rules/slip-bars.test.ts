import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { BARS, drawBars, printedDigits, readSlipDigits, slipDigits, slipNumber } from './slip-bars.ts'
import { paymentNumber } from './payment-number.ts'

const day = Temporal.PlainDate.from('2026-11-30')

describe('the 44 digits', () => {
  test('have the check digit of a worked example', () => {
    expect(slipDigits({ issuer: '912345', number: '0'.repeat(21), reissue: 0, validUntil: day, yen: 12_345 })).toBe('91912345000000000000000000000026113000123450')
  })

  test('say what was put into them, and a wrong digit is found', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 2, max: 43 }), (serial, issue, yen, place) => {
      const number = slipNumber(paymentNumber(2026, serial), issue)
      const digits = slipDigits({ issuer: '912345', number, reissue: issue - 1, validUntil: day, yen })
      expect(digits).toMatch(/^\d{44}$/)
      expect(readSlipDigits(digits)).toEqual({ issuer: '912345', number, validUntil: '2026-11-30', yen })
      const wrong = digits.slice(0, place) + String((Number(digits[place]) + 1) % 10) + digits.slice(place + 1)
      expect(readSlipDigits(wrong)).toBeUndefined()
    }))
  })

  test.each([
    ['an amount of nothing', { yen: 0 }], ['an amount of seven digits', { yen: 1_000_000 }], ['a fraction', { yen: 1.5 }],
    ['an issuer of five digits', { issuer: '12345' }], ['a number of 20 digits', { number: '0'.repeat(20) }],
  ])('%s is refused', (_, change) => {
    expect(() => slipDigits({ issuer: '912345', number: '0'.repeat(21), reissue: 0, validUntil: day, yen: 1, ...change })).toThrow(RangeError)
  })

  test('are printed in two lines that together are all of them', () => {
    const digits = slipDigits({ issuer: '912345', number: slipNumber(paymentNumber(2026, 42), 3), reissue: 2, validUntil: day, yen: 600 })
    expect(printedDigits(digits).join('').replace(/\D/g, '')).toBe(digits)
  })
})

describe('the bars', () => {
  beforeAll(() => prepareZXingModule({ overrides: { wasmBinary: wasm() }, fireImmediately: true }))

  test('are no wider than the guideline allows', () => {
    expect(BARS.modules * BARS.moduleMm).toBeLessThanOrEqual(BARS.mostMm)
    expect((BARS.modules + 2 * BARS.quietModules) * BARS.moduleMm).toBeLessThanOrEqual(BARS.mostMm)
    expect(/viewBox="0 0 (\d+) /.exec(drawBars('91912345000000000000000000000026113000123450'))?.[1]).toBe(String(BARS.modules * 2))
  })

  test.each([0, 0.1, 0.3])('are read as they stand by another reader, with %d of their height smeared', async (damage) => {
    for (const serial of [1, 423, 999_999_999]) {
      const digits = slipDigits({ issuer: '912345', number: slipNumber(paymentNumber(2026, serial), 1), reissue: 0, validUntil: day, yen: serial % 999_999 || 1 })
      const [read] = await readBarcodes(drawn(drawBars(digits), damage), { formats: ['Code128'] })
      expect([read?.isValid, read?.text.replace(/\D/g, ''), read?.contentType]).toEqual([true, digits, 'GS1'])
    }
  })
})

function wasm(): ArrayBuffer {
  return new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))).buffer
}

/** Prints a drawing at some 600 dots per inch (a module of 0.19 mm is 4.5 dots) and smears the lower part of it. */
function drawn(svg: string, damage: number): ImageData {
  const [dots, quiet, height] = [4, 40, 120]
  const width = BARS.modules * dots + 2 * quiet
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [, stroke = '', path = ''] of svg.matchAll(/stroke-width="([\d.]+)" d="([^"]+)"/g)) {
    for (const [, x = ''] of path.matchAll(/M([\d.]+) /g)) {
      const [from, to] = [Number(x) - Number(stroke) / 2, Number(x) + Number(stroke) / 2].map((unit) => Math.round((unit * dots) / 2) + quiet)
      for (let row = 10; row < height - 10; row++) for (let dot = from ?? 0; dot < (to ?? 0); dot++) data.set([0, 0, 0], (row * width + dot) * 4)
    }
  }
  for (let row = Math.ceil(height * (1 - damage)); row < height; row++) data.fill(row % 3 === 0 ? 0 : 200, row * width * 4, (row + 1) * width * 4)
  return { data, width, height, colorSpace: 'srgb' }
}
