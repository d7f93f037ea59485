import { listPeople } from '#kernel/access/people.ts'
import { may } from '#kernel/access/actor.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { dayOf } from '#kernel/time/clock.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { givenFor } from '../actions/given.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { decidingRow } from '../rules/deciding.ts'
import { mayIn } from '../rules/states.ts'
import { listStages } from '../store/desk.ts'
import { deskWords } from '../text/desk-words.ts'
import { filingWords } from '../text/filing-words.ts'
import type { DeskCase } from './desk-visit.ts'
import { reasonsOf } from './status.ts'

export interface DeskProblems {
  readonly decide?: HtmlValue
  readonly note?: HtmlValue
  readonly sendBack?: HtmlValue
}

const CLERKS_OFFERED = 200

/** What an officer may do with the case as it stands. Every form says which state it was written for. */
export async function renderDeskForms(visit: Visit, desk: DeskCase, problems: DeskProblems): Promise<Html> {
  const { voice, actor } = visit
  const { application } = desk
  const isMine = application.claimedBy === actor.person?.id
  const isOpen = mayIn(application.state, 'claim')
  return html`${isOpen ? renderCluster({ parts: [
    isMine ? renderSmall(visit, desk, 'release', voice.say(deskWords.release), 'secondary') : renderSmall(visit, desk, 'claim', voice.say(deskWords.claim), 'primary', 'a'),
    mayIn(application.state, 'ask-correction') ? renderLinkButton({ href: `${desk.base}/ask`, label: voice.say(deskWords.askCorrection), kind: 'secondary' }) : nothing,
  ] }) : nothing}
  ${mayIn(application.state, 'decide') ? await renderDecide(visit, desk, problems) : nothing}
  ${mayIn(application.state, 'confirm') ? renderProposal(visit, desk, problems) : nothing}
  ${isOpen ? await renderStage(visit, desk) : nothing}
  ${isOpen ? renderTexts(visit, desk, problems) : nothing}
  ${isOpen ? await renderHandOver(visit, desk) : nothing}`
}

function renderSmall(visit: Visit, { base, application }: DeskCase, act: string, label: HtmlValue, kind: 'primary' | 'secondary', key?: string): Html {
  return renderForm({
    voice: visit.voice, action: `${base}/${act}`, csrfToken: visit.formToken(), hidden: { seen: seenOf(application) }, body: nothing,
    buttons: renderButton({ label, kind, ...(key === undefined ? {} : { key }) }),
  })
}

/** The state that a form was written for; another state means that somebody was faster. */
export function seenOf({ state, edition, claimedBy }: DeskCase['application']): string {
  return `${state}/${edition}/${claimedBy ?? ''}`
}

async function renderDecide(visit: Visit, { application, version, base }: DeskCase, problems: DeskProblems): Promise<Html> {
  const { voice, actor } = visit
  const given = await givenFor(visit, application.personId, application.answers, dayOf(application.submittedAt))
  const amount = version.amountYen?.(given) ?? null
  const row = decidingRow(version, amount, application.answers)
  const mayPropose = row.isFourEyes || may(actor, row.duty)
  const said = html`<p>${voice.say(deskWords.decidedBy)}: ${voice.say(row.title)}${row.isFourEyes ? html` (${voice.say(deskWords.fourEyes)})` : nothing}</p>`
  if (!mayPropose) return renderPanel({ heading: voice.say(deskWords.decide), body: html`${said}<p>${voice.say(deskWords.noDuty, { title: voice.plain(row.title) })}</p>` })
  return renderPanel({
    heading: voice.say(deskWords.decide),
    body: html`${said}${renderForm({
      voice, action: `${base}/decide`, csrfToken: visit.formToken(), hidden: { seen: seenOf(application) },
      body: html`${renderField({
        voice, kind: 'radios', name: 'outcome', label: voice.say(deskWords.outcome), isRequired: true,
        choices: [{ value: 'approved', label: voice.say(deskWords.approve) }, { value: 'refused', label: voice.say(deskWords.refuse) }],
      })}
      ${renderField({
        voice, kind: 'checkboxes', name: 'reasons', label: voice.say(deskWords.reasons), hint: voice.say(deskWords.reasonsHint), isRequired: false,
        choices: version.reasons.map(({ key, text }) => ({ value: key, label: voice.say(text) })), ...(problems.decide === undefined ? {} : { error: problems.decide }),
      })}
      ${renderField({ voice, kind: 'textarea', name: 'note', label: voice.say(deskWords.decisionNote), isRequired: false, rows: 3, limit: APPLICATION_LIMITS.reasonCharacters })}
      ${version.amountYen === undefined ? nothing : renderField({ voice, kind: 'number', name: 'amountYen', label: voice.say(deskWords.amountYen), isRequired: false, value: amount === null ? '' : String(amount) })}`,
      buttons: renderButton({ label: voice.say(row.isFourEyes ? deskWords.propose : deskWords.decideNow) }),
    })}`,
  })
}

