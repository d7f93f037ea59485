import { html } from '#kernel/html/html.ts'
import { renderPanel } from '../card/view.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderCluster, renderColumns, renderProse, renderSection, renderStack } from './view.ts'

export const layoutExamples: readonly Example[] = [
  {
    title: galleryWords.layout,
    render: (voice) => {
      const panel = renderPanel({ body: html`<p>${voice.say(sampleWords.sentence)}</p>` })
      return renderStack({
        gap: 'small',
        parts: [
          renderColumns({ kind: 'halves', parts: [panel, panel] }),
          renderColumns({ kind: 'thirds', parts: [panel, panel, panel] }),
          renderColumns({ kind: 'main-and-side', parts: [panel, panel] }),
          renderCluster({ parts: [html`<span>A</span>`, html`<span>B</span>`] }),
        ],
      })
    },
  },
  {
    title: sampleWords.message,
    render: (voice) =>
      renderSection({
        heading: voice.say(sampleWords.moving),
        level: 4,
        id: 'example-section',
        lead: voice.say(sampleWords.movingBody),
        body: renderProse('亀山駅から歩いて十分ほどの丘の上に、市役所があります。\n\n窓口は八時三十分に開きます。'),
      }),
  },
]
