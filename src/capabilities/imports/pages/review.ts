import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderColumns, renderProse } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { ANSWER_FIELD_NAME, renderQuestionCard, renderQuestionKeys, TEXT_FIELD_NAME } from '#design/question-card/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { Answer } from '#kernel/web/answers.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import { answeredIn, isAnswered, QUESTION_STATES, type Progress, type QuestionFilter, type StoredQuestion } from '../model.ts'
import { findNeighbour, findQuestion, listKinds } from '../store/questions.ts'
import { getProgress } from '../store/readings.ts'
import { text } from '../text.ts'
import { acceptAllPath, cardIdOf, filterIn, filterValues, isNarrowed, listPath, questionPath, readingPath } from './addresses.ts'
import { answerTextOf, kindTitleOf, nameIn, readingPage, renderAboutFile, renderCounts, renderReadingTitle, STATE_WORDS, type OnDesk } from './reading-frame.ts'

/** Where a review stands: which question is looked at, in which view. */
export interface ReviewPlace {
  readonly filter: QuestionFilter
  /** Position of the question; null: the first that wants an answer. */
  readonly at: number | null
  /** The question answered just before. */
  readonly after?: number
}

/** What came of an answer that was not taken. */
export interface ReviewTrouble {
  readonly notice?: Html
  /** What is wrong with a correction, and the correction itself. */
  readonly error?: HtmlValue
  readonly typed?: string
  readonly status: number
}

export function placeIn(query: Readonly<Record<string, string>>): ReviewPlace {
  const at = numberIn(query.at)
  const after = numberIn(query.after)
  return { filter: filterIn(query), at, ...(after === null ? {} : { after }) }
}

function numberIn(words: string | undefined): number | null {
  return words !== undefined && /^\d{1,6}$/.test(words) ? Number(words) : null
}

/** One question at a time, and beside it what surrounds the review. */
export async function showReview(desk: OnDesk, place: ReviewPlace, trouble: ReviewTrouble | null = null): Promise<Answer> {
  const { visit, reading } = desk
  const progress = await getProgress(visit.tx, reading.id)
  const at = place.at ?? (await firstWanting(desk, place.filter))
  const question = at === null ? undefined : await findQuestion(visit.tx, reading.id, at)
  const work = question === undefined ? renderNoQuestion(desk, place.filter) : await renderWork(desk, place, question, trouble)
  const main = html`
    ${renderReadingTitle(desk)} ${renderReviewHead(desk, progress, place.filter, 'one')} ${trouble?.notice}
    ${renderColumns({ kind: 'main-and-side', parts: [work, await renderSide(desk, progress, place.filter)] })}`
  return readingPage(desk, { main, status: trouble?.status ?? 200 })
}

/** The first question of a view that wants an answer: an open one, else one left for later, else the first of all. */
async function firstWanting({ visit, reading }: OnDesk, filter: QuestionFilter): Promise<number | null> {
  const wanted = filter.state === '' ? (['open', 'skipped', ''] as const) : [filter.state]
  for (const state of wanted) {
    const found = await findNeighbour(visit.tx, reading.id, { from: 0, direction: 'next', filter: { ...filter, state } })
    if (found !== null) return found
  }
  return null
}

/** Where to go after an answer: the next that wants one, from there to the end and then from the start. */
export async function nextWanting(desk: OnDesk, filter: QuestionFilter, position: number): Promise<number | null> {
  const { visit, reading } = desk
  const state = filter.state === 'skipped' ? 'skipped' : 'open'
  const terms = { from: position, direction: 'next', filter: { ...filter, state } } as const
  return (await findNeighbour(visit.tx, reading.id, terms)) ?? firstWanting(desk, filter)
}

async function renderWork(desk: OnDesk, place: ReviewPlace, question: StoredQuestion, trouble: ReviewTrouble | null): Promise<Html> {
  const { voice } = desk.visit
  return html`${await renderCard(desk, place, question, trouble)} ${renderAlternatives(desk, place, question)}
    ${renderWayBack(desk, place)} ${renderQuestionKeys(voice)}`
}

