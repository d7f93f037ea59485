import { describe, expect, test } from 'vitest'
import { lockComplaints, lockedMigrations, presentMigrations } from '../../tools/lock-migrations.ts'
import { ROOT } from '../../tools/tool.ts'

describe('migrations', () => {
  test('none that has landed was edited, and every one is in tools/migrations.lock', () => {
    expect(lockComplaints(presentMigrations(ROOT), lockedMigrations(ROOT), false)).toEqual([])
  })

  test('an edit, a loss and a new one are each noticed', () => {
    const locked = new Map([['a.sql', '1'], ['b.sql', '2']])
    expect(lockComplaints(new Map([['a.sql', '9'], ['b.sql', '2']]), locked, false)).toEqual([expect.stringContaining('a.sql: was edited')])
    expect(lockComplaints(new Map([['a.sql', '1']]), locked, true)).toEqual([expect.stringContaining('b.sql: has landed and is gone')])
    const withNew = new Map([...locked, ['c.sql', '3']])
    expect(lockComplaints(withNew, locked, false)).toEqual([expect.stringContaining('c.sql: is new')])
    expect(lockComplaints(withNew, locked, true)).toEqual([])
  })
})
