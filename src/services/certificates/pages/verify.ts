import { renderLinkButton } from '#design/button/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { groupedCode, readCode } from '../rules/paper-code.ts'
import { findByCode, type PaperState } from '../store/papers.ts'
import { verifyWords } from '../text/desk-words.ts'
import { kindWords } from '../text/words.ts'

/** Where the QR code of a paper leads: whether the city issued it and whether it still counts; nothing that is not on it. */
export async function showPaperState(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const code = readCode(params['code'] ?? '')
  const paper = code === null ? undefined : await findByCode(tx, code)
  const main = html`
    ${renderPageTitle({ title: voice.say(verifyWords.title), ...(code === null ? {} : { kicker: groupedCode(code) }) })}
    ${paper === undefined ? renderNotice({ voice, kind: 'error', title: voice.say(verifyWords.unknown), body: voice.say(verifyWords.unknownBody) }) : renderPaper(visit, paper)}
    ${renderLinkButton({ href: '/verify', label: voice.say(verifyWords.checkFile), kind: 'secondary' })}`
  return shown({ title: voice.plain(verifyWords.title), main, status: paper === undefined ? 404 : 200 })
}

function renderPaper({ voice, city }: Visit, { kind, issuedAt, pages, endedBecause }: PaperState): Html {
  const facts = [
    { term: voice.say(verifyWords.kind), description: voice.say(kindWords[kind]) },
    { term: voice.say(verifyWords.issuer), description: voice.say(verifyWords.mayor, { city: voice.plain(city.displayName) }) },
    { term: voice.say(verifyWords.issuedAt), description: minuteOf(issuedAt) },
    { term: voice.say(verifyWords.pages), description: voice.number(pages) },
  ]
  const notice = endedBecause === null
    ? renderNotice({ voice, kind: 'success', title: voice.say(verifyWords.genuine), body: voice.say(verifyWords.compare) })
    : renderNotice({ voice, kind: 'error', title: voice.say(verifyWords.recalled) })
  return html`${notice}${renderFactsList({ facts })}`
}
