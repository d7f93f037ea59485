import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { ResponseRule } from '../rules/suggestions.ts'
import { listRules } from '../store/response-table.ts'
import { HAZARD_NAMES, LEVEL_WORDS, dutyWords as words } from '../text/duty-words.ts'
import { boardCrumb } from './duty-visit.ts'

/** The table by which the board suggests, with its dates and sources. */
export async function showRules({ voice, tx }: Visit): Promise<Answer> {
  const rules = await listRules(tx)
  const main = html`${renderPageTitle({ title: voice.say(words.rules), lead: voice.say(words.rulesLead) })}
    ${rules.length === 0 ? renderEmpty({ title: voice.say(words.noRules), icon: 'list' }) : renderTable({
      caption: voice.say(words.rules),
      isCaptionHidden: true,
      isCardsOnPhone: true,
      columns: [
        { heading: voice.say(words.hazardField) }, { heading: voice.say(words.reached), width: 'narrow' }, { heading: voice.say(words.suggested) },
        { heading: voice.say(words.townsField), width: 'wide' }, { heading: voice.say(words.atOnce), width: 'narrow' }, { heading: voice.say(words.valid), width: 'narrow' }, { heading: voice.say(words.source), width: 'wide' },
      ],
      rows: rules.map((rule) => [
        voice.say(HAZARD_NAMES[rule.hazard]), rule.level === null ? rule.kinds.join(', ') : voice.say(words.levelNumber, { level: rule.level }), suggestedText(voice, rule),
        rule.towns.length === 0 ? voice.say(words.wholeCity) : rule.towns.join('、'), rule.isPrepared ? '✓' : '–',
        `${rule.validFrom.toString()} – ${rule.validTo?.toString() ?? ''}`, rule.source,
      ]),
    })}`
  return shown({ title: voice.plain(words.rules), main, area: 'staff', crumbs: [boardCrumb(voice, 'live')] })
}

function suggestedText(voice: Voice, { orderLevel, noticeLevel, callOut }: ResponseRule): string {
  const act = orderLevel !== null ? voice.plain(LEVEL_WORDS[orderLevel]) : noticeLevel !== null ? voice.plain(words.notice, { level: noticeLevel }) : ''
  return [act, callOut].filter((one) => one !== '').join(' · ')
}
