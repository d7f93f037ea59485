import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findRefused, listRefused, type RefusedTelegram } from '../store/refused-telegrams.ts'
import { REFUSAL_WORDS, WAY_WORDS } from '../text/intake-reason-words.ts'
import { intakeWords as words } from '../text/intake-words.ts'
import type { Way } from '../store/telegrams.ts'
import { duty } from './telegram-duty.ts'
import { pageIn, renderAt, renderTelegramTabs, telegramsCrumb, TELEGRAMS_PATH } from './telegram-paths.ts'

const REFUSED_A_PAGE = 50

/** What was no telegram, or none that could be read: with the reason, and kept. */
export async function showRefusedTelegrams(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const page = pageIn(query)
  const refused = await listRefused(tx, REFUSED_A_PAGE + 1, (page - 1) * REFUSED_A_PAGE)
  const turn = (number: number) => `${TELEGRAMS_PATH}/refused?page=${number}`
  const main = html`${renderPageTitle({ title: voice.say(words.refused), lead: voice.say(words.lead) })}
    ${renderStack({ parts: [
      renderTelegramTabs(voice, 'refused'),
      refused.length === 0 ? renderEmpty({ icon: 'check', title: voice.say(words.noneRefused) }) : renderList(voice, refused.slice(0, REFUSED_A_PAGE)),
      renderCluster({ parts: [
        page > 1 ? renderLinkButton({ href: turn(page - 1), label: voice.say(words.newer), kind: 'secondary' }) : nothing,
        refused.length > REFUSED_A_PAGE ? renderLinkButton({ href: turn(page + 1), label: voice.say(words.older), kind: 'secondary' }) : nothing,
      ] }),
    ] })}`
  return shown({ title: voice.plain(words.refused), main, area: 'staff', crumbs: [duty(voice), telegramsCrumb(voice)] })
}

export async function showRefusedTelegram({ voice, tx, params }: Visit): Promise<Answer> {
  const id = params.id ?? ''
  const refused = isUuid(id) ? await findRefused(tx, id) : undefined
  if (refused === undefined) throw new Fault('not-found')
  const main = html`${renderPageTitle({ title: voice.say(REFUSAL_WORDS[refused.reason]), kicker: voice.say(words.refused) })}
    ${renderStack({ parts: [
      renderFactsList({ facts: [
        { term: voice.say(words.refusedWhy), description: html`<code>${refused.place}</code> ${refused.detail}` },
        { term: voice.say(words.arrivals), description: html`${wayText(voice, refused.way)} ${voice.say(words.timesArrived, { count: refused.times })}` },
        { term: voice.say(words.refusedAt), description: html`${renderAt(refused.receivedAt)} – ${renderAt(refused.lastAt)}` },
        { term: voice.say(words.fileName), description: refused.fileName === '' ? '–' : refused.fileName },
        { term: voice.say(words.bytes), description: voice.number(refused.bytes) },
      ] }),
      renderSection({ heading: voice.say(words.refusedBeginning), body: html`<pre tabindex="0">${legible(refused.beginning)}</pre>` }),
    ] })}`
  const crumb = { href: `${TELEGRAMS_PATH}/refused`, label: voice.say(words.refused) }
  return shown({ title: voice.plain(words.refused), main, area: 'staff', crumbs: [duty(voice), telegramsCrumb(voice), crumb] })
}

function renderList(voice: Voice, refused: readonly RefusedTelegram[]): Html {
  return renderTable({
    caption: voice.say(words.refused), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.refusedAt), width: 'narrow' }, { heading: voice.say(words.reason) }, { heading: voice.say(words.refusedWhy) }, { heading: voice.say(words.arrivals) }, { heading: voice.say(words.count), isNumeric: true }],
    rows: refused.map(({ id, reason, place, way, lastAt, times, fileName }) => [
      renderAt(lastAt), html`<a href="${TELEGRAMS_PATH}/refused/${id}">${voice.say(REFUSAL_WORDS[reason])}</a>`, html`<code>${place}</code>`, html`${wayText(voice, way)} ${fileName}`, voice.number(times),
    ]),
  })
}

function wayText(voice: Voice, way: string): string {
  return Object.hasOwn(WAY_WORDS, way) ? voice.plain(WAY_WORDS[way as Way]) : way
}

/** What is no text is shown by its bytes. */
function legible(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  return text.includes('\uFFFD') || text.includes('\0') ? bytes.subarray(0, 1024).toString('hex').replace(/(..)/g, '$1 ') : text
}
