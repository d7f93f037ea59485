import { FEED_LIMITS } from './limits.ts'
import { TelegramRefused, type Refusal } from './refusal.ts'
import { at, childrenOf, neededInstant, neededWord, wordAt } from './walk.ts'
import { xmlTree, type XmlElement } from './xml-tree.ts'

/** One line of a feed (RFC 4287): a telegram that can be fetched. */
export interface FeedEntry {
  readonly entryId: string
  readonly address: string
  readonly title: string
  readonly office: string
  readonly updatedAt: Temporal.Instant
}

export type FeedReading = { readonly ok: true; readonly entries: readonly FeedEntry[] } | Refusal

const ADDRESS_LETTERS = 2_000
const ATOM = 'http://www.w3.org/2005/Atom'

/** Reads 気象庁防災情報XML's PULL feeds. Entries whose address cannot be read are refused with the whole feed: nothing is passed over unseen. */
export function readFeed(source: Uint8Array, base: string): FeedReading {
  try {
    const root = xmlTree(source, FEED_LIMITS)
    if (root.name !== 'feed' || root.namespace !== ATOM) throw new TelegramRefused('unknown-root', root.name, root.namespace)
    return { ok: true, entries: childrenOf(root, 'entry').map((entry) => entryOf(entry, base)) }
  } catch (thrown) {
    if (thrown instanceof TelegramRefused) return thrown.refusal
    throw thrown
  }
}

/** The end of an address bears the telegram's code: `…/20260901092520_0_VPWW55_240000.xml`. */
export function fileNameOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1).slice(0, 200)
}

function entryOf(entry: XmlElement, base: string): FeedEntry {
  const link = at(entry, 'link')?.attributes.href ?? neededWord(entry, 'id')
  if (link.length > ADDRESS_LETTERS || !URL.canParse(link, base)) throw new TelegramRefused('bad-value', 'entry/link', link.slice(0, 100))
  return {
    entryId: neededWord(entry, 'id'), address: new URL(link, base).href, title: wordAt(entry, 'title'), office: wordAt(entry, 'author', 'name'),
    updatedAt: neededInstant(entry, 'updated'),
  }
}
