import type { OpenTransaction,Tx } from '#kernel/database/transaction.ts'

/** What one service may ask another: answered in the same transaction, under the answering service's role. */
export interface Question<Input, Reply> {
  /** The answering service and what is asked, e.g. `resident-records.household-of`. */
  readonly name: string
  /** Law article or rule under which the answer may be given; written into the audit with every asking. */
  readonly basis: string
  /** About whom or what, for the audit. */
  subjectOf(input: Input): string
  /** Carries the reply's type; never present. */
  readonly reply?: Reply
}

export interface AnswerTo<Input = never, Reply = unknown> {
  readonly question: Question<Input, Reply>
  answer(tx: Tx, input: Input): Promise<Reply>
}

export type AskQuestion = <Input, Reply>(tx: OpenTransaction, question: Question<Input, Reply>, input: Input) => Promise<Reply>

export function question<Input, Reply>(
  name: string,
  terms: { basis: string; subjectOf(input: Input): string },
): Question<Input, Reply> {
  return { name, ...terms }
}
