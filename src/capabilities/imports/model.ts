import type { Phrase, PhraseValue } from '#kernel/text/text.ts'
import type { ImportCount, Importer, ImportRefusal } from './importer.ts'

/** An importer with the part of the city that owns it, under whose role it reads and applies. */
export interface OwnedImporter {
  readonly owner: string
  readonly importer: Importer
}

export type ReadingState = 'open' | 'applied' | 'left'

/** One file, read once for one importer. */
export interface Reading {
  readonly id: string
  readonly importer: string
  readonly fileName: string
  readonly sha256: Buffer
  readonly readAt: Temporal.Instant
  readonly readByName: string
  readonly rereadAt: Temporal.Instant | null
  readonly state: ReadingState
  readonly counts: readonly ImportCount[]
  readonly questions: number
  /** SHA-256 over document, questions and counts. */
  readonly digest: Buffer
  readonly endedAt: Temporal.Instant | null
  readonly endedByName: string | null
  readonly resultPath: string | null
  readonly changes: number | null
}

export const QUESTION_STATES = ['open', 'skipped', 'accepted', 'edited'] as const
export type StoredQuestionState = (typeof QUESTION_STATES)[number]

/** A question as it is kept, with what became of it. */
export interface StoredQuestion {
  /** Place among the reading's questions, from 1. */
  readonly position: number
  readonly id: string
  readonly row: string
  readonly line: number
  readonly column: string
  readonly kind: string
  readonly read: string
  readonly proposed: string
  readonly alternatives: readonly string[]
  readonly choices: readonly string[] | null
  readonly reason: { readonly phrase: Phrase; readonly values: Readonly<Record<string, PhraseValue>> }
  readonly state: StoredQuestionState
  /** The corrected text; null unless `edited`. */
  readonly answer: string | null
  readonly answeredByName: string | null
  readonly answeredAt: Temporal.Instant | null
  /** Answers and undos so far. */
  readonly version: number
}

/** Decided, for good until it is undone; what is left for later is not. */
export function isAnswered({ state }: StoredQuestion): boolean {
  return state === 'accepted' || state === 'edited'
}

/** How far a reading's questions are. */
export interface Progress {
  readonly open: number
  readonly skipped: number
  readonly accepted: number
  readonly edited: number
  /** Answers and undos so far over all questions: a page that was shown before the last one is out of date. */
  readonly answers: number
}

export function answeredIn({ accepted, edited }: Progress): number {
  return accepted + edited
}

/** Which questions are looked at; empty texts do not narrow. */
export interface QuestionFilter {
  readonly state: StoredQuestionState | ''
  readonly kind: string
  /** Words looked for in row, column and texts. */
  readonly words: string
}

export const everyQuestion: QuestionFilter = { state: '', kind: '', words: '' }

export const ANSWER_ACTS = ['accept', 'edit', 'skip', 'undo'] as const
export type AnswerAct = (typeof ANSWER_ACTS)[number]

/** What a person did with a question, and what they saw when they did it. */
export interface SentAnswer {
  readonly position: number
  readonly questionId: string
  /** The question's version on the page that sent this. */
  readonly seen: number
  readonly act: AnswerAct
  /** The corrected text of an `edit`. */
  readonly text: string
}

/** Where a file says something else than when it was read first, because the city has changed since. */
export interface ReadingDifference {
  readonly added: readonly QuestionPlace[]
  readonly gone: readonly QuestionPlace[]
  readonly changed: readonly QuestionPlace[]
  /** Answers to questions that are gone or changed. */
  readonly lostAnswers: number
}

export interface QuestionPlace {
  readonly row: string
  readonly column: string
  readonly proposed: string
}

export type Refused = { readonly kind: 'refused'; readonly refusal: ImportRefusal }
