import type { Language } from '#kernel/text/text.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'
import type { Contact, Notice } from '../model.ts'
import { CHANNEL_LIMITS, fitWithRest, joinerOf, wordingOf } from '../wording.ts'
import { lineWords as words } from '../text/line-words.ts'

/** Title, whole sentences, the page that tells more, and how to change or leave; the same for all friends of a language unless the link is one's own. */
export function lineTextOf(notice: Notice, language: Language, origin: string): string {
  const { title, sentences, preface } = wordingOf(notice, language)
  const { body: limit, measure } = CHANNEL_LIMITS.line
  const foot = `${origin}${notice.link}\n\n${words.howToChange[language].replace(/\{([^|}]*)\|[^}]*\}/g, '$1')}`
  const head = `${title}\n\n`
  const all = preface === null ? sentences : [preface, ...sentences]
  const room = limit - measure(`${head}\n${foot}`)
  return `${head}${fitWithRest(all, room, '…', measure, joinerOf(language)).text}\n${foot}`
}

/**
 * The same for the same notice and people, whichever process asks: LINE takes a request with a known key as the one it
 * has already done (`X-Line-Retry-Key`, a UUID, kept by LINE for 24 hours).
 */
export function retryKeyOf(notice: Notice, language: Language, friends: readonly Contact[]): string {
  const ids = friends.map(({ id }) => id).toSorted().join(',')
  return uuidNamed(`${notice.id} ${language} ${ids}`)
}
