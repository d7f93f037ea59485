import type { Example } from '../example.ts'
import { renderMark } from '../mark/view.ts'
import { galleryWords } from '../sample-text.ts'
import { renderTree } from './view.ts'

export const treeExamples: readonly Example[] = [
  {
    title: galleryWords.tree,
    render: () =>
      renderTree({
        openLevels: 2,
        branches: [
          {
            number: '①',
            label: '誰もが実感できる行政サービス',
            facts: '19',
            children: [
              {
                number: '(1)',
                label: 'マイナンバーカードの活用',
                href: '/design#measure',
                facts: '1',
                children: [
                  {
                    number: '①(1)-1',
                    label: 'コンビニ交付事業',
                    href: '/design#project',
                    facts: renderMark({ scale: 'achievement', glyph: '◎', label: '達成' }),
                  },
                ],
              },
              { number: '(2)', label: '子育てワンストップ', href: '/design#measure-2', facts: '1' },
            ],
          },
          { number: '②', label: '安心とにぎわいのまち', facts: '8', children: [{ number: '(1)', label: '情報の公開' }] },
        ],
      }),
  },
]
