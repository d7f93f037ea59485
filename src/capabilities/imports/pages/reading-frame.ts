import { renderBadge } from '#design/badge/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer, type Crumb } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { ImportCount } from '../importer.ts'
import type { OwnedImporter, Reading, StoredQuestion, StoredQuestionState } from '../model.ts'
import { text } from '../text.ts'
import { LIST_PATH, readingPath } from './addresses.ts'

/** A reading on the desk: with the importer it belongs to, for someone who may work on it. */
export interface OnDesk {
  readonly visit: Visit
  readonly owned: OwnedImporter
  readonly reading: Reading
}

/** A page about one reading. `under` names a page below the review, so that the way back leads there. */
export function readingPage({ visit, reading }: OnDesk, terms: { main: HtmlValue; under?: Phrase<never>; status?: number }): Answer {
  const { voice } = visit
  const list: Crumb = { href: LIST_PATH, label: voice.say(text.title) }
  const review: Crumb = { href: readingPath(reading.id), label: reading.fileName }
  const { main, under, status = 200 } = terms
  return shown({
    title: under === undefined ? reading.fileName : voice.plain(under),
    main: html`${main}`,
    crumbs: under === undefined ? [list] : [list, review],
    area: 'staff',
    status,
  })
}

export function renderReadingTitle({ visit: { voice }, owned, reading }: OnDesk, facts?: HtmlValue): Html {
  const state = reading.state === 'open' ? nothing : renderStateBadge(voice, reading.state)
  return renderPageTitle({ title: reading.fileName, kicker: voice.say(owned.importer.title), facts: html`${state}${facts}` })
}

export function renderStateBadge(voice: Voice, state: 'applied' | 'left'): Html {
  return state === 'applied'
    ? renderBadge({ label: voice.say(text.applied), tone: 'success' })
    : renderBadge({ label: voice.say(text.left), tone: 'neutral' })
}

/** What was found in the file, by name. */
export function renderCounts(voice: Voice, heading: Phrase<never>, counts: readonly ImportCount[]): Html {
  if (counts.length === 0) return nothing
  const facts = counts.map(({ label, count }) => ({ term: voice.say(label), description: voice.number(count) }))
  return renderPanel({ heading: voice.say(heading), level: 2, body: renderFactsList({ facts }) })
}

/** Where the file came from, and ways to have it again. */
export function renderAboutFile({ visit: { voice }, reading }: OnDesk): Html {
  const facts = [
    { term: voice.say(text.readAt), description: minuteOf(reading.readAt) },
    { term: voice.say(text.readBy), description: nameIn(voice, reading.readByName) },
    ...(reading.rereadAt === null ? [] : [{ term: voice.say(text.rereadAt), description: minuteOf(reading.rereadAt) }]),
  ]
  const download = renderLinkButton({
    label: voice.say(text.download), href: `${readingPath(reading.id)}/file`, kind: 'secondary', icon: 'download', isDownload: true,
  })
  const again = reading.state === 'open' && renderLinkButton({ label: voice.say(text.toReadAgain), href: `${readingPath(reading.id)}/read-again`, kind: 'link' })
  return renderPanel({ heading: voice.say(text.aboutFile), level: 2, body: renderStack({ parts: [renderFactsList({ facts }), download, again] }) })
}

/** A name as it was when its bearer acted; the command line has none. */
export function nameIn(voice: Voice, name: string | null): string {
  return name === null || name === '' ? voice.plain(text.commandLine) : name
}

export const STATE_WORDS: Readonly<Record<StoredQuestionState, Phrase<never>>> = {
  open: text.stateOpen,
  skipped: text.stateSkipped,
  accepted: text.stateAccepted,
  edited: text.stateEdited,
}

export const STATE_TONES = { open: 'warning', skipped: 'neutral', accepted: 'success', edited: 'success' } as const

/** What is kept for a question that has been decided. */
export function answerTextOf({ state, answer, proposed }: StoredQuestion): string {
  return state === 'edited' ? (answer ?? '') : proposed
}

export function kindTitleOf(voice: Voice, { importer }: OwnedImporter, kind: string): string {
  const title = importer.kinds?.[kind]
  return title === undefined ? kind : voice.plain(title)
}
