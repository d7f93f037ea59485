import { progressOf, reachOf } from '#capabilities/notices/notices.ts'
import { renderFindings } from '#capabilities/phrasebook/finding-list.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Language, type Phrase } from '#kernel/text/text.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { digestOfTexts, maySend } from '../actions/publish.ts'
import { FIELD_ENDINGS } from '../forms.ts'
import { NEWS_TOPICS, type NewsItem, type NewsTexts, type NewsTopic } from '../model.ts'
import { easyFindings, textProblems as problemsOf } from '../rules/text-problems.ts'
import { topicKey } from '../rules/topics.ts'
import { findItem } from '../store/news.ts'
import { LANGUAGE_NAMES } from '../text/news-words.ts'
import { staffWords, textProblems } from '../text/staff-words.ts'
import { topicWords } from '../text/topic-words.ts'
import { LANG_TAGS } from './said.ts'
import { deskCrumb, DESK_PATH, titleOfItem } from './staff-desk.ts'

const NO_TEXTS: NewsTexts = { ja: null, 'ja-x-yasashii': null, en: null, pt: null }

export interface NewsDraft {
  /** Null for a new one. */
  readonly item: NewsItem | null
  readonly topic: NewsTopic
  readonly texts: NewsTexts
  /** True where the problems are to be shown. */
  readonly isChecked: boolean
  readonly notice?: Phrase<never>
}

export async function showNewNews(visit: Visit): Promise<Answer> {
  return newsPage(visit, { item: null, topic: 'city', texts: NO_TEXTS, isChecked: false })
}

export async function showStaffItem(visit: Visit): Promise<Answer> {
  const item = await itemWanted(visit)
  return newsPage(visit, { item, topic: item.topic, texts: item.texts, isChecked: true })
}

export async function itemWanted({ tx, params }: Visit): Promise<NewsItem> {
  const id = params.id ?? ''
  const item = isUuid(id) ? await findItem(tx, id) : undefined
  if (item === undefined) throw new Fault('not-found', 'there is no such news')
  return item
}

/** The four texts side by side, what is wrong with them, and the way out into the world. */
export async function newsPage(visit: Visit, draft: NewsDraft): Promise<Answer> {
  const { voice } = visit
  const { item, notice, isChecked } = draft
  const isOpen = item?.state !== 'withdrawn'
  const main = html`${renderPageTitle({
    title: item === null ? voice.say(staffWords.add) : titleOfItem(item),
    ...(item?.state === 'published' ? { actions: renderLinkButton({ href: `/news/${item.id}`, label: voice.say(staffWords.publicPage), kind: 'secondary', icon: 'external' }) } : {}),
  })}
    ${renderStack({ gap: 'large', parts: [
      notice === undefined ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(notice), isAnnounced: true }),
      isChecked ? renderChecks(visit, draft.texts) : nothing,
      item === null ? nothing : await renderWayOut(visit, item),
      isOpen ? renderTextsForm(visit, draft) : nothing,
      item?.state === 'published' ? renderWithdrawal(visit, item) : nothing,
    ] })}`
  return shown({
    title: item === null ? voice.plain(staffWords.add) : titleOfItem(item), main, area: 'staff', crumbs: [deskCrumb(visit)], status: notice === undefined ? 200 : 422,
  })
}

function renderChecks({ voice }: Visit, texts: NewsTexts): Html {
  const problems = problemsOf(texts)
  const easy = easyFindings(texts)
  if (problems.length === 0 && easy.length === 0) return renderNotice({ voice, kind: 'success', title: voice.say(staffWords.fine) })
  const lines = problems.map(({ language, kind, read }) => html`<li>${voice.say(LANGUAGE_NAMES[language])}: ${voice.say(textProblems[kind], { read })}</li>`)
  const isRefused = problems.some(({ weight }) => weight === 'refused') || easy.some(({ weight }) => weight === 'refused')
  return renderNotice({
    voice, kind: isRefused ? 'error' : 'warning', title: voice.say(isRefused ? staffWords.problems : staffWords.advice),
    body: html`<ul>${lines}</ul>${easy.length === 0 ? nothing : renderFindings(voice, easy)}`,
  })
}

function renderTextsForm(visit: Visit, { item, topic, texts }: NewsDraft): Html {
  const { voice } = visit
  const act = (value: string, label: Html, kind: 'primary' | 'secondary') => renderButton({ label, name: 'act', value, kind })
  return renderForm({
    voice, action: item === null ? `${DESK_PATH}/new` : `${DESK_PATH}/${item.id}`, csrfToken: visit.formToken(), hidden: { seen: digestOfTexts(item?.texts ?? NO_TEXTS) },
    body: renderStack({ gap: 'large', parts: [
      renderField({ voice, kind: 'select', name: 'topic', label: voice.say(staffWords.topic), isRequired: true, value: topic, choices: NEWS_TOPICS.map((one) => ({ value: one, label: voice.plain(topicWords[one]) })) }),
      renderColumns({ kind: 'halves', parts: LANGUAGES.map((language) => renderText(visit, language, texts)) }),
    ] }),
    buttons: html`${act('check', voice.say(staffWords.check), 'secondary')} ${act('save', voice.say(staffWords.save), 'primary')}`,
  })
}

