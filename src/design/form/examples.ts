import { html } from '#kernel/html/html.ts'
import { renderButton } from '../button/view.ts'
import type { Example } from '../example.ts'
import { renderField } from '../field/view.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderForm } from './view.ts'

export const formExamples: readonly Example[] = [
  {
    title: galleryWords.form,
    render: (voice) =>
      renderForm({
        voice,
        action: '/design',
        method: 'get',
        body: renderField({
          voice,
          kind: 'text',
          name: 'form-address',
          label: voice.say(sampleWords.address),
          isRequired: true,
          autocomplete: 'address-line1',
        }),
        buttons: html`${renderButton({ label: voice.say(sampleWords.apply) })}
        ${renderButton({ label: voice.say(sampleWords.saveDraft), kind: 'secondary', name: 'keep', value: 'draft' })}`,
      }),
  },
]
