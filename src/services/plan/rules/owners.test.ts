import { describe, expect, test } from 'vitest'
import { planColumn } from './columns.ts'
import { KnownUnits, ownerOfPath, ownersOf, readUnitCell } from './owners.ts'

function known(...names: readonly string[]): KnownUnits {
  const units = new KnownUnits()
  for (const name of names) units.add(name)
  return units
}

describe('a cell of units', () => {
  test.each([
    ['道路課', 'single', ['道路課']],
    ['', 'single', []],
    ['まちづくり 協働課', 'joined', ['まちづくり協働課']],
    ['DX・改革 推進室', 'joined', ['DX・改革推進室']],
    ['市民部 企画部', 'joint', ['市民部', '企画部']],
    ['市民部、企画部', 'joint', ['市民部', '企画部']],
    ['公園委員会 事務局', 'joined', ['公園委員会事務局']],
    ['①予防課 ②総務課', 'numbered', ['予防課', '総務課']],
    ['第1・2係', 'single', ['第1・2係']],
  ])('%s', (text, kind, names) => {
    expect(readUnitCell(text, known())).toEqual({ kind, names })
  })

  test('a name that stands whole in another row is one name', () => {
    expect(readUnitCell('教育部 管理課', known('教育部管理課'))).toEqual({ kind: 'joined', names: ['教育部管理課'] })
    expect(readUnitCell('図書館 博物館', known('図書館', '博物館')).kind).toBe('joint')
  })
})

test.each([
  [['企画部'], ['情報課'], ['情報G'], [['企画部', '情報課', '情報G']]],
  [['企画部'], ['情報課'], [], [['企画部', '情報課', '']]],
  [
    ['市民部', '企画部'],
    ['窓口課', '情報課'],
    ['窓口G'],
    [
      ['市民部', '窓口課', '窓口G'],
      ['企画部', '情報課', ''],
    ],
  ],
  [
    ['消防本部'],
    ['総務課', '予防課'],
    ['庶務G', '査察G'],
    [
      ['消防本部', '総務課', '庶務G'],
      ['消防本部', '予防課', '査察G'],
    ],
  ],
  [[], ['会計課'], ['出納G'], [['', '会計課', '出納G']]],
  [[], [], [], []],
])('%j %j %j', (departments, sections, groups, expected) => {
  const owners = ownersOf(departments, sections, groups)
  expect(owners.map(({ department, section, group }) => [department, section, group])).toEqual(expected)
})

test.each([
  ['企画部 情報課 情報G', ['企画部', '情報課', '情報G']],
  ['企画部／情報課', ['企画部', '情報課', '']],
  ['会計課 出納係', ['', '会計課', '出納係']],
])('one cell with the path %s', (text, expected) => {
  const owner = ownerOfPath(text, (level) => planColumn(level, '').endings ?? [])
  expect([owner.department, owner.section, owner.group]).toEqual(expected)
})
