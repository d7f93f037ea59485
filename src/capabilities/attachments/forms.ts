import { choiceField } from '#kernel/forms/form.ts'
import { words } from './text.ts'

export const scanningForm = {
  withoutScanner: choiceField({ label: words.rule, choices: [{ value: 'accept', label: words.accept }, { value: 'refuse', label: words.refuse }] }),
}
