import { describe, expect, it } from 'vitest'
import { LANGUAGES, Voice } from '#kernel/text/text.ts'
import { REPORT_PROBLEM_REASONS, REPORT_REFUSALS } from './report-changes.ts'
import { REPORT_REFUSAL_WORDS, sayReportProblem } from './text.ts'

const voices = LANGUAGES.map((language) => new Voice({ language, hasFurigana: false, textSize: 'standard' }))
const place = { sheet: '表紙', cell: 'C3', projectKey: null }

describe('what people read about an edited workbook', () => {
  it.each(REPORT_PROBLEM_REASONS)('%s is said in four languages, and what a cell holds is never markup', (reason) => {
    const problem = { ...place, field: null, reason, found: '<b>甲</b>', known: '<i>乙</i>' }
    const said = voices.map((voice) => sayReportProblem(voice, problem).source)
    expect(new Set(said).size).toBe(LANGUAGES.length)
    for (const source of said) {
      expect(source).toMatch(/&lt;[bi]&gt;/)
      expect(source).not.toMatch(/<[bi]>/)
    }
  })

  it.each(REPORT_REFUSALS)('%s is said in four languages', (reason) => {
    expect(new Set(voices.map((voice) => voice.plain(REPORT_REFUSAL_WORDS[reason]))).size).toBe(LANGUAGES.length)
  })
})
