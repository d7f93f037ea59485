import type { OpenCity } from '#kernel/city/open-city.ts'
import { StandInFeed } from '../api/stand-in-feed.ts'

export interface FeedAddress {
  /** Under which it is remembered: its address, but the stand-in has another one at each start. */
  readonly name: string
  readonly address: string
  /** The same subject over several days, read after a gap; null where there is none. */
  readonly longer: string | null
}

export const STAND_IN = 'stand-in'

let standIn: StandInFeed | undefined

/**
 * Addresses in `TELEGRAM_FEEDS`, separated by spaces or commas; a longer feed of the same subject follows after `|`. Without them a demo
 * asks a stand-in in this process, which stays empty until somebody sends something into it. A real city asks nobody then: answers
 * of a stand-in would pass for the weather agency's, and its silence for calm. `TELEGRAM_FEEDS=none` asks nobody in a demo either.
 */
export async function feedsToAsk({ isDemo }: Pick<OpenCity, 'isDemo'>, given = process.env['TELEGRAM_FEEDS'] ?? ''): Promise<readonly FeedAddress[]> {
  if (given === 'none') return []
  if (given.trim() !== '') return feedAddressesIn(given)
  return isDemo ? [{ name: STAND_IN, address: await standInFeed().begin(), longer: standInFeed().longAddress }] : []
}

export function feedAddressesIn(given: string): FeedAddress[] {
  return given.split(/[\s,]+/).filter((word) => word !== '').map((word) => {
    const [address = '', longer] = word.split('|')
    for (const each of [address, longer ?? address]) {
      if (!URL.canParse(each) || !/^https?:$/.test(new URL(each).protocol)) throw new Error(`TELEGRAM_FEEDS: ${each} is not an http(s) address`)
    }
    return { name: address, address, longer: longer ?? null }
  })
}

/** The stand-in of this process, which speaks Atom on 127.0.0.1. */
export function standInFeed(): StandInFeed {
  standIn ??= new StandInFeed()
  return standIn
}
