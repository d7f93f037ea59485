import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HAZARDS, type Level, type LevelChange } from '../model.ts'
import { ruleFor, rulesOn, suggestionStep, type ResponseRule, type Standing } from './suggestions.ts'

const day = Temporal.PlainDate.from('2026-11-22')
const at = Temporal.Instant.from('2026-11-22T11:00:00Z')

function rule(more: Partial<ResponseRule>): ResponseRule {
  return {
    id: 1, hazard: 'landslide', level: 3, kinds: [], areas: [], orderLevel: null, noticeLevel: null, towns: ['安坂山町'], callOut: '', musterClass: '', isPrepared: false,
    validFrom: Temporal.PlainDate.from('2026-05-28'), validTo: null, source: 'invented for this test', ...more,
  }
}

const RULES: readonly ResponseRule[] = [
  rule({ id: 2, level: 2, callOut: '準備体制' }), rule({ id: 3, level: 3, orderLevel: 3 }), rule({ id: 4, level: 4, orderLevel: 4 }), rule({ id: 5, level: 5, orderLevel: 5 }),
  rule({ id: 6, hazard: 'earthquake', level: null, kinds: ['6-', '6+', '7'], noticeLevel: 4, towns: [] }),
  rule({ id: 7, hazard: 'flood', level: 4, orderLevel: 4, areas: ['240001'], towns: ['野村町'] }),
]

function change(from: Level | null, to: Level | null, more: Partial<LevelChange> = {}): LevelChange {
  return {
    id: 'change', realm: 'live', hazard: 'landslide', areaCode: '2421000', areaName: '亀山市', from, to, kindName: '', kindCode: '49', telegramType: 'VPWW56',
    telegramId: 'telegram', at, recordedAt: at, reason: 'raised', ...more,
  }
}

const nothing: Standing = { open: undefined, inForce: [], elsewhere: [], ofEvent: [] }
const inForce = (level: number) => ({ ...nothing, inForce: [{ level, towns: ['安坂山町', '両尾町'] }] })
const waiting = (level: Level): Standing => ({ ...nothing, open: { act: 'issue', level } })

describe('what a change of level calls for', () => {
  test.each<[string, LevelChange, Standing, object]>([
    ['2 → 4 in one telegram is level 4’s way', change(2, 4), nothing, { kind: 'suggest', suggested: { act: 'issue', level: 4 } }],
    ['0 → 5 at once', change(0, 5), nothing, { kind: 'suggest', suggested: { act: 'issue', level: 5 } }],
    ['level 2 only calls staff out', change(0, 2), nothing, { kind: 'suggest', suggested: { act: 'call-out', callOut: '準備体制' } }],
    ['below every rule nothing', change(0, 1), nothing, { kind: 'none' }],
    ['said again while it waits', change(4, 4), waiting(4), { kind: 'none' }],
    ['said again while it is in force', change(4, 4), inForce(4), { kind: 'none' }],
    ['graver than what waits', change(3, 4), waiting(3), { kind: 'suggest', suggested: { act: 'issue', level: 4 } }],
    ['graver than what is in force', change(3, 4), inForce(3), { kind: 'suggest', suggested: { act: 'issue', level: 4 } }],
    ['less grave than what is in force, but rising', change(2, 3), inForce(4), { kind: 'none' }],
    ['fallen while in force: to the level that is left', change(4, 3), inForce(4), { kind: 'suggest', suggested: { act: 'lower', level: 3 } }],
    ['fallen below every order: lift', change(4, 2), inForce(4), { kind: 'suggest', suggested: { act: 'lower', level: null } }],
    ['fallen, and lifting waits already', change(2, 0), { ...inForce(4), open: { act: 'lower', level: null } }, { kind: 'none' }],
    ['fallen before anybody decided', change(4, 1), waiting(4), { kind: 'withdraw' }],
    ['an order for other towns does not count', change(0, 4), { ...nothing, inForce: [{ level: 5, towns: ['関町木崎'] }] }, { kind: 'suggest' }],
    ['not understood: nothing is taken back', change(4, null), waiting(4), { kind: 'none' }],
    ['the same towns wait under another area', change(0, 4), { ...nothing, elsewhere: [{ act: 'issue', level: 4, towns: ['安坂山町'] }] }, { kind: 'none' }],
    ['other towns wait under another area', change(0, 4), { ...nothing, elsewhere: [{ act: 'issue', level: 4, towns: ['関町木崎'] }] }, { kind: 'suggest' }],
    ['an earthquake is told', change(0, 4, { hazard: 'earthquake', kindCode: '6-' }), nothing, { kind: 'suggest', suggested: { act: 'tell', level: 4 } }],
    ['by region and then by city: once', change(0, 4, { hazard: 'earthquake', kindCode: '6-' }), { ...nothing, ofEvent: [{ act: 'tell', level: 4 }] }, { kind: 'none' }],
    ['a smaller one after it takes nothing back', change(4, 2, { hazard: 'earthquake', kindCode: '3' }), { ...nothing, open: { act: 'tell', level: 4 } }, { kind: 'none' }],
    ['a river that the rule is for', change(0, 4, { hazard: 'flood', areaCode: '240001' }), nothing, { kind: 'suggest', suggested: { towns: ['野村町'] } }],
    ['a river that it is not for', change(0, 4, { hazard: 'flood', areaCode: '240002' }), nothing, { kind: 'none' }],
  ])('%s', (_name, given, standing, expected) => {
    expect(suggestionStep(given, standing, RULES)).toMatchObject(expected)
  })

  test('whatever is said, what is covered already is never suggested to be issued', () => {
    const level = fc.constantFrom<Level | null>(null, 0, 1, 2, 3, 4, 5)
    fc.assert(fc.property(level, level, fc.constantFrom(...HAZARDS), fc.integer({ min: 3, max: 5 }), (from, to, hazard, held) => {
      const step = suggestionStep(change(from, to, { hazard }), { ...nothing, inForce: [{ level: held, towns: ['安坂山町', '野村町'] }] }, RULES)
      if (step.kind === 'suggest' && step.suggested.act === 'issue') expect(step.suggested.level).toBeGreaterThan(held)
    }))
  })
})

describe('the table', () => {
  test('a rule for the kind goes before one for all, and the highest level reached before a lower one', () => {
    const table = [rule({ id: 1, level: 3, orderLevel: 3 }), rule({ id: 2, level: 4, orderLevel: 4 }), rule({ id: 3, level: 4, kinds: ['49'], orderLevel: 5 })]
    expect(ruleFor(table, change(0, 4))?.id).toBe(3)
    expect(ruleFor(table, change(0, 4, { kindCode: '48' }))?.id).toBe(2)
    expect(ruleFor(table, change(0, 3, { kindCode: '09' }))?.id).toBe(1)
  })

  test('rules hold from their first day to their last', () => {
    const old = rule({ id: 8, validFrom: Temporal.PlainDate.from('2021-05-20'), validTo: Temporal.PlainDate.from('2026-05-27') })
    const ids = (on: string) => rulesOn([old, ...RULES], Temporal.PlainDate.from(on)).map(({ id }) => id)
    expect(ids('2026-05-27')).toEqual([8])
    expect(ids('2026-05-28')).not.toContain(8)
    expect(rulesOn(RULES, day)).toHaveLength(RULES.length)
  })
})
