import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { listPeople, type Person } from '#kernel/access/people.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { isSettingKey, SETTINGS, settingOn, type DutySetting, type SettingKey } from '../rules/escalation.ts'
import { rulesOn } from '../rules/suggestions.ts'
import { listRoster, listSettings } from '../store/duty.ts'
import { listDutyChanges, type DutyChange } from '../store/duty-changes.ts'
import { listRules } from '../store/response-table.ts'
import { dutyWords } from '../text/duty-words.ts'
import { dutyDeskWords as words } from '../text/duty-desk-words.ts'
import { renderRosterForm, renderSettingForm } from './duty-desk-forms.ts'
import { DUTY_DESK, periodText, type DeskStand } from './duty-desk-stand.ts'
import { renderRoster } from './duty-roster.ts'
import { boardCrumb } from './duty-visit.ts'

const CHANGES_SHOWN = 100
/** Most members of staff that are looked through for officers. */
const MOST_STAFF = 2_000
const RULES = '/staff/disaster/rules'

/** Who is asked to confirm, how long one waits, which texts leave at once; since when, and who changed it. */
export function showDutyDesk(visit: Visit): Promise<Answer> {
  return renderDutyDesk(visit, { typed: {}, problems: {} })
}

export async function renderDutyDesk(visit: Visit, stand: DeskStand): Promise<Answer> {
  const { voice, tx } = visit
  await tx.note({ act: 'read the duty roster', subject: 'disaster-duty-roster', basis: 'who is asked to confirm evacuation information, and by which address' })
  const [roster, settings, officers, rules] = [await listRoster(tx), await listSettings(tx), await listOfficers(tx), rulesOn(await listRules(tx), tx.today)]
  const routes = rules.filter(({ isPrepared }) => isPrepared).length
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderSection({ heading: voice.say(words.roster), actions: roster.length === 0 ? nothing : renderFiles(visit, 'roster'), body: await renderRoster(visit, roster, officers) }),
        renderPanel({ heading: voice.say(words.changeRoster), id: 'roster-form', body: renderRosterForm(visit, { roster, officers, stand }) }),
        renderSection({ heading: voice.say(words.settings), body: renderSettings(visit, settings) }),
        renderPanel({ heading: voice.say(words.changeSetting), body: renderSettingForm(visit, stand) }),
        renderSection({
          heading: voice.say(words.routes), actions: renderFiles(visit, 'rules'),
          body: html`<p>${routes === 0 ? voice.say(words.routesNone, { rules: rules.length }) : voice.say(words.routesSome, { rules: rules.length, routes })} <a href="${RULES}">${voice.say(dutyWords.rules)}</a></p>`,
        }),
        renderSection({ heading: voice.say(words.history), body: renderHistory(visit, await listDutyChanges(tx, CHANGES_SHOWN)) }),
      ],
    })}`
  const page = shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: [boardCrumb(voice, 'live')] })
  return Object.keys(stand.problems).length === 0 ? page : { ...page, status: 422 }
}

/** Everybody who may confirm, in the order of their logins. */
export async function listOfficers(tx: Tx): Promise<Person[]> {
  return (await listPeople(tx, { limit: MOST_STAFF })).filter(({ isActive, duties }) => isActive && duties.includes('disaster-officer'))
}

function renderFiles({ voice }: Visit, name: 'roster' | 'rules'): Html {
  const link = (ending: 'csv' | 'xlsx') => renderLinkButton({ href: `${DUTY_DESK}/${name}.${ending}`, label: voice.say(words[ending]), kind: 'secondary', size: 'small', icon: 'download', isDownload: true })
  return html`${link('csv')} ${link('xlsx')}`
}

/** Each setting with its past and what is planned, the newest first. */
function renderSettings({ voice, tx }: Visit, settings: readonly DutySetting[]): Html {
  const keys = Object.keys(SETTINGS) as SettingKey[]
  const rows = keys.flatMap((key) => {
    const own = settings.filter((one) => one.key === key).toSorted((one, other) => Temporal.PlainDate.compare(other.validFrom, one.validFrom))
    if (own.length === 0) return [[voice.say(words[key]), voice.number(settingOn([], key, tx.today)), '–', voice.say(words.usual)]]
    return own.map((one) => [voice.say(words[key]), voice.number(Number(one.value)), periodText(one), one.source])
  })
  return renderTable({
    caption: voice.say(words.settings), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.setting), width: 'wide' }, { heading: voice.say(words.value), isNumeric: true }, { heading: voice.say(words.period), width: 'narrow' }, { heading: voice.say(words.source), width: 'wide' }],
    rows,
  })
}

function renderHistory(visit: Visit, changes: readonly DutyChange[]): Html {
  const { voice } = visit
  if (changes.length === 0) return renderEmpty({ icon: 'history', title: voice.say(words.noHistory) })
  return renderTable({
    caption: voice.say(words.history), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.when), width: 'narrow' }, { heading: voice.say(words.who), width: 'narrow' }, { heading: voice.say(words.what) },
      { heading: voice.say(words.beforeAfter), width: 'wide' }, { heading: voice.say(words.fromDay), width: 'narrow' }, { heading: voice.say(words.ground), width: 'wide' },
    ],
    rows: changes.map(({ changedAt, changedByName, before, after, validFrom, ground, ...change }) => [
      minuteOf(changedAt), changedByName, subjectText(visit, change),
      html`${before === '' ? voice.say(words.nothing) : before} → ${after === '' ? voice.say(words.nothing) : after}`, validFrom.toString(), ground === '' ? '–' : ground,
    ]),
  })
}

function subjectText({ voice }: Visit, { about, subject }: Pick<DutyChange, 'about' | 'subject'>): Html | string {
  if (about === 'rule') return voice.say(words.ruleNumber, { number: subject })
  return about === 'setting' && isSettingKey(subject) ? voice.say(words[subject]) : subject
}