/** A proposal, for a second person with the duty; who wrote it cannot confirm it. */
function renderProposal(visit: Visit, desk: DeskCase, problems: DeskProblems): Html {
  const { voice, actor } = visit
  const { application, version, base } = desk
  const { decision } = application
  if (decision === null) return nothing
  const row = decidingRow(version, decision.amountYen, application.answers)
  const isOwn = decision.proposedBy === actor.id
  const seen = seenOf(application)
  const body = html`<p>${voice.say(decision.outcome === 'approved' ? deskWords.approve : deskWords.refuse)}${decision.amountYen === null ? nothing : html` ${voice.say(filingWords.yen, { amount: decision.amountYen })}`}</p>
    <ul>${reasonsOf(visit, decision, version).map((reason) => html`<li>${reason}</li>`)}</ul>`
  if (isOwn || !may(actor, row.duty)) {
    const title = isOwn ? voice.say(deskWords.ownProposal) : voice.say(deskWords.noDuty, { title: voice.plain(row.title) })
    return renderPanel({ heading: voice.say(deskWords.proposed), body: html`${body}${renderNotice({ voice, kind: 'info', title })}` })
  }
  return renderPanel({
    heading: voice.say(deskWords.proposed),
    body: html`${body}
      ${renderForm({ voice, action: `${base}/confirm`, csrfToken: visit.formToken(), hidden: { seen }, body: nothing, buttons: renderButton({ label: voice.say(deskWords.confirm) }) })}
      ${renderForm({
        voice, action: `${base}/send-back`, csrfToken: visit.formToken(), hidden: { seen },
        body: renderField({ voice, kind: 'textarea', name: 'text', idPrefix: 'back', label: voice.say(deskWords.sendBackReason), isRequired: true, rows: 2, ...(problems.sendBack === undefined ? {} : { error: problems.sendBack }) }),
        buttons: renderButton({ label: voice.say(deskWords.sendBack), kind: 'secondary' }),
      })}`,
  })
}

async function renderStage(visit: Visit, { application, base }: DeskCase): Promise<Html> {
  const { voice, tx } = visit
  const stages = (await listStages(tx)).filter(({ procedure, isRetired, id }) => procedure === application.procedure && (!isRetired || id === application.stage))
  if (stages.length === 0) return nothing
  return renderForm({
    voice, action: `${base}/stage`, csrfToken: visit.formToken(), hidden: { seen: seenOf(application) },
    body: renderField({
      voice, kind: 'select', name: 'stage', label: voice.say(deskWords.stage), isRequired: false, value: application.stage ?? '', emptyLabel: voice.plain(deskWords.stageNone),
      choices: stages.map(({ id, label }) => ({ value: id, label: label[voice.language] })),
    }),
    buttons: renderButton({ label: voice.say(deskWords.set), kind: 'secondary', size: 'small' }),
  })
}

function renderTexts(visit: Visit, { base, application }: DeskCase, problems: DeskProblems): Html {
  const { voice } = visit
  const form = (act: string, label: HtmlValue, button: HtmlValue) => renderForm({
    voice, action: `${base}/${act}`, csrfToken: visit.formToken(), hidden: { seen: seenOf(application) },
    body: renderField({ voice, kind: 'textarea', name: 'text', idPrefix: act, label, isRequired: true, isTagHidden: true, rows: 2, limit: APPLICATION_LIMITS.messageCharacters, ...(problems.note === undefined ? {} : { error: problems.note }) }),
    buttons: renderButton({ label: button, kind: 'secondary', size: 'small' }),
  })
  return html`${form('note', voice.say(deskWords.note), voice.say(deskWords.keepNote))} ${form('message', voice.say(deskWords.messageOut), voice.say(filingWords.sendMessage))}`
}

/** To a colleague who handles applications; who belongs to another section is not offered. */
async function renderHandOver(visit: Visit, { base, application }: DeskCase): Promise<Html> {
  const { voice, tx, actor } = visit
  const people = (await listPeople(tx, { limit: CLERKS_OFFERED })).filter(({ id, duties, unitCode, isActive }) =>
    isActive && id !== actor.person?.id && unitCode === actor.person?.unitCode && duties.some((duty) => duty === 'applications-clerk' || duty === 'applications-decider'))
  if (people.length === 0) return nothing
  return renderForm({
    voice, action: `${base}/hand-over`, csrfToken: visit.formToken(), hidden: { seen: seenOf(application) },
    body: renderField({ voice, kind: 'select', name: 'to', label: voice.say(deskWords.handOverTo), isRequired: true, choices: people.map(({ id, name }) => ({ value: id, label: name })) }),
    buttons: renderButton({ label: voice.say(deskWords.handOver), kind: 'secondary', size: 'small' }),
  })
}
