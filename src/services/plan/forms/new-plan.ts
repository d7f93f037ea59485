import { hiddenField, textField, wholeNumberField } from '#kernel/forms/form.ts'
import { FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR } from '#kernel/values/fiscal-year.ts'
import { newPlanWords } from '../text/new-plan-words.ts'

const year = hiddenField()
const plan = hiddenField({ isRequired: false })
const bounds = { min: FIRST_FISCAL_YEAR, max: LAST_FISCAL_YEAR }

/** What becomes of each project is read from the choices that the page shows for each. */
export const newPlanForm = {
  year, plan,
  title: textField({ label: newPlanWords.planName, max: 100 }),
  from: wholeNumberField({ label: newPlanWords.from, ...bounds }),
  to: wholeNumberField({ label: newPlanWords.to, ...bounds }),
}

/** Begins the name of a project's choice. */
export const FATE_PREFIX = 'fate.'
/** Values of a choice; `merged:` is followed by the key of the project it goes into. */
export const MERGED_PREFIX = 'merged:'
