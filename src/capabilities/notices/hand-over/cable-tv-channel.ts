import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { City } from '#kernel/city/city.ts'
import { encoded } from '../feeds/cable-tv-text.ts'
import { cableTvLines } from '../rules/cable-tv.ts'
import type { ChannelSurroundings } from '../sending/channel.ts'
import type { HandOverFile } from '../store/hand-overs.ts'
import { openCableTvStandIn } from './cable-tv-stand-in.ts'
import type { HandOverChannel, HandOverConnection, HandOverOutcome, Writing } from './hand-over-channel.ts'
import { ask, outcomeOf } from './http-client.ts'
import { authorisation, handOverSettings, type HandOverSettings } from './settings.ts'
import { keptIn, standInFor, type StandIn } from './stand-in-server.ts'

type Station = NonNullable<HandOverSettings['cableTv']>

/** Cable television: a text file that the station's caption machine picks up, from a folder or from its own server. */
export function cableTvChannel(stationOf: (city: City) => Station | undefined = (city) => handOverSettings(city).cableTv): HandOverChannel {
  return {
    key: 'cable-tv',
    atOnce: 1,
    longestRestSeconds: 60,
    isReplacedByLater: true,
    write: writeCableTv,
    open: (surroundings) => openStation(surroundings, surroundings.isDrill ? undefined : stationOf(surroundings.city)),
  }
}

/** Named by time and id, so that the station sees the order and a second try replaces the first. */
async function writeCableTv({ city, notice }: Writing): Promise<HandOverFile> {
  const minute = notice.issuedAt.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
  const body = [city.name, ...cableTvLines(notice, 'ja')].map((line) => `${line}\r\n`).join('')
  return { name: `${minute}-${notice.id}.txt`, type: 'text/plain', body }
}

async function openStation({ database }: ChannelSurroundings, station: Station | undefined): Promise<HandOverConnection> {
  if (station !== undefined && 'folder' in station) return { hand: (file) => layDown(station.folder, file, encoded(file.body, station.encoding)), close: async () => {} }
  const standIn = station === undefined ? await standInFor('CABLE_TV_STAND_IN_URL', () => openCableTvStandIn(keptIn(database))) : null
  return {
    hand: async (file) => {
      const { url, encoding, ...terms } = station ?? { url: (standIn as StandIn).url, encoding: 'shift_jis' as const }
      const target = new URL(encodeURIComponent(file.name), url.href.endsWith('/') ? url : `${url.href}/`)
      const headers = { 'content-type': `${file.type}; charset=${encoding}`, ...authorisation(terms) }
      return outcomeOf(await ask({ method: 'PUT', url: target, headers, body: encoded(file.body, encoding) }))
    },
    close: async () => standIn?.close(),
  }
}

/** Written aside and then renamed: whoever picks it up never finds half a file. */
async function layDown(folder: string, { name }: HandOverFile, bytes: Buffer): Promise<HandOverOutcome> {
  await mkdir(folder, { recursive: true })
  const aside = join(folder, `.${name}.part`)
  const file = await open(aside, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, join(folder, name))
  return { kind: 'taken', answer: name }
}
