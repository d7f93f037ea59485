import { assertNever } from '#kernel/values/assert-never.ts'
import type { Condition, Outcome } from '../conditions.ts'
import type { Answers, AnswerValue } from '../model.ts'

/** Weighs a condition over answers. What is not answered is unknown, and stays so unless the rest decides alone. */
export function weigh(condition: Condition, answers: Answers): Outcome {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.of.map((one) => weigh(one, answers)))
    case 'any':
      return opposite(allOf(condition.of.map((one) => opposite(weigh(one, answers)))))
    case 'not':
      return opposite(weigh(condition.of, answers))
    case 'filled':
      return answers[condition.field] === undefined ? 'unknown' : said(isFilled(answers[condition.field] as AnswerValue))
    default:
      return weighAnswer(condition, answers[condition.field])
  }
}

/** The fields that a condition looks at. */
export function fieldsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(fieldsIn)
    case 'not':
      return fieldsIn(condition.of)
    default:
      return [condition.field]
  }
}

type Comparing = Exclude<Condition, { kind: 'all' | 'any' | 'not' | 'filled' }>

function weighAnswer(condition: Comparing, answer: AnswerValue | undefined): Outcome {
  if (answer === undefined || answer === '') return 'unknown'
  switch (condition.kind) {
    case 'equals':
      return said(answer === condition.value)
    case 'includes':
      return said(Array.isArray(answer) && (answer as readonly unknown[]).includes(condition.value))
    case 'at-least':
      return said(Number(answer) >= condition.value)
    case 'at-most':
      return said(Number(answer) <= condition.value)
    case 'on-or-after':
      // Days written as YYYY-MM-DD compare as texts.
      return said(dayIn(answer) >= condition.day)
    case 'on-or-before':
      return said(dayIn(answer) <= condition.day)
    default:
      return assertNever(condition)
  }
}

/** A day that stands by itself, or the one that the register gave and nobody corrected. */
function dayIn(answer: AnswerValue): string {
  if (typeof answer === 'object' && 'kind' in answer && answer.kind === 'registered') return answer.isRight ? (answer.registered ?? '') : answer.told
  return typeof answer === 'string' ? answer : ''
}

function isFilled(answer: AnswerValue): boolean {
  return Array.isArray(answer) ? answer.length > 0 : answer !== ''
}

function allOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('no')) return 'no'
  return outcomes.includes('unknown') ? 'unknown' : 'yes'
}

function opposite(outcome: Outcome): Outcome {
  return outcome === 'unknown' ? 'unknown' : outcome === 'yes' ? 'no' : 'yes'
}

function said(isSo: boolean): Outcome {
  return isSo ? 'yes' : 'no'
}
