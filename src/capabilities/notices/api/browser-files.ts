import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'

/** Node blanks out the types, as for the city's other browser scripts; made once. */
function scriptOf(name: 'live-client.ts' | 'push-client.ts' | 'push-worker.ts'): () => Promise<Answer> {
  let source: string | undefined
  return async () => {
    source ??= stripTypeScriptTypes(readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8'), { mode: 'strip' })
    return fileAnswer(source, 'text/javascript; charset=utf-8')
  }
}

export const showPushScript = scriptOf('push-client.ts')
/** Stands at the city's root, because a notice may open any page. */
export const showPushWorker = scriptOf('push-worker.ts')
export const showLiveScript = scriptOf('live-client.ts')
