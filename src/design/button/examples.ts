import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderButton, renderLinkButton } from './view.ts'

export const buttonExamples: readonly Example[] = [
  {
    title: galleryWords.button,
    render: (voice) =>
      html`<form class="cluster" action="/design" method="get">
        ${renderButton({ label: voice.say(sampleWords.apply) })}
        ${renderButton({ label: voice.say(sampleWords.saveDraft), kind: 'secondary', name: 'keep', value: 'draft' })}
        ${renderButton({ label: voice.say(sampleWords.remove), kind: 'danger', icon: 'trash' })}
        ${renderButton({ label: voice.say(sampleWords.details), kind: 'link' })}
      </form>`,
  },
  {
    title: sampleWords.download,
    render: (voice) =>
      html`<div class="cluster">
        ${renderLinkButton({
          label: voice.say(sampleWords.download),
          href: '/design',
          icon: 'download',
          isDownload: true,
        })}
        ${renderLinkButton({
          label: voice.say(sampleWords.details),
          href: '/design',
          kind: 'secondary',
          size: 'small',
        })}
        ${renderLinkButton({ label: voice.say(sampleWords.apply), href: '/design', size: 'wide' })}
      </div>`,
  },
]
