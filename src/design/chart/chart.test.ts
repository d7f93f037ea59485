import { describe, expect, test } from 'vitest'
import { Voice } from '#kernel/text/text.ts'
import { renderBarChart, type BarChartProps } from './view.ts'

const voice = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })
const frame: BarChartProps = {
  voice,
  caption: 'By department',
  rowHeading: 'Department',
  series: [
    { label: 'achieved', sign: '◎', tone: 'best' },
    { label: 'not', sign: '×', tone: 'not' },
  ],
  rows: [
    { label: 'Policy', values: [30, 10] },
    { label: 'Works', values: [0, 20], href: '/works' },
  ],
}

function widthsOf(props: BarChartProps): readonly string[] {
  const rects = renderBarChart(props).source.matchAll(/x="([\d.]+%)" y="0" width="([\d.]+%)"/g)
  return Array.from(rects, ([, x, width]) => `${x} ${width}`)
}

describe('a bar chart', () => {
  test('draws amounts against the longest bar', () => {
    expect(widthsOf(frame)).toEqual(['0% 75%', '75% 25%', '0% 50%'])
  })

  test('draws shares against each bar', () => {
    expect(widthsOf({ ...frame, kind: 'share' })).toEqual(['0% 75%', '75% 25%', '0% 100%'])
  })

  test('says the same as a table, with sums and links', () => {
    const { source } = renderBarChart(frame)
    const table = source.slice(source.indexOf('<table'))
    const cells = Array.from(table.matchAll(/<div class="cell">([^<]*)<\/div>/g), ([, text]) => text)
    expect(cells).toEqual(['30', '10', '40', '0', '20', '20', '30', '30', '60'])
    expect(table).toContain('<a href="/works">Works</a>')
    expect(source).toContain('<div class="chart-drawing" aria-hidden="true">')
  })

  test('a chart of nothing divides by nothing', () => {
    const empty = { ...frame, rows: [{ label: 'Policy', values: [0, 0] }] }
    expect(widthsOf(empty)).toEqual([])
    expect(renderBarChart(empty).source).not.toContain('NaN')
    expect(renderBarChart({ ...frame, rows: [] }).source).not.toContain('Infinity')
  })

  test('numbers without room stay in the table', () => {
    const rows = [{ label: 'Policy', values: [995, 5] }]
    const { source } = renderBarChart({ ...frame, rows })
    const texts = source.matchAll(/<text[^>]*>(?:<tspan[^>]*>([^<]*)<\/tspan>)?([^<]*)</g)
    expect(Array.from(texts, ([, sign, number]) => [sign, number])).toEqual([['◎ ', '995']])
  })

  test('a row that does not fit its series is a mistake of ours', () => {
    expect(() => renderBarChart({ ...frame, rows: [{ label: 'Policy', values: [1] }] })).toThrow('2 series')
  })
})
