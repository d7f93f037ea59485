import { writeCsv } from '#capabilities/documents/csv.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { listAudit, type AuditLine, type AuditWishes } from '#kernel/audit/reading.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { fileAnswer, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { BASIS } from '../model.ts'
import { dayIn } from '../rules/day.ts'
import { normalLogin } from '../rules/login.ts'
import { auditWords as words } from '../text/audit.ts'
import { sayAct } from './audit-acts.ts'

const LINES_A_PAGE = 50
/** A file of more lines is asked for day by day. */
const LINES_IN_A_FILE = 20_000

type Filter = Pick<AuditWishes, 'who' | 'subject' | 'day' | 'before'>

export async function showAudit(visit: Visit): Promise<Answer> {
  const { voice, query } = visit
  const filter = filterIn(query)
  const isDayWrong = (query.day ?? '') !== '' && filter.day === undefined
  const lines = isDayWrong ? [] : await readAudit(visit, filter, LINES_A_PAGE + 1)
  const csv = renderLinkButton({
    label: voice.say(words.csv),
    kind: 'secondary',
    icon: 'download',
    href: addressOf('/staff/audit.csv', query, null),
    isDownload: true,
  })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderFilter(visit, isDayWrong)}
    ${renderSection({
      heading: voice.say(words.lines),
      actions: lines.length > 0 ? csv : nothing,
      body:
        lines.length === 0
          ? renderEmpty({ icon: 'history', title: voice.say(words.empty) })
          : renderLines(visit, lines.slice(0, LINES_A_PAGE)),
    })}
    ${renderTurning(visit, lines)}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', status: isDayWrong ? 422 : 200 })
}

/** The lines of the filter as a file, the latest first. */
export async function saveAudit(visit: Visit): Promise<Answer> {
  const lines = await readAudit(visit, filterIn(visit.query), LINES_IN_A_FILE)
  const head = ['entry', 'at', 'actor', 'login', 'name', 'act', 'subject', 'service', 'basis']
  const rows = lines.map((line) => [
    String(line.entry),
    line.at.toString(),
    line.actor,
    line.login ?? '',
    line.name ?? '',
    line.act,
    line.subject,
    line.service,
    line.basis,
  ])
  const written = writeCsv([head, ...rows], { encoding: 'utf-8-bom', missingCharacters: 'geta' })
  if (!written.ok) throw new RangeError('UTF-8 lacks no character')
  return fileAnswer(Buffer.from(written.bytes), 'text/csv; charset=utf-8', `audit-${visit.tx.today.toString()}.csv`)
}

/** Reads lines, and leaves a line of its own saying so. */
async function readAudit({ tx }: Visit, filter: Filter, limit: number): Promise<AuditLine[]> {
  const { who, subject, day, before } = filter
  const asked = [
    who && `who=${who}`,
    subject && `subject=${subject}`,
    day && `day=${day.toString()}`,
    before && `before=${before}`,
  ].filter(Boolean)
  await tx.note({ act: 'read audit', subject: `audit ${asked.join(' ')}`.trim(), basis: BASIS })
  return listAudit(tx, { ...filter, limit })
}

function filterIn(query: Visit['query']): Filter {
  const who = normalLogin(query.who ?? '')
  const subject = (query.subject ?? '').trim()
  const day = dayIn(query.day ?? '')
  const before = Number(query.before)
  return {
    ...(who === '' ? {} : { who: who.slice(0, 100) }),
    ...(subject === '' ? {} : { subject: subject.slice(0, 300) }),
    ...(day === null ? {} : { day }),
    ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
  }
}

function renderFilter({ voice, query }: Visit, isDayWrong: boolean): Html {
  const common = { voice, isRequired: false, isTagHidden: true }
  const text = { ...common, kind: 'text', width: 'medium' } as const
  const fields = [
    renderField({
      ...text,
      name: 'who',
      label: voice.say(words.who),
      hint: voice.say(words.whoHint),
      value: query.who ?? '',
      autocomplete: 'off',
    }),
    renderField({
      ...text,
      name: 'subject',
      label: voice.say(words.subject),
      hint: voice.say(words.subjectHint),
      value: query.subject ?? '',
    }),
    renderField({
      ...common,
      kind: 'date',
      name: 'day',
      label: voice.say(words.day),
      hint: voice.say(words.dayHint),
      value: query.day ?? '',
      ...(isDayWrong ? { error: voice.say(words.dayWrong) } : {}),
    }),
  ]
  return renderForm({
    voice,
    action: '/staff/audit',
    method: 'get',
    body: renderColumns({ parts: fields, kind: 'halves' }),
    buttons: html`${renderButton({ label: voice.say(words.filter), icon: 'search' })}
    ${renderLinkButton({ label: voice.say(words.clear), kind: 'link', href: '/staff/audit' })}`,
  })
}

function renderLines(visit: Visit, lines: readonly AuditLine[]): Html {
  const { voice } = visit
  const columns = [words.at, words.actor, words.act, words.subject, words.service, words.basis]
  return renderTable({
    caption: voice.say(words.lines),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: columns.map((word, index) => ({ heading: voice.say(word), ...(index === 0 ? { width: 'narrow' } : {}) })),
    rows: lines.map((line): readonly HtmlValue[] => [
      minuteOf(line.at),
      sayActor(voice, line),
      sayAct(visit, line),
      saySubject(line),
      line.service,
      line.basis,
    ]),
  })
}

function sayActor(voice: Voice, { actor, login, name }: AuditLine): HtmlValue {
  if (login !== null) return html`${name} (${login})`
  if (actor === 'visitor') return voice.say(words.visitor)
  return actor === 'system' ? voice.say(words.system) : actor
}

/** A person at work by name; whatever else, as it was written. */
function saySubject({ subject, aboutLogin, aboutName }: AuditLine): HtmlValue {
  return aboutLogin === null ? subject : html`${aboutName} (${aboutLogin})`
}

/** One line more than fits was read: it says whether there is an earlier page. */
function renderTurning({ voice, query }: Visit, lines: readonly AuditLine[]): Html {
  const last = lines[LINES_A_PAGE - 1]
  const hasMore = lines.length > LINES_A_PAGE && last !== undefined
  const parts = [
    query.before === undefined
      ? nothing
      : renderLinkButton({
          label: voice.say(words.newest),
          kind: 'secondary',
          icon: 'up',
          href: addressOf('/staff/audit', query, null),
        }),
    hasMore
      ? renderLinkButton({
          label: voice.say(words.older),
          kind: 'secondary',
          icon: 'down',
          href: addressOf('/staff/audit', query, last.entry),
        })
      : nothing,
  ]
  return renderCluster({ parts })
}

/** The same filter at another place; a file begins with the latest line. */
function addressOf(path: string, query: Visit['query'], before: number | null): string {
  const kept = ['who', 'subject', 'day'].flatMap((name) =>
    query[name] ? [[name, query[name]] as [string, string]] : [],
  )
  const words = new URLSearchParams(before === null ? kept : [...kept, ['before', String(before)]]).toString()
  return words === '' ? path : `${path}?${words}`
}
