import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitorActor } from '#kernel/access/actor.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { notices } from '../notices/manifest.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { phrasebook } from './manifest.ts'
import { composeTexts, type Slots } from './phrasebook.ts'

let city: TestWeb

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, notices, phrasebook])
})
afterAll(() => city.close())

const name = (ja: string, kana: string, romaji: string) => ({ ja: `{${ja}|${kana}}`, 'ja-x-yasashii': `{${ja}|${kana}}`, en: romaji, pt: romaji })
const towns: Slots = { towns: { kind: 'names', names: [name('井田川町', 'いだがわちょう', 'Idagawa-cho'), name('和田町', 'わだちょう', 'Wada-cho')] } }
const shelters: Slots = { shelters: { kind: 'names', names: [name('東小学校', 'ひがししょうがっこう', 'Higashi Elementary School')] } }

const compose = (key: string, slots: Slots) => city.open.database.read('phrasebook', visitorActor, (tx) => composeTexts(tx, { key, slots }))

describe('composing', () => {
  test('a level-4 landslide is said in four languages from one call', async () => {
    const at = Temporal.ZonedDateTime.from('2026-11-23T19:30[Asia/Tokyo]').toInstant()
    const composed = await compose('evacuation.landslide.4', { ...towns, ...shelters, time: { kind: 'time', at } })
    expect(composed).toMatchObject({ key: 'evacuation.landslide.4', missing: [] })
    expect(composed?.texts.en?.sentences).toContain('This is for Idagawa-cho and Wada-cho.')
    expect(composed?.texts.pt?.sentences).toContain('Abrigos abertos: Higashi Elementary School.')
    const lengths = LANGUAGES.map((language) => composed?.texts[language]?.sentences.length)
    expect(new Set(lengths).size).toBe(1)
    expect(JSON.stringify(composed?.texts)).not.toMatch(/\{(towns|time|shelters)\}/)
  })

  test('shorter words where the shelters are not known', async () => {
    const composed = await compose('evacuation.landslide.4', towns)
    expect(composed).toMatchObject({ key: 'evacuation.landslide.4', isFallback: true, missing: expect.arrayContaining(['shelters', 'time']) })
    for (const language of LANGUAGES) expect(composed?.texts[language]?.sentences.join('')).not.toMatch(/\{[^|}]*\}/)
  })

  test.each(['井田川町', '', 'いだがわ'])('a town whose English name is %j is named to nobody: the sentence is left out of all four languages', async (english) => {
    const half: Slots = { towns: { kind: 'names', names: [name('和田町', 'わだちょう', 'Wada-cho'), name('井田川町', 'いだがわちょう', english)] } }
    const composed = await compose('evacuation.landslide.4', half)
    expect(composed).toMatchObject({ key: 'evacuation.landslide.4', isFallback: true, missing: expect.arrayContaining(['towns']) })
    expect(JSON.stringify(composed?.texts)).not.toMatch(/町|Wada/)
  })

  test.each([
    ['evacuation.snow-melt.4', 'evacuation.any.4'], ['evacuation.cancelled.tsunami', 'evacuation.cancelled.any'], ['warning.wave.3', 'warning.any.3'],
    ['warning.lifted.frost', 'warning.lifted.any'], ['earthquake.2', 'earthquake.any'],
  ])('%s has no words of its own: those of %s are taken', async (key, general) => {
    expect(await compose(key, {})).toMatchObject({ key: general, isFallback: true })
  })

  test.each(['shelter.opened', 'no.such.key', ''])('%j cannot be said without its slots, or at all', async (key) => {
    expect(await compose(key, {})).toBeUndefined()
  })
})
