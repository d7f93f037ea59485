import { describe, expect, test } from 'vitest'
import { Voice } from '#kernel/text/text.ts'
import { renderQuestionCard, type QuestionCardProps } from './view.ts'

const voice = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })
const frame: QuestionCardProps = {
  voice,
  id: 'question-7',
  number: 7,
  total: 43,
  row: '③(1)-3',
  column: 'R2',
  read: '平成33年度',
  proposed: '令和3年度',
  reason: 'The era ended',
  state: 'open',
  action: '/staff/imports/1/answers',
  csrfToken: 'proof',
  hidden: { question: '7' },
}
const show = (props: Partial<QuestionCardProps> = {}): string => renderQuestionCard({ ...frame, ...props }).source

/** The forms of a card, each with what its buttons send. */
function formsOf(source: string): readonly (readonly (string | undefined)[])[] {
  return Array.from(source.matchAll(/<form .*?<\/form>/gs), ([form]) =>
    Array.from(form.matchAll(/name="answer" value="(\w+)"/g), ([, value]) => value),
  )
}

describe('a question', () => {
  test('open or put off, it can be accepted, put off or edited; editing has a form of its own', () => {
    expect(formsOf(show())).toEqual([['accept', 'skip'], ['edit']])
    expect(formsOf(show({ state: 'skipped' }))).toEqual([['accept', 'skip'], ['edit']])
  })

  test.each(['accepted', 'edited'] as const)('%s, it shows the answer and can be undone', (state) => {
    const source = show({ state, answer: '令和3年度' })
    expect(formsOf(source)).toEqual([['undo']])
    expect(source).toContain('question-text-answer')
  })

  test('every form proves itself and names the question', () => {
    const source = show()
    expect(source.match(/name="csrf" value="proof"/g)).toHaveLength(2)
    expect(source.match(/name="question" value="7"/g)).toHaveLength(2)
  })

  test('the correction begins with the proposal, or with what came back wrong', () => {
    expect(show()).toContain('>\n令和3年度</textarea>')
    const wrong = show({ answer: '令和33年度', error: 'No such year' })
    expect(wrong).toContain('>\n令和33年度</textarea>')
    expect(wrong).toContain('<details class="question-edit" open>')
    expect(wrong).toContain('id="question-7-text-error"')
  })

  test('where only some answers are possible, they are offered', () => {
    const source = show({ proposed: '○', choices: [{ value: '◎', label: '◎' }, { value: '○', label: '○' }] })
    expect(source).toContain('type="radio" id="question-7-text-2" name="text" value="○" checked')
    expect(source).not.toContain('<textarea')
  })

  test('a difference is offered only between two texts', () => {
    expect(show()).toContain('<del>')
    expect(show({ read: '' })).not.toContain('<del>')
    expect(show({ read: '' })).toContain('(blank)')
    expect(show({ read: '令和3年度' })).not.toContain('question-changes')
  })

  test('only the card that is asked to takes the focus', () => {
    expect(show({ isFocused: true })).toContain('tabindex="-1" autofocus')
    expect(show()).not.toContain('autofocus')
  })
})
