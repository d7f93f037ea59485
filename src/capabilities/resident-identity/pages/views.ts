import { writeCsv } from '#capabilities/documents/csv.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { listViewsAbout, type ViewLine } from '#kernel/audit/reading.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { fileAnswer, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { residentOf } from '../actions/resident.ts'
import { accountSubject, VIEWS_BASIS } from '../model.ts'
import { LIMITS } from '../rules/limits.ts'
import { shownTo, viewRulesOn, type ViewRule } from '../rules/view-rules.ts'
import { viewWords as words } from '../text/views.ts'
import { belowMyPage } from './account.ts'

/** Every use of one's own data. Nobody reads another's here: what is asked for is taken from the session, never from the address. */
export async function showViews(visit: Visit): Promise<Answer> {
  const { voice, query } = visit
  const rules = viewRulesOn(visit.city, visit.tx.today)
  const before = Number(query['before'])
  const { lines, next } = await readViews(visit, rules, LIMITS.viewsPerPage, Number.isSafeInteger(before) && before > 0 ? before : undefined)
  const namesClerks = rules.some(({ kind }) => kind === 'name-clerks')
  const csv = renderLinkButton({ label: voice.say(words.csv), kind: 'secondary', icon: 'download', href: '/my/views.csv', isDownload: true })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(namesClerks ? words.leadNamed : words.lead) })}
    ${residentOf(visit).personId === null ? renderNotice({ voice, kind: 'info', title: voice.say(words.unmatched) }) : nothing}
    ${rules.filter(({ kind }) => kind === 'leave-out').map(({ basis }) => renderNotice({ voice, kind: 'info', title: voice.say(words.leftOut, { basis }) }))}
    ${lines.length === 0 ? renderEmpty({ icon: 'history', title: voice.say(words.empty), body: voice.say(words.emptyBody) }) : renderSection({ heading: voice.say(words.title), actions: csv, body: renderLines(visit, lines, rules) })}
    ${next === null ? nothing : html`<p>${renderLinkButton({ label: voice.say(words.older), kind: 'secondary', icon: 'down', href: `/my/views?before=${next}` })}</p>`}
    <p>${voice.say(words.questions)}</p>`
  return shown({ title: voice.plain(words.title), main, crumbs: belowMyPage(voice) })
}

export async function saveViews(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const rules = viewRulesOn(visit.city, visit.tx.today)
  const { lines } = await readViews(visit, rules, LIMITS.viewsInFile, undefined)
  const head = [words.when, words.who, words.service, words.what, words.basis].map((word) => voice.plain(word))
  const rows = lines.map((line) => [minuteOf(line.at), plain(visit, whoIn(visit, line, rules)), plain(visit, serviceIn(visit, line)), plain(visit, actIn(line)), line.basis])
  const written = writeCsv([head, ...rows], { encoding: 'utf-8-bom', missingCharacters: 'geta' })
  if (!written.ok) throw new RangeError('UTF-8 lacks no character')
  return fileAnswer(Buffer.from(written.bytes), 'text/csv; charset=utf-8', `views-${visit.tx.today.toString()}.csv`)
}

interface Read {
  readonly lines: readonly ViewLine[]
  /** Where older ones begin; null where there are none. */
  readonly next: number | null
}

/** As account and, once matched, as person of the register. That one looked is written down as every other look is. */
async function readViews(visit: Visit, rules: readonly ViewRule[], limit: number, before: number | undefined): Promise<Read> {
  const { tx } = visit
  const { accountId, personId } = residentOf(visit)
  const subjects = [accountSubject(accountId), ...(personId === null ? [] : [`resident:${personId}`])]
  const lines = await listViewsAbout(tx, { subjects, limit: limit + 1, ...(before === undefined ? {} : { before }) })
  await tx.note({ act: 'read own views', subject: accountSubject(accountId), basis: VIEWS_BASIS })
  const next = lines.length > limit ? (lines[limit - 1]?.entry ?? null) : null
  return { lines: shownTo(lines.slice(0, limit), rules), next }
}

function renderLines(visit: Visit, lines: readonly ViewLine[], rules: readonly ViewRule[]): Html {
  const { voice } = visit
  return renderTable({
    caption: voice.say(words.title),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [words.when, words.who, words.service, words.what, words.basis].map((word) => ({ heading: voice.say(word) })),
    rows: lines.map((line): readonly HtmlValue[] => [minuteOf(line.at), say(visit, whoIn(visit, line, rules)), say(visit, serviceIn(visit, line)), say(visit, actIn(line)), line.basis]),
  })
}

/** Words of the house, or a name as somebody wrote it: said on a page, and plain in a file. */
type Said = string | { readonly phrase: Phrase<never> } | { readonly act: string }

function whoIn(visit: Visit, line: ViewLine, rules: readonly ViewRule[]): Said {
  const { voice } = visit
  if (line.actor === visit.actor.id) return { phrase: words.you }
  if (line.actor.startsWith('resident:')) return { phrase: words.proxy }
  if (line.actor === 'visitor') return { phrase: words.visitor }
  if (line.clerkName === null) return { phrase: words.machine }
  const unit = voice.htmlLang === 'ja' ? line.unitName : voice.htmlLang === 'en' ? line.unitNameEn || line.unitName : line.unitNamePt || line.unitName
  const isNamed = rules.some(({ kind }) => kind === 'name-clerks')
  if (unit === null) return isNamed ? line.clerkName : { phrase: words.staff }
  return isNamed ? `${unit} ${line.clerkName}` : unit
}

/** The part by its title; one that was taken out since, by its name. */
function serviceIn({ directory }: Visit, { service }: ViewLine): Said {
  const part = directory.part(service)
  return part === undefined ? service : { phrase: part.title }
}

function actIn({ act }: ViewLine): Said {
  if (act.startsWith('ask ')) return { phrase: words.asked }
  if (act === 'view' || act.startsWith('view ') || act.startsWith('read ')) return { phrase: words.viewed }
  if (/^(sign-|add |remove |close )/.test(act)) return { phrase: words.signedIn }
  return { act }
}

function say({ voice }: Visit, said: Said): HtmlValue {
  if (typeof said === 'string') return said
  return 'act' in said ? voice.say(words.used, said) : voice.say(said.phrase)
}

function plain({ voice }: Visit, said: Said): string {
  if (typeof said === 'string') return said
  return 'act' in said ? voice.plain(words.used, said) : voice.plain(said.phrase)
}
