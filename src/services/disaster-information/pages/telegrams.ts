import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { silentFeeds } from '../rules/telegrams/silence.ts'
import { listFeeds } from '../store/feeds.ts'
import { listStepsOf, listTelegrams, listTypes, type CausedStep, type TelegramFilter, type TelegramLine } from '../store/telegram-lists.ts'
import { EFFECTS, type Effect } from '../store/telegrams.ts'
import { HAZARD_NAMES } from '../text/hazard-words.ts'
import { intakeWords as words } from '../text/intake-words.ts'
import { duty } from './telegram-duty.ts'
import { levelText, pageIn, realmText, renderAt, renderTelegramTabs, TELEGRAMS_PATH } from './telegram-paths.ts'
import { renderSilence } from './telegram-silence.ts'

const TELEGRAMS_A_PAGE = 50
const TONES: Readonly<Record<Effect, BadgeTone>> = { changed: 'warning', confirmed: 'info', elsewhere: 'neutral', 'not-relevant': 'neutral', forecast: 'accent', text: 'neutral' }

/** What came in, the newest first. */
export async function showTelegrams(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const page = pageIn(query)
  const filter: TelegramFilter = { type: (query.type ?? '').slice(0, 20), effect: EFFECTS.find((known) => known === query.effect) ?? '', realm: query.realm === 'live' || query.realm === 'drill' ? query.realm : '' }
  const [telegrams, types, feeds] = await Promise.all([
    listTelegrams(tx, filter, TELEGRAMS_A_PAGE + 1, (page - 1) * TELEGRAMS_A_PAGE), listTypes(tx), listFeeds(tx),
  ])
  const shownHere = telegrams.slice(0, TELEGRAMS_A_PAGE)
  const steps = Map.groupBy(await listStepsOf(tx, shownHere.map(({ id }) => id)), ({ telegramId }) => telegramId)
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderStack({ parts: [
      renderTelegramTabs(voice, 'taken'),
      renderSilence(voice, silentFeeds(feeds, tx.now)),
      renderChoice(voice, filter, types),
      telegrams.length === 0 ? renderEmpty({ icon: 'mail', title: voice.say(words.none), body: voice.say(words.noneBody) }) : renderList(voice, shownHere, steps),
      renderTurning(visit, filter, page, telegrams.length > TELEGRAMS_A_PAGE),
    ] })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: [duty(voice)] })
}

function renderChoice(voice: Voice, filter: TelegramFilter, types: readonly string[]): Html {
  const any = { value: '', label: voice.plain(words.any) }
  return renderFilters({
    voice, action: TELEGRAMS_PATH, clearHref: TELEGRAMS_PATH,
    selects: [
      { name: 'type', label: voice.say(words.type), value: filter.type, choices: [any, ...types.map((type) => ({ value: type, label: type }))] },
      { name: 'effect', label: voice.say(words.effect), value: filter.effect, choices: [any, ...EFFECTS.map((effect) => ({ value: effect, label: voice.plain(words[effect]) }))] },
      { name: 'realm', label: voice.say(words.realm), value: filter.realm, choices: [any, { value: 'live', label: voice.plain(words.live) }, { value: 'drill', label: voice.plain(words.drill) }] },
    ],
  })
}

function renderList(voice: Voice, telegrams: readonly TelegramLine[], steps: ReadonlyMap<string, readonly CausedStep[]>): Html {
  return renderTable({
    caption: voice.say(words.taken),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.received), width: 'narrow' }, { heading: voice.say(words.reported), width: 'narrow' }, { heading: voice.say(words.type), width: 'narrow' }, { heading: voice.say(words.about) },
      { heading: voice.say(words.event) }, { heading: voice.say(words.effect) },
    ],
    rows: telegrams.map((telegram) => [
      renderAt(telegram.receivedAt),
      renderAt(telegram.reportAt),
      html`${telegram.type} ${telegram.realm === 'live' ? nothing : renderBadge({ label: realmText(voice, telegram.realm), tone: 'accent' })}`,
      html`<a href="${TELEGRAMS_PATH}/${telegram.id}">${telegram.headTitle === '' ? telegram.type : telegram.headTitle}</a> <small>${telegram.status}・${telegram.infoType}</small>`,
      html`${telegram.eventId} ${telegram.serial === null ? nothing : voice.number(telegram.serial)}`,
      html`${renderBadge({ label: voice.say(words[telegram.effect]), tone: TONES[telegram.effect] })}
        ${(steps.get(telegram.id) ?? []).map(({ hazard, from, to }) => html`<div>${voice.say(HAZARD_NAMES[hazard])} ${levelText(voice, from)} → ${levelText(voice, to)}</div>`)}
        ${telegram.voidedHow === null ? nothing : renderBadge({ label: voice.say(words.voided), tone: 'error' })}
        ${telegram.remarks.length === 0 ? nothing : renderBadge({ label: voice.say(words.remarks), tone: 'warning' })}`,
    ]),
  })
}

function renderTurning({ voice }: Visit, filter: TelegramFilter, page: number, isMore: boolean): Html {
  const href = (number: number) => `${TELEGRAMS_PATH}?${new URLSearchParams({ ...filter, page: String(number) }).toString()}`
  return renderCluster({ parts: [
    page > 1 ? renderLinkButton({ href: href(page - 1), label: voice.say(words.newer), kind: 'secondary' }) : nothing,
    isMore ? renderLinkButton({ href: href(page + 1), label: voice.say(words.older), kind: 'secondary' }) : nothing,
  ] })
}
