import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { fileAnswer, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { STANDARD_LAYOUT } from '../rules/standard-layout.ts'
import { listRefusals, listTransfers, readPieces, type RowRefusal, type Transfer } from '../store/standard-set.ts'
import { standardWords as words } from '../text/standard-set-words.ts'
import { deskCrumb } from './staff-frame.ts'

export const STANDARD_PATH = '/staff/residents/standard-data'
const LOOK_AGAIN_SECONDS = 3
const TONES = { waiting: 'info', done: 'success', refused: 'warning' } as const satisfies Record<Transfer['state'], string>

/** Begin an export or an import, and what became of earlier ones. */
export async function showTransfers(visit: Visit, problems: FormProblems = {}): Promise<Answer> {
  const { voice, tx } = visit
  const transfers = await listTransfers(tx)
  const errorOf = (name: string) => (problems[name] === undefined ? {} : { error: voice.say(problems[name].phrase, problems[name].values) })
  const reason = (idPrefix: string) => renderField({ voice, kind: 'text', name: 'reason', idPrefix, label: voice.say(words.reason), isRequired: true, ...errorOf('reason') })
  const { version, likeness, conformance } = STANDARD_LAYOUT
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderNotice({ voice, kind: 'info', title: voice.say(words.layout, { version, likeness, conformance }) }),
        renderSection({
          heading: voice.say(words.export),
          body: renderForm({ voice, action: `${STANDARD_PATH}/export`, csrfToken: visit.formToken(), body: reason('export'), buttons: renderButton({ label: voice.say(words.export), icon: 'download' }) }),
        }),
        renderSection({
          heading: voice.say(words.import), lead: voice.say(words.importHint),
          body: renderForm({
            voice, action: `${STANDARD_PATH}/import`, csrfToken: visit.formToken(), hasFiles: true,
            body: html`${renderField({ voice, kind: 'file', name: 'archive', label: voice.say(words.archive), isRequired: true, accept: '.zip', ...errorOf('archive') })} ${reason('import')}`,
            buttons: renderButton({ label: voice.say(words.import), kind: 'secondary', icon: 'upload' }),
          }),
        }),
        renderSection({ heading: voice.say(words.earlier), body: transfers.length === 0 ? renderEmpty({ icon: 'history', title: voice.say(words.none) }) : renderList(voice, transfers) }),
      ],
    })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: [deskCrumb(voice)] })
}

/** One of them: how far it is, the file, or what was wrong, row by row. */
export async function showTransfer(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const transfer = await transferNamed(visit)
  const refusals = transfer.state === 'refused' ? await listRefusals(tx, transfer.id) : []
  const isWaiting = transfer.state === 'waiting'
  const main = html`${renderPageTitle({ title: voice.say(words[transfer.direction]), kicker: minuteOf(transfer.askedAt), lead: transfer.reason, facts: renderState(voice, transfer) })}
    ${isWaiting ? renderWaiting(voice, transfer) : nothing}
    ${transfer.state === 'done' && transfer.direction === 'export' ? html`<p>${voice.say(words.keptUntil)}</p>${renderLinkButton({ href: `${STANDARD_PATH}/${transfer.id}/register.zip`, label: voice.say(words.download), icon: 'download', isDownload: true })}` : nothing}
    ${refusals.length === 0 ? nothing : renderRefusals(voice, refusals)}`
  const crumbs = [deskCrumb(voice), { href: STANDARD_PATH, label: voice.say(words.title) }]
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs, ...(isWaiting ? { refreshSeconds: LOOK_AGAIN_SECONDS } : {}) })
}

export async function showArchive(visit: Visit): Promise<Answer> {
  const { tx } = visit
  const transfer = await transferNamed(visit)
  const bytes = transfer.direction === 'export' && transfer.state === 'done' ? await readPieces(tx, transfer.id) : Buffer.alloc(0)
  if (bytes.length === 0) throw new Fault('not-found', 'the files of this transfer are not there')
  await tx.note({ act: 'download the exported register', subject: `standard-transfer:${transfer.id}`, basis: transfer.reason })
  return fileAnswer(bytes, 'application/zip', 'register.zip')
}

async function transferNamed({ tx, params }: Visit): Promise<Transfer> {
  const id = params.id ?? ''
  const [transfer] = isUuid(id) ? await listTransfers(tx, [id]) : []
  if (transfer === undefined) throw new Fault('not-found')
  return transfer
}

function renderWaiting(voice: Voice, { piecesDone, piecesTotal }: Transfer): Html {
  return html`<div data-look-again-after="${LOOK_AGAIN_SECONDS}">${renderProgress({ voice, id: 'transfer', label: voice.say(words.progress), done: piecesDone, total: piecesTotal })}</div>
    <script src="${STANDARD_PATH}/transfer.js" defer></script>`
}

function renderList(voice: Voice, transfers: readonly Transfer[]): Html {
  return renderTable({
    caption: voice.say(words.earlier), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.askedAt), width: 'narrow' }, { heading: voice.say(words.kind) }, { heading: voice.say(words.by) }, { heading: voice.say(words.reason) }, { heading: voice.say(words.state), width: 'narrow' }],
    rows: transfers.map((transfer) => [
      html`<a href="${STANDARD_PATH}/${transfer.id}">${minuteOf(transfer.askedAt)}</a>`, voice.say(words[transfer.direction]), transfer.askedByName, transfer.reason, renderState(voice, transfer),
    ]),
  })
}

function renderState(voice: Voice, { state, rowCount }: Transfer): Html {
  const rows = state === 'done' ? html` ${voice.say(words.rows, { count: rowCount })}` : nothing
  return html`${renderBadge({ label: voice.say(words[state]), tone: TONES[state] })}${rows}`
}

function renderRefusals(voice: Voice, refusals: readonly RowRefusal[]): Html {
  return renderTable({
    caption: voice.say(words.refusals), isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.file), width: 'narrow' }, { heading: voice.say(words.line), isNumeric: true }, { heading: voice.say(words.item), width: 'narrow' }, { heading: voice.say(words.why) }],
    rows: refusals.map(({ file, line, item, reason }) => [file, line === 0 ? '' : line, item, voice.say(words[reason])]),
  })
}
