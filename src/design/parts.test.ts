import { describe, expect, test } from 'vitest'
import { Voice } from '#kernel/text/text.ts'
import { renderFilters } from './filters/view.ts'
import { renderForm } from './form/view.ts'
import { renderHero } from './hero/view.ts'
import { renderProse } from './layout/view.ts'
import { renderErrorSummary, renderNotice } from './notice/view.ts'
import { renderProgress } from './progress/view.ts'
import { renderSteps } from './steps/view.ts'
import { renderTable } from './table/view.ts'
import { renderTree } from './tree/view.ts'
import { renderYearLine } from './year-line/view.ts'

const voice = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })

describe('notices', () => {
  test.each([
    ['error', true, 'role="alert"'],
    ['warning', true, 'role="alert"'],
    ['success', true, 'role="status"'],
    ['info', false, '<div class="notice notice-info">'],
  ] as const)('%s announced %s', (kind, isAnnounced, expected) => {
    expect(renderNotice({ voice, kind, title: 'x', isAnnounced }).source).toContain(expected)
  })

  test('an error summary counts, links and takes the focus; without errors it is nothing', () => {
    const errors = [{ fieldId: 'field-a', message: 'A' }, { fieldId: 'field-b', message: 'B' }]
    const { source } = renderErrorSummary({ voice, errors })
    expect(source).toContain('Please check these answers: 2')
    expect(source).toContain('<a href="#field-b">B</a>')
    expect(source).toContain('tabindex="-1" autofocus')
    expect(renderErrorSummary({ voice, errors: [] }).source).toBe('')
  })
})

describe('tables', () => {
  const columns = [{ heading: 'Name' }, { heading: 'Yen', isNumeric: true }]

  test('rows and columns have headings, numbers stand at the end', () => {
    const { source } = renderTable({ caption: 'Costs', columns, rows: [['Library', '1,200']] })
    expect(source).toContain('<th scope="col" class="numeric">Yen</th>')
    expect(source).toContain('<th scope="row">Library</th>')
    expect(source).toContain('<td class="numeric">')
  })

  test('the frame can be reached by keyboard and is named by the caption', () => {
    const { source } = renderTable({ caption: 'Costs', columns, rows: [] })
    const id = source.match(/<caption id="([\w-]+)"/)?.[1]
    expect(source).toContain(`tabindex="0" aria-labelledby="${id}"`)
    expect(renderTable({ caption: 'Costs', columns, rows: [] }).source).toBe(source)
  })

  test('a row of another length is a mistake of ours', () => {
    expect(() => renderTable({ caption: 'Costs', columns, rows: [['Library']] })).toThrow('row of 1 cells')
  })
})

describe('progress', () => {
  test.each([
    [3, 12, 'max="12" value="3"', '3 of 12 done'],
    [0, 0, 'max="1" value="1"', '0 of 0 done'],
  ])('%i of %i', (done, total, bar, words) => {
    const { source } = renderProgress({ voice, label: 'Review', done, total, id: 'p' })
    expect(source).toContain(bar)
    expect(source).toContain(words)
  })

  test('steps before the current one are done and may lead back', () => {
    const steps = [{ label: 'A', href: '/a' }, { label: 'B', href: '/b' }, { label: 'C', href: '/c' }]
    const { source } = renderSteps({ voice, steps, current: 1 })
    expect(source).toContain('<a href="/a">A</a>')
    expect(source).not.toContain('href="/b"')
    expect(source.match(/aria-current="step"/g)).toHaveLength(1)
    expect(renderSteps({ voice, steps, current: 3 }).source).not.toContain('aria-current')
  })
})

describe('forms and filters', () => {
  test('a form posts with its proof, files as files', () => {
    const { source } = renderForm({ voice, action: '/a', csrfToken: 't', hasFiles: true, body: '', buttons: 'B' })
    expect(source).toContain('action="/a" method="post" enctype="multipart/form-data" novalidate')
    expect(source).toContain('<input type="hidden" name="csrf" value="t">')
  })

  test('filters can be cleared only while one is set', () => {
    const filters = { voice, action: '/plan', clearHref: '/plan?all' }
    const select = { name: 'v', label: 'V', value: '', choices: [{ value: '1', label: 'One' }] }
    expect(renderFilters({ ...filters, selects: [select] }).source).not.toContain('/plan?all')
    expect(renderFilters({ ...filters, selects: [{ ...select, value: '1' }] }).source).toContain('/plan?all')
    expect(renderFilters({ ...filters, search: { name: 'q', label: 'Q', value: 'x' } }).source).toContain('/plan?all')
  })
})

describe('plans', () => {
  test('a year that nobody marked says so', () => {
    const begun = { scale: 'schedule', glyph: '○', label: 'begun' } as const
    const { source } = renderYearLine({ voice, label: 'x', years: [{ label: 'R3', planned: begun, actual: null }] })
    expect(source).toContain('mark-planned')
    expect(source).toContain('<span class="year-none">Not stated</span>')
  })

  test('branches stand open down to the level asked for, and leaves do not fold', () => {
    const branches = [{ label: 'A', children: [{ label: 'B', children: [{ label: 'C' }] }] }]
    const opened = (openLevels: number): number =>
      renderTree({ branches, openLevels }).source.match(/ open>/g)?.length ?? 0
    expect([0, 1, 2].map(opened)).toEqual([0, 1, 2])
    expect(renderTree({ branches }).source.match(/<details/g)).toHaveLength(2)
  })

  test('people’s lines become paragraphs, blank lines only separate', () => {
    expect(renderProse('a\r\n\r\nb\n').source).toBe('<div class="prose"><p>a</p><p>b</p></div>')
  })

  test('the first page greets by its only h1', () => {
    const { source } = renderHero({ voice, greeting: 'Good morning' })
    expect(source).toContain('<h1 class="hero-greeting">Good morning</h1>')
  })
})
