import { attachmentsOf } from '#capabilities/attachments/attachments.ts'
import { paymentOf } from '#capabilities/payments/payments.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderSteps } from '#design/steps/view.ts'
import { renderTimeline } from '#design/timeline/view.ts'
import { listUnits } from '#kernel/access/organisation.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { momentText } from '#kernel/text/moments.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { ownerOf, paymentReference, type ApplicationEvent, type Decision } from '../model.ts'
import type { ProcedureVersion } from '../procedure.ts'
import { fieldOf } from '../rules/asked-fields.ts'
import { findProcedure, unitsOf } from '../rules/desks.ts'
import { appealUntil } from '../rules/office-days.ts'
import { versionNamed } from '../rules/seasons.ts'
import { mayIn, stepOf } from '../rules/states.ts'
import { listEditions } from '../store/applications.ts'
import { listStages } from '../store/desk.ts'
import { listEvents } from '../store/events.ts'
import { filingWords } from '../text/filing-words.ts'
import { words } from '../text/resident-words.ts'
import { arriveAtCase, codeOf, type CaseVisit } from './case-visit.ts'
import { dayText, renderSheet, renderState, STATE_WORDS } from './shown-parts.ts'

/** Where an application stands, what happens next and by when, who has it, what is missing: in plain words. */
export async function showStatus(visit: Visit): Promise<Answer> {
  const { voice, tx, directory, query, seal } = visit
  const arrival = await arriveAtCase(visit)
  const { application, base } = arrival
  const definition = findProcedure(directory.parts, application.procedure)?.definition
  const version = definition === undefined ? undefined : versionNamed(definition, application.version)
  const events = (await listEvents(tx, application.id)).filter(({ isInternal }) => !isInternal)
  const editions = await listEditions(tx, application.id)
  const title = definition === undefined ? application.procedure : voice.say(definition.title)
  const main = html`${renderPageTitle({ title, kicker: application.number, facts: renderState(voice, application.state) })}
    ${renderStack({
      gap: 'large',
      parts: [
        query.received === undefined ? nothing : renderNotice({ voice, kind: 'success', title: voice.say(filingWords.received), body: voice.say(filingWords.receivedLead) }),
        renderSteps({ voice, current: stepOf(application.state), steps: [filingWords.stepReceived, filingWords.stepChecked, filingWords.stepDecided].map((label) => ({ label: voice.say(label) })) }),
        await renderNext(visit, arrival),
        renderAsked(visit, arrival, version),
        version?.fee === undefined ? nothing : await renderFee(visit, arrival),
        renderDecision(visit, arrival, version),
        renderFactsList({ facts: [
          { term: voice.say(words.number), description: application.number },
          { term: voice.say(words.code), description: html`<code>${codeOf(seal, application.id)}</code>` },
          { term: voice.say(filingWords.receivedAt), description: momentText(voice, application.submittedAt) },
          { term: voice.say(filingWords.version), description: application.version },
        ] }),
        renderCluster({ parts: [
          renderLinkButton({ href: `${base}/receipt.pdf`, label: voice.say(filingWords.receiptPdf), kind: 'secondary', icon: 'print' }),
          mayIn(application.state, 'withdraw') ? renderLinkButton({ href: `${base}/withdraw`, label: voice.say(filingWords.withdraw), kind: 'link' }) : nothing,
        ] }),
        renderMessages(visit, arrival, events),
        renderHistory(visit, events),
        ...editions.slice(0, 1).map(({ sheet }) => renderSection({ heading: voice.say(filingWords.answers), body: html`${renderSheet(voice, sheet)}` })),
        await renderFiles(visit, arrival),
        ...editions.slice(1).map(({ edition, sheet }) => html`<details><summary>${voice.say(filingWords.earlier, { edition })}</summary>${renderSheet(voice, sheet)}</details>`),
      ],
    })}`
  return shown({ title: application.number, main, isSecret: true, crumbs: [{ href: '/my/applications', label: voice.say(words.myTitle) }] })
}

