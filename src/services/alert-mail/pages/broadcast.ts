import { progressOf } from '#capabilities/notices/notices.ts'
import { PERSONAL_CHANNELS, type ChannelKey, type Reach } from '#capabilities/notices/model.ts'
import { renderFigures } from '#design/figures/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Voice } from '#kernel/text/text.ts'
import { LANGUAGE_WORDS } from '../forms/text-fields.ts'
import { CHANNEL_WORDS } from '../forms/alert-forms.ts'
import type { Message } from '../model.ts'
import { previewsOf, SHORT_CHANNELS, type Preview } from '../rules/preview.ts'
import { alertWords as words } from '../text/alert-words.ts'

/** How many a text is for, by channel and by language, before it leaves. */
export function renderReach(voice: Voice, { people, byChannel, byLanguage }: Reach): Html {
  const unit = voice.say(words.people)
  return renderSection({
    heading: voice.say(words.reach),
    body: html`${renderFigures({ figures: [{ label: voice.say(words.total), value: voice.number(people), unit }, ...PERSONAL_CHANNELS.map((channel) => ({ label: voice.say(CHANNEL_WORDS[channel]), value: voice.number(byChannel[channel]), unit }))] })}
      ${renderTable({
        caption: voice.say(words.reach), isCaptionHidden: true,
        columns: [{ heading: voice.say(words.language) }, { heading: voice.say(words.people), isNumeric: true }],
        rows: LANGUAGES.map((language) => [voice.say(LANGUAGE_WORDS[language]), voice.number(byLanguage[language])]),
      })}`,
  })
}

/** What readers of each language get, letter by letter, and where one of the text's channels would have to leave sentences out. */
export function renderPreviews(voice: Voice, { texts, isDrill }: Pick<Message, 'texts' | 'isDrill'>, channels: readonly ChannelKey[]): Html {
  const previews = previewsOf(texts, isDrill)
  const short = SHORT_CHANNELS.filter((channel) => channels.includes(channel))
  return renderSection({
    heading: voice.say(words.preview),
    body: renderStack({
      parts: [
        ...previews.map((preview) => renderPanel({ heading: voice.say(LANGUAGE_WORDS[preview.language]), level: 3, body: renderPreview(preview) })),
        renderTable({
          caption: voice.say(words.fits),
          columns: [{ heading: voice.say(words.language) }, { heading: voice.say(words.mail) }, ...short.map((channel) => ({ heading: voice.say(CHANNEL_WORDS[channel]) }))],
          isCardsOnPhone: true,
          rows: previews.map(({ language, characters, dropped }) => [
            voice.say(LANGUAGE_WORDS[language]),
            voice.say(words.fitsAll, { count: characters }),
            ...short.map((channel) => (dropped[channel] === 0 ? '✓' : voice.say(words.fitsPart, { dropped: dropped[channel] }))),
          ]),
        }),
      ],
    }),
  })
}

function renderPreview({ language, title, sentences, preface }: Preview): Html {
  // Not translated: what stands there is Japanese.
  const lang = preface !== null || language === 'ja' || language === 'ja-x-yasashii' ? 'ja' : language === 'pt' ? 'pt-BR' : 'en'
  return html`<div lang="${lang}"><p><strong>${title}</strong></p>${preface === null ? nothing : html`<p><em>${preface}</em></p>`}${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`
}

/** What became of a notice, channel by channel; empty where it has no personal channel. */
export async function renderProgressTable(tx: Tx, voice: Voice, noticeId: string): Promise<Html> {
  const lines = await progressOf(tx, noticeId)
  if (lines.length === 0) return nothing
  return renderSection({
    heading: voice.say(words.counters),
    body: renderTable({
      caption: voice.say(words.counters), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.channel) }, ...[words.planned, words.handed, words.refused, words.within60].map((word) => ({ heading: voice.say(word), isNumeric: true }))],
      rows: lines.map((line) => [voice.say(CHANNEL_WORDS[line.channel]), ...[line.planned, line.handed, line.refused, line.within60s].map((count) => voice.number(count))]),
    }),
  })
}
