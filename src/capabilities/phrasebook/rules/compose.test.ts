import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language, type Phrase } from '#kernel/text/text.ts'
import { SLOTS, type Slots, type TemplateLine } from '../model.ts'
import { composeLines, missingIn } from './compose.ts'
import { chainOf } from './keys.ts'
import { writtenTime } from './times.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Tokyo').toInstant()
const bare = (text: string) => text.replace(/\{([^|}]*)\|[^}]*\}/g, '$1')

describe('times as people write them', () => {
  test.each<[string, Language, string]>([
    ['2026-11-23T19:30', 'ja', '午後7時30分'], ['2026-11-23T19:30', 'ja-x-yasashii', '午後 7時 30分'], ['2026-11-23T19:30', 'en', '7:30 pm'], ['2026-11-23T19:30', 'pt', '19h30'],
    ['2026-11-23T09:05', 'ja', '午前9時5分'], ['2026-11-23T09:05', 'en', '9:05 am'], ['2026-11-23T09:05', 'pt', '9h05'],
    ['2026-11-23T00:00', 'ja', '午前0時'], ['2026-11-23T00:00', 'en', 'midnight'], ['2026-11-23T00:00', 'pt', '0h'],
    ['2026-11-23T12:00', 'ja', '午後0時'], ['2026-11-23T12:00', 'en', 'noon'], ['2026-11-23T12:15', 'en', '12:15 pm'], ['2026-11-23T00:15', 'en', '12:15 am'],
    ['2026-11-24T00:10', 'ja', '11月24日午前0時10分'], ['2026-11-24T00:10', 'ja-x-yasashii', '11月 24日 午前 0時 10分'],
    ['2026-11-24T00:10', 'en', '12:10 am on 24 November'], ['2026-11-24T00:10', 'pt', '0h10 de 24 de novembro'],
  ])('%s in %s is %s', (moment, language, written) => expect(bare(writtenTime(at(moment), language, today))).toBe(written))

  test.each([['2026-11-23T19:30', '30{分|ぷん}'], ['2026-11-23T19:05', '5{分|ふん}'], ['2026-11-23T19:11', '11{分|ぷん}'], ['2026-11-20T19:00', '{20日|はつか}'], ['2026-11-01T19:00', '{1日|ついたち}'], ['2026-11-14T19:00', '14{日|にち}']])(
    '%s is read with %s', (moment, reading) => expect(writtenTime(at(moment), 'ja', today)).toContain(reading))
})

describe('names', () => {
  const named = (...names: readonly Phrase<never>[]): Slots => ({ towns: { kind: 'names', names } })
  const one = { ja: '{甲町|こうちょう}', 'ja-x-yasashii': '{甲町|こうちょう}', en: 'Ko-cho', pt: 'Ko-cho' }
  const line = (text: string, isOptional = false): TemplateLine => ({ isOptional, text: { ja: text, 'ja-x-yasashii': text, en: text, pt: text } })

  test.each<[number, Record<Language, string>]>([
    [1, { ja: '甲町', 'ja-x-yasashii': '甲町', en: 'Ko-cho', pt: 'Ko-cho' }],
    [2, { ja: '甲町、甲町', 'ja-x-yasashii': '甲町、 甲町', en: 'Ko-cho and Ko-cho', pt: 'Ko-cho e Ko-cho' }],
    [3, { ja: '甲町、甲町、甲町', 'ja-x-yasashii': '甲町、 甲町、 甲町', en: 'Ko-cho, Ko-cho and Ko-cho', pt: 'Ko-cho, Ko-cho e Ko-cho' }],
  ])('%i of them are joined as each language does', (count, joined) => {
    const composed = composeLines([line('{towns}')], named(...Array.from({ length: count }, () => one)), today)
    for (const language of LANGUAGES) expect(bare(composed?.lines[0]?.[language] ?? '')).toBe(joined[language])
  })

  test('no name at all is a missing slot, not an empty list', () => {
    expect(composeLines([line('{towns}')], named(), today)).toBeUndefined()
    expect(composeLines([line('A'), line('{towns}', true)], named(), today)).toEqual({ missing: [{ slot: 'towns', languages: [...LANGUAGES], names: [] }], lines: [{ ja: 'A', 'ja-x-yasashii': 'A', en: 'A', pt: 'A' }] })
  })

  test('what a language lacks is told by name, also where nothing can be composed', () => {
    const half = { ja: '{乙町|おつちょう}', 'ja-x-yasashii': '{乙町|おつちょう}', en: '乙町', pt: '' }
    const why = [{ slot: 'towns', languages: ['en', 'pt'], names: ['{乙町|おつちょう}'] }, { slot: 'time', languages: [...LANGUAGES], names: [] }]
    const lines = [line('A'), line('{towns}', true), line('{towns} {time}', true)]
    expect(missingIn(lines, named(one, half), today)).toEqual(why)
    expect(composeLines(lines, named(one, half), today)?.missing).toEqual(why)
    expect(missingIn([line('{time}{level}')], { level: { kind: 'number', value: Number.NaN } }, today).map(({ slot, names }) => [slot, names])).toEqual([['time', []], ['level', []]])
  })

  test.each(['constructor', '__proto__', 'toString'])('a slot called %s is found nowhere but among what was given', (slot) => {
    expect(composeLines([line(`{${slot}}`)], {}, today)).toBeUndefined()
  })
})

