import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { ANSWER_ACTS } from './model.ts'

/** Subjects are `reading:<id>`. What stood in the file and what was answered stay in the tables; facts carry kinds. */
export const fileRead = factType(
  'imports.file-read',
  z.object({ importer: z.string(), questions: z.int(), isAgain: z.boolean() }),
)

export const questionAnswered = factType(
  'imports.question-answered',
  z.object({ importer: z.string(), act: z.enum(ANSWER_ACTS), count: z.int().min(1) }),
)

export const applied = factType(
  'imports.applied',
  z.object({ importer: z.string(), changes: z.int(), accepted: z.int(), edited: z.int(), unanswered: z.int() }),
)

export const left = factType('imports.left', z.object({ importer: z.string() }))

export const facts = { fileRead, questionAnswered, applied, left }

export function subjectOf(readingId: string): string {
  return `reading:${readingId}`
}
