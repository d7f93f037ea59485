import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderColourLabel } from '#design/colour-label/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { rowsOf } from '#kernel/city/city.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { District, Frame, FrameKind, FramePart, Guide, MovedDay, WasteClass, WorkingCentre } from '../model.ts'
import { partName, partsOf, pointersTo } from '../rules/frame.ts'
import { listRetired } from '../store/frame.ts'
import { loadGuide } from '../store/guide.ts'
import { frameWords, FRAME_TITLES, REST_RULE_WORDS } from '../text/frame-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { framePath } from './frame-paths.ts'
import { longDayText, said } from './guide-visit.ts'
import { staffCrumb } from './staff-frame.ts'

/** All parts of one kind, and what is no longer used. */
export function showParts(kind: FrameKind) {
  return async (visit: Visit): Promise<Answer> => {
    const { voice, tx } = visit
    const guide = await loadGuide(tx)
    const [parts, retired] = [partsOf(guide, kind), await listRetired(tx, kind)]
    const { title, body } = FRAME_TITLES[kind]
    const actions = html`${renderLinkButton({ href: `${framePath(kind)}/new`, label: voice.say(frameWords.add), icon: 'plus' })}
      ${kind === 'moved-day' ? nothing : renderLinkButton({ href: '/staff/imports', label: voice.say(frameWords.imports), kind: 'secondary', icon: 'upload' })}`
    const main = html`${renderPageTitle({ title: voice.say(title), lead: voice.say(body), actions })}
      ${renderStack({
        parts: [
          kind === 'district' ? renderTownsLeft(visit, guide) : nothing,
          parts.length === 0 ? renderEmpty({ icon: 'list', title: voice.say(frameWords.none), body: kind === 'moved-day' ? nothing : voice.say(frameWords.noneBody) }) : renderTable({
            caption: voice.say(title), isCaptionHidden: true, isCardsOnPhone: true,
            columns: [{ heading: voice.say(kind === 'moved-day' ? frameWords.usualOn : staffWords.name) }, { heading: voice.say(frameWords.content), width: 'wide' }],
            rows: parts.map((part) => [renderName(visit, kind, part), renderContent(visit, guide, kind, part)]),
          }),
          retired.length === 0 ? nothing : renderPanel({
            heading: voice.say(frameWords.retiredTitle),
            body: html`<p>${voice.say(frameWords.retiredBody)}</p>${renderCluster({ parts: retired.map((key) => html`<a href="${framePath(kind, key)}/history">${key}</a>`) })}`,
          }),
        ],
        gap: 'large',
      })}`
    return shown({ title: voice.plain(title), main, area: 'staff', crumbs: [staffCrumb(voice)] })
  }
}

function renderName({ voice }: Visit, kind: FrameKind, part: FramePart): Html {
  const name = kind === 'moved-day' ? longDayText(voice, (part as MovedDay).usualOn) : partName(kind, part, voice.language)
  return html`<a href="${framePath(kind, part.key)}">${name}</a>`
}

function renderContent(visit: Visit, guide: Guide, kind: FrameKind, part: FramePart): Html {
  const { voice } = visit
  const items = pointersTo(guide, kind, part.key).filter((pointer) => pointer.kind === 'item').length
  switch (kind) {
    case 'class': {
      const { colour, name, how, isCollected } = part as WasteClass
      return html`${renderColourLabel({ colour, label: said(name, voice.language) })} ${isCollected ? nothing : renderBadge({ label: voice.say(frameWords.no), tone: 'neutral' })}<br>
        ${said(how, voice.language)} <small>${voice.say(staffWords.itemsChanged, { count: items })}</small>`
    }
    case 'danger':
      return html`${said((part as Frame['danger']).body, voice.language)} <small>${voice.say(staffWords.itemsChanged, { count: items })}</small>`
    case 'centre':
      return renderCentre(visit, part as WorkingCentre)
    case 'district':
      return renderDistrict(visit, guide, part as District)
    case 'moved-day':
      return renderMovedDay(visit, guide, part as MovedDay)
    default:
      return assertNever(kind)
  }
}

function renderCentre({ voice, tx }: Visit, { onHoliday, rests }: WorkingCentre): Html {
  const ahead = rests.filter(({ to }) => Temporal.PlainDate.compare(to, tx.today) >= 0)
  return html`${voice.say(frameWords.onHoliday)}: ${voice.say(REST_RULE_WORDS[onHoliday])}
    <ul>${ahead.map(({ from, to, rule }) => html`<li>${longDayText(voice, from)} – ${longDayText(voice, to)}: ${voice.say(REST_RULE_WORDS[rule])}</li>`)}</ul>`
}

function renderDistrict({ voice }: Visit, { classes }: Guide, { towns, days }: District): Html {
  const missing = classes.filter(({ key, isCollected }) => isCollected && days[key] === undefined)
  const warning = missing.length === 0 ? nothing : renderBadge({ label: voice.say(frameWords.daysMissing, { names: missing.map(({ name }) => said(name, voice.language)).join('、') }), tone: 'warning' })
  const collected = classes.flatMap(({ key, colour, name }) => days[key] === undefined ? [] : [renderColourLabel({ colour, label: html`${said(name, voice.language)} <strong>${days[key]}</strong>` })])
  return html`<p>${towns.join('、')}</p>${renderCluster({ parts: collected })} ${warning}`
}

function renderMovedDay({ voice }: Visit, { districts, classes }: Guide, { insteadOn, districtKey, classKey, reason }: MovedDay): Html {
  const district = districts.find(({ key }) => key === districtKey)
  const wasteClass = classes.find(({ key }) => key === classKey)
  return html`→ <strong>${insteadOn === null ? voice.say(frameWords.cancelled) : longDayText(voice, insteadOn)}</strong>
    · ${district === undefined ? voice.say(frameWords.allDistricts) : said(district.name, voice.language)}
    · ${wasteClass === undefined ? voice.say(frameWords.allClasses) : said(wasteClass.name, voice.language)}<br>${said(reason, voice.language)}`
}

/** Towns of the city's list that no district holds: nobody who lives there finds a calendar. */
function renderTownsLeft({ voice, city }: Visit, { districts }: Guide): Html {
  const held = new Set(districts.flatMap(({ towns }) => towns))
  const left = rowsOf(city, 'towns.csv').map(({ name = '' }) => name).filter((town) => !held.has(town))
  if (left.length === 0 || districts.length === 0) return nothing
  return renderNotice({ voice, kind: 'warning', title: voice.say(frameWords.townsLeft, { count: left.length }), body: left.join('、') })
}
