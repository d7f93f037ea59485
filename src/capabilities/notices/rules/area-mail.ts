import type { Notice } from '../model.ts'
import { feedWords } from '../text/feed-words.ts'
import { wordingWords } from '../text/wording-words.ts'
import { wordingOf } from '../wording.ts'
import { fitWithRest } from './fitting.ts'
import { CHANNEL_LIMITS } from './fitting-limits.ts'
import { plainIn } from './wording-plain.ts'

export interface AreaMail {
  readonly title: string
  readonly body: string
}

/**
 * A notice as it sounds on every phone in the city: Japanese, in very little room, with the sender at its end as the
 * carriers want it. A title without room (a drill's with its prefix, or that of a lower level which takes back an alarm) moves
 * into the body, and a general one stands in its place; the prefix of a drill always stands.
 */
export function areaMailOf(notice: Pick<Notice, 'texts' | 'isDrill'>, cityName: string): AreaMail {
  const { title: most, body: limit, measure } = CHANNEL_LIMITS['area-mail']
  const { title, sentences } = wordingOf(notice, 'ja')
  const prefix = notice.isDrill ? plainIn(wordingWords.drillTitle.ja, 'ja') : ''
  const hasRoom = measure(title) <= most
  const sender = `（${cityName}）`
  const told = hasRoom ? sentences : [`${title.slice(prefix.length)}。`, ...sentences]
  const { text } = fitWithRest(told, limit - measure(sender), plainIn(wordingWords.more.ja, 'ja'), measure)
  return { title: hasRoom ? title : prefix + plainIn(feedWords.feedTitle.ja, 'ja'), body: text + sender }
}