/** What happens next, by when, and who has it. */
async function renderNext(visit: Visit, { application }: CaseVisit): Promise<Html> {
  const { voice, tx, city } = visit
  const { state, dueOn, procedure } = application
  const isEnded = stepOf(state) === 3
  const next = isEnded ? filingWords.nextEnded : state === 'correction-asked' ? filingWords.nextCorrection : state === 'submitted' ? filingWords.nextSubmitted : filingWords.nextChecking
  const unit = unitsOf(city).get(procedure)
  const name = unit === undefined ? undefined : (await listUnits(tx, tx.today)).find(({ code }) => code === unit)?.name
  const stage = application.stage === null ? undefined : (await listStages(tx)).find(({ id }) => id === application.stage)
  const isLate = dueOn !== null && Temporal.PlainDate.compare(dueOn, tx.today) < 0
  return renderPanel({
    heading: voice.say(filingWords.status),
    body: html`<p>${stage === undefined ? nothing : html`<strong>${stage.label[voice.language]}</strong><br>`}${voice.say(next)}</p>
      ${isEnded || dueOn === null || state === 'correction-asked' ? nothing : html`<p>${voice.say(isLate ? filingWords.byLate : filingWords.by, { day: dayText(voice, dueOn) })}</p>`}
      ${name === undefined ? nothing : html`<p>${voice.say(filingWords.who)}: ${name}</p>`}`,
  })
}

/** What it costs, whether that is paid, and the way to pay. */
async function renderFee({ voice, tx }: Visit, { application }: CaseVisit): Promise<Html> {
  const payment = await paymentOf(tx, paymentReference(application.id))
  if (payment === undefined) return nothing
  const isPaid = payment.paidOn !== null
  return renderPanel({
    heading: voice.say(words.fee),
    body: html`<p>${voice.say(filingWords.yen, { amount: payment.amountYen })} ${voice.say(isPaid ? filingWords.feePaid : filingWords.feeOpen)}</p>
      ${isPaid || !mayIn(application.state, 'withdraw') ? nothing : renderLinkButton({ href: payment.path, label: voice.say(filingWords.pay), icon: 'money' })}`,
  })
}

function renderAsked({ voice }: Visit, { application, base }: CaseVisit, version: ProcedureVersion | undefined): Html {
  if (application.state !== 'correction-asked') return nothing
  const labelOf = (key: string) => (key.startsWith('document:') ? version?.documents.find((slot) => `document:${slot.key}` === key)?.title : version && fieldOf(version, key)?.label)
  return renderNotice({
    voice, kind: 'warning', title: voice.say(filingWords['correction-asked']),
    body: html`<ul>${application.asked.map(({ field, reason }) => {
      const label = labelOf(field)
      return html`<li><strong>${label === undefined ? field : voice.say(label)}</strong>: ${reason}</li>`
    })}</ul>${application.correctBy === null ? nothing : html`<p>${voice.say(filingWords.correctBy)}: ${dayText(voice, application.correctBy)}</p>`}`,
    actions: renderLinkButton({ href: `${base}/correct`, label: voice.say(filingWords.correct) }),
  })
}

/** The decision with its reasons, and how to object (行政不服審査法第82条: it must be taught in writing). */
function renderDecision(visit: Visit, { application }: CaseVisit, version: ProcedureVersion | undefined): Html {
  const { voice, city } = visit
  const { decision, decidedAt, state } = application
  if (decision === null || decidedAt === null || (state !== 'approved' && state !== 'refused')) return nothing
  const decidedOn = dayOf(decidedAt)
  return renderPanel({
    heading: voice.say(filingWords.decision),
    body: html`${renderFactsList({ facts: [
      { term: voice.say(filingWords.decision), description: voice.say(STATE_WORDS[state]) },
      { term: voice.say(filingWords.decidedOn), description: dayText(voice, decidedOn) },
      ...(decision.amountYen === null ? [] : [{ term: voice.say(filingWords.amount), description: voice.say(filingWords.yen, { amount: decision.amountYen }) }]),
      { term: voice.say(filingWords.reason), description: reasonsOf(visit, decision, version) },
    ] })}
    <p>${voice.say(filingWords.appeal, { city: voice.plain(city.displayName), day: dayText(voice, appealUntil(decidedOn)) })}</p>`,
  })
}

