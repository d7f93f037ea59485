import { html } from '#kernel/html/html.ts'
import { renderLinkButton } from '../button/view.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderErrorSummary, renderNotice } from './view.ts'

export const noticeExamples: readonly Example[] = [
  {
    title: galleryWords.notice,
    render: (voice) =>
      html`<div class="stack">
        ${renderNotice({ voice, kind: 'info', title: voice.say(sampleWords.closed) })}
        ${renderNotice({
          voice,
          kind: 'success',
          title: voice.say(sampleWords.accepted),
          body: html`<p>${voice.say(sampleWords.acceptedBody)}</p>`,
          isAnnounced: true,
        })}
        ${renderNotice({
          voice,
          kind: 'warning',
          title: voice.say(sampleWords.unanswered),
          actions: renderLinkButton({
            label: voice.say(sampleWords.stepReview),
            href: '/design',
            kind: 'secondary',
            size: 'small',
          }),
        })}
        ${renderNotice({
          voice,
          kind: 'error',
          title: voice.say(sampleWords.failed),
          body: html`<p>${voice.say(sampleWords.failedBody)}</p>`,
        })}
      </div>`,
  },
  {
    title: sampleWords.phoneError,
    render: (voice) =>
      renderErrorSummary({
        voice,
        level: 4,
        isFocused: false,
        errors: [{ fieldId: 'field-example-phone', message: voice.say(sampleWords.phoneError) }],
      }),
  },
]
