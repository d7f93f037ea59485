import { describe, expect, test } from 'vitest'
import { Voice } from '#kernel/text/text.ts'
import { fieldId, type FieldProps } from './model.ts'
import { renderField } from './view.ts'

const voice = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })
const render = (props: FieldProps): string => renderField({ ...props, voice }).source

const frame = { name: 'phone', label: 'Telephone', isRequired: true }
const choices = [
  { value: 'mail', label: 'E-mail' },
  { value: 'phone', label: 'Telephone' },
]

describe('a field', () => {
  test('is wired to its label, hint and error in the order in which they stand', () => {
    const shown = render({ ...frame, kind: 'text', hint: 'Ten digits', error: 'Too short', value: '0595' })
    expect(shown).toContain('<label class="field-label" for="field-phone">')
    expect(shown).toContain('aria-describedby="field-phone-hint field-phone-error"')
    expect(shown).toContain('aria-invalid="true"')
    expect(shown.indexOf('id="field-phone-hint"')).toBeLessThan(shown.indexOf('id="field-phone-error"'))
    expect(shown.indexOf('id="field-phone-error"')).toBeLessThan(shown.indexOf('<input'))
  })

  test('without hint and error says nothing of either', () => {
    const shown = render({ ...frame, kind: 'text' })
    expect(shown).not.toContain('aria-describedby')
    expect(shown).not.toContain('aria-invalid')
  })

  test.each([
    [true, ' required', 'Required'],
    [false, '', 'Optional'],
  ])('required %s is told to people and to the browser', (isRequired, attribute, word) => {
    const shown = render({ ...frame, kind: 'text', isRequired })
    expect(shown).toContain(`name="phone"${attribute}`)
    expect(shown).toContain(`>${word}</span>`)
  })

  test.each<[string, FieldProps, string]>([
    ['text', { ...frame, kind: 'text', value: '０５９５' }, 'value="０５９５"'],
    ['textarea', { ...frame, kind: 'textarea', value: '\nline' }, '>\n\nline</textarea>'],
    ['number', { ...frame, kind: 'number', value: '１２' }, 'inputmode="numeric" value="１２"'],
    ['decimal', { ...frame, kind: 'number', allowsDecimals: true }, 'inputmode="decimal"'],
    ['date', { ...frame, kind: 'date', value: '2022-04-01', latest: '2022-05-01' }, '="2022-04-01" max="2022-05-01"'],
    ['select', { ...frame, kind: 'select', choices, value: 'phone' }, '<option value="phone" selected>Telephone</opt'],
    ['radios', { ...frame, kind: 'radios', choices, value: 'phone' }, 'name="phone" value="phone" checked'],
    ['checkboxes', { ...frame, kind: 'checkboxes', choices, values: ['mail'] }, 'name="phone" value="mail" checked'],
    ['checkbox', { ...frame, kind: 'checkbox', isChecked: true }, 'type="checkbox" value="yes" checked'],
    ['year', { ...frame, kind: 'date-parts', value: { year: '84', month: '', day: '' } }, '="phone.year" value="84"'],
  ])('keeps what was given: %s', (_, props, expected) => {
    expect(render(props)).toContain(expected)
  })

  test('a password is never sent back', () => {
    expect(render({ ...frame, kind: 'password', autocomplete: 'current-password' })).not.toContain('value=')
  })

  test('a limit is told before and counted after, but never cuts', () => {
    const shown = render({ ...frame, kind: 'textarea', limit: 1200, value: 'x' })
    expect(shown).toContain('Up to 1,200 characters')
    expect(shown).toContain('aria-describedby="field-phone-count"')
    expect(shown).toContain('data-left="Characters left: {count}"')
    expect(shown).not.toContain('maxlength')
  })

  test('a group has a legend, and an error summary reaches its first control', () => {
    const shown = render({ ...frame, kind: 'radios', choices, error: 'Choose' })
    expect(shown).toContain('<legend class="field-label">Telephone')
    expect(shown).toContain('<fieldset class="field field-has-error" aria-describedby="field-phone-error">')
    expect(shown.match(/id="field-phone"/g)).toHaveLength(1)
    expect(shown).toContain('id="field-phone-2"')
  })

  test.each([
    ['phone', undefined, 'field-phone'],
    ['household[0].name', undefined, 'field-household-0--name'],
    ['text', 'question-3', 'question-3-text'],
  ])('the id of %s under %s is %s', (name, prefix, id) => {
    expect(fieldId(name, prefix)).toBe(id)
    const own = prefix === undefined ? {} : { idPrefix: prefix }
    expect(render({ ...frame, kind: 'text', name, ...own })).toContain(`id="${id}"`)
  })
})
