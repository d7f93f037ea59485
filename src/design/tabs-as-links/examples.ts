import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderTabs } from './view.ts'

export const tabsExamples: readonly Example[] = [
  {
    title: galleryWords.tabs,
    render: (voice) =>
      renderTabs({
        label: voice.plain(sampleWords.views),
        tabs: [
          { href: '/design#vision', label: voice.say(sampleWords.byVision), isCurrent: true },
          { href: '/design#owner', label: voice.say(sampleWords.byOwner), isCurrent: false },
          { href: '/design#changes', label: voice.say(sampleWords.changes), isCurrent: false, count: 12 },
        ],
      }),
  },
]
