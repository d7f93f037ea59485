import { may } from '#kernel/access/actor.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderSteps } from '#design/steps/view.ts'
import { renderTimeline } from '#design/timeline/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { timelinessOf } from '../rules/deadlines.ts'
import { drawUp, type Drawn } from '../rules/draw-up.ts'
import { mayApprove } from '../rules/four-eyes.ts'
import { compareEntry } from '../store/comparing.ts'
import { findEntry, listSteps, type Entry } from '../store/entries.ts'
import { knownFor } from '../store/known.ts'
import { KIND_WORDS, SOURCE_WORDS, STATUS_WORDS, STEP_WORDS } from '../text/entry-words.ts'
import { FINDING_WORDS } from '../text/finding-words.ts'
import { formWords } from '../text/form-words.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { comparedSubjects, renderComparison } from './comparison.ts'
import { renderWarnings } from './entry-form.ts'
import { deskCrumb, entryPath, householdPath, personPath, renderStatus, staffNames, VIEW_BASIS } from './staff-frame.ts'
import { dayText } from './values.ts'

/** One entry: where it stands, what it changes, who did what with it, and what may be done next. */
export async function showEntry(visit: Visit): Promise<Answer> {
  const entry = isUuid(visit.params.id ?? '') ? await findEntry(visit.tx, visit.params.id ?? '') : undefined
  if (entry === undefined) throw new Fault('not-found', 'there is no such entry')
  return entryPage(visit, entry, null)
}

/** The same with a word about why nothing was done. */
export async function showEntryWith(visit: Visit, entry: Entry, notice: Phrase<never>): Promise<Answer> {
  return entryPage(visit, await findEntry(visit.tx, entry.id) ?? entry, notice)
}

async function entryPage(visit: Visit, entry: Entry, notice: Phrase<never> | null): Promise<Answer> {
  const { voice, tx, city } = visit
  for (const id of entry.people) await tx.note({ act: 'view entry', subject: `resident:${id}`, basis: VIEW_BASIS })
  const isOpen = entry.status === 'draft' || entry.status === 'review'
  const drawn = isOpen ? drawUp(entry.kind, entry.typed, await knownFor(tx, city, { draftId: entry.id, kind: entry.kind, typed: entry.typed, refersTo: entry.refersTo })) : null
  const compared = await comparedSubjects(tx, voice, await compareEntry(tx, entry))
  const title = `${voice.plain(KIND_WORDS[entry.kind])} ${entry.title}`
  const main = html`
    ${renderPageTitle({ title, kicker: voice.say(words.entryNumber, { number: String(entry.number) }), facts: renderStatus(voice, entry.status), actions: renderPapers(visit, entry) })}
    ${notice === null ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(notice), isAnnounced: true })}
    ${renderSentBack(visit, entry)}
    ${renderStack({ gap: 'large', parts: [
      entry.status === 'withdrawn' ? nothing : renderWay(visit, entry),
      drawn === null ? nothing : renderFindings(visit, drawn),
      renderSection({ heading: voice.say(words.beforeAndAfter), body: renderComparison(voice, compared, ({ id, kind, isNew }) => (isNew && entry.appliedAt === null ? null : kind === 'person' ? personPath(id) : householdPath(id))) }),
      html`<question-card>${renderNext(visit, entry, drawn)}</question-card>`,
      renderColumns({ kind: 'halves', parts: [renderNoticeFacts(visit, entry), await renderHistory(visit, entry)] }),
    ] })}`
  return shown({ title, main, area: 'staff', crumbs: [deskCrumb(voice)], status: notice === null ? 200 : 422 })
}

const WAY = ['draft', 'review', 'approved', 'applied'] as const

function renderWay({ voice }: Visit, { status }: Entry): Html {
  const current = status === 'applied' || status === 'cancelled' ? WAY.length : WAY.indexOf(status as (typeof WAY)[number])
  return renderSteps({ voice, steps: WAY.map((step) => ({ label: voice.say(STATUS_WORDS[step]) })), current })
}

function renderSentBack({ voice }: Visit, { status, sentBackReason }: Entry): Html {
  if (status !== 'draft' || sentBackReason === '') return nothing
  return renderNotice({ voice, kind: 'warning', title: voice.say(words.wasSentBack), body: html`<p>${sentBackReason}</p>` })
}

function renderFindings({ voice }: Visit, { refusals, warnings }: Drawn): Html {
  const stops = refusals.length === 0 ? nothing : renderNotice({
    voice, kind: 'error', title: voice.say(words.stillInTheWay), body: html`<ul>${refusals.map(({ code, values, article }) => html`<li>${voice.say(FINDING_WORDS[code], values)} <span lang="ja">（${article}）</span></li>`)}</ul>`,
  })
  return html`${stops}${renderWarnings(voice, warnings)}`
}

/** What the one who looks may do now. */
function renderNext(visit: Visit, entry: Entry, drawn: Drawn | null): Html {
  const { voice } = visit
  if (entry.status === 'draft') return renderDraftButtons(visit, entry, (drawn?.refusals.length ?? 0) === 0)
  if (entry.status === 'review') return renderReview(visit, entry)
  if (entry.status === 'approved') return renderPanel({ heading: voice.say(words.waitsForItsDay, { day: dayText(voice, entry.applyOn ?? entry.occurredOn) }), body: renderSendBack(visit, entry) })
  if (entry.status !== 'applied' || entry.kind === 'cancel') return nothing
  return renderCluster({ parts: [renderLinkButton({ href: `/staff/residents/entries/new?kind=cancel&refers=${entry.id}`, label: voice.say(words.takeBack), kind: 'secondary', icon: 'undo' })] })
}

