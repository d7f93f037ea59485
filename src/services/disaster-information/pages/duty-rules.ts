import { listDistricts } from '#capabilities/notices/notices.ts'
import { renderButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { placesOf } from '../rules/orders.ts'
import { mayBePrepared, rulesOn, type ResponseRule } from '../rules/suggestions.ts'
import { listRules } from '../store/response-table.ts'
import { HAZARD_NAMES, LEVEL_WORDS, dutyWords as words } from '../text/duty-words.ts'
import { boardCrumb } from './duty-visit.ts'

/** The table by which the board suggests, with its dates and sources. */
export async function showRules(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const rules = await listRules(tx)
  const districts = await listDistricts(tx)
  const main = html`${renderPageTitle({ title: voice.say(words.rules), lead: html`${voice.say(words.rulesLead)} ${voice.say(words.atOnceHint)}` })}
    ${rules.length === 0 ? renderEmpty({ title: voice.say(words.noRules), icon: 'list' }) : renderTable({
      caption: voice.say(words.rules),
      isCaptionHidden: true,
      isCardsOnPhone: true,
      columns: [
        { heading: voice.say(words.hazardField) }, { heading: voice.say(words.reached), width: 'narrow' }, { heading: voice.say(words.suggested), width: 'wide' },
        { heading: voice.say(words.townsField), width: 'wide' }, { heading: voice.say(words.atOnce), width: 'narrow' }, { heading: html`${voice.say(words.valid)} · ${voice.say(words.source)}`, width: 'wide' },
      ],
      rows: rules.map((rule) => [
        voice.say(HAZARD_NAMES[rule.hazard]), rule.level === null ? rule.kinds.join(', ') : voice.say(words.levelNumber, { level: rule.level }), suggestedText(voice, rule),
        rule.towns.length === 0 ? voice.say(words.wholeCity) : placesOf(districts, rule.towns).map((place) => voice.plain(place)).join('、'), renderSwitch(visit, rule),
        html`${rule.validFrom.toString()} – ${rule.validTo?.toString() ?? ''}<br>${rule.source}`,
      ]),
    })}`
  return shown({ title: voice.plain(words.rules), main, area: 'staff', crumbs: [boardCrumb(voice, 'live')] })
}

/** Only what holds today may be switched, and only where one rule may write to everybody. */
function renderSwitch(visit: Visit, rule: ResponseRule): Html {
  const { voice, tx } = visit
  const sign = html`${rule.isPrepared ? '✓' : '–'}`
  if (!mayBePrepared(rule) || rulesOn([rule], tx.today).length === 0) return sign
  return html`${sign} ${renderForm({
    voice, action: `/staff/disaster/rules/${rule.id}`, csrfToken: visit.formToken(), hidden: { to: rule.isPrepared ? 'off' : 'on' }, body: nothing,
    buttons: renderButton({ label: voice.say(rule.isPrepared ? words.switchOff : words.switchOn), kind: 'link', size: 'small' }),
  })}`
}

function suggestedText(voice: Voice, { orderLevel, noticeLevel, callOut, musterClass }: ResponseRule): string {
  const act = orderLevel !== null ? voice.plain(LEVEL_WORDS[orderLevel]) : noticeLevel !== null ? voice.plain(words.notice, { level: noticeLevel }) : ''
  return [act, musterClass === '' ? callOut : `${callOut} (${musterClass})`].filter((one) => one !== '').join(' · ')
}
