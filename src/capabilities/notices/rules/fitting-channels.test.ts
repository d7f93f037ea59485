import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/text/text.ts'
import { evacuation, inventedNotice } from '../invented-notices.ts'
import type { NoticeText } from '../model.ts'
import { activitiesOf, noteOf } from './activity.ts'
import { areaMailOf } from './area-mail.ts'
import { cableTvLines, wrapColumns } from './cable-tv.ts'
import { inCharacters, inColumns } from './fitting.ts'
import { CABLE_TV_SCREEN, CHANNEL_LIMITS, longTitleOf, SIGNAGE_LIMIT } from './fitting-limits.ts'
import { screenOf } from './signage.ts'
import { spokenText } from './wording-spoken.ts'

const sentence = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }),
  fc.array(fc.constantFrom('椋川があふれそうです', '高いところへ逃げて', 'Leave the river bank', 'procure um lugar alto', '、', '（関町木崎）', 'レベル4'), { minLength: 1, maxLength: 8 }).map((parts) => `${parts.join('')}。`),
)
const text = fc.record({ title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 15 }), sentences: fc.array(sentence, { maxLength: 20 }), origin: fc.constantFrom('human' as const, 'machine' as const) })
const maybe = fc.option(text)
const texts = fc.record({ ja: text, 'ja-x-yasashii': maybe, en: maybe, pt: maybe })

/** Readings in brackets are the notice's own affair; here texts have none. */
const withoutBraces = (one: NoticeText): NoticeText => ({ ...one, title: one.title.replace(/[{}|]/g, ''), sentences: one.sentences.map((each) => each.replace(/[{}|]/g, '')) })
const plain = texts.map((all) => ({
  ja: withoutBraces(all.ja), 'ja-x-yasashii': all['ja-x-yasashii'] && withoutBraces(all['ja-x-yasashii']), en: all.en && withoutBraces(all.en), pt: all.pt && withoutBraces(all.pt),
}))

describe('whatever a notice says', () => {
  test('area mail takes it, in whole sentences, and bears the sender', () => {
    fc.assert(
      fc.property(plain, fc.boolean(), (given, isDrill) => {
        const { title, body } = areaMailOf({ texts: given, isDrill }, '亀山市')
        expect(inCharacters(title)).toBeLessThanOrEqual(CHANNEL_LIMITS['area-mail'].title)
        expect(inCharacters(body)).toBeLessThanOrEqual(CHANNEL_LIMITS['area-mail'].body)
        expect(title.startsWith('【訓練】')).toBe(isDrill || given.ja.title.startsWith('【訓練】'))
        expect(body.endsWith('（亀山市）')).toBe(true)
        const kept = body.slice(0, -'（亀山市）'.length)
        const told = title.endsWith(given.ja.title) ? given.ja.sentences : [`${given.ja.title}。`, ...given.ja.sentences]
        expect(told.some((_, count) => kept === `${told.slice(0, count).join('')}くわしくは市のホームページへ。`) || kept === told.join('')).toBe(true)
      }),
    )
  })

  test('a screen of cable television takes it', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom(...LANGUAGES), fc.boolean(), (given, language, isDrill) => {
        const lines = cableTvLines({ texts: given, isDrill }, language)
        expect(lines.length).toBeLessThanOrEqual(CABLE_TV_SCREEN.lines)
        for (const line of lines) expect(inColumns(line)).toBeLessThanOrEqual(CABLE_TV_SCREEN.columns)
      }),
    )
  })

  test('the fediverse takes it as text of 500 characters', () => {
    fc.assert(
      fc.property(plain, (given) => {
        const note = noteOf(inventedNotice({ texts: given }), 'https://city.example', null)
        for (const content of Object.values(note['contentMap'] as Record<string, string>)) {
          const shown = content.replace(/<\/p>(?=.)/gs, '\n\n').replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, '.')
          expect(inCharacters(shown)).toBeLessThanOrEqual(CHANNEL_LIMITS.activitypub.body)
        }
      }),
    )
  })

  test('a screen on a wall takes it', () => {
    fc.assert(
      fc.property(plain, (given) => {
        for (const { texts: shown } of screenOf([inventedNotice({ texts: given })]).notices) for (const one of shown) expect(inCharacters(one.text)).toBeLessThanOrEqual(SIGNAGE_LIMIT.body)
      }),
    )
  })

  test('a voice reads it twice and leaves nothing out', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom(...LANGUAGES), (given, language) => {
        const lines = spokenText({ texts: given, isDrill: true }, language, '亀山市').trimEnd().split('\n')
        const half = (lines.length - 2) / 2
        expect(lines.slice(1, 1 + half)).toEqual(lines.slice(-half))
      }),
    )
  })
})

