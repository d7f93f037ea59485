import { QUESTION_STATES, type QuestionFilter } from '../model.ts'

/** Where the pages of the import desk lie, and how a view's filter travels in their addresses. */
export const LIST_PATH = '/staff/imports'

export function readingPath(readingId: string): string {
  return `${LIST_PATH}/${readingId}`
}

const LONGEST_WORDS = 200

export function filterIn(values: Readonly<Record<string, unknown>>): QuestionFilter {
  const textOf = (name: string) => (typeof values[name] === 'string' ? values[name].slice(0, LONGEST_WORDS) : '')
  const state = QUESTION_STATES.find((known) => known === values.state) ?? ''
  return { state, kind: textOf('kind'), words: textOf('q').trim() }
}

/** The filter as form values; empty ones are left out. */
export function filterValues({ state, kind, words }: QuestionFilter): Record<string, string> {
  return Object.fromEntries(Object.entries({ state, kind, q: words }).filter(([, value]) => value !== ''))
}

export function isNarrowed(filter: QuestionFilter): boolean {
  return Object.keys(filterValues(filter)).length > 0
}

/** The question at a position, in the view it was reached from; `after` names the one just answered. */
export function questionPath(readingId: string, filter: QuestionFilter, at: number | null, after?: number): string {
  const query = new URLSearchParams(filterValues(filter))
  if (at !== null) query.set('at', String(at))
  if (after !== undefined) query.set('after', String(after))
  const words = query.size === 0 ? '' : `?${query}`
  return `${readingPath(readingId)}${words}${at === null ? '' : `#${cardIdOf(at)}`}`
}

export function cardIdOf(position: number): string {
  return `question-${position}`
}

export function listPath(readingId: string, filter: QuestionFilter, page = 1): string {
  const query = new URLSearchParams(filterValues(filter))
  if (page > 1) query.set('page', String(page))
  return `${readingPath(readingId)}/questions${query.size === 0 ? '' : `?${query}`}`
}

export function acceptAllPath(readingId: string, filter: QuestionFilter): string {
  const query = new URLSearchParams(filterValues({ ...filter, state: '' }))
  return `${readingPath(readingId)}/accept-all${query.size === 0 ? '' : `?${query}`}`
}
