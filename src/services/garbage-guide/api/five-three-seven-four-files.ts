import { writeCsv } from '#capabilities/documents/csv.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { FIVE_THREE_SEVEN_FOUR_FILES, writeFiveThreeSevenFour } from '../rules/five-three-seven-four.ts'
import { guideFor } from '../store/guide-copy.ts'

/** One of the five files that a 5374 site reads, e.g. `/garbage/5374/area_days.csv`. */
export async function showFiveThreeSevenFour(visit: Visit): Promise<Answer> {
  const file = FIVE_THREE_SEVEN_FOUR_FILES.find((name) => name === visit.params.file)
  if (file === undefined) throw new Fault('not-found', `5374 has ${FIVE_THREE_SEVEN_FOUR_FILES.join(', ')}`)
  const { guide } = await guideFor(visit)
  const made = writeCsv(writeFiveThreeSevenFour({ ...guide, remarks: [] })[file], { encoding: 'utf-8', missingCharacters: 'refuse' })
  if (!made.ok) throw new Fault('broken', `the file cannot be written: ${made.reason}`)
  return fileAnswer(Buffer.from(made.bytes), 'text/csv; charset=utf-8')
}
