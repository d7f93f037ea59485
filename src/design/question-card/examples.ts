import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderQuestionCard, renderQuestionKeys, type QuestionCardProps } from './view.ts'

export const questionCardExamples: readonly Example[] = [
  {
    title: galleryWords.questionCard,
    render: (voice) => {
      const frame = {
        voice,
        total: 43,
        reason: voice.say(sampleWords.reasonMark),
        action: '/design',
        csrfToken: 'example',
        level: 4,
      } satisfies Partial<QuestionCardProps>
      return html`<div class="stack">
        ${renderQuestionKeys(voice)}
        ${renderQuestionCard({
          ...frame,
          id: 'question-12',
          number: 12,
          row: '②(4)-2 防災情報伝達',
          column: 'R2',
          read: '◎防災アプリの導入',
          proposed: '◎\n防災アプリの導入',
          state: 'open',
        })}
        ${renderQuestionCard({
          ...frame,
          id: 'question-13',
          number: 13,
          row: '①(3)-5 亀山市史',
          column: '事業の達成度',
          read: '',
          proposed: '○',
          choices: [
            { value: '◎', label: '◎ 達成' },
            { value: '○', label: '○ 概ね達成' },
            { value: '△', label: '△ 一部達成' },
          ],
          state: 'skipped',
        })}
        ${renderQuestionCard({
          ...frame,
          id: 'question-14',
          number: 14,
          row: '③(1)-3 ICTリーダー',
          column: '実施年度',
          read: '平成33年度',
          proposed: '令和3年度',
          state: 'accepted',
          answer: '令和3年度',
          answeredBy: voice.say(sampleWords.by),
        })}
      </div>`
    },
  },
]
