import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { postOffice } from './jobs.ts'
import type { LetterLine, LetterState } from './model.ts'
import { findDelivered, listLetters } from './store.ts'
import { words } from './text.ts'

const LETTERS_A_PAGE = 50
const MOST_PAGES = 1_000
const BASIS = '個人情報の保護に関する法律第66条第1項(安全管理措置)'
const TONES = { waiting: 'info', sent: 'success', refused: 'warning' } as const satisfies Record<LetterState, string>

/** What left the city, the newest first. */
export async function showLetters(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const asked = Number(query.page)
  const page = Number.isSafeInteger(asked) && asked > 1 && asked <= MOST_PAGES ? asked : 1
  const letters = await listLetters(tx, { limit: LETTERS_A_PAGE + 1, offset: (page - 1) * LETTERS_A_PAGE })
  const standIn = renderNotice({ voice, kind: 'info', title: voice.say(words.standIn), body: voice.say(words.standInBody) })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${postOffice.isStandIn ? standIn : nothing}
    ${
      letters.length === 0
        ? renderEmpty({ icon: 'document', title: voice.say(words.empty), body: voice.say(words.emptyBody) })
        : renderLetters(voice, letters.slice(0, LETTERS_A_PAGE))
    }
    ${renderTurning(voice, page, letters.length > LETTERS_A_PAGE)}`
  return shown({ title: voice.plain(words.title), main, area: 'staff' })
}

/** One letter as the stand-in received it. */
export async function showDelivered({ voice, tx, params }: Visit): Promise<Answer> {
  const id = params.id ?? ''
  const delivered = isUuid(id) ? await findDelivered(tx, id) : undefined
  if (delivered === undefined) throw new Fault('not-found')
  await tx.note({ act: 'read letter', subject: `letter:${id}`, basis: BASIS })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.received), lead: voice.say(words.receivedLead), facts: html`${minuteOf(delivered.receivedAt)}` })}
    <pre tabindex="0">${readable(delivered.source)}</pre>`
  const crumb = { href: '/staff/mail', label: voice.say(words.title) }
  return shown({ title: voice.plain(words.received), main, area: 'staff', crumbs: [crumb], isSecret: true })
}

function renderLetters(voice: Voice, letters: readonly LetterLine[]): Html {
  return renderTable({
    caption: voice.say(words.title),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.writtenAt), width: 'narrow' },
      { heading: voice.say(words.purpose) },
      { heading: voice.say(words.state), width: 'narrow' },
      { heading: voice.say(words.answer) },
    ],
    rows: letters.map(({ id, purpose, state, writtenAt, answer }) => [
      minuteOf(writtenAt),
      postOffice.isStandIn && state === 'sent' ? html`<a href="/staff/mail/${id}">${purpose}</a>` : purpose,
      renderBadge({ label: voice.say(words[state]), tone: TONES[state] }),
      answer,
    ]),
  })
}

function renderTurning(voice: Voice, page: number, isMore: boolean): Html {
  const newer = page > 1 ? renderLinkButton({ href: `/staff/mail?page=${page - 1}`, label: voice.say(words.newer), kind: 'secondary' }) : nothing
  const older = isMore ? renderLinkButton({ href: `/staff/mail?page=${page + 1}`, label: voice.say(words.older), kind: 'secondary' }) : nothing
  return renderCluster({ parts: [newer, older] })
}

/** Japanese goes over the wire as base64 or quoted-printable; people read it as it was written. */
function readable(source: string): string {
  const [head = '', ...rest] = source.split(/\r?\n\r?\n/)
  const body = rest.join('\n\n')
  const plain = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, coded: string) => Buffer.from(coded, 'base64').toString('utf8'))
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, coded: string) => unquoted(coded.replaceAll('_', ' ')))
  if (/^content-transfer-encoding:\s*base64/im.test(head)) return `${plain}\n\n${Buffer.from(body, 'base64').toString('utf8')}`
  if (/^content-transfer-encoding:\s*quoted-printable/im.test(head)) return `${plain}\n\n${unquoted(body.replace(/=\r?\n/g, ''))}`
  return `${plain}\n\n${body}`
}

function unquoted(coded: string): string {
  return Buffer.from(coded.replace(/=([0-9A-F]{2})/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16))), 'latin1').toString('utf8')
}
