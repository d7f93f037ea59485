import { choiceField, dateField, textField, wholeNumberField } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { RANKS, type Rank } from '../model.ts'
import { musterWords } from '../text/muster-words.ts'
import { musterRuleWords as words } from '../text/muster-rule-words.ts'

export const RANK_WORDS: Readonly<Record<Rank, Phrase<never>>> = { director: words.director, head: words.head, chief: words.chief, clerk: words.clerk }

/** As the table in the database allows; see the checks there. */
const SETTING_LIMITS = { leastMinutes: 1, mostMinutes: 240, mostTimes: 10 } as const
/** Levels of evacuation information that may call for staff. */
export const CALLING_LEVELS = [3, 4, 5] as const

const LONGEST_KEY = 60
const key = (label: Phrase<never>, isRequired: boolean) => textField({ label, max: LONGEST_KEY, isRequired })
const ground = textField({ label: words.ground, hint: words.groundHint, max: 200, pattern: /^[^\p{Cc}]*$/u })

/** Fields of the two forms bear different names, because both stand on one page. */
export const lineForm = {
  class: key(musterWords.classes, true),
  rank: choiceField({ label: words.rank, choices: RANKS.map((value) => ({ value, label: RANK_WORDS[value] })), isRequired: false }),
  unit: key(musterWords.unit, false),
  lineFrom: dateField({ label: words.from }),
  lineGround: ground,
}

export const settingForm = {
  minutes: wholeNumberField({ label: words.minutes, min: SETTING_LIMITS.leastMinutes, max: SETTING_LIMITS.mostMinutes }),
  times: wholeNumberField({ label: words.times, min: 0, max: SETTING_LIMITS.mostTimes }),
  level3: key(musterWords.classes, false),
  level4: key(musterWords.classes, false),
  level5: key(musterWords.classes, false),
  settingFrom: dateField({ label: words.from }),
  settingGround: ground,
}

export const endLineForm = { lastDay: dateField({ label: words.lastDay }), ground }
