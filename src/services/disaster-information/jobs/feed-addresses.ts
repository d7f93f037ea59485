import { StandInFeed } from '../api/stand-in-feed.ts'

export interface FeedAddress {
  readonly address: string
  /** The same subject over several days, read after a gap; null where there is none. */
  readonly longer: string | null
}

let standIn: Promise<StandInFeed> | undefined

/**
 * Addresses in `TELEGRAM_FEEDS`, separated by spaces or commas; a longer feed of the same subject follows after `|`. Without them a stand-in in
 * this process is asked, which stays empty until somebody sends something into it; `TELEGRAM_FEEDS=none` asks nothing.
 */
export async function feedsToAsk(given = process.env['TELEGRAM_FEEDS'] ?? ''): Promise<readonly FeedAddress[]> {
  if (given === 'none') return []
  if (given.trim() === '') return [{ address: await (await standInFeed()).begin(), longer: null }]
  return feedAddressesIn(given)
}

export function feedAddressesIn(given: string): FeedAddress[] {
  return given.split(/[\s,]+/).filter((word) => word !== '').map((word) => {
    const [address = '', longer] = word.split('|')
    for (const each of [address, longer ?? address]) {
      if (!URL.canParse(each) || !/^https?:$/.test(new URL(each).protocol)) throw new Error(`TELEGRAM_FEEDS: ${each} is not an http(s) address`)
    }
    return { address, longer: longer ?? null }
  })
}

/** The stand-in of this process, which speaks Atom on 127.0.0.1. */
export function standInFeed(): Promise<StandInFeed> {
  standIn ??= Promise.resolve(new StandInFeed())
  return standIn
}
