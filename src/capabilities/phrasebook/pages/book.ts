import { importersFor } from '#capabilities/imports/imports.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFigures } from '#design/figures/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Version } from '../model.ts'
import { CATALOGUE, CATALOGUE_KEYS, type Family } from '../rules/catalogue.ts'
import { listStates, type TemplateState } from '../store/templates.ts'
import { listVersionsById } from '../store/versions.ts'
import { words } from '../text/phrasebook-words.ts'
import { LANGUAGE_NAMES, LANGUAGE_SIGNS, staffWords } from '../text/staff-words.ts'
import { ACTION_WORDS, FAMILY_WORDS, SUBJECT_WORDS } from '../text/subject-words.ts'
import { BOOK_PATH, nameOfKey, templatePath, writerOf } from './names.ts'

interface Book {
  readonly states: ReadonlyMap<string, TemplateState>
  readonly waiting: readonly Version[]
}

/** The whole book at a glance: what is in force, what waits, and where words are missing. */
export async function showBook(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const states = await listStates(tx)
  const waiting = await listVersionsById(tx, states.flatMap(({ proposed }) => (proposed === null ? [] : [proposed])))
  const book: Book = { states: new Map(states.map((state) => [state.key, state])), waiting }
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(staffWords.lead), actions: renderLinks(visit) })}
    ${renderStack({ gap: 'large', parts: [
      renderCounts(visit, book),
      renderSection({ heading: voice.say(staffWords.waitingList), body: renderWaiting(visit, waiting) }),
      renderLegend(visit),
      ...CATALOGUE.map((family) => renderSection({ heading: voice.say(FAMILY_WORDS[family.name]), id: family.name, body: renderFamily(visit, family, book) })),
      renderOthers(visit, book),
    ] })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff' })
}

function renderLinks({ voice, actor, directory }: Visit): Html {
  const mayImport = importersFor(actor, directory.parts).some(({ importer }) => importer.name === 'phrasebook')
  return renderCluster({ parts: [
    renderLinkButton({ href: `${BOOK_PATH}/booklet.pdf`, label: voice.say(staffWords.booklet), kind: 'secondary', icon: 'print' }),
    renderLinkButton({ href: `${BOOK_PATH}/phrasebook.xlsx`, label: voice.say(staffWords.exportXlsx), kind: 'secondary', icon: 'download' }),
    renderLinkButton({ href: `${BOOK_PATH}/phrasebook.csv`, label: voice.say(staffWords.exportCsv), kind: 'secondary', icon: 'download' }),
    mayImport ? renderLinkButton({ href: '/staff/imports', label: voice.say(staffWords.importFile), kind: 'secondary', icon: 'upload' }) : nothing,
  ] })
}

function renderCounts({ voice }: Visit, { states, waiting }: Book): Html {
  const gaps = CATALOGUE_KEYS.filter((key) => (states.get(key)?.inForce ?? null) === null).length
  const inForce = [...states.values()].filter((state) => state.inForce !== null).length
  return renderFigures({ figures: [
    { label: voice.say(staffWords.figuresInForce), value: voice.number(inForce) },
    { label: voice.say(staffWords.waiting), value: voice.number(waiting.length) },
    { label: voice.say(staffWords.figuresGaps), value: voice.number(gaps) },
  ] })
}

function renderWaiting({ voice }: Visit, waiting: readonly Version[]): Html {
  if (waiting.length === 0) return renderEmpty({ title: voice.say(staffWords.nothingWaits), icon: 'check-circle' })
  return renderTable({
    caption: voice.say(staffWords.waitingList), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(staffWords.subject) }, { heading: voice.say(staffWords.writtenBy) }, { heading: voice.say(staffWords.reason), width: 'wide' }],
    rows: waiting.map((version) => [
      html`<a href="${templatePath(version.key)}">${nameOfKey(voice, version.key)}</a>`,
      html`${writerOf(voice, version)} <time datetime="${version.writtenAt.toString()}">${minuteOf(version.writtenAt)}</time>`,
      version.reason,
    ]),
  })
}

function renderLegend({ voice }: Visit): Html {
  const signs = LANGUAGES.map((language) => html`<li>${LANGUAGE_SIGNS[language]} ${voice.say(LANGUAGE_NAMES[language])}</li>`)
  return html`<ul class="cluster">
    <li>${renderBadge({ label: voice.say(staffWords.inForce), tone: 'success' })}</li>
    <li>${renderBadge({ label: voice.say(staffWords.waiting), tone: 'warning' })}</li>
    <li>${renderBadge({ label: voice.say(staffWords.gap), tone: 'error' })}</li>${signs}</ul>`
}

function renderFamily(visit: Visit, { rows, name }: Family, book: Book): Html {
  const { voice } = visit
  const actions = [...new Set(rows.flatMap(({ cells }) => cells.map(({ action }) => action)))]
  return renderTable({
    caption: voice.say(FAMILY_WORDS[name]), isCaptionHidden: true,
    columns: [{ heading: voice.say(staffWords.subject) }, ...actions.map((action) => ({ heading: voice.say(ACTION_WORDS[action] ?? staffWords.key) }))],
    rows: rows.map(({ subject, cells }) => {
      const word = SUBJECT_WORDS[subject]
      return [word === undefined ? subject : voice.say(word), ...actions.map((action) => {
        const cell = cells.find((one) => one.action === action)
        return cell === undefined ? nothing : renderCell(visit, cell.key, book)
      })]
    }),
  })
}

/** In force are words in all four languages, always; a proposal may still lack one, and says which it has. */
function renderCell({ voice }: Visit, key: string, { states, waiting }: Book): Html {
  const state = states.get(key)
  const proposal = waiting.find((version) => version.id === state?.proposed)
  const signs = (languages: readonly (typeof LANGUAGES)[number][]) => languages.map((language) => LANGUAGE_SIGNS[language]).join(' ')
  const filled = LANGUAGES.filter((language) => proposal?.lines.every(({ text }) => text[language].trim() !== ''))
  const label = html`<span class="visually-hidden">${nameOfKey(voice, key)}: </span>`
  return html`<a href="${templatePath(key)}">${label}${
    (state?.inForce ?? null) === null ? renderBadge({ label: voice.say(staffWords.gap), tone: 'error' }) : renderBadge({ label: html`<span class="visually-hidden">${voice.say(staffWords.inForce)} </span>${signs(LANGUAGES)}`, tone: 'success' })
  }${proposal === undefined ? nothing : html` ${renderBadge({ label: html`${voice.say(staffWords.waiting)} ${signs(filled)}`, tone: 'warning' })}`}</a>`
}

/** Words under keys that no service is known to ask for. */
function renderOthers(visit: Visit, book: Book): Html {
  const keys = [...book.states.keys()].filter((key) => !CATALOGUE_KEYS.includes(key))
  if (keys.length === 0) return nothing
  return renderSection({
    heading: visit.voice.say(staffWords.otherKeys),
    body: html`<ul class="stack stack-small">${keys.map((key) => html`<li>${key} ${renderCell(visit, key, book)}</li>`)}</ul>`,
  })
}
