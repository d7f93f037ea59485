import { randomUUID } from 'node:crypto'
import { composeTexts } from '#capabilities/phrasebook/phrasebook.ts'
import { listDistricts } from '#capabilities/notices/notices.ts'
import type { NoticeTexts } from '#capabilities/notices/model.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, ValuesOf } from '#kernel/forms/form.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { LANGUAGE_FIELDS, textProblems, textsIn } from '../forms/text-fields.ts'
import { CHANNEL_WORDS, type alertForm } from '../forms/alert-forms.ts'
import { ALERT_CHANNELS, type Alert, type AlertLevel } from '../model.ts'
import { showAlertForm } from '../pages/alert-form.ts'
import { longTitleIn, type LongTitle } from '../rules/preview.ts'
import { readSlots } from '../rules/phrases.ts'
import { textsOf, type TypedTexts } from '../rules/sentences.ts'
import { changeAlert, findAlertHeld, keepAlert, listFollowing, noteAct } from '../store/alerts.ts'
import { alertWords as words } from '../text/alert-words.ts'

type AlertVisit = Submission<ValuesOf<typeof alertForm>>

/** Writes a draft, or changes it; nothing leaves. */
export async function saveAlert(visit: AlertVisit): Promise<Answer> {
  const { tx, values, params } = visit
  const before = params.id === undefined ? undefined : await draftHeld(tx, params.id)
  if (before === null) return redirect(`/staff/alerts/${params.id}`, { notice: words.overtaken })
  const typed = textsIn(values)
  const problems = { ...(await placeProblems(tx, values)), ...textProblems(typed) }
  if (Object.keys(problems).length > 0) return showAlertForm(visit, { before, problems, typed: visit.typed })
  const alert = alertFrom(visit, await textsFrom(tx, values, typed), before)
  const long = longTitleIn(alert.texts, alert.channels)
  if (long !== undefined) return showAlertForm(visit, { before, problems: longTitleProblem(visit, long), typed: visit.typed })
  await (before === undefined ? keepAlert(tx, alert) : changeAlert(tx, alert))
  await noteAct(tx, alert.id, before === undefined ? 'written' : 'changed')
  return redirect(`/staff/alerts/${alert.id}`, { notice: words.saved })
}

function longTitleProblem({ voice }: AlertVisit, { language, channel, limit }: LongTitle): FormProblems {
  const channelName = voice.plain(CHANNEL_WORDS[channel as keyof typeof CHANNEL_WORDS])
  return { [`title.${LANGUAGE_FIELDS[language]}`]: { phrase: words.titleTooLong, values: { channel: channelName, limit } } }
}

export async function askAlertAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const before = visit.params.id === undefined ? undefined : await draftHeld(visit.tx, visit.params.id)
  const problems = { ...textProblems(textsIn(visit.typed)), ...visit.problems }
  return showAlertForm(visit, { before: before ?? undefined, problems, typed: visit.typed })
}

/** Null where it is no draft any more. */
async function draftHeld(tx: Tx, id: string): Promise<Alert | null> {
  const alert = await findAlertHeld(tx, id)
  if (alert === undefined) throw new Fault('not-found', 'there is no such alert')
  return alert.state === 'draft' ? alert : null
}

async function placeProblems(tx: Tx, { isWholeCity, towns, channels }: AlertVisit['values']): Promise<FormProblems> {
  const problems: Record<string, FormProblems[string]> = {}
  if (!channels.some((channel) => (ALERT_CHANNELS as readonly string[]).includes(channel))) problems.channels = { phrase: words.noChannel }
  if (isWholeCity) return problems
  const present = new Set((await listDistricts(tx)).flatMap((district) => district.towns.map(({ name }) => name)))
  const gone = towns.filter((town) => !present.has(town))
  if (towns.length === 0) problems.towns = { phrase: words.noTowns }
  else if (gone.length > 0) problems.towns = { phrase: words.unknownTowns, values: { names: gone.join('、') } }
  return problems
}

async function textsFrom(tx: Tx, { phrase, slots }: AlertVisit['values'], typed: TypedTexts): Promise<NoticeTexts> {
  const composed = phrase === '' ? undefined : await composeTexts(tx, { key: phrase, slots: readSlots(slots) })
  return textsOf(typed, composed?.texts)
}

function alertFrom({ tx, actor, values }: AlertVisit, texts: NoticeTexts, before: Alert | undefined): Alert {
  return {
    id: before?.id ?? randomUUID(),
    topic: before !== undefined && before.kind !== 'issue' ? before.topic : values.topic,
    level: Number(values.urgency) as AlertLevel,
    kind: before?.kind ?? 'issue',
    refersTo: before?.refersTo ?? null,
    towns: values.isWholeCity ? 'all' : values.towns,
    texts,
    phrase: values.phrase === '' ? null : values.phrase,
    channels: ALERT_CHANNELS.filter((channel) => values.channels.includes(channel)),
    isDrill: before !== undefined && before.kind !== 'issue' ? before.isDrill : values.isDrill,
    state: 'draft', leavesAt: null, noticeId: null,
    writtenBy: before?.writtenBy ?? actor.id, writtenByName: before?.writtenByName ?? actor.person?.name ?? '',
    changedAt: tx.now, askedBy: null, askedByName: null, confirmedBy: null, confirmedByName: null, sentAt: null,
  }
}

/** A draft that corrects what went out, with its words to be mended; as simple as sending was. */
export function correctAlert(visit: Visit): Promise<Answer> {
  return follow(visit, 'update', words.correctionTitle)
}

/** A draft that withdraws what went out, already worded in every language in which it went. */
export function withdrawAlert(visit: Visit): Promise<Answer> {
  return follow(visit, 'cancel', words.withdrawalTitle)
}

async function follow({ tx, params, actor }: Visit, kind: 'update' | 'cancel', title: typeof words.correctionTitle): Promise<Answer> {
  const first = await findAlertHeld(tx, params.id ?? '')
  if (first?.state !== 'sent') throw new Fault('not-found', 'there is no such alert')
  // What was withdrawn is over: a correction of it would be a new alert.
  if ((await listFollowing(tx, first.id)).some((one) => one.kind === 'cancel')) return redirect(`/staff/alerts/${first.id}`, { notice: words.overtaken })
  const texts = Object.fromEntries(LANGUAGES.map((language) => {
    const text = first.texts[language]
    if (text === null) return [language, null]
    const insert = (phrase: typeof words.correctionTitle) => phrase[language].replace('{title}', () => text.title)
    const sentences = kind === 'cancel' ? [insert(words.withdrawalBody)] : text.sentences
    return [language, { title: insert(title), sentences, origin: kind === 'cancel' ? 'phrasebook' : 'human' }]
  })) as unknown as NoticeTexts
  const draft: Alert = {
    ...first, id: randomUUID(), kind, refersTo: first.id, texts, phrase: null, state: 'draft', leavesAt: null, noticeId: null, writtenBy: actor.id,
    writtenByName: actor.person?.name ?? '', changedAt: tx.now, askedBy: null, askedByName: null, confirmedBy: null, confirmedByName: null, sentAt: null,
  }
  await keepAlert(tx, draft)
  await noteAct(tx, draft.id, 'written')
  return redirect(kind === 'cancel' ? `/staff/alerts/${draft.id}` : `/staff/alerts/${draft.id}/edit`)
}
