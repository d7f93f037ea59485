import { choiceField, hiddenField, wholeNumberField } from '#kernel/forms/form.ts'
import { MOST_OCCUPANTS, SHELTER_ACTS } from '../rules/shelter-acts.ts'
import { shelterWords } from '../text/shelter-words.ts'

/** One press at one place. `seen` is the edition on the page that sent it; `view` is the page's own query. */
export const shelterActForm = {
  realm: hiddenField(),
  shelter: hiddenField(),
  seen: hiddenField({ isRequired: false }),
  view: hiddenField({ isRequired: false }),
  act: choiceField({ label: shelterWords.actions, choices: SHELTER_ACTS.map((value) => ({ value, label: shelterWords.actions })) }),
  occupants: wholeNumberField({ label: shelterWords.occupants, min: 0, max: MOST_OCCUPANTS, isRequired: false }),
}
