import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelsOf, ownersOn, rolesOn, unitsAbove, type RankedUnit } from './round-roles.ts'
import {
  actsOpen, daysLate, decideMove, isFieldOpen, mayWriteAt, SHEET_ACTS, SHEET_ROLES, STAGES, type OpenField, type SheetAct, type SheetRole, type Stage,
} from './rounds.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const roles = (...own: SheetRole[]) => new Set(own)
const full = { hasSection: true, hasDepartment: true }

const units: readonly RankedUnit[] = [
  { code: 'dep', kind: 'department', parentCode: null, successorCode: null },
  { code: 'sec', kind: 'section', parentCode: 'dep', successorCode: null },
  { code: 'grp', kind: 'group', parentCode: 'sec', successorCode: null },
  { code: 'old', kind: 'group', parentCode: 'sec', successorCode: 'grp' },
  { code: 'sec2', kind: 'section', parentCode: 'dep', successorCode: null },
  { code: 'lone', kind: 'section', parentCode: null, successorCode: null },
]

describe('who is what to a sheet', () => {
  test.each<[string, string[], string | null, string[], SheetRole[]]>([
    ['an editor of the group', ['plan-editor'], 'grp', ['grp'], ['writer']],
    ['an editor of the section above', ['plan-editor'], 'sec', ['grp'], ['writer']],
    ['an editor of a group below the owner', ['plan-editor'], 'grp', ['sec'], ['writer']],
    ['an editor of the neighbouring section', ['plan-editor'], 'sec2', ['grp'], []],
    ['an editor of the group that carried on', ['plan-editor'], 'grp', ['old'], ['writer']],
    ['an editor without a unit', ['plan-editor'], null, ['grp'], []],
    ['the section’s head', ['plan-reviewer'], 'sec', ['grp'], ['section-head']],
    ['the department’s head', ['plan-reviewer'], 'dep', ['grp'], ['department-head']],
    ['a section head, for a project of the whole department', ['plan-reviewer'], 'sec', ['dep'], []],
    ['the head of another section', ['plan-reviewer'], 'sec2', ['grp'], []],
    ['one of two joint owners', ['plan-editor'], 'lone', ['grp', 'lone'], ['writer']],
    ['the office, everywhere', ['plan-publisher'], null, ['grp'], ['office']],
    ['the office for its own project', ['plan-publisher', 'plan-editor'], 'sec2', ['sec2'], ['office', 'writer']],
    ['no duty', [], 'grp', ['grp'], []],
    ['an outside reviewer', ['plan-outside-reviewer'], 'sec', ['grp'], []],
  ])('%s', (_, duties, unitCode, owners, expected) => {
    expect([...rolesOn({ duties, unitCode, inPlaceOf: null }, owners, units)]).toEqual(expected)
  })

  test('owners of a day: those that hold, else those that held last', () => {
    const span = (unitCode: string, from: string | null, to: string | null) => ({ unitCode, validFrom: from ? day(from) : null, validTo: to ? day(to) : null })
    const spans = [span('old', null, '2024-03-31'), span('grp', '2024-04-01', null)]
    expect(ownersOn(spans, day('2024-03-31'))).toEqual(['old'])
    expect(ownersOn(spans, day('2024-04-01'))).toEqual(['grp'])
    expect(ownersOn([spans[0]!], day('2026-01-01'))).toEqual(['old'])
    expect(ownersOn([], day('2026-01-01'))).toEqual([])
  })

  test('a unit without anything above leaves stages out', () => {
    expect(levelsOf(['grp'], units)).toEqual(full)
    expect(levelsOf(['lone'], units)).toEqual({ hasSection: true, hasDepartment: false })
    expect(levelsOf(['dep'], units)).toEqual({ hasSection: false, hasDepartment: true })
    expect(levelsOf([], units)).toEqual({ hasSection: false, hasDepartment: false })
  })

  test('units that carry each other on in a circle end', () => {
    const circle = [{ code: 'a', kind: 'group', parentCode: 'b', successorCode: 'b' }, { code: 'b', kind: 'group', parentCode: 'a', successorCode: 'a' }]
    expect([...unitsAbove(circle, 'a')]).toEqual(['a', 'b'])
  })
})

describe('writing', () => {
  test.each<[Stage, SheetRole[], boolean, string]>([
    ['draft', ['writer'], false, 'yes'],
    ['draft', ['section-head'], false, 'yes'],
    ['draft', [], false, 'not-yours'],
    ['section', ['writer'], false, 'with-section'],
    ['section', ['section-head'], false, 'yes'],
    ['section', ['department-head'], false, 'with-section'],
    ['department', ['section-head'], false, 'with-department'],
    ['department', ['department-head'], false, 'yes'],
    ['office', ['writer', 'department-head'], false, 'with-office'],
    ['office', ['office'], false, 'yes'],
    ['accepted', ['writer'], false, 'is-accepted'],
    ['accepted', ['office'], false, 'yes'],
    ['published', ['department-head'], false, 'is-published'],
    ['draft', ['writer'], true, 'round-closed'],
    ['draft', ['office'], true, 'yes'],
    ['published', [], true, 'not-yours'],
  ])('%s by %s (closed: %s): %s', (stage, own, isClosed, expected) => {
    const decision = mayWriteAt(stage, roles(...own), isClosed)
    expect(decision.ok ? 'yes' : decision.reason).toBe(expected)
  })

  const fields: readonly OpenField[] = [
    { field: 'sheet/results', openedFor: 'writer' },
    { field: 'years/report/actual', openedFor: 'writer' },
    { field: 'years/*/actual', openedFor: 'office' },
    { field: 'purpose', openedFor: 'office' },
  ]
  test.each<[string, SheetRole[], string]>([
    ['sheet/results', ['writer'], 'yes'],
    ['sheet/outcomes', ['writer'], 'field-not-open'],
    ['sheet/outcomes', ['office'], 'field-not-open'],
    ['years/2021/actual', ['writer'], 'yes'],
    ['years/2020/actual', ['writer'], 'field-for-office'],
    ['years/2020/actual', ['office'], 'yes'],
    ['years/2021/note', ['writer'], 'field-not-open'],
    ['purpose', ['section-head'], 'field-for-office'],
    ['purpose', ['office'], 'yes'],
  ])('field %s for %s: %s', (field, own, expected) => {
    const decision = isFieldOpen(fields, field, 2021, roles(...own))
    expect(decision.ok ? 'yes' : decision.reason).toBe(expected)
  })
})

