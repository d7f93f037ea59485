import type { HtmlValue } from '#kernel/html/html.ts'

/** What every field says of itself. */
export interface FieldFrame {
  /** Name under which the value is sent; also makes the field's id, see `fieldId`. */
  readonly name: string
  /** Goes before the id where several forms of a page have a field of this name. */
  readonly idPrefix?: string
  readonly label: HtmlValue
  /** What to write and where to find it; stands between label and control, read out with the control. */
  readonly hint?: HtmlValue
  /** What is wrong and how to put it right. */
  readonly error?: HtmlValue
  readonly isRequired: boolean
  /** Leaves out 必須 and 任意, where there is nothing but this one field. */
  readonly isTagHidden?: boolean
}

export interface Choice {
  readonly value: string
  readonly label: HtmlValue
  readonly hint?: HtmlValue
}

export interface TextFieldProps extends FieldFrame {
  readonly kind: 'text'
  /** As the person typed it, however wrong. */
  readonly value?: string
  readonly inputType?: 'text' | 'email' | 'tel' | 'url' | 'search'
  /** A token of the HTML standard, e.g. `name`, `postal-code`, `tel` (WCAG 1.3.5). */
  readonly autocomplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search'
  /** How much one expects to write: the box promises no more room than that. `full` where nothing is said. */
  readonly width?: 'short' | 'medium' | 'full'
  /** Language of what is written, where it is not the page's. */
  readonly lang?: string
}

export interface TextareaFieldProps extends FieldFrame {
  readonly kind: 'textarea'
  readonly value?: string
  /** Visible lines; 5 where nothing is said. */
  readonly rows?: number
  /** Characters accepted, as kernel/forms counts them (`string.length`). Counted for the writer, never cut off. */
  readonly limit?: number
}

export interface NumberFieldProps extends FieldFrame {
  readonly kind: 'number'
  readonly value?: string
  /** Printed behind the box, e.g. 円, ㎥. */
  readonly unit?: HtmlValue
  readonly allowsDecimals?: boolean
}

export interface PasswordFieldProps extends FieldFrame {
  readonly kind: 'password'
  /** Tells a password keeper what to fill in. A password is never sent back, so there is no value. */
  readonly autocomplete: 'current-password' | 'new-password' | 'one-time-code'
}

export interface DateFieldProps extends FieldFrame {
  readonly kind: 'date'
  /** `YYYY-MM-DD`, also for the bounds. */
  readonly value?: string
  readonly earliest?: string
  readonly latest?: string
}

/** Three boxes, for dates one knows by heart such as a birthday: sent as `name.year`, `name.month`, `name.day`. */
export interface DatePartsFieldProps extends FieldFrame {
  readonly kind: 'date-parts'
  readonly value?: { readonly year: string; readonly month: string; readonly day: string }
  readonly isBirthday?: boolean
}

export interface FileFieldProps extends FieldFrame {
  readonly kind: 'file'
  /** As the accept attribute takes it, e.g. `.csv,.xlsx`. */
  readonly accept?: string
  readonly allowsSeveral?: boolean
}

export interface SelectFieldProps extends FieldFrame {
  readonly kind: 'select'
  /** Options print plain text only: HTML knows no ruby inside them. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly value?: string
  /** The first, empty option; 選んでください where nothing is said. */
  readonly emptyLabel?: string
}

export interface RadiosFieldProps extends FieldFrame {
  readonly kind: 'radios'
  readonly choices: readonly Choice[]
  readonly value?: string
  /** Beside each other: only for two or three short choices. */
  readonly isInline?: boolean
}

export interface CheckboxesFieldProps extends FieldFrame {
  readonly kind: 'checkboxes'
  readonly choices: readonly Choice[]
  readonly values?: readonly string[]
}

/** A single consent or switch, sent as `name=yes` when ticked. */
export interface CheckboxFieldProps extends FieldFrame {
  readonly kind: 'checkbox'
  readonly isChecked?: boolean
}

export type FieldProps =
  | TextFieldProps
  | TextareaFieldProps
  | NumberFieldProps
  | PasswordFieldProps
  | DateFieldProps
  | DatePartsFieldProps
  | FileFieldProps
  | SelectFieldProps
  | RadiosFieldProps
  | CheckboxesFieldProps
  | CheckboxFieldProps

/** Id of a field's control (of the first one in a group): where a link of the error summary leads. */
export function fieldId(name: string, prefix = 'field'): string {
  return `${prefix}-${name.replace(/[^\w-]/g, '-')}`
}

/** Ids of what is read out with the control, in the order in which it stands; null where there is nothing. */
export function describedBy(props: FieldFrame, ...further: readonly string[]): string | null {
  const id = fieldId(props.name, props.idPrefix)
  const ids = [...(props.hint ? [`${id}-hint`] : []), ...(props.error ? [`${id}-error`] : []), ...further]
  return ids.length === 0 ? null : ids.join(' ')
}
