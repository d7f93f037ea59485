import { attributes, html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderIcon } from '../icon/view.ts'
import { formWords } from '../text.ts'
import { renderControl } from './control.ts'
import { describedBy, fieldId, type CheckboxFieldProps, type FieldFrame, type FieldProps } from './model.ts'

/** One question of a form: its label, what helps to answer it, what is wrong with the answer, and the control. */
export function renderField(props: FieldProps & { readonly voice: Voice }): Html {
  if (props.kind === 'checkbox') return renderSingleCheckbox(props)
  const isGroup = props.kind === 'radios' || props.kind === 'checkboxes' || props.kind === 'date-parts'
  const id = fieldId(props.name, props.idPrefix)
  const label = html`${props.label} ${tagOf(props)}`
  const below = html`${hintOf(props)}${errorOf(props)}${renderControl(props)}`
  if (!isGroup) {
    return html`<div class="${classOf(props)}"><label class="field-label" for="${id}">${label}</label>${below}</div>`
  }
  const given = attributes({ class: classOf(props), 'aria-describedby': describedBy(props) })
  return html`<fieldset${given}><legend class="field-label">${label}</legend>${below}</fieldset>`
}

function renderSingleCheckbox(props: CheckboxFieldProps & { readonly voice: Voice }): Html {
  const id = fieldId(props.name, props.idPrefix)
  return html`<div class="${classOf(props)}">
    ${errorOf(props)}
    <div class="choice">
      ${renderControl(props)}
      <label for="${id}">${props.label} ${props.isRequired && tagOf(props)}</label>
    </div>
    ${hintOf(props)}
  </div>`
}

function classOf({ error }: FieldFrame): string {
  return error ? 'field field-has-error' : 'field'
}

function tagOf({ voice, isRequired, isTagHidden = false }: FieldFrame & { readonly voice: Voice }): Html {
  if (isTagHidden) return nothing
  return isRequired
    ? html`<span class="field-tag field-required">${voice.say(formWords.required)}</span>`
    : html`<span class="field-tag">${voice.say(formWords.optional)}</span>`
}

function hintOf({ name, idPrefix, hint }: FieldFrame): Html {
  return hint ? html`<p class="field-hint" id="${fieldId(name, idPrefix)}-hint">${hint}</p>` : nothing
}

function errorOf({ voice, name, idPrefix, error }: FieldFrame & { readonly voice: Voice }): Html {
  if (!error) return nothing
  return html`<p class="field-error" id="${fieldId(name, idPrefix)}-error">
    ${renderIcon('error')}<span><span class="visually-hidden">${voice.say(formWords.error)}: </span>${error}</span>
  </p>`
}
