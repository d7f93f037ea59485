import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { beginOf, minuteOf } from '#kernel/time/clock.ts'
import { parseDate } from '#kernel/values/era.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listEntries, type Entry } from '../store/entries.ts'
import { KIND_WORDS } from '../text/entry-words.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { deskCrumb, entryPath, renderStatus, staffNames, VIEW_BASIS } from './staff-frame.ts'
import { dayText } from './values.ts'

/** What entered the register on one day, with who drafted and who approved it. */
export interface Journal {
  readonly on: Temporal.PlainDate
  /** In the order in which they entered. */
  readonly entries: readonly Entry[]
  readonly names: ReadonlyMap<string, string>
}

export async function journalOf(tx: Tx, query: Readonly<Record<string, string>>): Promise<Journal> {
  const read = parseDate(query.on ?? '')
  const on = read.ok ? read.value : tx.today
  const entries = (await listEntries(tx, { appliedFrom: beginOf(on), appliedBefore: beginOf(on.add({ days: 1 })) })).toReversed()
  await tx.note({ act: 'view journal', subject: `residents:journal:${on.toString()}`, basis: VIEW_BASIS })
  return { on, entries, names: await staffNames(tx, entries.flatMap(({ draftedBy, reviewedBy }) => [draftedBy, reviewedBy])) }
}

export async function showJournal(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const journal = await journalOf(tx, query)
  const title = voice.plain(words.journalOf, { day: dayText(voice, journal.on) })
  const file = (format: string, icon: 'download' | 'print', label: string) => renderLinkButton({ href: `/staff/residents/journal.${format}?on=${journal.on.toString()}`, label, icon, kind: 'secondary', isDownload: format === 'xlsx' })
  const main = html`${renderPageTitle({ title, lead: voice.say(words.journalLead), actions: renderCluster({ parts: [file('xlsx', 'download', 'Excel'), file('pdf', 'print', 'PDF (A4)')] }) })}
    ${renderStack({ parts: [renderDayForm(visit, journal.on), journal.entries.length === 0 ? renderEmpty({ icon: 'calendar', title: voice.say(words.nothingThatDay) }) : renderEntries(visit, journal)] })}`
  return shown({ title, main, area: 'staff', crumbs: [deskCrumb(voice)], isSecret: true })
}

function renderDayForm({ voice }: Visit, on: Temporal.PlainDate): Html {
  return renderForm({ voice, action: '/staff/residents/journal', method: 'get', body: renderField({ voice, kind: 'date', name: 'on', label: voice.say(words.day), value: on.toString(), isRequired: false, isTagHidden: true }), buttons: renderButton({ label: voice.say(words.look), kind: 'secondary' }) })
}

function renderEntries({ voice }: Visit, { entries, names }: Journal): Html {
  return renderTable({
    caption: voice.say(words.journal), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [words.numberWord, words.kind, words.about, words.occurred, words.drafter, words.approver, words.enteredAt, words.state].map((label) => ({ heading: voice.say(label) })),
    rows: entries.map((entry) => [
      String(entry.number), voice.say(KIND_WORDS[entry.kind]), html`<a href="${entryPath(entry.id)}">${entry.title}</a>`, dayText(voice, entry.occurredOn), names.get(entry.draftedBy) ?? voice.say(words.machinery),
      names.get(entry.reviewedBy ?? '') ?? '', entry.appliedAt === null ? '' : minuteOf(entry.appliedAt), renderStatus(voice, entry.status),
    ]),
  })
}
