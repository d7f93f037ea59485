import { renderLinkButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderHeading } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { Answer } from '#kernel/web/answers.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Foreseen } from '../actions/apply.ts'
import type { ImportRefusal } from '../importer.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import type { QuestionFilter, QuestionPlace, ReadingDifference } from '../model.ts'
import { countQuestions } from '../store/questions.ts'
import { getProgress } from '../store/readings.ts'
import { text } from '../text.ts'
import { filterValues, readingPath } from './addresses.ts'
import { readingPage, renderReadingTitle, STATE_WORDS, type OnDesk } from './reading-frame.ts'

/** Above a question that must be asked again, because answers came in between. */
function renderChanged({ visit: { voice } }: OnDesk, isOvertaken: boolean): Html {
  return isOvertaken ? renderNotice({ voice, kind: 'warning', title: voice.say(text.answersChanged), isAnnounced: true }) : nothing
}

export async function showAcceptAll(desk: OnDesk, filter: QuestionFilter, isOvertaken = false): Promise<Answer> {
  const { visit, reading } = desk
  const { voice, tx } = visit
  const progress = await getProgress(tx, reading.id)
  const count = await countQuestions(tx, reading.id, { ...filter, state: 'open' })
  const path = readingPath(reading.id)
  const skipped = progress.skipped > 0 && html`<p>${voice.say(text.acceptAllSkipped, { count: progress.skipped })}</p>`
  const question =
    count === 0
      ? renderEmpty({
          title: voice.say(text.nothingToAccept), icon: 'check-circle',
          action: renderLinkButton({ label: voice.say(text.backToReview), href: path, kind: 'secondary' }),
        })
      : renderConfirm({
          voice, action: `${path}/accept-all`, cancelHref: path, csrfToken: visit.formToken(),
          title: voice.say(text.acceptAllTitle, { count }),
          body: html`<p>${voice.say(text.acceptAllBody)}</p>${skipped}`,
          hidden: { seen: String(progress.answers), ...filterValues({ ...filter, state: '' }) },
          confirmLabel: voice.say(text.acceptAllButton, { count }),
        })
  const main = html`${renderReadingTitle(desk)} ${renderChanged(desk, isOvertaken)} ${question}`
  return readingPage(desk, { main, under: text.toAcceptAll, status: isOvertaken ? 409 : 200 })
}

/** Asks before applying: what will change, how many questions are unanswered, and what is used for them. */
export function showApply(desk: OnDesk, foreseen: Foreseen, isOvertaken = false): Answer {
  switch (foreseen.kind) {
    case 'refused':
      return showRefused(desk, foreseen.refusal)
    case 'differs':
      return showDiffers(desk, foreseen.difference)
    case 'ready': {
      const main = html`${renderReadingTitle(desk)} ${renderChanged(desk, isOvertaken)} ${renderApply(desk, foreseen)}`
      return readingPage(desk, { main, under: text.toApply, status: isOvertaken ? 409 : 200 })
    }
    default:
      return assertNever(foreseen)
  }
}

function renderApply({ visit, reading }: OnDesk, { progress, preview }: Extract<Foreseen, { kind: 'ready' }>): Html {
  const { voice } = visit
  const path = readingPath(reading.id)
  const counts = (preview ?? reading.counts).map(({ label, count }) => ({ term: voice.say(label), description: voice.number(count) }))
  const answers = (['accepted', 'edited', 'skipped', 'open'] as const).map((state) => ({
    term: voice.say(STATE_WORDS[state]), description: voice.number(progress[state]),
  }))
  const unanswered = progress.open + progress.skipped
  const heading = (word: Phrase<never>) => renderHeading({ level: 3, content: voice.say(word) })
  const body = renderStack({
    parts: [
      html`<p>${voice.say(text.applyBody)}</p>`,
      html`${heading(preview === null ? text.found : text.willChange)} ${renderFactsList({ facts: counts })}`,
      reading.questions > 0 && html`${heading(text.answersUsed)} ${renderFactsList({ facts: answers })}`,
      unanswered > 0 && renderNotice({ voice, kind: 'warning', title: voice.say(text.unansweredUsed, { count: unanswered }) }),
    ],
  })
  return renderConfirm({
    voice, body, action: `${path}/apply`, cancelHref: path, csrfToken: visit.formToken(), hidden: { seen: String(progress.answers) },
    title: voice.say(text.applyTitle), confirmLabel: voice.say(text.applyButton),
  })
}

