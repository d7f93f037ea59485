import { randomBytes } from 'node:crypto'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { Guide, Item } from '../model.ts'
import { findItem, loadGuide } from '../store/guide.ts'
import { changeItems, digestOf, holdGuide } from '../store/items.ts'
import { findQuestionHeld } from '../store/questions.ts'
import { staffWords } from '../text/staff-words.ts'
import { showItemForm } from '../pages/staff-item.ts'
import { answerWithItem } from './answer.ts'
import { itemTyped } from './typed-item.ts'

type ItemVisit = Submission<Record<string, unknown>>

/** Saves an item, or a new one, which may be the answer to a question. */
export async function saveItem(visit: ItemVisit): Promise<Answer> {
  const { tx, params, typed } = visit
  await holdGuide(tx)
  const guide = await loadGuide(tx)
  const before = params.key === undefined ? null : ((await findItem(tx, params.key)) ?? null)
  if (params.key !== undefined && before === null) throw new Fault('not-found', 'there is no such item')
  const key = before?.key ?? freeKey(guide, typed)
  const read = itemTyped(key, typed, guide)
  if (!read.ok) return showItemForm(visit, guide, before, { typed, problems: read.problems })
  if (textOf(typed.seen) !== digestOf(before)) {
    return showItemForm(visit, guide, before, { typed, problems: {}, notice: staffWords.overtaken })
  }
  return keep(visit, read.item)
}

async function keep({ tx, typed }: ItemVisit, item: Item): Promise<Answer> {
  const questionId = textOf(typed.question)
  const question = questionId === '' ? undefined : await findQuestionHeld(tx, questionId)
  const cause = question === undefined ? 'edit' : 'answer'
  const changes = await changeItems(tx, new Map([[item.key, item]]), { cause, reference: question?.id ?? '' })
  if (question?.state === 'open') await answerWithItem(tx, question, item, 'new-item')
  const notice = changes.length === 0 ? staffWords.unchanged : question === undefined ? staffWords.saved : staffWords.answered
  return redirect(question === undefined ? `/staff/garbage/items/${item.key}` : '/staff/garbage/questions', { notice })
}

/** The form again, with what was wrong. Fields that the form itself refuses never reach `saveItem`. */
export async function askItemAgain(visit: ItemVisit): Promise<Answer> {
  const { tx, params, typed, problems } = visit
  const guide = await loadGuide(tx)
  const before = params.key === undefined ? null : ((await findItem(tx, params.key)) ?? null)
  const read = itemTyped(before?.key ?? 'new', typed, guide)
  const all: FormProblems = read.ok ? problems : { ...read.problems, ...problems }
  return showItemForm(visit, guide, before, { typed, problems: all })
}

/** Takes an item out; its history stays and can bring it back. */
export async function removeItem({ tx, params, typed }: ItemVisit): Promise<Answer> {
  await holdGuide(tx)
  const key = params.key ?? ''
  const before = await findItem(tx, key)
  if (before === undefined) throw new Fault('not-found', 'there is no such item')
  const back = `/staff/garbage/items/${key}`
  if (textOf(typed.seen) !== digestOf(before)) return redirect(back, { notice: staffWords.overtaken })
  await changeItems(tx, new Map([[key, null]]), { cause: 'removal' })
  return redirect(`${back}/history`, { notice: staffWords.removed })
}

/** A key out of the English name, which addresses can bear; told apart by a number, or made up where there is none. */
function freeKey({ items }: Guide, typed: Typed): string {
  const base = textOf(typed['name.en']).toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40)
  const wished = base || `item-${randomBytes(4).toString('hex')}`
  const taken = new Set(items.map(({ key }) => key))
  for (let number = 1; ; number++) {
    const key = number === 1 ? wished : `${wished}-${number}`
    if (!taken.has(key)) return key
  }
}

export function textOf(value: Typed[string] | undefined): string {
  return typeof value === 'string' ? value : ''
}