function renderDraftButtons(visit: Visit, entry: Entry, isReady: boolean): Html {
  const { voice } = visit
  const [submit, undo] = [`${entryPath(entry.id)}/submit`, `${entryPath(entry.id)}/withdraw`]
  const edit = renderLinkButton({ href: `${entryPath(entry.id)}/edit`, label: voice.say(words.edit), kind: isReady ? 'secondary' : 'primary', icon: 'edit' })
  const send = isReady ? renderButton({ label: voice.say(words.submit), icon: 'check', key: 'a' }) : nothing
  const reason = renderField({ voice, kind: 'text', name: 'reason', idPrefix: 'undo', label: voice.say(words.reason), isRequired: false })
  return renderPanel({ heading: voice.say(words.whatNext), body: renderStack({ parts: [
    stepForm(visit, entry, submit, nothing, html`${send}${edit}`),
    html`<details><summary>${voice.say(words.undoDraft)}</summary>${stepForm(visit, entry, undo, reason, renderButton({ label: voice.say(words.undoDraft), kind: 'danger' }))}</details>`,
  ] }) })
}

function renderReview(visit: Visit, entry: Entry): Html {
  const { voice, actor } = visit
  if (!mayApprove(actor.id, entry)) return renderNotice({ voice, kind: 'info', title: voice.say(words.secondPerson), body: voice.say(words.ownEntry) })
  if (!may(actor, 'residents-approver')) return renderNotice({ voice, kind: 'info', title: voice.say(words.secondPerson) })
  return renderPanel({ heading: voice.say(words.review), body: renderStack({ parts: [
    stepForm(visit, entry, `${entryPath(entry.id)}/approve`, html`<p>${voice.say(words.reviewLead)}</p>`, renderButton({ label: voice.say(words.approve), icon: 'check', key: 'a' })),
    renderSendBack(visit, entry),
  ] }) })
}

function renderSendBack(visit: Visit, entry: Entry): Html {
  const { voice, actor } = visit
  if (!may(actor, 'residents-approver')) return nothing
  const reason = renderField({ voice, kind: 'textarea', name: 'reason', idPrefix: 'back', rows: 3, label: voice.say(words.reason), hint: voice.say(words.reasonHint), isRequired: true })
  const form = stepForm(visit, entry, `${entryPath(entry.id)}/send-back`, reason, renderButton({ label: voice.say(words.sendBack), kind: 'secondary', icon: 'undo' }))
  return html`<details><summary>${voice.say(words.sendBack)}</summary>${form}</details>`
}

function stepForm({ voice, formToken }: Visit, entry: Entry, action: string, body: Html, buttons: Html): Html {
  return renderForm({ voice, action, csrfToken: formToken(), hidden: { seen: String(entry.edition) }, body, buttons })
}

function renderPapers({ voice }: Visit, { id, kind, status }: Entry): Html {
  const slip = renderLinkButton({ href: `${entryPath(id)}/slip.pdf`, label: voice.say(words.slip), kind: 'secondary', icon: 'print' })
  const isCertified = kind === 'out' && (status === 'approved' || status === 'applied')
  return html`${slip}${isCertified ? renderLinkButton({ href: `${entryPath(id)}/certificate.json`, label: voice.say(words.certificate), kind: 'secondary', icon: 'download', isDownload: true }) : nothing}`
}

function renderNoticeFacts({ voice }: Visit, { kind, occurredOn, notifiedOn, source, typed, refersTo, cancelledBy }: Entry): Html {
  const late = timelinessOf(kind, occurredOn, notifiedOn)
  const facts = [
    { term: voice.say(formWords.occurredOn), description: dayText(voice, occurredOn) },
    { term: voice.say(formWords.notifiedOn), description: html`${dayText(voice, notifiedOn)}${late !== null && late.daysLate > 0 ? html` <strong>${voice.say(words.daysLate, { days: late.daysLate })}</strong>` : nothing}` },
    { term: voice.say(words.source), description: voice.say(SOURCE_WORDS[source]) },
    ...(typed.notifier ? [{ term: voice.say(formWords.notifier), description: typed.notifier }] : []),
    ...(typed.note ? [{ term: voice.say(formWords.note), description: typed.note }] : []),
    ...(refersTo === null ? [] : [{ term: voice.say(words.takesBack), description: html`<a href="${entryPath(refersTo)}">${voice.say(words.thatEntry)}</a>` }]),
    ...(cancelledBy === null ? [] : [{ term: voice.say(words.takenBackBy), description: html`<a href="${entryPath(cancelledBy)}">${voice.say(words.thatEntry)}</a>` }]),
  ]
  return renderSection({ heading: voice.say(formWords.noticeHeading), body: renderFactsList({ facts }) })
}

async function renderHistory({ voice, tx }: Visit, entry: Entry): Promise<Html> {
  const steps = await listSteps(tx, entry.id)
  const names = await staffNames(tx, steps.map(({ by }) => by))
  const entries = steps.map(({ step, at, by, reason }) => ({
    at: minuteOf(at), dateTime: at.toString(), who: names.get(by) ?? voice.say(words.machinery), what: voice.say(STEP_WORDS[step]), ...(reason === '' ? {} : { detail: reason }),
    tone: step === 'sent-back' || step === 'cancelled' ? ('warning' as const) : step === 'applied' ? ('success' as const) : ('neutral' as const),
  }))
  return renderSection({ heading: voice.say(words.whoDidWhat), body: renderTimeline({ entries: entries.toReversed() }) })
}
