import { describe, expect, test } from 'vitest'
import { designAssets } from '../design.ts'
import { ACCENTS, isAccent } from './accent.ts'

const css = designAssets().css.body

/** What a custom property comes to, following `var()`; `scope` names the accent whose values count. */
function colourOf(name: string, scope: string): string {
  const block = css.match(new RegExp(`\\[data-accent='${scope}'\\] \\{([^}]*)\\}`))?.[1] ?? ''
  const value =
    block.match(new RegExp(`(?:^|\\n)${name}: ([^;]+);`))?.[1] ?? css.match(new RegExp(`\\n${name}: ([^;]+);`))?.[1]
  if (value === undefined) throw new Error(`${name} has no value`)
  const reference = value.match(/^var\((--[\w-]+)\)$/)?.[1]
  return reference === undefined ? value : colourOf(reference, scope)
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Colours that meet on a page as text (4.5 : 1) or as the edge of a control or a drawing (3 : 1). */
const TEXT_PAIRS = [
  ['--ink', '--paper'],
  ['--ink', '--sunk'],
  ['--ink', '--focus-light'],
  ['--ink-soft', '--paper'],
  ['--ink-soft', '--sunk'],
  ['--ink-soft', '--candle-soft'],
  ['--accent', '--paper'],
  ['--accent', '--sunk'],
  ['--accent', '--surface'],
  ['--accent', '--accent-pale'],
  ['--accent-deep', '--accent-pale'],
  ['--surface', '--accent'],
  ['--surface', '--accent-strong'],
  ['--surface', '--accent-night'],
  ['--visited', '--paper'],
  ['--info', '--info-soft'],
  ['--success', '--success-soft'],
  ['--warning', '--warning-soft'],
  ['--error', '--error-soft'],
  ['--error', '--paper'],
  ['--surface', '--error'],
] as const

const EDGE_PAIRS = [
  ['--line-strong', '--surface'],
  ['--line-strong', '--paper'],
  ['--error-bright', '--surface'],
  ['--focus-dark', '--paper'],
  ['--focus-light', '--accent-night'],
] as const

describe.each(ACCENTS)('a city in %s', (accent) => {
  test.each(TEXT_PAIRS)('%s on %s can be read', (text, ground) => {
    expect(contrast(colourOf(text, accent), colourOf(ground, accent))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(EDGE_PAIRS)('%s stands out from %s', (edge, ground) => {
    expect(contrast(colourOf(edge, accent), colourOf(ground, accent))).toBeGreaterThanOrEqual(3)
  })

  test('has its own values', () => {
    expect(colourOf('--accent', accent)).toBe(colourOf(`--color-primitive-${accent}-900`, accent))
  })
})

test('only ladders that leave error and focus their meaning are accents', () => {
  expect(['green', 'light-blue', 'red', 'yellow', ''].map(isAccent)).toEqual([true, true, false, false, false])
})
