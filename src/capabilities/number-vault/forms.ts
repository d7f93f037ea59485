import { choiceField, hiddenField } from '#kernel/forms/form.ts'
import { NUMBER_KINDS } from './check-digits.ts'
import { PURPOSE_KEYS, PURPOSES } from './purposes.ts'
import { vaultWords as words } from './text/vault-words.ts'

export const revealForm = {
  kind: choiceField({ label: words.kind, choices: NUMBER_KINDS.map((value) => ({ value, label: words[value] })) }),
  purpose: choiceField({
    label: words.purpose,
    choices: PURPOSE_KEYS.map((value) => ({ value, label: PURPOSES.find(({ key }) => key === value)?.title ?? words.purpose })),
  }),
}

/** The newest key that the page showed: two presses make one key. */
export const rotateForm = { seen: hiddenField() }
