import { ANSWER_FIELD_NAME, TEXT_FIELD_NAME } from '#design/question-card/view.ts'
import { choiceField, fileField, hiddenField, longTextField, wholeNumberField } from '#kernel/forms/form.ts'
import { IMPORT_LIMITS } from './limits.ts'
import { text } from './text.ts'

export const uploadForm = { importer: hiddenField(), file: fileField({ label: text.file, accept: '' }) }

/** Carried by every form that comes from a filtered view, so that the way on stays in it. */
const filterFields = {
  state: hiddenField({ isRequired: false }),
  kind: hiddenField({ isRequired: false }),
  q: hiddenField({ isRequired: false }),
}

const MOST_ANSWERS = 1_000_000_000

/** What the person saw: answers so far. A form that is out of date changes nothing. */
const seen = wholeNumberField({ label: text.answer, min: 0, max: MOST_ANSWERS })

/** The names are those of design/question-card. */
export const answerForm = {
  [ANSWER_FIELD_NAME]: choiceField({
    label: text.answer,
    choices: [
      { value: 'accept', label: text.stateAccepted },
      { value: 'edit', label: text.stateEdited },
      { value: 'skip', label: text.stateSkipped },
      { value: 'undo', label: text.stateOpen },
    ],
  }),
  [TEXT_FIELD_NAME]: longTextField({ label: text.answer, max: IMPORT_LIMITS.textCharacters, isRequired: false }),
  position: wholeNumberField({ label: text.number, min: 1, max: IMPORT_LIMITS.questions }),
  question: hiddenField({ max: IMPORT_LIMITS.textCharacters }),
  seen,
  ...filterFields,
}

export const acceptAllForm = { seen, ...filterFields }
export const applyForm = { seen }
export const plainForm = {}
