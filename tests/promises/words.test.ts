import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, partsOf, type Language } from '#kernel/text/text.ts'
import { filesBelow } from '../../tools/rooms/files.ts'
import { isNode, parsed, visit, type Node, type Source } from '../../tools/rooms/syntax.ts'
import { ROOT } from '../../tools/tool.ts'

/** A phrase as it stands in a source: its place, and what it says in each language. */
interface WrittenPhrase {
  readonly place: string
  readonly words: Readonly<Partial<Record<Language, string>>>
}

/** Stands for what a program puts together. */
const UNWRITTEN = '…'

/** Every object in the program that speaks やさしい日本語 is a phrase, wherever it stands. */
const phrases = filesBelow(ROOT, 'src')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    return text.includes('ja-x-yasashii') ? phrasesIn(parsed(file, text)) : []
  })

describe('every phrase speaks four languages', () => {
  test('there are phrases to look at', () => {
    expect(phrases.length).toBeGreaterThan(300)
  })

  test('none is missing or empty', () => {
    const silent = phrases.flatMap(({ place, words }) => LANGUAGES.filter((language) => !words[language]?.trim()).map((language) => `${place}: ${language}`))
    expect(silent).toEqual([])
  })

  test('placeholders are the same in all four', () => {
    const differing = phrases.filter(({ words }) => new Set(LANGUAGES.map((language) => placeholdersIn(words[language] ?? ''))).size > 1)
    expect(differing.map(({ place, words }) => `${place}: ${LANGUAGES.map((language) => placeholdersIn(words[language] ?? '')).join(' / ')}`)).toEqual([])
  })

  test('やさしい日本語 has a reading over every kanji, and readings are kana', () => {
    const bare = phrases.filter(({ words }) => /\p{Script=Han}/u.test(withoutReadings(words['ja-x-yasashii'] ?? '')))
    expect(bare.map(({ place, words }) => `${place}: ${words['ja-x-yasashii']}`)).toEqual([])
    const wrong = phrases.flatMap(({ place, words }) => wrongReadings(words['ja-x-yasashii'] ?? '').concat(wrongReadings(words.ja ?? '')).map((reading) => `${place}: ${reading}`))
    expect(wrong).toEqual([])
  })

  test('furigana stands over every kanji of the Japanese', () => {
    const bare = phrases.filter(({ words }) => /\p{Script=Han}/u.test(withoutReadings(words.ja ?? '')))
    expect(bare.map(({ place, words }) => `${place}: ${words.ja}`)).toEqual([])
  })

  test('English and Portuguese are not left in Japanese: only names and quoted words are', () => {
    const mixed = phrases.filter(({ words }) => [words.en, words.pt].some(isMostlyJapanese))
    expect(mixed.map(({ place, words }) => `${place}: ${words.en} / ${words.pt}`)).toEqual([])
  })
})

function phrasesIn(source: Source): WrittenPhrase[] {
  const found: WrittenPhrase[] = []
  visit(source.program, (node) => {
    if (node.type !== 'ObjectExpression') return
    const words = wordsOf(node)
    // Values that a program reads from elsewhere are no written phrase.
    if ('ja-x-yasashii' in words && Object.values(words).some((text) => text !== UNWRITTEN)) found.push({ place: `${source.file}:${source.lineOf(node)}`, words })
  })
  return found
}

function wordsOf(object: Node): Partial<Record<Language, string>> {
  const words: Partial<Record<Language, string>> = {}
  for (const property of object.properties as readonly Node[]) {
    const key = property.key as { value?: unknown } | undefined
    const language = LANGUAGES.find((known) => known === key?.value)
    if (language !== undefined && property.type === 'KeyValueProperty') words[language] = textOf(property.value)
  }
  return words
}

/** Words are written out. What a program puts together (a sum, a call) counts as text without looking into it. */
function textOf(value: unknown): string {
  if (!isNode(value)) return ''
  if (value.type === 'StringLiteral') return value.value as string
  if (value.type === 'BinaryExpression') return textOf(value.left) + textOf(value.right)
  if (value.type === 'TemplateLiteral') return (value.quasis as readonly { cooked: string }[]).map((quasi) => quasi.cooked).join(UNWRITTEN)
  return UNWRITTEN
}

function placeholdersIn(text: string): string {
  return partsOf(text).flatMap((part) => (part.kind === 'placeholder' ? [part.name] : [])).sort().join(', ')
}

function withoutReadings(text: string): string {
  return partsOf(text).map((part) => (part.kind === 'text' ? part.text : '')).join('')
}

/** 々 and the like stand in the base; a reading is kana, with ー, ・ and blanks. */
function wrongReadings(text: string): string[] {
  return partsOf(text).flatMap((part) => (part.kind === 'ruby' && !/^[\p{Script=Hiragana}\p{Script=Katakana}ー・ ]+$/u.test(part.reading) ? [`{${part.base}|${part.reading}}`] : []))
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** 日本語 in the choice of languages, 再掲 where a form wants it typed so: those may stand in any language. */
function isMostlyJapanese(text = ''): boolean {
  const foreign = text.match(JAPANESE)?.length ?? 0
  return /[。、]/.test(text) || (foreign > 4 && foreign > text.length / 3)
}