async function renderCard(desk: OnDesk, place: ReviewPlace, question: StoredQuestion, trouble: ReviewTrouble | null): Promise<Html> {
  const { visit, reading } = desk
  const { voice, tx } = visit
  const { position, state } = question
  const hrefOf = async (direction: 'next' | 'previous') => {
    const found = await findNeighbour(tx, reading.id, { from: position, direction, filter: place.filter })
    return found === null ? null : questionPath(reading.id, place.filter, found)
  }
  const next = await hrefOf('next')
  const previous = await hrefOf('previous')
  const by = question.answeredAt === null ? null : { name: nameIn(voice, question.answeredByName), at: minuteOf(question.answeredAt) }
  return renderQuestionCard({
    voice, state, id: cardIdOf(position), number: position, total: reading.questions, level: 2,
    row: rowOf(voice, question),
    column: question.column, read: question.read, proposed: question.proposed,
    reason: voice.say(question.reason.phrase, question.reason.values),
    action: readingPath(reading.id), csrfToken: visit.formToken(), hidden: hiddenOf(place, question),
    // An address with a position names the card as its fragment, and the browser puts the focus there by itself.
    isFocused: place.at === null || trouble !== null,
    ...(question.choices === null ? {} : { choices: question.choices.map((value) => ({ value, label: value })) }),
    ...(isAnswered(question) ? { answer: answerTextOf(question) } : trouble?.typed === undefined ? {} : { answer: trouble.typed }),
    ...(by === null ? {} : { answeredBy: voice.say(text.answeredBy, by) }),
    ...(trouble?.error === undefined ? {} : { error: trouble.error }),
    ...(next === null ? {} : { nextHref: next }),
    ...(previous === null ? {} : { previousHref: previous }),
  })
}

/** The row with its line in the file, unless the row is called by its line already. */
function rowOf(voice: Voice, { row, line }: StoredQuestion): HtmlValue {
  return line < 1 || row.includes(`${line}行目`) ? row : html`${row} <small>(${voice.say(text.line, { line })})</small>`
}

/** What the person sees travels with the answer, so that an answer to something else is noticed. */
function hiddenOf({ filter }: ReviewPlace, { position, id, version }: StoredQuestion): Record<string, string> {
  return { position: String(position), question: id, seen: String(version), ...filterValues(filter) }
}

function renderAlternatives(desk: OnDesk, place: ReviewPlace, question: StoredQuestion): Html {
  const { visit, reading } = desk
  const { voice } = visit
  const others = question.alternatives.slice(0, IMPORT_LIMITS.alternativesShown)
  if (isAnswered(question) || others.length === 0) return nothing
  const forms = others.map((alternative, index) =>
    renderForm({
      voice, action: readingPath(reading.id), csrfToken: visit.formToken(),
      hidden: { ...hiddenOf(place, question), [ANSWER_FIELD_NAME]: 'edit', [TEXT_FIELD_NAME]: alternative },
      body: renderProse(alternative),
      buttons: renderButton({
        label: others.length === 1 ? voice.say(text.useThis) : voice.say(text.useAlternative, { number: index + 1 }), kind: 'secondary', size: 'small',
      }),
    }),
  )
  return renderPanel({ heading: voice.say(text.alternatives), level: 3, body: forms })
}

function renderWayBack({ visit: { voice }, reading }: OnDesk, { filter, at, after }: ReviewPlace): Html {
  if (after === undefined || after === at) return nothing
  const back = renderLinkButton({
    label: voice.say(text.backToAnswered, { number: after }), kind: 'link', icon: 'undo', href: questionPath(reading.id, filter, after),
  })
  return renderNotice({ voice, kind: 'success', title: voice.say(text.justAnswered, { number: after }), actions: back })
}

function renderNoQuestion({ visit: { voice }, reading }: OnDesk, filter: QuestionFilter): Html {
  if (reading.questions === 0) return renderEmpty({ title: voice.say(text.noQuestions), body: voice.say(text.noQuestionsBody), icon: 'check-circle' })
  const clear = renderLinkButton({ label: voice.say(text.backToReview), kind: 'secondary', href: readingPath(reading.id) })
  return isNarrowed(filter)
    ? renderEmpty({ title: voice.say(text.noMatch), body: voice.say(text.noMatchBody), icon: 'filter', action: clear })
    : renderEmpty({ title: voice.say(text.allAnswered), body: voice.say(text.allAnsweredBody), icon: 'check-circle' })
}

