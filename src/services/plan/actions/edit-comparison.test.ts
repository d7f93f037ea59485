import { expect, test } from 'vitest'
import { editFieldsOf } from '../forms.ts'
import { inventedPlan } from '../report/invented-plan.ts'
import type { KeptChange } from '../store/changes.ts'
import { compareEdit } from './edit-comparison.ts'

const document = inventedPlan(2)
const { key, sheet, outline } = document.projects[0]!
const fields = editFieldsOf(document, key)

const change = (field: string, before: string, after: string, id: number): KeptChange => ({
  id, projectKey: key, year: document.reportYear, field, before, after, revision: id, cause: 'edit', reference: '', byName: '', unitCode: null,
  at: Temporal.Instant.from('2026-11-22T00:00:00Z'),
})

test.each<[string, Record<string, string>, KeptChange[], Record<'mine' | 'theirs' | 'both', string[]>]>([
  ['nothing typed, nothing changed', {}, [], { mine: [], theirs: [], both: [] }],
  ['typed by the editor alone', { outline: '新しい概要' }, [], { mine: ['outline'], theirs: [], both: [] }],
  ['line ends of the browser are no change', { 'sheet.results': sheet.results.replaceAll('\r\n', '\n') }, [], { mine: [], theirs: [], both: [] }],
  ['changed by somebody else alone', { outline: '元の概要' }, [change('outline', '元の概要', outline, 1)], { mine: [], theirs: ['outline'], both: [] }],
  ['changed by both, differently', { outline: '私の概要' }, [change('outline', '元の概要', outline, 1)], { mine: [], theirs: [], both: ['outline'] }],
  ['changed by both to the same', { outline }, [change('outline', '元の概要', outline, 1)], { mine: [], theirs: [], both: [] }],
  [
    'changed twice and back again: nobody has changed it', { outline: '私の概要' },
    [change('outline', outline, '途中', 1), change('outline', '途中', outline, 2)], { mine: ['outline'], theirs: [], both: [] },
  ],
  [
    'different fields', { outline: '私の概要', 'sheet.outcomes': '元の成果' },
    [change('sheet/outcomes', '元の成果', sheet.outcomes, 1)], { mine: ['outline'], theirs: ['sheet/outcomes'], both: [] },
  ],
])('%s', (_, typed, since, expected) => {
  const { mine, theirs, both } = compareEdit(document, fields, typed, since)
  const names = (compared: typeof mine) => compared.map(({ edit }) => edit.address.field)
  expect({ mine: names(mine), theirs: names(theirs), both: names(both) }).toEqual(expected)
})
