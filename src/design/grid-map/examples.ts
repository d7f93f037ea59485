import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderGridMap } from './view.ts'

export const gridMapExamples: readonly Example[] = [
  {
    title: galleryWords.gridMap,
    render: (voice) => renderGridMap({
      label: voice.plain(galleryWords.gridMap), columns: 4, rows: 2,
      squares: ([0, 2, 3, 4, 5, null, 0, 0] as const).map((level, index) => ({
        column: index % 4, row: Math.floor(index / 4), level, label: `${voice.plain(sampleWords.draft)} ${index + 1}`, href: `#square-${index}`, isChosen: index === 6,
      })),
      shapes: [{ kind: 'warning', points: [[0.2, 0.3], [1.6, 0.4], [1.2, 1.5]] }, { kind: 'special', points: [[0.6, 0.5], [1.1, 0.6], [0.9, 1]] }],
      marks: [{ column: 2.5, row: 1.5, label: voice.plain(sampleWords.published) }],
    }),
  },
]
