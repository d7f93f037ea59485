import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cityIn } from '#kernel/city/city.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { ASAHI, KAMEYAMA } from '../../../testing.ts'
import { CATALOGUE_KEYS } from '../rules/catalogue.ts'
import { chainOf } from '../rules/keys.ts'
import { problemsOf } from '../rules/template-problems.ts'
import { readPhrasebook } from './pack.ts'

const templates = readPhrasebook(cityIn(KAMEYAMA))
const textsOf = (key: string, language: (typeof LANGUAGES)[number]) => templates.find((template) => template.key === key)?.lines.map(({ text }) => text[language]).join(' ') ?? ''

describe('the phrasebook of kameyama', () => {
  test('has words for every occasion that a service asks for', () => {
    const keys = new Set(templates.map(({ key }) => key))
    expect(CATALOGUE_KEYS.filter((key) => !keys.has(key))).toEqual([])
  })

  test('has nothing that may not be approved, nor anything to weigh', () => {
    expect(templates.flatMap((template) => problemsOf(template).map((problem) => ({ key: template.key, ...problem })))).toEqual([])
  })

  test('has something to fall back to under every general key', () => {
    const keys = new Set(templates.map(({ key }) => key))
    expect(CATALOGUE_KEYS.map((key) => chainOf(key).at(-1) ?? '').filter((key) => !keys.has(key))).toEqual([])
  })

  test.each(templates.filter(({ key }) => /^evacuation\..+\.5$/.test(key)).map(({ key }) => key))('%s sends nobody to a shelter', (key) => {
    expect(textsOf(key, 'ja')).not.toContain('{shelters}')
    expect(textsOf(key, 'en')).toContain('Do not set out for a shelter')
    expect(textsOf(key, 'pt')).toContain('Não vá para o abrigo')
  })

  test.each(['evacuation.heavy-rain.3', 'evacuation.heavy-rain.4', 'evacuation.flood.4', 'evacuation.flood.5', 'warning.flood.4', 'warning.heavy-rain.5', 'shelter.opened', 'muster.call'])(
    '%s keeps people out of flooded roads', (key) => {
      for (const [language, words] of [['en', /flooded roads/], ['pt', /ruas alagadas/]] as const) expect(textsOf(key, language)).toMatch(words)
    })

  test.each([3, 4, 5])('level %i is named by its number in every language', (level) => {
    for (const { key, lines } of templates.filter((template) => new RegExp(`^evacuation\\..+\\.${level}$`).test(template.key))) {
      for (const language of LANGUAGES) expect(lines[0]?.text[language], `${key} ${language}`).toContain(String(level))
    }
  })
})

test('a city without a phrasebook has none', () => expect(readPhrasebook(cityIn(ASAHI))).toEqual([]))

describe('a mistake in a file is named with its file, row and column', () => {
  let folder: string
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'tsunagu-phrasebook-')), 'kameyama')
    cpSync(join(KAMEYAMA, 'phrasebook'), join(folder, 'phrasebook'), { recursive: true })
    cpSync(join(KAMEYAMA, 'city.json'), join(folder, 'city.json'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test.each([
    ['a line out of order', 'evacuation.any.3,2,', 'evacuation.any.3,3,', 'phrasebook/evacuation.csv row 4, column line: “3”: line-order'],
    ['no title', 'evacuation.any.3,title,', 'evacuation.any.3,1,', 'row 2, column line: “1”: no-title'],
    ['a mark nobody knows', 'evacuation.any.3,1,,', 'evacuation.any.3,1,maybe,', 'column isOptional: “maybe”: optional-shape'],
    ['a key in capitals', 'evacuation.any.3,title', 'Evacuation,title', 'row 2, column key: “Evacuation”: key-shape'],
    ['a missing translation', 'This is for {towns}.', '', 'phrasebook/evacuation.csv row 4, column textEn: text-blank'],
    ['an unknown slot', 'This is for {towns}.', 'This is for {town}.', 'unknown-slot'],
  ])('%s', (_, from, to, words) => {
    const path = join(folder, 'phrasebook', 'evacuation.csv')
    const before = readFileSync(path, 'utf8')
    expect(before).toContain(from)
    writeFileSync(path, before.replace(from, to))
    expect(() => readPhrasebook(cityIn(folder))).toThrow(words)
  })
})