describe('moving', () => {
  test.each<[Stage, SheetAct, SheetRole[], string, string]>([
    ['draft', 'submit', ['writer'], '', 'section'],
    ['draft', 'submit', [], '', 'not-yours'],
    ['section', 'submit', ['writer'], '', 'not-at-this-stage'],
    ['section', 'approve', ['section-head'], '', 'department'],
    ['section', 'approve', ['writer'], '', 'with-section'],
    ['section', 'approve', ['department-head'], '', 'with-section'],
    ['section', 'approve', ['office'], '', 'comment-needed'],
    ['section', 'approve', ['office'], '課長不在のため', 'department'],
    ['department', 'approve', ['department-head'], '', 'office'],
    ['department', 'approve', ['section-head'], '', 'with-department'],
    ['office', 'approve', ['office'], '', 'accepted'],
    ['office', 'approve', ['department-head'], '', 'with-office'],
    ['accepted', 'approve', ['office'], '', 'not-at-this-stage'],
    ['section', 'send-back', ['section-head'], '数字が違います', 'draft'],
    ['section', 'send-back', ['section-head'], ' \n', 'comment-needed'],
    ['accepted', 'send-back', ['office'], '追記をお願いします', 'draft'],
    ['accepted', 'send-back', ['department-head'], '追記', 'with-office'],
    ['draft', 'send-back', ['office'], '理由', 'not-at-this-stage'],
    ['published', 'send-back', ['office'], '理由', 'not-at-this-stage'],
    ['section', 'withdraw', ['writer'], '', 'draft'],
    ['department', 'withdraw', ['writer'], '', 'not-at-this-stage'],
  ])('%s: %s by %s with “%s” → %s', (stage, act, own, comment, expected) => {
    const decision = decideMove({ stage, act, roles: roles(...own), levels: full, comment, isBlank: false })
    expect(decision.ok ? decision.to : decision.reason).toBe(expected)
  })

  test('nothing at all is not submitted', () => {
    expect(decideMove({ stage: 'draft', act: 'submit', roles: roles('writer'), levels: full, comment: '', isBlank: true })).toEqual({ ok: false, reason: 'blank-sheet' })
  })

  test('stages without a unit are left out', () => {
    const submit = (levels: typeof full) => decideMove({ stage: 'draft', act: 'submit', roles: roles('writer'), levels, comment: '', isBlank: false })
    expect(submit({ hasSection: false, hasDepartment: true })).toMatchObject({ to: 'department' })
    expect(submit({ hasSection: false, hasDepartment: false })).toMatchObject({ to: 'office' })
  })

  test('approvals always end, and nobody without a role ever moves or writes', () => {
    const stage = fc.constantFrom(...STAGES)
    const levels = fc.record({ hasSection: fc.boolean(), hasDepartment: fc.boolean() })
    fc.assert(fc.property(stage, levels, fc.constantFrom(...SHEET_ACTS), (from, own, act) => {
      expect(decideMove({ stage: from, act, roles: roles(), levels: own, comment: 'x', isBlank: false }).ok).toBe(false)
      expect(mayWriteAt(from, roles(), false).ok).toBe(false)
      let at: Stage = 'draft'
      for (let count = 0; at !== 'accepted'; count++) {
        expect(count).toBeLessThan(5)
        const next = decideMove({ stage: at, act: at === 'draft' ? 'submit' : 'approve', roles: roles('office'), levels: own, comment: 'x', isBlank: false })
        expect(next.ok).toBe(true)
        at = next.ok ? next.to : 'accepted'
      }
    }))
  })

  test('buttons are shown exactly for what would be granted', () => {
    const cases = fc.record({ stage: fc.constantFrom(...STAGES), roles: fc.uniqueArray(fc.constantFrom(...SHEET_ROLES)).map((own) => new Set(own)), levels: fc.constant(full) })
    fc.assert(fc.property(cases, (given) => {
      for (const act of actsOpen({ ...given, isBlank: false })) expect(decideMove({ ...given, act, comment: 'said', isBlank: false }).ok).toBe(true)
    }))
  })
})

test.each<[Stage, string, number]>([
  ['draft', '2026-06-20', 0], ['draft', '2026-06-21', 1], ['section', '2026-06-21', 0], ['section', '2026-07-02', 5], ['office', '2026-08-20', 31], ['accepted', '2027-01-01', 0],
])('a sheet at %s is late on %s by %s days', (stage, today, days) => {
  const round = { writeBy: day('2026-06-20'), sectionBy: day('2026-06-27'), departmentBy: day('2026-07-04'), officeBy: day('2026-07-20') }
  expect(daysLate(stage, round, day(today))).toBe(days)
})
