import { describe, expect, it } from 'vitest'
import { LANGUAGES, Voice, type Language } from '#kernel/text/text.ts'
import { DOCUMENT_WORDS, placeWords } from './text.ts'
import { XLSX_REFUSALS } from './xlsx/refusal.ts'

const voice = (language: Language): Voice => new Voice({ language, hasFurigana: true, textSize: 'standard' })

describe('the reasons for which a document is refused', () => {
  it.each(XLSX_REFUSALS)('%s is said in four languages', (reason) => {
    const said = LANGUAGES.map((language) => voice(language).plain(DOCUMENT_WORDS[reason]))
    expect(new Set(said).size).toBe(LANGUAGES.length)
    for (const text of said) expect(text).toMatch(/[。.]$/)
  })

  it('name the place', () => {
    expect(voice('ja').plain(placeWords.inWorkbook, { sheet: '表紙', cell: 'C3' })).toBe('シート「表紙」の C3')
    expect(voice('ja').plain(placeWords.inCsv, { row: 2, column: 3 })).toBe('2行目の3列目')
  })
})