/** The service or the file refuses: nothing is done, and the reason says what to do. */
export function showRefused(desk: OnDesk, refusal: ImportRefusal): Answer {
  const { voice } = desk.visit
  const back = renderLinkButton({ label: voice.say(text.backToReview), href: readingPath(desk.reading.id), kind: 'secondary' })
  const notice = renderNotice({
    voice, kind: 'error', isAnnounced: true, actions: back,
    title: voice.say(text.cannotApply), body: html`<p>${voice.say(refusal.phrase, refusal.values)}</p>`,
  })
  return readingPage(desk, { main: html`${renderReadingTitle(desk)} ${notice}`, under: text.toApply, status: 422 })
}

/** The file reads differently by now: what would change in the review, and the way on. */
export function showDiffers(desk: OnDesk, difference: ReadingDifference): Answer {
  const { voice } = desk.visit
  const notice = renderNotice({ voice, kind: 'warning', isAnnounced: true, title: voice.say(text.differs) })
  const main = html`${renderReadingTitle(desk)} ${notice} ${renderReadAgain(desk, difference)}`
  return readingPage(desk, { main, under: text.toReadAgain, status: 409 })
}

/** Asks before the file of an open reading is read again; without a difference there is nothing to do. */
export function showReadAgain(desk: OnDesk, foreseen: Foreseen): Answer {
  if (foreseen.kind === 'refused') return showRefused(desk, foreseen.refusal)
  const { voice } = desk.visit
  const back = renderLinkButton({ label: voice.say(text.backToReview), href: readingPath(desk.reading.id), kind: 'secondary' })
  const body =
    foreseen.kind === 'ready'
      ? renderEmpty({ title: voice.say(text.readAgainSame), icon: 'check-circle', action: back })
      : renderReadAgain(desk, foreseen.difference)
  return readingPage(desk, { main: html`${renderReadingTitle(desk)} ${body}`, under: text.toReadAgain })
}

function renderReadAgain({ visit, reading }: OnDesk, difference: ReadingDifference): Html {
  const { voice } = visit
  const { added, gone, changed, lostAnswers } = difference
  const path = readingPath(reading.id)
  const isSame = added.length + gone.length + changed.length === 0
  const body = renderStack({
    parts: [
      html`<p>${voice.say(text.differsBody)}</p>`,
      isSame && html`<p>${voice.say(text.onlyDocumentDiffers)}</p>`,
      renderPlaces(added, voice.say(text.addedQuestions, { count: added.length })),
      renderPlaces(changed, voice.say(text.changedQuestions, { count: changed.length })),
      renderPlaces(gone, voice.say(text.goneQuestions, { count: gone.length })),
      lostAnswers > 0 && html`<p><strong>${voice.say(text.lostAnswers, { count: lostAnswers })}</strong></p>`,
    ],
  })
  return renderConfirm({
    voice, body, action: `${path}/read-again`, cancelHref: path, csrfToken: visit.formToken(),
    title: voice.say(text.readAgainTitle), confirmLabel: voice.say(text.readAgainButton),
  })
}

function renderPlaces(places: readonly QuestionPlace[], heading: Html): Html {
  if (places.length === 0) return nothing
  const named = places.slice(0, IMPORT_LIMITS.differencesShown)
  const rest = places.length - named.length
  return html`${renderHeading({ level: 3, content: heading })}
    <ul>${named.map(({ row, column }) => html`<li>${row} · ${column}</li>`)}${rest > 0 && html`<li>… +${rest}</li>`}</ul>`
}

export function showLeave(desk: OnDesk): Answer {
  const { visit, reading } = desk
  const { voice } = visit
  const path = readingPath(reading.id)
  const question = renderConfirm({
    voice, action: `${path}/leave`, cancelHref: path, csrfToken: visit.formToken(), isDangerous: true,
    title: voice.say(text.leaveTitle), body: html`<p>${voice.say(text.leaveBody)}</p>`, confirmLabel: voice.say(text.toLeave),
  })
  return readingPage(desk, { main: html`${renderReadingTitle(desk)} ${question}`, under: text.toLeave })
}

