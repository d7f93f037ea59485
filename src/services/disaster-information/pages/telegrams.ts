import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Realm } from '../model.ts'
import { silentFeeds } from '../rules/telegrams/silence.ts'
import { listFeeds } from '../store/feeds.ts'
import { listStepsOf, listTelegrams, type CausedStep, type TelegramFilter, type TelegramLine } from '../store/telegram-lists.ts'
import type { Effect } from '../store/telegrams.ts'
import { HAZARD_NAMES } from '../text/hazard-words.ts'
import { intakeWords as words } from '../text/intake-words.ts'
import { isNarrowed, queryOf, realmNames, renderTelegramChoice, telegramFilterOf } from './telegram-choice.ts'
import { renderIntake } from './duty-feed.ts'
import { duty } from './telegram-duty.ts'
import { levelText, pageIn, realmText, renderAt, renderTelegramTabs, TELEGRAMS_PATH } from './telegram-paths.ts'
import { renderSilence } from './telegram-silence.ts'

const TELEGRAMS_A_PAGE = 50
const TONES: Readonly<Record<Effect, BadgeTone>> = { changed: 'warning', confirmed: 'info', elsewhere: 'neutral', 'not-relevant': 'neutral', forecast: 'accent', text: 'neutral' }

/** What came in, the newest first. */
export async function showTelegrams(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const page = pageIn(query)
  const filter = telegramFilterOf(visit)
  const [telegrams, feeds, realms] = [await listTelegrams(tx, filter, TELEGRAMS_A_PAGE + 1, (page - 1) * TELEGRAMS_A_PAGE), await listFeeds(tx), await realmNames(visit)]
  const shownHere = telegrams.slice(0, TELEGRAMS_A_PAGE)
  const steps = Map.groupBy(await listStepsOf(tx, shownHere.map(({ id }) => id)), ({ telegramId }) => telegramId)
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead), actions: telegrams.length === 0 ? nothing : renderExport(voice, filter) })}
    ${renderStack({ parts: [
      renderTelegramTabs(voice, 'taken'),
      await renderIntake(visit),
      renderSilence(voice, silentFeeds(feeds, tx.now)),
      await renderTelegramChoice(visit, filter, realms),
      telegrams.length === 0 ? renderNone(voice, filter) : renderList(voice, shownHere, steps, realms),
      renderTurning(visit, filter, page, telegrams.length > TELEGRAMS_A_PAGE),
    ] })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: [duty(voice)] })
}

function renderExport(voice: Voice, filter: Required<TelegramFilter>): Html {
  const query = queryOf(filter)
  return renderLinkButton({ href: `${TELEGRAMS_PATH}.xlsx${query === '' ? '' : `?${query}`}`, label: voice.say(words.exportXlsx), kind: 'secondary', icon: 'download', isDownload: true })
}

function renderNone(voice: Voice, filter: Required<TelegramFilter>): Html {
  const link = (href: string, label: Html) => renderLinkButton({ href, label, kind: 'secondary' })
  if (isNarrowed(filter)) return renderEmpty({ icon: 'search', title: voice.say(words.noneFitting), body: voice.say(words.noneFittingBody), action: link(TELEGRAMS_PATH, voice.say(words.showAll)) })
  return renderEmpty({ icon: 'mail', title: voice.say(words.none), body: voice.say(words.noneBody), action: link(`${TELEGRAMS_PATH}/ways`, voice.say(words.showWays)) })
}

function renderList(voice: Voice, telegrams: readonly TelegramLine[], steps: ReadonlyMap<string, readonly CausedStep[]>, realms: ReadonlyMap<Realm, string>): Html {
  return renderTable({
    caption: voice.say(words.taken),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.received), width: 'narrow' }, { heading: voice.say(words.reported), width: 'narrow' }, { heading: voice.say(words.type), width: 'narrow' }, { heading: voice.say(words.about), width: 'wide' },
      { heading: voice.say(words.event) }, { heading: voice.say(words.effect) },
    ],
    rows: telegrams.map((telegram) => [
      renderAt(telegram.receivedAt),
      renderAt(telegram.reportAt),
      telegram.type,
      html`<a href="${TELEGRAMS_PATH}/${telegram.id}">${telegram.headTitle === '' ? telegram.type : telegram.headTitle}</a> <small>${telegram.status}・${telegram.infoType}</small>
        ${telegram.realm === 'live' ? nothing : html`<div>${renderBadge({ label: realms.get(telegram.realm) ?? realmText(voice, telegram.realm), tone: 'accent' })}</div>`}`,
      html`${telegram.eventId} ${telegram.serial === null ? nothing : voice.number(telegram.serial)}`,
      html`${renderBadge({ label: voice.say(words[telegram.effect]), tone: TONES[telegram.effect] })}
        ${(steps.get(telegram.id) ?? []).map(({ hazard, from, to }) => html`<div>${voice.say(HAZARD_NAMES[hazard])} ${levelText(voice, from)} → ${levelText(voice, to)}</div>`)}
        ${telegram.voidedHow === null ? nothing : renderBadge({ label: voice.say(words.voided), tone: 'error' })}
        ${telegram.remarks.length === 0 ? nothing : renderBadge({ label: voice.say(words.remarks), tone: 'warning' })}`,
    ]),
  })
}

function renderTurning({ voice }: Visit, filter: Required<TelegramFilter>, page: number, isMore: boolean): Html {
  const href = (number: number) => `${TELEGRAMS_PATH}?${new URLSearchParams([...new URLSearchParams(queryOf(filter)), ['page', String(number)]]).toString()}`
  return renderCluster({ parts: [
    page > 1 ? renderLinkButton({ href: href(page - 1), label: voice.say(words.newer), kind: 'secondary' }) : nothing,
    isMore ? renderLinkButton({ href: href(page + 1), label: voice.say(words.older), kind: 'secondary' }) : nothing,
  ] })
}