describe('lines of fixed width', () => {
  test('lose nothing but the spaces at which they break', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 4, max: 40 }), (given, columns) => {
        const lines = wrapColumns(given, columns)
        expect(lines.join('').replace(/\s/g, '')).toBe(given.replace(/\s/g, ''))
        for (const line of lines) expect(inColumns(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })

  test.each([
    ['避難所を開きました。', 20, ['避難所を開きました。']],
    ['避難所を開きました。', 18, ['避難所を開きまし', 'た。']],
    ['Leave the river bank now', 10, ['Leave the', 'river bank', 'now']],
    ['supercalifragilistic', 8, ['supercal', 'ifragili', 'stic']],
    ['', 10, []],
  ])('%j in %i columns', (given, columns, lines) => {
    expect(wrapColumns(given, columns)).toEqual(lines)
  })
})

describe('a title', () => {
  const long = (title: string) => ({ ...evacuation.texts, ja: { title, sentences: [], origin: 'human' as const } })

  test('is measured as its readers see it: readings do not count where they are dropped', () => {
    const title = '{避難指示|ひなんしじ}'.repeat(3)
    expect(longTitleOf({ texts: long(title), channels: ['area-mail'], level: 4 })).toBeUndefined()
    expect(longTitleOf({ texts: long(`${title}あいうえ`), channels: ['area-mail'], level: 4 })).toEqual({ channel: 'area-mail', language: 'ja', limit: 15 })
  })

  test.each(['mail', 'push', 'line', 'activitypub', 'l-alert', 'cable-tv'] as const)('too long for %s is refused in its name', (channel) => {
    expect(longTitleOf({ texts: long('あ'.repeat(500)), channels: [channel], level: 0 })).toMatchObject({ channel, language: 'ja' })
    expect(longTitleOf({ texts: long('あ'.repeat(20)), channels: [channel], level: 0 })).toBeUndefined()
  })

  test.each([['警戒レベル５緊急安全確保', true, '【訓練】市からのお知らせ'], ['大雨 警戒レベル3 高齢者等避難', false, '市からのお知らせ']])('that has no room on a phone stands in the body: %s', (title, isDrill, shown) => {
    expect(areaMailOf({ texts: long(title), isDrill }, '亀山市')).toEqual({ title: shown, body: `${title}。（亀山市）` })
  })
})

describe('what the fediverse is told', () => {
  const first = inventedNotice({ id: 'first' })
  const second = inventedNotice({ id: 'second', kind: 'update', refersTo: 'first' })
  const third = inventedNotice({ id: 'third', kind: 'cancel', refersTo: 'second' })
  const told = (activities: ReturnType<typeof activitiesOf>) => activities.map(({ type, object }) => [type, (object as { id: string }).id])
  const at = (id: string) => `https://city.example/activitypub/notices/${id}`

  test('is a note for each notice; what it replaces says so, what it takes back goes', () => {
    expect(told(activitiesOf(first, [], 'https://city.example'))).toEqual([['Create', at('first')]])
    expect(told(activitiesOf(second, [first], 'https://city.example'))).toEqual([['Update', at('first')], ['Create', at('second')]])
    expect(told(activitiesOf(third, [first, second], 'https://city.example'))).toEqual([['Delete', at('first')], ['Delete', at('second')], ['Create', at('third')]])
  })

  test('bears the same ids whenever it is written', () => {
    expect(activitiesOf(second, [first], 'https://city.example')).toEqual(activitiesOf(second, [first], 'https://city.example'))
  })
})
