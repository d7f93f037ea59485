import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withOwnersDuring, type OwnerSpan, type Span } from './owner-spans.ts'

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
const owner = (section: string, from: string | null = null, to: string | null = null): OwnerSpan => ({
  department: '', section, group: '', position: 0, unitCode: null, validFrom: day(from), validTo: day(to),
})
const said = (spans: readonly OwnerSpan[]) => spans.map(({ section, validFrom, validTo }) => [section, validFrom?.toString() ?? null, validTo?.toString() ?? null])

describe('owners and their days', () => {
  test.each<[string, OwnerSpan[], OwnerSpan[], [string | null, string | null], unknown]>([
    ['the only report replaces whatever was known', [owner('旧課')], [owner('新課')], [null, null], [['新課', null, null]]],
    [
      'a later report closes the old owner on the day before', [owner('旧課')], [owner('新課')], ['2022-04-01', null],
      [['旧課', null, '2022-03-31'], ['新課', '2022-04-01', null]],
    ],
    [
      'a report of the past leaves what came after', [owner('今の課')], [owner('昔の課')], [null, '2021-03-31'],
      [['昔の課', null, '2021-03-31'], ['今の課', '2021-04-01', null]],
    ],
    [
      'a year between two others', [owner('課')], [owner('臨時の課')], ['2021-04-01', '2022-03-31'],
      [['課', null, '2021-03-31'], ['臨時の課', '2021-04-01', '2022-03-31'], ['課', '2022-04-01', null]],
    ],
    ['no owner any more', [owner('旧課')], [], ['2022-04-01', null], [['旧課', null, '2022-03-31']]],
  ])('%s', (_, known, owners, [from, to], expected) => {
    expect(said(withOwnersDuring(known, owners, { from: day(from), to: day(to) }))).toEqual(expected)
  })

  test('on every day the right owners hold: the new ones within the span, the known ones outside it', () => {
    const edge = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null })
    const start = Temporal.PlainDate.from('2020-01-01')
    const dayAt = (offset: number | null) => (offset === null ? null : start.add({ days: offset }))
    const spanArbitrary = fc.tuple(edge, edge).map(([from, to]): [number | null, number | null] => (from !== null && to !== null && from > to ? [to, from] : [from, to]))
    const holds = (span: Span, at: Temporal.PlainDate) =>
      (span.from === null || Temporal.PlainDate.compare(span.from, at) <= 0) && (span.to === null || Temporal.PlainDate.compare(at, span.to) <= 0)
    fc.assert(
      fc.property(fc.array(spanArbitrary, { maxLength: 4 }), spanArbitrary, fc.integer({ min: -5, max: 65 }), (spans, [from, to], offset) => {
        const known = spans.map(([first, last], index) => ({ ...owner(`課${index}`), validFrom: dayAt(first), validTo: dayAt(last) }))
        const span = { from: dayAt(from), to: dayAt(to) }
        const at = start.add({ days: offset })
        const present = withOwnersDuring(known, [owner('新課')], span)
          .filter(({ validFrom, validTo }) => holds({ from: validFrom, to: validTo }, at))
          .map(({ section }) => section)
        const before = known.filter(({ validFrom, validTo }) => holds({ from: validFrom, to: validTo }, at)).map(({ section }) => section)
        expect(present).toEqual(holds(span, at) ? ['新課'] : before)
      }),
    )
  })
})