function renderText({ voice }: Visit, language: Language, texts: NewsTexts): Html {
  const ending = FIELD_ENDINGS[language]
  const text = texts[language]
  const isOriginal = language === 'ja'
  const hint = LANG_TAGS[language] === 'ja' ? { hint: voice.say(staffWords.headlineHint, { example: '{漢字|かんじ}' }) } : {}
  const origins = [{ value: 'human', label: voice.plain(staffWords.byHuman) }, { value: 'machine', label: voice.plain(staffWords.byMachine) }]
  return renderPanel({ heading: voice.say(LANGUAGE_NAMES[language]), body: renderStack({ parts: [
    renderField({ voice, kind: 'textarea', rows: 2, name: `title.${ending}`, label: voice.say(staffWords.headline), ...hint, isRequired: isOriginal, value: text?.title ?? '' }),
    renderField({ voice, kind: 'textarea', rows: 7, name: `body.${ending}`, label: voice.say(staffWords.body), hint: voice.say(staffWords.bodyHint), isRequired: isOriginal, value: text?.sentences.join('\n') ?? '' }),
    isOriginal ? nothing : renderField({ voice, kind: 'radios', name: `origin.${ending}`, label: voice.say(staffWords.origin), isRequired: false, isTagHidden: true, choices: origins, value: text?.origin ?? 'human' }),
  ] }) })
}

/** What may be done with it now: send, confirm, or look how far it has come. */
async function renderWayOut(visit: Visit, item: NewsItem): Promise<Html> {
  switch (item.state) {
    case 'draft':
      return maySend(item.texts) ? renderPublish(visit, item) : nothing
    case 'asked':
      return renderAsked(visit, item)
    default:
      return item.noticeId === null ? nothing : renderProgress(visit, item.noticeId)
  }
}

async function renderPublish(visit: Visit, item: NewsItem): Promise<Html> {
  const { voice, tx } = visit
  const { people } = await reachOf(tx, topicKey(item.topic), { kind: 'subscribers', towns: 'all' })
  const missing = LANGUAGES.filter((language) => item.texts[language] === null).map((language) => voice.plain(LANGUAGE_NAMES[language]))
  const untranslated = missing.length === 0 ? '' : voice.plain(staffWords.untranslated, { languages: missing.join(', ') })
  return renderConfirm({
    voice, title: voice.say(staffWords.publish), body: html`<p>${voice.say(staffWords.publishLead, { people, untranslated })}</p>`,
    action: `${DESK_PATH}/${item.id}/publish`, csrfToken: visit.formToken(), hidden: { seen: digestOfTexts(item.texts) },
    confirmLabel: voice.say(staffWords.publish), cancelHref: DESK_PATH,
  })
}

function renderAsked(visit: Visit, item: NewsItem): Html {
  const { voice, actor } = visit
  const body = html`<p>${voice.say(staffWords.secondNeeded, { people: item.askedPeople ?? 0 })}</p><p>${voice.say(staffWords.askedBy)}: ${item.askedByName}</p>`
  const form = (path: string, label: Html, kind: 'primary' | 'secondary') => renderForm({
    voice, action: `${DESK_PATH}/${item.id}/${path}`, csrfToken: visit.formToken(), hidden: { seen: digestOfTexts(item.texts) }, body: nothing, buttons: renderButton({ label, kind }),
  })
  const isOwn = item.askedBy === actor.id
  return renderPanel({ heading: voice.say(staffWords.confirm), body: renderStack({ parts: [
    body, isOwn ? html`<p>${voice.say(staffWords.ownAsking)}</p>` : nothing,
    renderCluster({ parts: [isOwn ? nothing : form('confirm', voice.say(staffWords.confirm), 'primary'), form('send-back', voice.say(staffWords.sendBack), 'secondary')] }),
  ] }) })
}

async function renderProgress({ voice, tx }: Visit, noticeId: string): Promise<Html> {
  const lines = await progressOf(tx, noticeId)
  if (lines.length === 0) return nothing
  return renderPanel({ heading: voice.say(staffWords.progress), body: renderTable({
    caption: voice.say(staffWords.progress), isCaptionHidden: true,
    columns: [{ heading: voice.say(staffWords.channel) }, { heading: voice.say(staffWords.planned), isNumeric: true }, { heading: voice.say(staffWords.handed), isNumeric: true }],
    rows: lines.map(({ channel, planned, handed }) => [channel, voice.number(planned), voice.number(handed)]),
  }) })
}

function renderWithdrawal(visit: Visit, item: NewsItem): Html {
  const { voice } = visit
  return renderConfirm({
    voice, title: voice.say(staffWords.withdraw), body: html`<p>${voice.say(staffWords.withdrawBody)}</p>`, action: `${DESK_PATH}/${item.id}/withdraw`,
    csrfToken: visit.formToken(), hidden: { seen: digestOfTexts(item.texts) }, confirmLabel: voice.say(staffWords.withdraw), cancelHref: DESK_PATH, isDangerous: true,
  })
}
