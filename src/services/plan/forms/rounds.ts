import { dateField, flagField, hiddenField, longTextField, textField } from '#kernel/forms/form.ts'
import { SHEET_LIMITS } from '../forms.ts'
import { roundWords } from '../text/round-words.ts'

const year = hiddenField()
const plan = hiddenField({ isRequired: false })

export const yearForm = { year, plan }
export const stepForm = {
  year, plan,
  /** The stage that the page showed: who acts on another one is told. */
  stage: hiddenField(),
  act: hiddenField(),
  comment: longTextField({ label: roundWords.comment, max: SHEET_LIMITS.note, isRequired: false }),
}
export const closeForm = { year, plan, isUnfinished: flagField({ label: roundWords.closeUnfinished }) }

/** Name and days of a round; which fields are open is read from the choices that the page shows for each field. */
export const settingsForm = {
  year, plan,
  name: textField({ label: roundWords.roundName, max: 60 }),
  opensOn: dateField({ label: roundWords.opensOn }),
  writeBy: dateField({ label: roundWords.writeBy }),
  sectionBy: dateField({ label: roundWords.sectionBy }),
  departmentBy: dateField({ label: roundWords.departmentBy }),
  officeBy: dateField({ label: roundWords.officeBy }),
}

/** Begins the names of the choices for each field. */
export const FIELD_PREFIX = 'open.'

/** Fields that a round may open, by their addresses or patterns. */
export const OPENABLE_FIELDS = [
  'sheet/results', 'sheet/outcomes', 'sheet/periodStatus', 'sheet/achievement', 'years/report/actual', 'years/report/note', 'years/*/actual', 'years/*/note',
  'purpose', 'outline',
] as const

export const deputyForm = {
  person: textField({ label: roundWords.deputyPerson, max: 60 }),
  deputy: textField({ label: roundWords.deputyActing, max: 60 }),
  from: dateField({ label: roundWords.deputyFrom }),
  to: dateField({ label: roundWords.deputyTo }),
}
export const endDeputyForm = { id: hiddenField() }
