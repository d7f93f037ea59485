import { capSurroundings } from '../feeds/cap-surroundings.ts'
import { lAlertOf } from '../rules/l-alert.ts'
import type { HandOverFile } from '../store/hand-overs.ts'
import type { HandOverChannel, HandOverConnection, Writing } from './hand-over-channel.ts'
import { ask, outcomeOf } from './http-client.ts'
import { openLAlertStandIn } from './l-alert-stand-in.ts'
import { authorisation, handOverSettings, type Receiver } from './settings.ts'
import { keptIn, standInFor, type StandIn } from './stand-in-server.ts'
import type { City } from '#kernel/city/city.ts'
import type { ChannelSurroundings } from '../sending/channel.ts'

/** L-Alert: a closed format behind a members' door. This is the adapter; what the centre says goes into rules/l-alert.ts. */
export function lAlertChannel(receiverOf: (city: City) => Receiver | undefined = (city) => handOverSettings(city).lAlert): HandOverChannel {
  return {
    key: 'l-alert',
    atOnce: 1,
    longestRestSeconds: 60,
    isReplacedByLater: false,
    write: writeLAlert,
    open: (surroundings) => openLAlert(surroundings, surroundings.isDrill ? undefined : receiverOf(surroundings.city)),
  }
}

async function writeLAlert({ tx, city, parts, notice }: Writing): Promise<HandOverFile> {
  const body = lAlertOf(notice, await capSurroundings(tx, city, parts, notice))
  return { name: `l-alert-${notice.id}.xml`, type: 'application/xml; charset=utf-8', body }
}

async function openLAlert({ database }: ChannelSurroundings, receiver: Receiver | undefined): Promise<HandOverConnection> {
  const standIn = receiver === undefined ? await standInFor('L_ALERT_STAND_IN_URL', () => openLAlertStandIn(keptIn(database))) : null
  return {
    hand: async (file, { noticeId }) => {
      const { url, ...terms } = receiver ?? { url: (standIn as StandIn).url }
      // The receiver knows by the id that a second try brings what it has already.
      const headers = { 'content-type': file.type, 'idempotency-key': noticeId, ...authorisation(terms) }
      return outcomeOf(await ask({ method: 'POST', url, headers, body: Buffer.from(file.body) }))
    },
    close: async () => standIn?.close(),
  }
}
