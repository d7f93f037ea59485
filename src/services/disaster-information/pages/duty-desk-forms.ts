import { renderButton } from '#design/button/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import type { Person } from '#kernel/access/people.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { DESK_LIMITS } from '../forms/duty-desk.ts'
import { SETTINGS, type RosterLine, type SettingKey } from '../rules/escalation.ts'
import { rosterOn } from '../rules/roster.ts'
import { dutyDeskWords as words } from '../text/duty-desk-words.ts'
import { DUTY_DESK, type DeskStand } from './duty-desk-stand.ts'

interface RosterFormTerms {
  readonly roster: readonly RosterLine[]
  readonly officers: readonly Person[]
  readonly stand: DeskStand
}

/** One person, one place, one day; `?officer=` fills in how they stand now. */
export function renderRosterForm(visit: Visit, { roster, officers, stand }: RosterFormTerms): Html {
  const { voice, tx, query } = visit
  const today = rosterOn(roster, tx.today)
  const named = today.find(({ login }) => login === query.officer)
  const value = (name: string, usual: string) => typedIn(stand, name) ?? usual
  const places = Array.from({ length: Math.min(DESK_LIMITS.places, today.length + 1) }, (_, index) => String(index + 1))
  const known = officers.some(({ login }) => login === named?.login) || named === undefined ? officers : [...officers, { login: named.login, name: named.login }]
  return renderForm({
    voice, action: `${DUTY_DESK}/roster`, csrfToken: visit.formToken(),
    body: html`<p>${voice.say(words.changeRosterLead)}</p>
      ${renderField({ voice, kind: 'select', name: 'officer', label: voice.say(words.officer), isRequired: true, value: value('officer', query.officer ?? ''), choices: known.map(({ login, name }) => ({ value: login, label: `${name} (${login})` })), ...errorIn(visit, stand, 'officer') })}
      ${renderField({
        voice, kind: 'select', name: 'place', label: voice.say(words.place), isRequired: true, value: value('place', named === undefined ? '' : String(today.indexOf(named) + 1)),
        choices: [...places.map((place) => ({ value: place, label: voice.plain(words.placeNumber, { place }) })), { value: 'off', label: voice.plain(words.off) }], ...errorIn(visit, stand, 'place'),
      })}
      ${renderField({ voice, kind: 'text', name: 'mail', inputType: 'email', label: voice.say(words.mail), hint: voice.say(words.mailHint), isRequired: false, width: 'medium', value: value('mail', named?.mail ?? ''), ...errorIn(visit, stand, 'mail') })}
      ${renderField({ voice, kind: 'date', name: 'day', label: voice.say(words.fromDay), isRequired: true, earliest: tx.today.toString(), value: value('day', tx.today.toString()), ...errorIn(visit, stand, 'day') })}
      ${renderField({ voice, kind: 'text', name: 'ground', label: voice.say(words.ground), hint: voice.say(words.groundHint), isRequired: false, value: value('ground', ''), ...errorIn(visit, stand, 'ground') })}`,
    buttons: renderButton({ label: voice.say(words.save) }),
  })
}

export function renderSettingForm(visit: Visit, stand: DeskStand): Html {
  const { voice, tx } = visit
  const value = (name: string, usual: string) => typedIn(stand, name) ?? usual
  const choices = (Object.keys(SETTINGS) as SettingKey[]).map((key) => ({ value: key, label: `${voice.plain(words[key])} (${voice.plain(words.bounds, SETTINGS[key])})` }))
  return renderForm({
    voice, action: `${DUTY_DESK}/settings`, csrfToken: visit.formToken(),
    body: html`${renderField({ voice, kind: 'select', name: 'key', label: voice.say(words.setting), isRequired: true, value: value('key', ''), choices, ...errorIn(visit, stand, 'key') })}
      ${renderField({ voice, kind: 'number', name: 'value', label: voice.say(words.value), isRequired: true, value: value('value', ''), ...errorIn(visit, stand, 'value') })}
      ${renderField({ voice, kind: 'date', name: 'settingDay', label: voice.say(words.fromDay), isRequired: true, earliest: tx.today.toString(), value: value('settingDay', tx.today.toString()), ...errorIn(visit, stand, 'settingDay') })}
      ${renderField({ voice, kind: 'text', name: 'settingGround', label: voice.say(words.ground), hint: voice.say(words.groundHint), isRequired: true, value: value('settingGround', ''), ...errorIn(visit, stand, 'settingGround') })}`,
    buttons: renderButton({ label: voice.say(words.save) }),
  })
}

function typedIn({ typed }: DeskStand, name: string): string | undefined {
  const value = typed[name]
  return typeof value === 'string' ? value : undefined
}

function errorIn({ voice }: Pick<Visit, 'voice'>, { problems }: DeskStand, name: string): { readonly error?: Html } {
  const problem = problems[name]
  return problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values ?? {}) }
}
