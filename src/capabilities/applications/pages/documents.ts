import { attachmentsOf } from '#capabilities/attachments/attachments.ts'
import type { Attachment, AttachmentRefusal } from '#capabilities/attachments/model.ts'
import { changeWords } from '#capabilities/attachments/text.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { ownerOf } from '../model.ts'
import type { DocumentSlot } from '../procedure.ts'
import { askedDocuments, askedPages } from '../rules/asked-fields.ts'
import { filingWords } from '../text/filing-words.ts'
import { words } from '../text/resident-words.ts'
import { casePath } from './case-visit.ts'
import { arriveAtDraft, type DraftVisit } from './draft-visit.ts'
import { draftCrumbs, renderWay } from './step.ts'

export async function showDocuments(visit: Visit): Promise<Answer> {
  const arrival = await arriveAtDraft(visit)
  return arrival.kind === 'draft' ? documentsPage(visit, arrival.draft) : redirect(casePath(visit.seal, arrival.application))
}

/** The file was missing or too many came: the page again. */
export async function showDocumentsAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showDocuments(visit)
}

interface Refused {
  readonly slot: string
  readonly refusal: AttachmentRefusal
}

/** Each document that the answers ask for, with what is attached, and a form of its own for the next file. */
export async function documentsPage(visit: Visit, draft: DraftVisit, refused?: Refused): Promise<Answer> {
  const { voice, tx } = visit
  const files = await attachmentsOf(tx, ownerOf(draft.application.id))
  const slots = askedDocuments(draft.version, draft.application.answers)
  const main = html`${renderPageTitle({ title: voice.say(filingWords.documents), kicker: voice.say(draft.definition.title), lead: voice.say(filingWords.documentsLead) })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderWay(visit, draft, askedPages(draft.version, draft.application.answers).length),
        ...slots.map((slot) => renderSlot(visit, draft, slot, files.filter((file) => file.slot === slot.key), refused?.slot === slot.key ? refused.refusal : undefined)),
        renderCluster({ parts: [
          renderLinkButton({ href: `${draft.base}/check`, label: voice.say(words.next) }),
          renderLinkButton({ href: `${draft.base}/later`, label: voice.say(words.later), kind: 'link' }),
        ] }),
      ],
    })}`
  return shown({ title: voice.plain(filingWords.documents), main, status: refused === undefined ? 200 : 422, crumbs: draftCrumbs(visit, draft), isSecret: true })
}

function renderSlot(visit: Visit, draft: DraftVisit, slot: DocumentSlot, files: readonly Attachment[], refusal?: AttachmentRefusal): Html {
  const { voice } = visit
  const megabytes = Math.floor(slot.rules.mostBytes / 1024 / 1024)
  const tag = slot.isRequired && files.length === 0 ? renderBadge({ label: voice.say(filingWords.needed), tone: 'warning' }) : nothing
  return renderPanel({
    heading: html`${voice.say(slot.title)} ${tag}`,
    body: html`${files.length === 0 ? nothing : html`<ul>${files.map((file) => html`<li>${renderFile(visit, draft, file)}</li>`)}</ul>`}
      ${files.length >= slot.rules.mostFiles ? nothing : renderForm({
        voice, action: `${draft.base}/documents`, csrfToken: visit.formToken(), hidden: { slot: slot.key }, hasFiles: true,
        body: renderField({
          voice, kind: 'file', name: 'file', idPrefix: slot.key, label: voice.say(slot.title), isRequired: slot.isRequired,
          hint: html`${voice.say(slot.hint)} (${voice.say(filingWords.upTo, { megabytes })})`, accept: '.jpg,.jpeg,.png,.heic,.heif,.pdf',
          ...(refusal === undefined ? {} : { error: voice.say(refusal.phrase, refusal.values) }),
        }),
        buttons: renderButton({ label: voice.say(filingWords.attach), kind: 'secondary', icon: 'upload' }),
      })}`,
  })
}

function renderFile(visit: Visit, draft: DraftVisit, { id, fileName, changes }: Attachment): Html {
  const { voice } = visit
  const said = changes.length === 0 ? nothing : html`<br><small>${changes.map((change) => html`${voice.say(changeWords[change])} `)}</small>`
  return html`<a href="${draft.base}/files/${id}">${fileName}</a>${said}
    ${renderForm({
      voice, action: `${draft.base}/documents/remove`, csrfToken: visit.formToken(), hidden: { id }, body: nothing,
      buttons: renderButton({ label: html`${voice.say(filingWords.remove)}<span class="visually-hidden"> ${fileName}</span>`, kind: 'link', size: 'small', icon: 'trash' }),
    })}`
}
