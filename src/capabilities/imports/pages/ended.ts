import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderCluster, renderColumns } from '#design/layout/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { Answer } from '#kernel/web/answers.ts'
import { everyQuestion, type Progress } from '../model.ts'
import { getProgress } from '../store/readings.ts'
import { text } from '../text.ts'
import { listPath, readingPath } from './addresses.ts'
import { nameIn, readingPage, renderAboutFile, renderCounts, renderReadingTitle, STATE_WORDS, type OnDesk } from './reading-frame.ts'

/** A reading that was applied or left: what came of it, and the way to its result. */
export async function showEnded(desk: OnDesk): Promise<Answer> {
  const { visit, reading } = desk
  const progress = await getProgress(visit.tx, reading.id)
  const side = html`${renderCounts(visit.voice, text.found, reading.counts)} ${renderAboutFile(desk)}`
  const work = html`${renderOutcome(desk)} ${renderAnswers(desk, progress)} ${renderReadAnew(desk)}`
  const main = html`${renderReadingTitle(desk)} ${renderColumns({ kind: 'main-and-side', parts: [work, side] })}`
  return readingPage(desk, { main })
}

function renderOutcome({ visit: { voice }, reading }: OnDesk): Html {
  const facts = [
    { term: voice.say(text.outcome), description: voice.say(reading.state === 'applied' ? text.applied : text.left) },
    { term: voice.say(text.endedAt), description: reading.endedAt === null ? '' : minuteOf(reading.endedAt) },
    { term: voice.say(text.endedBy), description: nameIn(voice, reading.endedByName) },
    ...(reading.changes === null ? [] : [{ term: voice.say(text.changesMade), description: voice.number(reading.changes) }]),
  ]
  const result = reading.resultPath === null ? nothing : renderLinkButton({ label: voice.say(text.toResult), href: reading.resultPath })
  return renderPanel({ heading: voice.say(text.outcome), body: html`${renderFactsList({ facts })} ${renderCluster({ parts: [result] })}` })
}

/** How the questions were answered; the unanswered ones stay visible here. */
function renderAnswers({ visit: { voice }, reading }: OnDesk, progress: Progress): Html {
  if (reading.questions === 0) return nothing
  const facts = (['accepted', 'edited', 'skipped', 'open'] as const).map((state) => ({
    term: voice.say(STATE_WORDS[state]),
    description: html`<a href="${listPath(reading.id, { ...everyQuestion, state })}">${voice.number(progress[state])}</a>`,
  }))
  return renderPanel({ heading: voice.say(text.answersUsed), body: renderFactsList({ facts }) })
}

function renderReadAnew({ visit: { voice, formToken }, reading }: OnDesk): Html {
  const form = renderForm({
    voice, action: `${readingPath(reading.id)}/read-again`, csrfToken: formToken(),
    body: html`<p>${voice.say(text.readAnewBody)}</p>`,
    buttons: renderButton({ label: voice.say(text.toReadAnew), kind: 'secondary', icon: 'repeat' }),
  })
  return renderPanel({ heading: voice.say(text.toReadAnew), body: form })
}
