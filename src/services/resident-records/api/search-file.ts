import { writeCsv } from '#capabilities/documents/csv.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { takeOutForm } from '../forms/search-form.ts'
import { showFound, showSearch } from '../pages/search.ts'
import { VIEW_BASIS } from '../pages/staff-frame.ts'
import { readSearchQuery, SEARCH_LIMITS } from '../rules/search-query.ts'
import { noteViews } from '../store/audit-views.ts'
import type { PersonRecord } from '../store/people.ts'
import { searchRegister } from '../store/search.ts'
import { searchWords as words } from '../text/search-words.ts'

type TakeOutVisit = Submission<ValuesOf<typeof takeOutForm>>

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

/** The results as a file; each person in it is in the audit with the reason that was given. */
export async function takeOutSearch({ tx, values, voice }: TakeOutVisit): Promise<Answer> {
  const format = values.format === 'xlsx' ? 'xlsx' : 'csv'
  const { people } = await searchRegister(tx, readSearchQuery(values.words, tx.today), { limit: SEARCH_LIMITS.candidates })
  await noteViews(tx, people.map(({ id }) => id), { act: `take out of register as ${format}`, basis: `${VIEW_BASIS}: ${values.reason}` })
  const head = [words.number, words.name, words.kana, words.birthDate, words.address, words.standing].map((phrase) => voice.plain(phrase))
  const rows = people.map((person) => rowOf(person, voice.plain(words[person.registration.standing])))
  const made = format === 'csv'
    ? writeCsv([head, ...rows], { encoding: 'utf-8-bom', missingCharacters: 'refuse' })
    : writeXlsx({
      properties: { title: voice.plain(words.title), creator: 'Tsunagu', createdAt: tx.now },
      sheets: [{ name: 'residents', columns: head.map(() => ({ width: 20 })), rows: [head, ...rows].map((cells, index) => ({ cells: cells.map((value) => (index === 0 ? { value, style: { isBold: true } } : { value })) })), frozen: { rows: 1, columns: 0 } }],
    })
  if (!made.ok) throw new Fault('broken', `the results cannot be written: ${made.reason}`)
  return fileAnswer(Buffer.from(made.bytes), TYPES[format], `residents.${format}`)
}

/** Without a reason nothing leaves; the results stand there again. */
export async function takeOutAgain(visit: TakeOutVisit): Promise<Answer> {
  const { typed, problems, voice } = visit
  const problem = problems.reason
  const reasonError = problem === undefined ? {} : { reasonError: voice.say(problem.phrase, problem.values) }
  return typeof typed.words === 'string' ? showFound(visit, { typed: typed.words, page: 1, ...reasonError }) : showSearch(visit)
}

function rowOf({ addresseeNumber, registration: { name, kana, birthDate, address } }: PersonRecord, standing: string): string[] {
  return [addresseeNumber, name, kana, birthDate.toString(), address, standing]
}
