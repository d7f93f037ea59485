import { Fault } from '#kernel/faults/faults.ts'
import { LANGUAGES, type Language, type Phrase } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { FIELD_ENDINGS } from '../forms.ts'
import { NEWS_TOPICS, type NewsText, type NewsTexts, type NewsTopic } from '../model.ts'
import { DESK_PATH } from '../pages/staff-desk.ts'
import { itemWanted, newsPage, type NewsDraft } from '../pages/staff-item.ts'
import { digestOf } from '../rules/digest.ts'
import { listPublished } from '../store/news.ts'
import { staffWords } from '../text/staff-words.ts'
import { confirm, publish, type PublishOutcome } from './publish.ts'
import { rewrite, sendBack, withdraw, writeNew } from './write.ts'

type NewsVisit = Submission<Record<string, unknown>>

/** Most items that go into a digest; more than that is no digest. */
const DIGEST_ITEMS = 20

/** Looks at what was typed, or keeps it. Nothing leaves. */
export async function saveNews(visit: NewsVisit): Promise<Answer> {
  const { tx, typed, params } = visit
  const item = params.id === undefined ? null : await itemWanted(visit)
  const draft: NewsDraft = { item, topic: topicIn(typed), texts: textsIn(typed), isChecked: true }
  if (textOf(typed.act) !== 'save') return newsPage(visit, draft)
  if (draft.texts.ja === null || draft.texts.ja.title === '') return newsPage(visit, { ...draft, notice: staffWords.problems })
  if (item === null) return redirect(`${DESK_PATH}/${await writeNew(tx, draft)}`, { notice: staffWords.saved })
  const written = await rewrite(tx, item.id, { ...draft, seen: textOf(typed.seen) })
  if (!written.ok) return newsPage(visit, { ...draft, notice: staffWords[written.why] })
  return redirect(`${DESK_PATH}/${written.id}`, { notice: written.isPublic ? staffWords.corrected : staffWords.saved })
}

function topicIn(typed: NewsVisit['typed']): NewsTopic {
  return NEWS_TOPICS.find((topic) => topic === typed.topic) ?? 'city'
}

function textsIn(typed: NewsVisit['typed']): NewsTexts {
  return Object.fromEntries(LANGUAGES.map((language) => [language, textIn(typed, language)])) as unknown as NewsTexts
}

/** One sentence a line; nothing typed is no text. */
function textIn(typed: NewsVisit['typed'], language: Language): NewsText | null {
  const ending = FIELD_ENDINGS[language]
  const title = textOf(typed[`title.${ending}`]).replace(/\s*\n\s*/g, ' ').trim()
  const sentences = textOf(typed[`body.${ending}`]).split('\n').map((line) => line.trim()).filter((line) => line !== '')
  if (title === '' && sentences.length === 0) return null
  return { title, sentences, origin: textOf(typed[`origin.${ending}`]) === 'machine' && language !== 'ja' ? 'machine' : 'human' }
}

export async function publishNews(visit: NewsVisit): Promise<Answer> {
  const { id } = await itemWanted(visit)
  return afterSending(id, await publish(visit.tx, visit.directory.parts, id, textOf(visit.typed.seen)))
}

export async function confirmNews(visit: NewsVisit): Promise<Answer> {
  const { id } = await itemWanted(visit)
  return afterSending(id, await confirm(visit.tx, visit.directory.parts, id, textOf(visit.typed.seen)))
}

const REFUSALS: Readonly<Record<Extract<PublishOutcome, { kind: 'refused' }>['why'], Phrase<never>>> = {
  overtaken: staffWords.overtaken, problems: staffWords.problems, 'own-asking': staffWords.ownAsking,
}

function afterSending(id: string, outcome: PublishOutcome): Answer {
  const notice = outcome.kind === 'published' ? staffWords.published : outcome.kind === 'asked' ? staffWords.askedNotice : REFUSALS[outcome.why]
  return redirect(`${DESK_PATH}/${id}`, { notice })
}

export async function sendBackNews(visit: NewsVisit): Promise<Answer> {
  const { id } = await itemWanted(visit)
  return redirect(`${DESK_PATH}/${id}`, { notice: (await sendBack(visit.tx, id)) ? staffWords.sentBack : staffWords.overtaken })
}

export async function withdrawNews(visit: NewsVisit): Promise<Answer> {
  const { id } = await itemWanted(visit)
  return redirect(`${DESK_PATH}/${id}`, { notice: (await withdraw(visit.tx, id)) ? staffWords.withdrawn : staffWords.overtaken })
}

/** Makes a draft out of a month's items, the oldest first; a person reads it before it leaves. */
export async function makeDigest(visit: NewsVisit): Promise<Answer> {
  const { tx, values } = visit
  const month = monthIn(textOf(values.month))
  const items = (await listPublished(tx, { month, limit: DIGEST_ITEMS + 1 })).filter(({ kind }) => kind === 'news').slice(0, DIGEST_ITEMS).toReversed()
  if (items.length === 0) return redirect(DESK_PATH, { notice: staffWords.digestEmpty })
  const id = await writeNew(tx, { topic: 'city', kind: 'digest', texts: digestOf(month, items) })
  return redirect(`${DESK_PATH}/${id}`, { notice: staffWords.digestMade })
}

function monthIn(text: string): Temporal.PlainYearMonth {
  try {
    return Temporal.PlainYearMonth.from(text)
  } catch {
    throw new Fault('bad-request', 'the month is no month')
  }
}

export async function refuseForm(): Promise<never> {
  throw new Fault('bad-request', 'the form lacks a hidden field')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
