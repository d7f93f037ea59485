import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderField } from './view.ts'

const DISTRICTS = [
  { value: 'seki', label: '関町' },
  { value: 'kawasaki', label: '川崎町' },
  { value: 'nomura', label: '野村' },
]

export const fieldExamples: readonly Example[] = [
  {
    title: galleryWords.field,
    render: (voice) => {
      const error = voice.say(sampleWords.phoneError)
      return html`<div class="form">
        ${renderField({
          voice,
          kind: 'text',
          name: 'example-name',
          label: voice.say(sampleWords.name),
          hint: voice.say(sampleWords.nameHint),
          isRequired: true,
          autocomplete: 'name',
        })}
        ${renderField({
          voice,
          kind: 'text',
          name: 'example-phone',
          label: voice.say(sampleWords.phone),
          error,
          isRequired: true,
          inputType: 'tel',
          autocomplete: 'tel',
          width: 'medium',
          value: '0595-8<script>',
        })}
        ${renderField({
          voice,
          kind: 'textarea',
          name: 'example-message',
          label: voice.say(sampleWords.message),
          isRequired: false,
          limit: 400,
          value: voice.plain(sampleWords.sentence),
        })}
        ${renderField({
          voice,
          kind: 'number',
          name: 'example-usage',
          label: voice.say(sampleWords.usage),
          isRequired: false,
          unit: '㎥',
          value: '24',
        })}
        ${renderField({
          voice,
          kind: 'select',
          name: 'example-district',
          label: voice.say(sampleWords.district),
          isRequired: true,
          choices: DISTRICTS,
          value: 'seki',
        })}
      </div>`
    },
  },
  {
    title: sampleWords.reply,
    render: (voice) =>
      html`<div class="form">
        ${renderField({
          voice,
          kind: 'radios',
          name: 'example-reply',
          label: voice.say(sampleWords.reply),
          isRequired: true,
          value: 'phone',
          choices: [
            { value: 'mail', label: voice.say(sampleWords.byMail) },
            { value: 'phone', label: voice.say(sampleWords.byPhone), hint: voice.say(sampleWords.byPhoneHint) },
          ],
        })}
        ${renderField({
          voice,
          kind: 'checkboxes',
          name: 'example-topics',
          label: voice.say(sampleWords.topics),
          isRequired: false,
          values: ['garbage'],
          choices: [
            { value: 'garbage', label: voice.say(sampleWords.garbage) },
            { value: 'safety', label: voice.say(sampleWords.safety) },
          ],
        })}
        ${renderField({
          voice,
          kind: 'checkbox',
          name: 'example-consent',
          label: voice.say(sampleWords.consent),
          isRequired: true,
        })}
      </div>`,
  },
  {
    title: sampleWords.birthday,
    render: (voice) =>
      html`<div class="form">
        ${renderField({
          voice,
          kind: 'date-parts',
          name: 'example-birthday',
          label: voice.say(sampleWords.birthday),
          isRequired: true,
          isBirthday: true,
          value: { year: '1984', month: '', day: '' },
        })}
        ${renderField({
          voice,
          kind: 'date',
          name: 'example-moved-on',
          label: voice.say(sampleWords.movedOn),
          isRequired: true,
          latest: '2026-03-31',
        })}
        ${renderField({
          voice,
          kind: 'file',
          name: 'example-attachment',
          label: voice.say(sampleWords.attachment),
          hint: voice.say(sampleWords.attachmentHint),
          isRequired: false,
          accept: '.pdf,image/*',
        })}
        ${renderField({
          voice,
          kind: 'password',
          name: 'example-password',
          label: voice.say(sampleWords.password),
          isRequired: true,
          autocomplete: 'current-password',
        })}
      </div>`,
  },
]
