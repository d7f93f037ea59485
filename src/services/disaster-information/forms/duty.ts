import { z } from 'zod'
import { hiddenField, longTextField, textField, type Field, type Form } from '#kernel/forms/form.ts'
import { HAZARDS } from '../model.ts'
import { boardWords } from '../text/duty-board-words.ts'
import { dutyWords as words } from '../text/duty-words.ts'
import { timeLineWords } from '../text/time-line-words.ts'

/** Longest texts in characters. */
export const DUTY_LIMITS = { reason: 400, title: 100, body: 4_000, why: 400, drill: 100, town: 40, towns: 400, moment: 20 } as const

/** Choice of a night that is not invented: the real one, of the period that is typed beside it. */
export const RECORDED_NIGHT = 'recorded'

/** Speeds at which a recorded night may be played in a drill. */
export const DRILL_SPEEDS = { least: 1, most: 3_600, usual: 60 } as const

function manyOf(label: Field['label'], most: number): Field<string[]> {
  return { kind: 'choices', label, isRequired: false, shape: z.array(z.string().max(DUTY_LIMITS.town)).max(most) }
}

/** The draft of an act. `step` is the button: show it again, or ask a second person. */
export const orderForm = {
  step: { ...hiddenField(), shape: z.enum(['ask', 'preview']) },
  hazard: { ...hiddenField(), shape: z.enum(HAZARDS) },
  level: { ...hiddenField(), shape: z.enum(['0', '1', '2', '3', '4', '5']) },
  towns: manyOf(words.townsField, DUTY_LIMITS.towns),
  districts: manyOf(words.townsField, DUTY_LIMITS.towns),
  reason: longTextField({ label: words.reasonField, hint: words.reasonHint, max: DUTY_LIMITS.reason }),
  shelters: manyOf(words.sheltersField, DUTY_LIMITS.towns),
  title: textField({ label: words.handTitle, hint: words.handHint, max: DUTY_LIMITS.title, isRequired: false }),
  body: longTextField({ label: words.handBody, max: DUTY_LIMITS.body, isRequired: false }),
}

export const refuseForm = { why: textField({ label: words.refuseWhy, max: DUTY_LIMITS.why }) }

export const drillForm = {
  name: textField({ label: boardWords.drillName, max: DUTY_LIMITS.drill }),
  night: textField({ label: boardWords.drillNight, max: DUTY_LIMITS.drill, isRequired: false }),
  from: textField({ label: timeLineWords.from, hint: timeLineWords.momentHint, max: DUTY_LIMITS.moment, isRequired: false }),
  to: textField({ label: timeLineWords.to, hint: timeLineWords.momentHint, max: DUTY_LIMITS.moment, isRequired: false }),
  speed: textField({ label: boardWords.drillSpeed, max: 4, isRequired: false, pattern: /^\d{1,4}$/ }),
}

/** Whether a rule sends approved texts at once. */
export const switchForm = { to: { ...hiddenField(), shape: z.enum(['on', 'off']) } }

/** Forms that are a button. */
export const buttonForm: Form = {}
