import type { Condition } from '../conditions.ts'
import type { Given, Said, WeighedRequirement } from '../model.ts'
import type { ProcedureVersion, Requirement } from '../procedure.ts'
import { explanationWords } from '../text/explanation-words.ts'
import { fieldOf } from './asked-fields.ts'
import { fieldsIn, weigh } from './weighing.ts'

/** Every requirement with yes, no or not yet known, and why: the same words while filling in, at the desk and in the decision. */
export function weighRequirements(version: ProcedureVersion, given: Given): WeighedRequirement[] {
  return version.requirements.map((requirement) => {
    const { key, title, article } = requirement
    return { key, title, article, ...verdictOf(version, requirement, given) }
  })
}

function verdictOf(version: ProcedureVersion, { judge }: Requirement, given: Given) {
  if (typeof judge === 'function') return judge(given)
  const outcome = weigh(judge, given.answers)
  return { outcome, because: becauseOf(version, judge, outcome === 'unknown', given) }
}

/** A condition explains itself by the questions that it looks at. */
function becauseOf(version: ProcedureVersion, condition: Condition, isUnknown: boolean, { answers }: Given): Said {
  const fields = fieldsIn(condition).filter((key) => !isUnknown || !(key in answers))
  const label = fields.map((key) => fieldOf(version, key)?.label).find((one) => one !== undefined)
  if (label === undefined) return { phrase: explanationWords.byAnswers }
  // The question's own words, in each language: it stands in the sentence as it stood in the form.
  const phrase = isUnknown ? explanationWords.notAnswered : explanationWords.byAnswer
  return {
    phrase: {
      ja: phrase.ja.replace('{question}', label.ja), 'ja-x-yasashii': phrase['ja-x-yasashii'].replace('{question}', label['ja-x-yasashii']),
      en: phrase.en.replace('{question}', label.en), pt: phrase.pt.replace('{question}', label.pt),
    },
  }
}
