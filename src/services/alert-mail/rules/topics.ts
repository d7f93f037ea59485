import type { Topic } from '#capabilities/notices/model.ts'
import type { AlertTopic } from '../model.ts'
import { topicWords as words } from '../text/service-words.ts'

/** Key under which a topic of ours is known to the whole city. */
export function topicKey(topic: AlertTopic | 'schools' | 'staff'): string {
  return `alert-mail.${topic}`
}

/** What residents may choose, and the two that only lists get. */
export const topics: readonly Topic[] = [
  { key: topicKey('crime'), title: words.crime, summary: words.crimeSummary, isPreselected: true },
  { key: topicKey('missing'), title: words.missing, summary: words.missingSummary, isPreselected: true },
  { key: topicKey('fire'), title: words.fire, summary: words.fireSummary, isPreselected: true },
  { key: topicKey('wildlife'), title: words.wildlife, summary: words.wildlifeSummary, isPreselected: false },
  { key: topicKey('events'), title: words.events, summary: words.eventsSummary, isPreselected: false },
  { key: topicKey('schools'), title: words.schools, summary: words.schoolsSummary, isPreselected: false, isForLists: true },
  { key: topicKey('staff'), title: words.staff, summary: words.staffSummary, isPreselected: false, isForLists: true },
]
