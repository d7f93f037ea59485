import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitorActor } from '#kernel/access/actor.ts'
import { LANGUAGES, Voice } from '#kernel/text/text.ts'
import { notices } from '../notices/manifest.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { phrasebook } from './manifest.ts'
import { renderMissing } from './missing-slots.ts'
import { composeTexts, type Slots } from './phrasebook.ts'

let city: TestWeb

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, notices, phrasebook])
})
afterAll(() => city.close())

const name = (ja: string, kana: string, romaji: string) => ({ ja: `{${ja}|${kana}}`, 'ja-x-yasashii': `{${ja}|${kana}}`, en: romaji, pt: romaji })
const towns: Slots = { towns: { kind: 'names', names: [name('井田川町', 'いだがわちょう', 'Idagawa-cho'), name('和田町', 'わだちょう', 'Wada-cho')] } }
const shelters: Slots = { shelters: { kind: 'names', names: [name('東小学校', 'ひがししょうがっこう', 'Higashi Elementary School')] } }

const lacking = (slot: string) => ({ slot, languages: [...LANGUAGES], names: [] })
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
    expect(composed).toMatchObject({ key: 'evacuation.landslide.4', isFallback: true, missing: expect.arrayContaining([lacking('shelters'), lacking('time')]) })
    for (const language of LANGUAGES) expect(composed?.texts[language]?.sentences.join('')).not.toMatch(/\{[^|}]*\}/)
  })

  test.each(['井田川町', '', 'いだがわ'])('a town whose English name is %j is named to nobody: the sentence is left out of all four languages', async (english) => {
    const half: Slots = { towns: { kind: 'names', names: [name('和田町', 'わだちょう', 'Wada-cho'), name('井田川町', 'いだがわちょう', english)] } }
    const composed = await compose('evacuation.landslide.4', half)
    expect(composed).toMatchObject({ key: 'evacuation.landslide.4', isFallback: true, missing: expect.arrayContaining([{ slot: 'towns', languages: ['en', 'pt'], names: ['{井田川町|いだがわちょう}'] }]) })
    expect(JSON.stringify(composed?.texts)).not.toMatch(/町|Wada/)
  })

  test('a draft says what it leaves out and why, in the words of who asks for it', async () => {
    const composed = await compose('evacuation.landslide.4', { ...shelters, towns: { kind: 'names', names: [name('井田川町', 'いだがわちょう', '')] } })
    const voice = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })
    const said = renderMissing(voice, composed?.missing ?? [], { time: { ja: '', 'ja-x-yasashii': '', en: 'When to leave', pt: '' } }).source.replace(/<[^>]*>/g, '')
    expect(said).toContain('These words leave something out')
    expect(said).toContain('Towns: no name in English, Portuguese: 井田川町')
    expect(said).toContain('When to leave: not known yet.')
    expect(said).not.toContain('Open shelters')
    expect(renderMissing(voice, []).source).toBe('')
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
