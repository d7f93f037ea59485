import { attachmentsOf } from '#capabilities/attachments/attachments.ts'
import type { Attachment } from '#capabilities/attachments/model.ts'
import { isMailAddress } from '#capabilities/mail/mail.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { signatureOver } from '../actions/sign.ts'
import { ownerOf } from '../model.ts'
import { askedDocuments, askedPages, firstGap } from '../rules/asked-fields.ts'
import { sheetOf } from '../rules/sheet.ts'
import { textIn } from '../rules/typed-answers.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { filingWords } from '../text/filing-words.ts'
import { words } from '../text/resident-words.ts'
import { casePath } from './case-visit.ts'
import { arriveAtDraft, type DraftVisit } from './draft-visit.ts'
import { saidText } from './shown-parts.ts'
import { draftCrumbs, renderSoFar, renderWay } from './step.ts'

export async function showCheck(visit: Visit): Promise<Answer> {
  const arrival = await arriveAtDraft(visit)
  if (arrival.kind === 'filed') return redirect(casePath(visit.seal, arrival.application))
  const files = await attachmentsOf(visit.tx, ownerOf(arrival.draft.application.id))
  return checkPage(visit, arrival.draft, { files, needsMail: false, mail: arrival.draft.application.mail, isSigned: await isSigned(visit, arrival.draft, files) })
}

/** The mail address was not one. */
export async function showCheckAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const arrival = await arriveAtDraft(visit)
  if (arrival.kind === 'filed') return redirect(casePath(visit.seal, arrival.application))
  const files = await attachmentsOf(visit.tx, ownerOf(arrival.draft.application.id))
  return checkPage(visit, arrival.draft, { files, needsMail: false, mail: textIn(visit.typed, 'mail'), isSigned: await isSigned(visit, arrival.draft, files) })
}

/** What is still missing, and the page where it is given. */
export interface Gap {
  readonly href: string
  readonly phrase: Phrase<never>
  readonly kind: 'field' | 'document'
}

export function gapsIn({ version, application, base }: DraftVisit, files: readonly Attachment[]): Gap[] {
  const gap = firstGap(version, application.answers)
  const missing = askedDocuments(version, application.answers).filter(({ key, isRequired }) => isRequired && !files.some(({ slot }) => slot === key))
  return [
    ...(gap === null ? [] : [{ href: `${base}/${gap.page + 1}`, phrase: gap.field.label, kind: 'field' as const }]),
    ...missing.map(({ title }) => ({ href: `${base}/documents`, phrase: title, kind: 'document' as const })),
  ]
}

interface CheckContent {
  readonly files: readonly Attachment[]
  readonly needsMail: boolean
  readonly mail: string
  /** False where the procedure demands a signature over just this, and there is none. */
  readonly isSigned: boolean
}

/** All answers once more, each with the way to change it, what they mean, and the one button that sends them. */
export function checkPage(visit: Visit, draft: DraftVisit, { files, needsMail, mail, isSigned: isReady }: CheckContent): Answer {
  const { voice } = visit
  const { version, given, application, base } = draft
  const gaps = gapsIn(draft, files)
  const isWrong = mail !== '' && !isMailAddress(mail)
  const sheet = sheetOf(version, given)
  const isRefusable = sheet.requirements.some(({ outcome }) => outcome === 'no')
  const problems = isWrong || needsMail ? [{ fieldId: fieldId('mail'), message: voice.say(isWrong ? words.mailWrong : words.mailNeeded) }] : []
  const slots = askedDocuments(version, application.answers).length > 0 ? 1 : 0
  const main = html`${renderPageTitle({ title: voice.say(filingWords.check), kicker: voice.say(draft.definition.title), lead: voice.say(filingWords.checkLead) })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderWay(visit, draft, askedPages(version, application.answers).length + slots),
        renderErrorSummary({ voice, errors: problems }),
        renderGaps(visit, gaps),
        isRefusable ? renderNotice({ voice, kind: 'warning', title: voice.say(filingWords.notEligible) }) : nothing,
        renderAnswers(visit, draft),
        renderSoFar(visit, draft),
        gaps.length > 0 ? nothing : !isReady ? renderSign(visit, draft) : renderSend(visit, draft, { mail, error: problems[0]?.message }),
        renderLinkButton({ href: `${base}/later`, label: voice.say(words.later), kind: 'link' }),
      ],
    })}`
  return shown({ title: voice.plain(filingWords.check), main, status: isWrong || needsMail ? 422 : 200, crumbs: draftCrumbs(visit, draft), isSecret: true })
}

function renderGaps({ voice }: Visit, gaps: readonly Gap[]): Html {
  if (gaps.length === 0) return nothing
  return renderNotice({
    voice, kind: 'warning', title: voice.say(filingWords.needed),
    body: html`<ul>${gaps.map(({ href, phrase, kind }) => html`<li><a href="${href}">${
      kind === 'field' ? voice.say(filingWords.gap, { question: voice.plain(phrase) }) : voice.say(filingWords.gapDocument, { document: voice.plain(phrase) })
    }</a></li>`)}</ul>`,
  })
}

function renderAnswers({ voice }: Visit, { version, given, base }: DraftVisit): Html {
  const { pages } = sheetOf(version, given)
  return renderSection({
    heading: voice.say(filingWords.written),
    body: html`${pages.map(({ title, lines }, index) => html`<h3 class="heading heading-3">${voice.say(title)}</h3>
      ${renderFactsList({ facts: lines.map(({ label, text }) => ({ term: voice.say(label), description: saidText(voice, text) })) })}
      <p><a href="${base}/${index + 1}">${voice.say(filingWords.change, { question: voice.plain(title) })}</a></p>`)}`,
  })
}

async function isSigned({ tx }: Visit, draft: DraftVisit, files: readonly Attachment[]): Promise<boolean> {
  return draft.definition.needsSignature !== true || draft.application.channel !== 'online' || (await signatureOver(tx, draft, files)) !== null
}

function renderSign(visit: Visit, { base }: DraftVisit): Html {
  const { voice } = visit
  return html`${renderNotice({ voice, kind: 'info', title: voice.say(words.sign), body: voice.say(words.unsigned) })}
    ${renderForm({ voice, action: `${base}/sign`, csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(words.sign), icon: 'card' }) })}`
}

function renderSend(visit: Visit, { base, application }: DraftVisit, { mail, error }: { mail: string; error: HtmlValue }): Html {
  const { voice } = visit
  return renderForm({
    voice, action: `${base}/submit`, csrfToken: visit.formToken(),
    body: renderField({
      voice, kind: 'text', inputType: 'email', autocomplete: 'email', name: 'mail', label: voice.say(words.mail), hint: voice.say(words.mailHint), value: mail,
      isRequired: application.accountId === null && application.channel === 'online', ...(error === undefined ? {} : { error }),
    }),
    buttons: renderButton({ label: voice.say(application.channel === 'paper' ? filingWords.submitPaper : filingWords.submit), size: 'wide' }),
  })
}
