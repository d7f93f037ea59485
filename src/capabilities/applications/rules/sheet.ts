import type { Phrase } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Answers, AnswerValue, BankAnswer, Given, PersonAnswer, RegisteredAnswer, Sheet, SheetLine, SheetText } from '../model.ts'
import type { FieldChoice, ProcedureField, ProcedureVersion, SingleField } from '../procedure.ts'
import { explanationWords as words } from '../text/explanation-words.ts'
import { askedFields, askedOfItem, askedPages } from './asked-fields.ts'
import { weighRequirements } from './requirements.ts'

/** The application as people read it: every question that was asked with its answer, what was weighed, what was computed. */
export function sheetOf(version: ProcedureVersion, given: Given): Sheet {
  const { answers } = given
  return {
    pages: askedPages(version, answers).map(({ title, fields }) => ({
      title,
      lines: askedFields(fields, answers).flatMap((field) => linesOf(field, answers)),
    })),
    requirements: weighRequirements(version, given),
    calculation: version.calculate?.(given) ?? [],
  }
}

function linesOf(field: ProcedureField, answers: Answers): SheetLine[] {
  const answer = answers[field.key]
  if (field.kind !== 'group') return [lineOf(field, answer, field.key)]
  const items = (answer ?? []) as readonly Answers[]
  return items.flatMap((item, index) =>
    askedOfItem(field.fields, item, answers).map((own) => {
      const line = lineOf(own, item[own.key], `${field.key}.${index}.${own.key}`)
      return { ...line, label: numbered(field.itemTitle, index + 1, line.label) }
    }))
}

function lineOf({ kind, label, ...field }: SingleField, answer: AnswerValue | undefined, key: string): SheetLine {
  if (answer === undefined || answer === '') return { field: key, label, text: { phrases: [words.noAnswer] } }
  const text = textOf(kind, 'choices' in field ? field.choices : [], answer)
  const registered = kind === 'registered' ? (answer as RegisteredAnswer).registered : null
  return { field: key, label, text, ...(registered === null ? {} : { registered }) }
}

function textOf(kind: SingleField['kind'], choices: readonly FieldChoice[], answer: AnswerValue): SheetText {
  switch (kind) {
    case 'choice':
    case 'choices':
      return { phrases: [answer as string | readonly string[]].flat().map((value) => choices.find((choice) => choice.value === value)?.label ?? verbatim(value)) }
    case 'yes-no':
      return { phrases: [answer === true ? words.yes : words.no] }
    case 'consent':
      return { phrases: [answer === true ? words.confirmed : words.no] }
    case 'money':
      return { plain: `${Number(answer).toLocaleString('ja-JP')}円` }
    case 'registered':
      return { plain: told(answer as RegisteredAnswer) }
    case 'person':
      return { plain: personText(answer as PersonAnswer) }
    case 'bank':
      return { plain: bankText(answer as BankAnswer) }
    case 'text':
    case 'long-text':
    case 'date':
    case 'number':
      return { plain: typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '' }
    default:
      return assertNever(kind)
  }
}

/** What holds: the register's words, or what the person says instead. */
export function told({ isRight, registered, told: said }: RegisteredAnswer): string {
  return isRight ? (registered ?? '') : said
}

function personText({ name, birthDate }: PersonAnswer): string {
  return birthDate === '' ? name : `${name} (${birthDate})`
}

function bankText({ bank, bankCode, branchCode, type, number, holder }: BankAnswer): string {
  const types = { ordinary: '普通', current: '当座', savings: '貯蓄' }
  return `${bank}(${bankCode}) ${branchCode} ${types[type]} ${number} ${holder}`
}

/** The same in every language: for a value that no choice explains any more. */
function verbatim(text: string): Phrase<never> {
  return { ja: text, 'ja-x-yasashii': text, en: text, pt: text }
}

function numbered(title: Phrase<never>, count: number, label: Phrase<never>): Phrase<never> {
  const join = (language: 'ja' | 'ja-x-yasashii' | 'en' | 'pt') => `${title[language]} ${count}: ${label[language]}`
  return { ja: join('ja'), 'ja-x-yasashii': join('ja-x-yasashii'), en: join('en'), pt: join('pt') }
}
