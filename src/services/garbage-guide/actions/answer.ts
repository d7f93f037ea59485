import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { aliasForm, replyForm } from '../forms.ts'
import { writeLetters } from '../jobs.ts'
import type { Item } from '../model.ts'
import { showQuestionAgain } from '../pages/staff-question.ts'
import { listItems } from '../store/guide.ts'
import { changeItems, holdGuide } from '../store/items.ts'
import { countAddresses, findQuestionHeld, settleQuestion, type Question } from '../store/questions.ts'
import { staffWords } from '../text/staff-words.ts'

const QUEUE = '/staff/garbage/questions'

/** Answers a question by making its word another word for an item that is there. */
export async function answerWithAlias(visit: Submission<ValuesOf<typeof aliasForm>>): Promise<Answer> {
  const { tx, values } = visit
  const question = await openQuestion(visit)
  if (question === null) return redirect(QUEUE, { notice: staffWords.alreadySettled })
  await holdGuide(tx)
  const item = (await listItems(tx)).find(({ key }) => key === values.item)
  if (item === undefined) return showQuestionAgain(visit, question, { item: staffWords.unknownClass })
  const longer = { ...item, aliases: [...new Set([...item.aliases, question.word])] }
  await changeItems(tx, new Map([[item.key, longer]]), { cause: 'answer', reference: question.id })
  await answerWithItem(tx, question, longer, 'alias')
  return redirect(QUEUE, { notice: staffWords.answered })
}

/** Answers without an entry, e.g. what is no waste at all. */
export async function answerWithReply(visit: Submission<ValuesOf<typeof replyForm>>): Promise<Answer> {
  const { tx, values } = visit
  const question = await openQuestion(visit)
  if (question === null) return redirect(QUEUE, { notice: staffWords.alreadySettled })
  await settleQuestion(tx, question.id, { state: 'declined', itemKey: null, reply: values.reply })
  await tellAnswered(tx, question, 'reply', null)
  return redirect(QUEUE, { notice: staffWords.answered })
}

/** A form without its field did not come from our pages, or was left blank: the page again, with the reason. */
export async function answerAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const question = await openQuestion(visit)
  if (question === null) throw new Fault('not-found', 'the question is settled')
  const field = 'item' in visit.problems ? 'item' : 'reply'
  return showQuestionAgain(visit, question, { [field]: staffWords.missing })
}

/** Settles a question by an item. Whoever left an address gets a letter. */
export async function answerWithItem(tx: Tx, question: Question, item: Item, by: 'new-item' | 'alias'): Promise<void> {
  await settleQuestion(tx, question.id, { state: 'answered', itemKey: item.key, reply: null })
  await tellAnswered(tx, question, by, item.key)
}

async function tellAnswered(tx: Tx, { id }: Question, by: 'new-item' | 'alias' | 'reply', item: string | null): Promise<void> {
  const letters = await countAddresses(tx, id)
  tx.publish(facts.answered, `garbage-question:${id}`, { question: id, by, item, letters })
  if (letters > 0) tx.enqueue(writeLetters, { question: id }, { onceKey: id })
}

/** Null where somebody else was quicker. */
async function openQuestion({ tx, params }: Pick<Submission<unknown>, 'tx' | 'params'>): Promise<Question | null> {
  const id = params.id ?? ''
  const question = /^[0-9a-f-]{36}$/.test(id) ? await findQuestionHeld(tx, id) : undefined
  if (question === undefined) throw new Fault('not-found', 'there is no such question')
  return question.state === 'open' ? question : null
}
