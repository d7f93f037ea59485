import type { Manifest } from '#kernel/service/manifest.ts'
import type { Topic } from '../model.ts'

/** What anybody may subscribe to; what goes to lists only is not among it. */
export function offeredTopics(parts: readonly Manifest[]): Topic[] {
  return parts.flatMap((part) => part.topics ?? []).filter((topic) => topic.isForLists !== true)
}
