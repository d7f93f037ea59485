import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { NewsItem, NewsState } from '../model.ts'
import { listItems, listMonths } from '../store/news.ts'
import { STATE_WORDS, words } from '../text/news-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { plainSaid, renderSaid } from './said.ts'

const ITEMS_SHOWN = 100

export const DESK_PATH = '/staff/news'

const TONES: Readonly<Record<NewsState, 'neutral' | 'warning' | 'success'>> = { draft: 'neutral', asked: 'warning', published: 'success', withdrawn: 'neutral' }
const SIGNS = { ja: 'JA', 'ja-x-yasashii': 'や', en: 'EN', pt: 'PT' } as const

/** What is being written, what waits for a second person, and what is out. */
export async function showDesk(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const [items, months] = [await listItems(tx, ITEMS_SHOWN), await listMonths(tx)]
  const main = html`${renderPageTitle({
    title: voice.say(staffWords.deskTitle), lead: html`${voice.say(staffWords.deskSummary)}<br><a href="/staff/phrasebook">${voice.say(staffWords.phrasebookWay)}</a>`,
    actions: renderLinkButton({ href: `${DESK_PATH}/new`, label: voice.say(staffWords.add), icon: 'plus' }),
  })}
    ${renderStack({ gap: 'large', parts: [
      items.length === 0 ? renderEmpty({ title: voice.say(staffWords.empty), icon: 'megaphone' }) : renderItems(visit, items),
      months.length === 0 ? nothing : renderPanel({ heading: voice.say(words.digest), body: renderForm({
        voice, action: `${DESK_PATH}/digest`, csrfToken: visit.formToken(),
        body: renderField({ voice, kind: 'select', name: 'month', label: voice.say(words.month), isRequired: true, choices: months.map(({ month, count }) => ({ value: month, label: `${month} (${count})` })), value: months[0]?.month ?? '' }),
        buttons: renderButton({ label: voice.say(staffWords.makeDigest), kind: 'secondary' }),
      }) }),
    ] })}`
  return shown({ title: voice.plain(staffWords.deskTitle), main, area: 'staff' })
}

function renderItems({ voice }: Visit, items: readonly NewsItem[]) {
  return renderTable({
    caption: voice.say(words.title), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(staffWords.headline), width: 'wide' }, { heading: voice.say(staffWords.state) }, { heading: voice.say(staffWords.languages) }, { heading: voice.say(staffWords.when), width: 'narrow' }],
    rows: items.map((item) => [
      html`<a href="${DESK_PATH}/${item.id}">${item.texts.ja === null ? item.id : renderSaid(voice, item.texts.ja.title, 'ja')}</a>`,
      renderBadge({ label: voice.say(STATE_WORDS[item.state]), tone: TONES[item.state] }),
      LANGUAGES.filter((language) => item.texts[language] !== null).map((language) => SIGNS[language]).join(' '),
      minuteOf(item.publishedAt ?? item.madeAt),
    ]),
  })
}

export function deskCrumb({ voice }: Visit) {
  return { href: DESK_PATH, label: voice.say(staffWords.deskTitle) }
}

export function titleOfItem({ texts, id }: NewsItem): string {
  return texts.ja === null ? id : plainSaid(texts.ja.title)
}