/** How far the review is, and its two views. */
export function renderReviewHead({ visit: { voice }, reading }: OnDesk, progress: Progress, filter: QuestionFilter, view: 'one' | 'list'): Html {
  const bar = renderProgress({ voice, label: voice.say(text.progress), done: answeredIn(progress), total: reading.questions, id: 'progress' })
  if (reading.state !== 'open') return bar
  const tabs = [
    { href: questionPath(reading.id, filter, null), label: voice.say(text.oneByOne), isCurrent: view === 'one' },
    { href: listPath(reading.id, filter), label: voice.say(text.asList), isCurrent: view === 'list', count: reading.questions },
  ]
  return html`${bar} ${renderTabs({ label: voice.plain(text.views), tabs })}`
}

async function renderSide(desk: OnDesk, progress: Progress, filter: QuestionFilter): Promise<Html> {
  const { visit, reading } = desk
  return html`${renderNext(desk, progress, filter)}
    ${reading.questions === 0 ? nothing : renderPanel({ heading: visit.voice.say(text.narrow), level: 2, body: await renderReviewFilters(desk, filter, 'one') })}
    ${renderCounts(visit.voice, text.found, reading.counts)} ${renderAboutFile(desk)}`
}

export async function renderReviewFilters(desk: OnDesk, filter: QuestionFilter, view: 'one' | 'list'): Promise<Html> {
  const { visit, reading, owned } = desk
  const { voice } = visit
  const kinds = (await listKinds(visit.tx, reading.id)).map(({ kind, count, open }) => ({
    value: kind, label: `${kindTitleOf(voice, owned, kind)} (${voice.number(open)} / ${voice.number(count)})`,
  }))
  const action = view === 'one' ? readingPath(reading.id) : `${readingPath(reading.id)}/questions`
  return renderFilters({
    voice, action, clearHref: action,
    search: { name: 'q', label: voice.say(text.words), value: filter.words },
    selects: [
      { name: 'state', label: voice.say(text.state), value: filter.state, choices: QUESTION_STATES.map((value) => ({ value, label: voice.plain(STATE_WORDS[value]) })) },
      { name: 'kind', label: voice.say(text.kind), value: filter.kind, choices: kinds },
    ],
  })
}

function renderNext({ visit: { voice }, reading }: OnDesk, progress: Progress, filter: QuestionFilter): Html {
  const path = readingPath(reading.id)
  const buttons = [
    renderLinkButton({ label: voice.say(text.toApply), href: `${path}/apply`, kind: progress.open > 0 ? 'secondary' : 'primary', icon: 'check' }),
    progress.open > 0 && renderLinkButton({ label: voice.say(text.toAcceptAll), href: acceptAllPath(reading.id, filterIn({})), kind: 'secondary' }),
    progress.open > 0 && (filter.kind !== '' || filter.words !== '') &&
      renderLinkButton({ label: voice.say(text.toAcceptThese), href: acceptAllPath(reading.id, filter), kind: 'secondary' }),
    renderLinkButton({ label: voice.say(text.toLeave), href: `${path}/leave`, kind: 'link' }),
  ]
  return renderPanel({ heading: voice.say(text.next), level: 2, body: html`<div class="stack">${buttons}</div>` })
}

export function renderOvertaken({ visit: { voice } }: OnDesk, question: StoredQuestion | undefined, typed: string): Html {
  const own = typed === '' ? nothing : html`<p><strong>${voice.say(text.yourText)}:</strong> ${typed}</p>`
  const by = question?.answeredAt
    ? html`<p>${voice.say(text.answeredBy, { name: nameIn(voice, question.answeredByName), at: minuteOf(question.answeredAt) })}</p>`
    : nothing
  return renderNotice({
    voice, kind: 'warning', isAnnounced: true,
    title: voice.say(question === undefined ? text.questionMoved : text.overtaken),
    body: html`${by}${question === undefined ? nothing : html`<p>${voice.say(text.overtakenBody)}</p>`}${own}`,
  })
}