export function reasonsOf({ voice }: Visit, { reasons, note }: Decision, version: ProcedureVersion | undefined): Html[] {
  const said = reasons.flatMap((key) => version?.reasons.find((reason) => reason.key === key)?.text ?? []).map((text) => voice.say(text))
  return [...said, ...(note === '' ? [] : [html`${note}`])]
}

function renderMessages(visit: Visit, { application, base }: CaseVisit, events: readonly ApplicationEvent[]): Html {
  const { voice } = visit
  const messages = events.filter(({ kind }) => kind === 'message-to-resident' || kind === 'message-from-resident')
  const form = mayIn(application.state, 'message') ? renderForm({
    voice, action: `${base}/message`, csrfToken: visit.formToken(),
    body: renderField({ voice, kind: 'textarea', name: 'text', label: voice.say(filingWords.message), isRequired: true, limit: APPLICATION_LIMITS.messageCharacters, rows: 3 }),
    buttons: renderButton({ label: voice.say(filingWords.sendMessage), kind: 'secondary' }),
  }) : nothing
  return renderSection({
    heading: voice.say(filingWords.messages),
    body: html`${messages.map(({ kind, text, at }) => renderPanel({ level: 3, heading: kind === 'message-to-resident' ? voice.say(filingWords.officeSays) : momentText(voice, at), body: html`<p>${text}</p>` }))} ${form}`,
  })
}

const HISTORY_WORDS = {
  submitted: STATE_WORDS.submitted, claimed: STATE_WORDS.checking, 'correction-asked': STATE_WORDS['correction-asked'], corrected: STATE_WORDS.corrected,
  approved: STATE_WORDS.approved, refused: STATE_WORDS.refused, withdrawn: STATE_WORDS.withdrawn,
} as const

/** What a resident reads of the history: the steps, not who of the staff took them. */
function renderHistory({ voice }: Visit, events: readonly ApplicationEvent[]): Html {
  const entries = events.flatMap(({ kind, at }) => (kind in HISTORY_WORDS ? [{ at: momentText(voice, at), dateTime: at.toString(), what: voice.say(HISTORY_WORDS[kind as keyof typeof HISTORY_WORDS]) }] : []))
  return renderSection({ heading: voice.say(filingWords.history), body: renderTimeline({ entries }) })
}

async function renderFiles({ voice, tx }: Visit, { application, base }: CaseVisit): Promise<Html> {
  const files = await attachmentsOf(tx, ownerOf(application.id))
  if (files.length === 0) return nothing
  return renderSection({ heading: voice.say(words.documents), body: html`<ul>${files.map(({ id, fileName }) => html`<li><a href="${base}/files/${id}">${fileName}</a></li>`)}</ul>` })
}

export async function showWithdraw(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const { application, base } = await arriveAtCase(visit)
  const main = html`${renderPageTitle({ title: voice.say(filingWords.withdraw), kicker: application.number })}
    ${renderConfirm({
      voice, title: voice.say(filingWords.withdrawTitle), body: voice.say(filingWords.withdrawBody), action: `${base}/withdraw`, csrfToken: visit.formToken(),
      hidden: { seen: application.state }, confirmLabel: voice.say(filingWords.withdraw), cancelHref: base, cancelLabel: voice.say(filingWords.keepApplying), isDangerous: true,
    })}`
  return shown({ title: voice.plain(filingWords.withdraw), main, isSecret: true, crumbs: [{ href: base, label: application.number }] })
}

