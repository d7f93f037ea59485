import { renderButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderFigures } from '#design/figures/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { knownPlaces } from '../actions/known-places.ts'
import type { School } from '../model.ts'
import { SHEET_COLUMN_KEYS, SHEET_COLUMNS, type RowProblem, type SheetColumn, type SheetProblem } from '../rules/class-sheet.ts'
import { findTrial } from '../store/trials.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { keptSchool, LIST_BASIS, schoolCrumbs, schoolPath } from './school-visit.ts'
import { errorFor, renderProblems, type FormStand } from './text-boxes.ts'

const PROBLEM_WORDS: Readonly<Record<RowProblem, Phrase<never>>> = {
  grade: words.whyGrade, class: words.whyClass, child: words.whyChild, role: words.whyRole, address: words.badAddress, language: words.whyLanguage, twice: words.whyTwice,
}

/** More rows than this nobody mends by reading them off a page. */
const MOST_PROBLEMS = 200

export async function showImport(visit: Visit): Promise<Answer> {
  return showImportForm(visit, await keptSchool(visit), { typed: {}, problems: {} })
}

export async function showImportForm(visit: Visit, school: School, { problems }: FormStand): Promise<Answer> {
  const { voice } = visit
  const main = html`${renderPageTitle({ title: voice.say(words.importList), kicker: voice.say(school.name), lead: voice.say(words.importLead) })}
    ${renderProblems(voice, problems)}
    ${renderStack({ gap: 'large', parts: [renderForm({
      voice, action: schoolPath(school, '/import'), csrfToken: visit.formToken(), hasFiles: true,
      body: renderField({ voice, kind: 'file', name: 'file', label: voice.say(words.file), accept: '.xlsx,.csv', isRequired: true, ...errorFor(voice, problems, 'file') }),
      buttons: renderButton({ label: voice.say(words.readFile) }),
    }), renderColumnsTable(visit, school)] })}`
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(words.importList), main, area: 'staff', status, crumbs: schoolCrumbs(voice, school) })
}

const COLUMN_WORDS: Readonly<Record<SheetColumn, Phrase<never>>> = {
  grade: words.whyGrade, class: words.whyClass, child: words.whyChild, role: words.whyRole, address: words.addressHint, language: words.whyLanguage,
}

/** The columns of a list by the names that its first row bears, and what may stand in them. */
function renderColumnsTable({ voice }: Visit, school: School): Html {
  return renderSection({
    heading: voice.say(words.sheetColumns),
    actions: html`<a href="${schoolPath(school, '/list.xlsx')}">${voice.say(words.beginWith)}</a>`,
    body: renderTable({
      caption: voice.say(words.sheetColumns), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.column) }, { heading: voice.say(words.sheetContent), width: 'wide' }],
      rows: SHEET_COLUMN_KEYS.map((column) => [SHEET_COLUMNS[column][0], voice.say(COLUMN_WORDS[column])]),
    }),
  })
}

/** Every row that must be mended, with its column, what stands there, and the way out. */
export async function showProblems({ voice }: Visit, school: School, problems: readonly SheetProblem[]): Promise<Answer> {
  const main = html`${renderPageTitle({ title: voice.say(words.trialTitle), kicker: voice.say(school.name) })}
    ${renderNotice({ voice, kind: 'error', title: html`${voice.say(words.wrongRows)}: ${voice.number(problems.length)}`, body: voice.say(words.wrongRowsBody), actions: html`<a href="${schoolPath(school, '/import')}">${voice.say(words.importList)}</a>`, isAnnounced: true })}
    ${renderTable({
      caption: voice.say(words.wrongRows), isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.row), isNumeric: true }, { heading: voice.say(words.column) }, { heading: voice.say(words.read) }, { heading: voice.say(words.reason), width: 'wide' }],
      rows: problems.slice(0, MOST_PROBLEMS).map(({ row, column, read, why }) => [String(row), SHEET_COLUMNS[column][0], read, voice.say(PROBLEM_WORDS[why])]),
    })}`
  return shown({ title: voice.plain(words.trialTitle), main, area: 'staff', status: 422, crumbs: schoolCrumbs(voice, school) })
}

/** What would happen: how many new, how many there already, which classes are made. */
export async function showTrial(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const school = await keptSchool(visit)
  const trial = await findTrial(tx, params.trial ?? '', school.key)
  if (trial === undefined) throw new Fault('not-found', 'the list was taken in already, or waited too long')
  await tx.note({ act: 'view a class list before taking it in', subject: `school:${school.key}`, basis: LIST_BASIS })
  const known = await knownPlaces(tx, school, trial.schoolYear)
  const fresh = trial.rows.filter((row) => !known.has(row))
  const newClasses = new Set(fresh.filter((row) => !known.hasClass(row)).map((row) => `${row.grade}\n${row.className}`))
  const figures = [
    { label: voice.say(words.newRows), value: voice.number(fresh.length) },
    { label: voice.say(words.byMail), value: voice.number(fresh.filter(({ address }) => address !== null).length) },
    { label: voice.say(words.bySheet), value: voice.number(fresh.filter(({ address }) => address === null).length) },
    { label: voice.say(words.sameRows), value: voice.number(trial.rows.length - fresh.length) },
    { label: voice.say(words.newClasses), value: voice.number(newClasses.size) },
  ]
  const main = html`${renderPageTitle({ title: voice.say(words.trialTitle), kicker: voice.say(school.name), lead: trial.fileName })}
    ${renderStack({
      gap: 'large',
      parts: [renderFigures({ figures }), renderConfirm({ voice, title: voice.say(words.apply), body: voice.say(words.importLead), action: schoolPath(school, `/import/${trial.id}`), csrfToken: visit.formToken(), hidden: { trial: trial.id }, confirmLabel: voice.say(words.apply), cancelHref: schoolPath(school, '/import') })],
    })}`
  return shown({ title: voice.plain(words.trialTitle), main, area: 'staff', crumbs: schoolCrumbs(voice, school) })
}
