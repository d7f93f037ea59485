import type { Topic } from '#capabilities/notices/model.ts'
import { topicWords } from '../text/topic-words.ts'
import { NEWS_TOPICS, type NewsTopic } from '../model.ts'

/** Subscribers see them beside the topics of other services, so that each says that it is news. */
export const topics: readonly Topic[] = NEWS_TOPICS.map((topic) => ({
  key: topicKey(topic), title: topicWords[`${topic}News`], summary: topicWords[`${topic}Summary`], isPreselected: topic === 'city',
}))

export function topicKey(topic: NewsTopic): string {
  return `multilingual-news.${topic}`
}
