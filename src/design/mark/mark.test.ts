import { describe, expect, test } from 'vitest'
import { renderMark } from './view.ts'

const GLYPHS = ['◎', '○', '△', '×', '→', '−']
const signOf = (source: string): string => source.match(/<g class="mark-lines">.*?<\/g>/)?.[0] ?? ''

describe('a mark', () => {
  test('each glyph has a shape of its own', () => {
    const shapes = GLYPHS.map((glyph) => signOf(renderMark({ scale: 'achievement', glyph, label: 'x' }).source))
    expect(new Set(shapes).size).toBe(GLYPHS.length)
    expect(shapes).not.toContain('')
  })

  test.each([
    ['〇', '○'],
    ['◯', '○'],
    ['✕', '×'],
    ['⇒', '→'],
    ['－', '−'],
  ])('%s is drawn as %s', (variant, glyph) => {
    const drawn = (one: string): string => signOf(renderMark({ scale: 'schedule', glyph: one, label: 'x' }).source)
    expect(drawn(variant)).toBe(drawn(glyph))
  })

  test('the two scales differ in shape, planned and actual in class', () => {
    const mark = { scale: 'schedule', glyph: '◎', label: '実施' } as const
    expect(renderMark(mark).source).toContain('<rect class="mark-frame"')
    expect(renderMark({ ...mark, scale: 'achievement' }).source).toContain('<circle class="mark-frame"')
    expect(renderMark(mark).source).toContain('mark-actual')
    expect(renderMark({ ...mark, moment: 'planned' }).source).toContain('mark-planned')
  })

  test('its meaning is always said, and seen where asked for', () => {
    const mark = { scale: 'schedule', glyph: '△', label: '調査、検討' } as const
    expect(renderMark(mark).source).toContain('<span class="visually-hidden">調査、検討</span>')
    expect(renderMark({ ...mark, isLabelShown: true }).source).toContain('<span class="mark-label">調査、検討</span>')
  })

  test('an unknown sign is printed as it stands', () => {
    expect(renderMark({ scale: 'schedule', glyph: '中', label: '中止' }).source).toContain('>中</text>')
  })
})
