import { renderBadge } from '#design/badge/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderColumns, renderSection } from '#design/layout/view.ts'
import { renderLevelSign } from '#design/level/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { HazardLevel } from '../model.ts'
import { boardWords } from '../text/duty-board-words.ts'
import { dutyWords as words } from '../text/duty-words.ts'
import { HAZARD_NAMES } from '../text/hazard-words.ts'
import { clockText, minutesSince, named } from './duty-visit.ts'

/** What is known, the gravest first and large; what is calm in one line, with how old that knowledge is. */
export function renderLevels({ voice, tx }: Visit, levels: readonly HazardLevel[]): Html {
  if (levels.length === 0) {
    return renderSection({
      heading: voice.say(words.levels),
      body: renderEmpty({ icon: 'question', title: voice.say(words.nothingKnown), body: voice.say(words.nothingKnownBody) }),
    })
  }
  const raised = levels.filter(({ level }) => level !== 0)
  const calm = levels.filter(({ level }) => level === 0)
  return renderSection({
    heading: voice.say(words.levels),
    body: html`${raised.length === 0 ? nothing : renderColumns({ kind: 'halves', parts: raised.map((level) => renderPanel({ body: renderLevel({ voice, tx }, level) })) })}
      ${calm.length === 0 ? nothing : html`<p>${voice.say(words.calmHazards, { hazards: calm.map((level) => calmText({ voice, tx }, level)).join('、') })}</p>`}`,
  })
}

/** Pixels; with words of two rem beside it a level is read from across the room. */
const BOARD_SIGN = 96

type Reading = Pick<Visit, 'voice' | 'tx'>

function renderLevel({ voice, tx }: Reading, level: HazardLevel): Html {
  const minutes = minutesSince(level.reportedAt, tx.now)
  return html`<div class="level level-board">${renderLevelSign(level.level, BOARD_SIGN)}
      <div class="level-text">
        <h3 class="level-label">${voice.say(HAZARD_NAMES[level.hazard])} ${level.areaName}</h3>
        <p class="level-name">${level.level === null ? voice.say(words.unknownLevel) : voice.say(boardWords.equivalent, { level: level.level })}</p>
      </div>
    </div>
    <p>${level.level === null ? voice.say(words.unknownKind, { name: level.kindName, code: level.kindCode }) : level.kindName} ·
      ${voice.say(words.since, { time: clockText(level.since, tx.today) })} ·
      ${voice.say(words.lastSaid, { type: level.telegramType, time: clockText(level.reportedAt, tx.today), minutes })}</p>
    ${level.remarks.length === 0 ? nothing : html`<div class="card-facts">${level.remarks.map((remark) => renderRemark(voice, remark))}</div>`}`
}

/** A remark that has no words yet is shown as it is, never dropped. */
function renderRemark(voice: Voice, remark: string): Html {
  const words = Object.hasOwn(REMARKS, remark) ? REMARKS[remark] : undefined
  return renderBadge({ label: words === undefined ? remark : voice.say(words), tone: remark === 'stale' ? 'error' : 'warning' })
}

const REMARKS: Readonly<Record<string, Phrase<never>>> = {
  stale: boardWords.remarkStale, expired: boardWords.remarkExpired, 'old-scheme-only': boardWords.remarkOldScheme, 'area-wide': boardWords.remarkAreaWide,
  'restored-from-last-kind': boardWords.remarkRestored, 'unknown-code': boardWords.remarkUnknownCode,
}

function calmText({ voice, tx }: Reading, { hazard, areaName, reportedAt }: HazardLevel): string {
  return `${named(voice, HAZARD_NAMES[hazard])} ${areaName} (${clockText(reportedAt, tx.today)})`
}
