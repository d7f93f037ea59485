import { attributes, html, nothing, type AttributeValue, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { formWords } from '../text.ts'
import {
  describedBy,
  fieldId,
  type CheckboxesFieldProps,
  type CheckboxFieldProps,
  type DatePartsFieldProps,
  type FieldFrame,
  type FieldProps,
  type RadiosFieldProps,
  type SelectFieldProps,
  type TextareaFieldProps,
} from './model.ts'

/** The control alone, wired to the field's hint and error. */
export function renderControl(props: FieldProps & { readonly voice: Voice }): Html {
  switch (props.kind) {
    case 'text': {
      const { inputType = 'text', value, autocomplete, inputMode, width = 'full', lang } = props
      const own = { type: inputType, value, autocomplete, inputmode: inputMode, lang }
      return renderInput(props, `control control-${width}`, own)
    }
    case 'number': {
      // Not type=number: it drops the full-width digits that a Japanese keyboard writes, and turns with the wheel.
      const inputmode = props.allowsDecimals === true ? 'decimal' : 'numeric'
      const input = renderInput(props, 'control control-number', { type: 'text', inputmode, value: props.value })
      return props.unit ? html`<div class="control-with-unit">${input}<span>${props.unit}</span></div>` : input
    }
    case 'password':
      return renderInput(props, 'control control-medium', { type: 'password', autocomplete: props.autocomplete })
    case 'date': {
      const { value, earliest, latest } = props
      return renderInput(props, 'control control-date', { type: 'date', value, min: earliest, max: latest })
    }
    case 'file': {
      const { accept, allowsSeveral = false } = props
      return renderInput(props, 'control control-file', { type: 'file', accept, multiple: allowsSeveral })
    }
    case 'textarea':
      return renderTextarea(props)
    case 'select':
      return renderSelect(props)
    case 'date-parts':
      return renderDateParts(props)
    case 'radios':
    case 'checkboxes':
      return renderChoices(props)
    case 'checkbox':
      return renderCheckbox(props)
    default:
      return assertNever(props)
  }
}

function renderInput(props: FieldFrame, className: string, own: Readonly<Record<string, AttributeValue>>): Html {
  const { type, ...rest } = own
  return html`<input${attributes({ class: className, type, ...commonOf(props), ...rest })}>`
}

function commonOf(props: FieldFrame, ...furtherDescriptions: readonly string[]): Record<string, AttributeValue> {
  return {
    id: fieldId(props.name, props.idPrefix),
    name: props.name,
    required: props.isRequired,
    'aria-invalid': props.error ? 'true' : null,
    'aria-describedby': describedBy(props, ...furtherDescriptions),
  }
}

function renderTextarea(props: TextareaFieldProps & { readonly voice: Voice }): Html {
  const { voice, value = '', rows = 5, limit } = props
  const countId = `${fieldId(props.name, props.idPrefix)}-count`
  const common = commonOf(props, ...(limit === undefined ? [] : [countId]))
  // The parser drops one line feed after <textarea>; without this one it would be the writer's own.
  const textarea = html`<textarea${attributes({ class: 'control control-full', rows, ...common })}>
${value}</textarea>`
  if (limit === undefined) return textarea
  const words = attributes({
    limit,
    'data-left': voice.plain(formWords.charactersLeft, { count: COUNT_HOLE }),
    'data-over': voice.plain(formWords.charactersOver, { count: COUNT_HOLE }),
  })
  return html`<character-counter${words}>
    ${textarea}
    <p class="field-count" id="${countId}">${voice.say(formWords.characterLimit, { limit })}</p>
  </character-counter>`
}

/** Where client.ts puts the number, since only the browser knows it. */
const COUNT_HOLE = '{count}'

function renderSelect(props: SelectFieldProps & { readonly voice: Voice }): Html {
  const { voice, choices, value = '', emptyLabel = voice.plain(formWords.choose) } = props
  return html`<div class="control-select">
    <select${attributes({ class: 'control', ...commonOf(props) })}>
      <option value=""${attributes({ selected: value === '' })}>${emptyLabel}</option>
      ${choices.map((choice) => {
        const given = attributes({ value: choice.value, selected: choice.value === value })
        return html`<option${given}>${choice.label}</option>`
      })}
    </select>
  </div>`
}

function renderDateParts(props: DatePartsFieldProps & { readonly voice: Voice }): Html {
  const { voice, value, isBirthday = false } = props
  const firstId = fieldId(props.name, props.idPrefix)
  const boxes = [
    { part: 'year', word: formWords.year, token: 'bday-year' },
    { part: 'month', word: formWords.month, token: 'bday-month' },
    { part: 'day', word: formWords.day, token: 'bday-day' },
  ] as const
  return html`<div class="date-parts">
    ${boxes.map(({ part, word, token }, index) => {
      const id = index === 0 ? firstId : `${firstId}-${part}`
      const given = attributes({
        class: `control control-${part}`,
        type: 'text',
        inputmode: 'numeric',
        id,
        name: `${props.name}.${part}`,
        value: value?.[part],
        required: props.isRequired,
        'aria-invalid': props.error ? 'true' : null,
        autocomplete: isBirthday ? token : null,
      })
      return html`<div class="date-part"><label for="${id}">${voice.say(word)}</label><input${given}></div>`
    })}
  </div>`
}

function renderChoices(props: RadiosFieldProps | CheckboxesFieldProps): Html {
  const isRadios = props.kind === 'radios'
  const firstId = fieldId(props.name, props.idPrefix)
  const chosen = isRadios ? [props.value] : (props.values ?? [])
  const listClass = isRadios && props.isInline === true ? 'choices choices-inline' : 'choices'
  return html`<div class="${listClass}">
    ${props.choices.map(({ value, label, hint }, index) => {
      const id = index === 0 ? firstId : `${firstId}-${index + 1}`
      const given = attributes({
        type: isRadios ? 'radio' : 'checkbox',
        id,
        name: props.name,
        value,
        checked: chosen.includes(value),
        required: isRadios && props.isRequired,
        'aria-describedby': hint ? `${id}-hint` : null,
      })
      return html`<div class="choice">
        <input${given}><label for="${id}">${label}</label>
        ${hint ? html`<p class="choice-hint" id="${id}-hint">${hint}</p>` : nothing}
      </div>`
    })}
  </div>`
}

function renderCheckbox(props: CheckboxFieldProps): Html {
  const given = { type: 'checkbox', value: 'yes', checked: props.isChecked === true, ...commonOf(props) }
  return html`<input${attributes(given)}>`
}

function assertNever(props: never): never {
  throw new TypeError(`There is no such kind of field: ${JSON.stringify(props)}`)
}
