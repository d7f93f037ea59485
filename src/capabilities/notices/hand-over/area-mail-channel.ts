import type { City } from '#kernel/city/city.ts'
import { areaMailOf } from '../rules/area-mail.ts'
import type { ChannelSurroundings } from '../sending/channel.ts'
import type { HandOverFile } from '../store/hand-overs.ts'
import { openAreaMailStandIn } from './area-mail-stand-in.ts'
import type { HandOverChannel, HandOverConnection, Writing } from './hand-over-channel.ts'
import { ask, outcomeOf } from './http-client.ts'
import { authorisation, handOverSettings, type Receiver } from './settings.ts'
import { keptIn, standInFor, type StandIn } from './stand-in-server.ts'

/** 緊急速報メール: the carriers' door is closed too. What has been overtaken is never sent after it: it wakes everybody. */
export function areaMailChannel(receiverOf: (city: City) => Receiver | undefined = (city) => handOverSettings(city).areaMail): HandOverChannel {
  return {
    key: 'area-mail',
    atOnce: 1,
    longestRestSeconds: 30,
    isReplacedByLater: true,
    write: writeAreaMail,
    open: (surroundings) => openAreaMail(surroundings, surroundings.isDrill ? undefined : receiverOf(surroundings.city)),
  }
}

async function writeAreaMail({ city, notice }: Writing): Promise<HandOverFile> {
  const { title, body } = areaMailOf(notice, city.name)
  const { id, kind, refersTo, level, isDrill } = notice
  const mail = { id, kind, refersTo, municipalityCode: city.code, level, isDrill, title, body }
  return { name: `area-mail-${id}.json`, type: 'application/json', body: `${JSON.stringify(mail, null, 2)}\n` }
}

async function openAreaMail({ database }: ChannelSurroundings, receiver: Receiver | undefined): Promise<HandOverConnection> {
  const standIn = receiver === undefined ? await standInFor('AREA_MAIL_STAND_IN_URL', () => openAreaMailStandIn(keptIn(database))) : null
  return {
    hand: async (file, { noticeId }) => {
      const { url, ...terms } = receiver ?? { url: (standIn as StandIn).url }
      const headers = { 'content-type': file.type, 'idempotency-key': noticeId, ...authorisation(terms) }
      return outcomeOf(await ask({ method: 'POST', url, headers, body: Buffer.from(file.body) }))
    },
    close: async () => standIn?.close(),
  }
}
