import { renderDifference } from '../difference/view.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderTimeline } from './view.ts'

export const timelineExamples: readonly Example[] = [
  {
    title: galleryWords.timeline,
    render: (voice) =>
      renderTimeline({
        entries: [
          {
            at: '令和4年5月2日 14:05',
            dateTime: '2022-05-02T14:05:00+09:00',
            who: '政策部 桜井 みどり',
            what: voice.say(sampleWords.edited),
            detail: renderDifference({ voice, before: '利用件数は増えた。', after: '利用件数は前年の1.4倍に増えた。' }),
          },
          {
            at: '令和4年4月18日 9:30',
            dateTime: '2022-04-18T09:30:00+09:00',
            what: voice.say(sampleWords.imported),
            tone: 'success',
          },
        ],
      }),
  },
]