describe('never half a translation', () => {
  const slot = fc.constantFrom(...SLOTS)
  const text = fc.array(fc.oneof(fc.constantFrom('あ', 'b', '。'), slot.map((name) => `{${name}}`)), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
  const lines = fc.array(fc.record({ isOptional: fc.boolean(), text: fc.record({ ja: text, 'ja-x-yasashii': text, en: text, pt: text }) }), { minLength: 1, maxLength: 6 })
  const word = fc.constantFrom('', ' ', '町', 'Town', '{町|まち}')
  const name = fc.record({ ja: word, 'ja-x-yasashii': word, en: word, pt: word })
  const value = fc.oneof(
    name.map((one) => ({ kind: 'name' as const, name: one })), fc.array(name, { maxLength: 3 }).map((names) => ({ kind: 'names' as const, names })),
    fc.constant({ kind: 'time' as const, at: at('2026-11-23T19:30') }), fc.double().map((number) => ({ kind: 'number' as const, value: number })),
  )
  const slots = fc.dictionary(slot, value)

  test('whatever is given, all languages have the same lines and no slot is left open', () => {
    fc.assert(fc.property(lines, slots, (written, given) => {
      const composed = composeLines(written, given, today)
      if (composed === undefined) return
      for (const line of composed.lines) {
        for (const language of LANGUAGES) {
          expect(line[language]).not.toMatch(/\{[a-z]+\}/)
          if (language === 'en' || language === 'pt') expect(line[language]).not.toMatch(/町/)
        }
      }
      const kept = written.length - composed.lines.length
      expect(kept).toBeLessThanOrEqual(written.filter(({ isOptional }) => isOptional).length)
      expect(kept > 0).toBe(composed.missing.length > 0)
    }))
  })
})

describe('where else to look', () => {
  test.each([
    ['evacuation.landslide.4', ['evacuation.landslide.4', 'evacuation.any.4']], ['evacuation.any.4', ['evacuation.any.4']],
    ['evacuation.lowered.flood', ['evacuation.lowered.flood', 'evacuation.lowered.any']], ['warning.wind.3', ['warning.wind.3', 'warning.any.3']],
    ['warning.lifted.wind', ['warning.lifted.wind', 'warning.lifted.any']], ['earthquake.5-upper', ['earthquake.5-upper', 'earthquake.any']],
    ['shelter.opened', ['shelter.opened']], ['landslide.home.4', ['landslide.home.4']], ['', ['']],
  ])('%s', (key, chain) => expect(chainOf(key)).toEqual(chain))
})
