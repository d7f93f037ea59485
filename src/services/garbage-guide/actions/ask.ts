import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { askForm } from '../forms.ts'
import { foldSearch } from '../rules/search.ts'
import { countOpenQuestions, keepAddress, keepQuestion, MOST_OPEN_QUESTIONS } from '../store/questions.ts'
import { askWords } from '../text/ask-words.ts'

/** Puts what was not found into the staff's queue; who asks the same again is counted on. */
export async function ask({ values, tx, voice }: Submission<ValuesOf<typeof askForm>>): Promise<Answer> {
  if ((await countOpenQuestions(tx)) >= MOST_OPEN_QUESTIONS) return redirect('/garbage', { notice: askWords.asksLimit })
  const word = values.word.trim()
  const { id, isFirst } = await keepQuestion(tx, word, foldSearch(word) || word)
  const leftAddress = values.address !== ''
  if (leftAddress) await keepAddress(tx, id, values.address, voice.language)
  tx.publish(facts.asked, `garbage-question:${id}`, { question: id, isFirst, leftAddress })
  return redirect('/garbage', { notice: askWords.asked })
}
