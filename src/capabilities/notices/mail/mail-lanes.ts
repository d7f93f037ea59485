import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { Lane } from '../sending/channel.ts'

/** More than this many a minute is no limit that any carrier sets. */
const MOST_A_MINUTE = 100_000
const MOST_CONNECTIONS = 100

/** Limits of the city's `mail-lanes.csv`; none in a city without the file. Throws `CityPackFault` with the domain at fault. */
export function mailLanesOf(city: City): Lane[] {
  return rowsOf(city, 'mail-lanes.csv').map((row) => {
    const key = (row.domain ?? '').toLowerCase()
    if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(key)) throw new CityPackFault(`mail-lanes.csv: domain: "${row.domain}" is no domain`)
    const wholeNumber = (column: 'messagesAMinute' | 'connections', most: number) => {
      const value = Number(row[column])
      if (!Number.isSafeInteger(value) || value < 1 || value > most) throw new CityPackFault(`mail-lanes.csv: ${column}: ${key}: "${row[column]}" is not a number from 1 to ${most}`)
      return value
    }
    return { key, messagesAMinute: wholeNumber('messagesAMinute', MOST_A_MINUTE), connections: wholeNumber('connections', MOST_CONNECTIONS) }
  })
}
