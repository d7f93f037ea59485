// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface ImportsTables {
  'imports.answer_log': AnswerLogTable
  'imports.file': FileTable
  'imports.question': QuestionTable
  'imports.reading': ReadingTable
}

export interface AnswerLogTable {
  /** internal: order */
  entry: Generated<number>
  /** internal: of which reading */
  reading_id: string
  /** internal: which question */
  question_id: string
  /** internal: withdraw: the question changed when the file was read again */
  act: string
  /** personal: the corrected text */
  answer: string | null
  /** internal: accepted together with others, not one by one */
  is_bulk: boolean
  /** internal: when */
  at: Temporal.Instant
  /** personal: account */
  by: string
  /** personal: 氏名 as it was then */
  by_name: string
}

export interface FileTable {
  /** internal: SHA-256 of the content */
  sha256: Buffer
  /** personal: the file itself; what stands in it is only known to who brought it */
  content: Buffer
  /** internal: its size */
  size_bytes: number
  /** internal: when it first came */
  kept_at: Temporal.Instant
}

export interface QuestionTable {
  /** internal: of which reading */
  reading_id: string
  /** internal: place among its questions, from 1 */
  position: number
  /** internal: the same whenever the same file is read */
  question_id: string
  /** personal: row as people find it in the file */
  row_label: string
  /** internal: line of the file */
  line: number
  /** internal: column as printed */
  column_label: string
  /** internal: what is doubtful */
  kind: string
  /** personal: what stands in the file */
  read: string
  /** personal: what is used until somebody answers */
  proposed: string
  /** personal: other readings */
  alternatives: unknown
  /** internal: the only possible answers, where there are such */
  choices: unknown | null
  /** personal: why it is asked, as a phrase and its values */
  reason: unknown
  /** internal: where it stands */
  state: string
  /** personal: what is used instead, where it was edited */
  answer: string | null
  /** personal: account of who answered last */
  answered_by: string | null
  /** personal: 氏名 as it was then; empty for the command line */
  answered_by_name: string | null
  /** internal: when */
  answered_at: Temporal.Instant | null
  /** internal: answers and undos so far; an answer to an older version is refused */
  version: number
}

export interface ReadingTable {
  /** internal: identity */
  id: string
  /** internal: kind of file, e.g. plan */
  importer: string
  /** internal: as the sender's machine named it */
  file_name: string
  /** internal: which file */
  sha256: Buffer
  /** internal: when */
  read_at: Temporal.Instant
  /** personal: account of who brought it */
  read_by: string
  /** personal: 氏名 as it was then; empty for the command line */
  read_by_name: string
  /** internal: when it was last read again against a changed city */
  reread_at: Temporal.Instant | null
  /** internal: where it stands */
  state: string
  /** internal: what was found, by name */
  counts: unknown
  /** internal: number of doubtful places */
  questions: number
  /** internal: SHA-256 over what was read; a reading that differs is not applied */
  digest: Buffer
  /** internal: when it was applied or left */
  ended_at: Temporal.Instant | null
  /** personal: account of who did */
  ended_by: string | null
  /** personal: 氏名 as it was then */
  ended_by_name: string | null
  /** internal: page that shows what was applied */
  result_path: string | null
  /** internal: how much applying changed */
  changes: number | null
}
