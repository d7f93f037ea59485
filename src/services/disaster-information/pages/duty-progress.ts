import type { PersonalChannelKey } from '#capabilities/notices/model.ts'
import type { progressOf } from '#capabilities/notices/notices.ts'
import { renderTable } from '#design/table/view.ts'
import type { Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { dutyWords as words } from '../text/duty-words.ts'

type Lines = Awaited<ReturnType<typeof progressOf>>

const CHANNEL_NAMES: Readonly<Record<PersonalChannelKey, Phrase<never>>> = { mail: words.channelMail, push: words.channelPush, line: words.channelLine }

/** How far a notice has come, channel by channel. `id` must be unique on the page. */
export function renderProgress(voice: Voice, lines: Lines, id = 'progress'): Html {
  return renderTable({
    id,
    caption: voice.say(words.channels),
    isCaptionHidden: true,
    columns: [
      { heading: voice.say(words.channel) }, { heading: voice.say(words.planned), isNumeric: true }, { heading: voice.say(words.handed), isNumeric: true },
      { heading: voice.say(words.refused), isNumeric: true }, { heading: voice.say(words.firstAfter), isNumeric: true },
    ],
    rows: lines.map(({ channel, planned, handed, refused, begunAt, firstHandedAt }) => [
      voice.say(CHANNEL_NAMES[channel]), voice.number(planned), voice.number(handed), voice.number(refused),
      firstHandedAt === null ? '–' : voice.say(words.seconds, { seconds: Number(firstHandedAt.since(begunAt).total('seconds').toFixed(1)) }),
    ]),
  })
}
