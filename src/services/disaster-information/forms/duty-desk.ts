import { choiceField, dateField, textField, wholeNumberField } from '#kernel/forms/form.ts'
import { SETTINGS, type SettingKey } from '../rules/escalation.ts'
import { dutyDeskWords as words } from '../text/duty-desk-words.ts'

/** Most people on the roster, and longest ground in characters. */
export const DESK_LIMITS = { places: 30, ground: 200 } as const

const GROUND = { label: words.ground, hint: words.groundHint, max: DESK_LIMITS.ground }

/** Where an officer stands from a day on; `off` takes them off. */
export const rosterForm = {
  officer: textField({ label: words.officer, max: 100 }),
  place: textField({ label: words.place, max: 3, pattern: /^(?:off|[1-9]\d?)$/ }),
  mail: textField({ label: words.mail, hint: words.mailHint, max: 254, isRequired: false }),
  day: dateField({ label: words.fromDay }),
  ground: textField({ ...GROUND, isRequired: false }),
}

export const settingForm = {
  key: choiceField<SettingKey>({ label: words.setting, choices: [{ value: 'confirm-minutes', label: words['confirm-minutes'] }, { value: 'shelters-named', label: words['shelters-named'] }] }),
  value: wholeNumberField({ label: words.value, min: 0, max: Math.max(...Object.values(SETTINGS).map(({ most }) => most)) }),
  settingDay: dateField({ label: words.fromDay }),
  settingGround: textField(GROUND),
}
