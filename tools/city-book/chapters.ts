import { FAULTS, type FaultCode } from '#kernel/faults/faults.ts'
import { FAULT_WORDS } from '#kernel/faults/text.ts'
import type { Timetable } from '#kernel/jobs/job.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { Voice, type Phrase } from '#kernel/text/text.ts'
import { code, listed, table } from './markdown.ts'
import { shapeLine } from './shapes.ts'

const english = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })
const japanese = new Voice({ language: 'ja', hasFurigana: false, textSize: 'standard' })

export function inEnglish(phrase: Phrase<never>): string {
  return english.plain(phrase)
}

export function partsChapter(parts: readonly Manifest[]): string {
  const rows = parts.map((part) => [
    `[${part.name}](#${part.name})`, part.kind, japanese.plain(part.title), `${inEnglish(part.title)}: ${inEnglish(part.summary)}`, listed(part.fulfils ?? []),
  ])
  return `## Parts\n\n${table(['part', 'kind', '名称', 'what it is', 'projects of the plan'], rows)}`
}

/** Facts and questions: the only ways in which services meet. */
export function meetingsChapter(parts: readonly Manifest[]): string {
  const facts = parts.flatMap((part) =>
    Object.values(part.facts ?? {}).map((fact) => [code(fact.name), String(fact.version), part.name, listed(listenersOf(parts, fact.name)), code(shapeLine(fact.shape))]),
  )
  const questions = parts.flatMap((part) =>
    (part.answers ?? []).map(({ question }) => [code(question.name), part.name, listed(askersOf(parts, question.name)), question.basis]),
  )
  return [
    '## Facts\n', 'What parts tell each other has happened, kept in the chain.\n', table(['fact', 'version', 'published by', 'heard by', 'shape'], facts),
    '## Questions\n', 'What parts ask each other; every asking is written into the audit with its basis.\n', table(['question', 'answered by', 'asked by', 'basis'], questions),
  ].join('\n')
}

export function dutiesChapter(parts: readonly Manifest[]): string {
  const rows = parts.flatMap((part) => (part.duties ?? []).map((duty) => [code(duty.name), japanese.plain(duty.title), inEnglish(duty.title), part.name]))
  return `## Duties\n\nWhat a person at city hall may be entrusted with.\n\n${table(['duty', '職務', 'in English', 'declared by'], rows)}`
}

export function jobsChapter(parts: readonly Manifest[]): string {
  const rows = parts.flatMap((part) => (part.jobs ?? []).map((job) => [code(job.name), part.name, job.timetable === undefined ? 'when it is queued' : timeOf(job.timetable)]))
  return `## Jobs and timetable\n\n${table(['job', 'of', 'when'], rows)}`
}

export function faultsChapter(): string {
  const rows = Object.entries(FAULTS).map(([name, status]) => {
    const { title, way } = FAULT_WORDS[name as FaultCode]
    return [code(name), String(status), inEnglish(title), inEnglish(way)]
  })
  return `## Faults\n\nThe closed set of what can go wrong: a page for people, \`application/problem+json\` (RFC 9457) for machines.\n\n${table(['fault', 'status', 'what people read', 'the way out'], rows)}`
}

function listenersOf(parts: readonly Manifest[], factName: string): string[] {
  return parts.filter((part) => part.listens?.some((listener) => listener.factName === factName)).map((part) => part.name)
}

function askersOf(parts: readonly Manifest[], questionName: string): string[] {
  return parts.filter((part) => part.asks?.includes(questionName)).map((part) => part.name)
}

function timeOf(timetable: Timetable): string {
  return 'dailyAt' in timetable ? `every day at ${timetable.dailyAt}` : `every ${timetable.everyMinutes} minutes`
}
