import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Answer } from '#kernel/web/answers.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import { everyQuestion, isAnswered, type QuestionFilter, type StoredQuestion } from '../model.ts'
import { countQuestions, listQuestions } from '../store/questions.ts'
import { getProgress } from '../store/readings.ts'
import { text } from '../text.ts'
import { acceptAllPath, filterIn, isNarrowed, listPath, questionPath, readingPath } from './addresses.ts'
import { answerTextOf, nameIn, readingPage, renderReadingTitle, STATE_TONES, STATE_WORDS, type OnDesk } from './reading-frame.ts'
import { renderReviewFilters, renderReviewHead } from './review.ts'

/** Characters of a text shown in a row of the list; the whole stands on its card. */
const SHOWN_CHARACTERS = 160

/** All questions of a reading as a table, also after the review is finished. */
export async function showQuestionList(desk: OnDesk): Promise<Answer> {
  const { visit, reading } = desk
  const { voice, tx, query } = visit
  const filter = filterIn(query)
  const count = await countQuestions(tx, reading.id, filter)
  const pages = Math.max(1, Math.ceil(count / IMPORT_LIMITS.questionsPerPage))
  const page = Math.min(pageIn(query.page), pages)
  const questions = await listQuestions(tx, reading.id, filter, page)
  const progress = await getProgress(tx, reading.id)
  const main = html`
    ${renderReadingTitle(desk)} ${renderReviewHead(desk, progress, filter, 'list')} ${await renderReviewFilters(desk, filter, 'list')}
    ${count === 0 ? renderNothing(desk, filter) : html`${renderList(desk, filter, questions, count)}
      ${renderPagination({ voice, page, pages, hrefOf: (number) => listPath(reading.id, filter, number) })}`}`
  return readingPage(desk, { main, under: text.questionList })
}

function pageIn(words: string | undefined): number {
  return words !== undefined && /^[1-9]\d{0,5}$/.test(words) ? Number(words) : 1
}

function renderNothing({ visit: { voice }, reading }: OnDesk, filter: QuestionFilter): Html {
  if (!isNarrowed(filter)) return renderEmpty({ title: voice.say(text.noQuestions), body: voice.say(text.noQuestionsBody), icon: 'check-circle' })
  const back = renderLinkButton({ label: voice.say(text.backToReview), kind: 'secondary', href: readingPath(reading.id) })
  return renderEmpty({ title: voice.say(text.noMatch), body: voice.say(text.noMatchBody), icon: 'filter', action: back })
}

function renderList({ visit: { voice }, reading }: OnDesk, filter: QuestionFilter, questions: readonly StoredQuestion[], count: number): Html {
  const columns = [
    { heading: voice.say(text.number), width: 'narrow' },
    { heading: voice.say(text.row), width: 'wide' },
    { heading: voice.say(text.column), width: 'narrow' },
    { heading: voice.say(text.wasRead), width: 'wide' },
    { heading: voice.say(text.proposed), width: 'wide' },
    { heading: voice.say(text.answer) },
  ] as const
  const isOpen = reading.state === 'open'
  const rows = questions.map((question) => {
    const { position, row, column, read, proposed } = question
    const number = isOpen ? html`<a href="${questionPath(reading.id, everyQuestion, position)}">${position}</a>` : position
    return [number, row, column, clipped(read), clipped(proposed), renderAnswer(voice, question)]
  })
  const caption = voice.say(text.questionsFound, { count })
  const hasOpen = isOpen && isNarrowed(filter) && questions.some(({ state }) => state === 'open')
  const accept = hasOpen && renderLinkButton({ label: voice.say(text.toAcceptThese), href: acceptAllPath(reading.id, filter), kind: 'secondary' })
  return html`${renderTable({ caption, columns, rows, isCardsOnPhone: true })} ${accept}`
}

/** What became of the question, and by whom. */
function renderAnswer(voice: Voice, question: StoredQuestion): Html {
  const badge = renderBadge({ label: voice.say(STATE_WORDS[question.state]), tone: STATE_TONES[question.state] })
  const edited = question.state === 'edited' && html`<p>${clipped(answerTextOf(question))}</p>`
  return html`${badge} ${isAnswered(question) && html`<small>${nameIn(voice, question.answeredByName)}</small>`} ${edited}`
}

function clipped(words: string): string {
  return words.length <= SHOWN_CHARACTERS ? words : `${words.slice(0, SHOWN_CHARACTERS).toWellFormed().replace(/\ufffd$/, '')}…`
}
