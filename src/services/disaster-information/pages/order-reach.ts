import type { Reach } from '#capabilities/notices/model.ts'
import { renderFigures } from '#design/figures/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Language, type Phrase, type Voice } from '#kernel/text/text.ts'
import { dutyWords as words } from '../text/duty-words.ts'
import { orderWords } from '../text/order-words.ts'

const LANGUAGE_NAMES: Readonly<Record<Language, Phrase<never>>> = {
  ja: orderWords.japanese, 'ja-x-yasashii': orderWords.easyJapanese, en: orderWords.english, pt: orderWords.portuguese,
}

/** How many people a notice reaches, by channel and language, and who hears of it without being subscribed. */
export function renderReach(voice: Voice, { people, byChannel, byLanguage }: Reach): Html {
  const unit = voice.say(words.people)
  const figure = (label: Phrase<never>, value: number) => ({ label: voice.say(label), value: voice.number(value), unit })
  return html`${renderFigures({
    figures: [
      figure(words.reach, people), figure(words.channelMail, byChannel.mail), figure(words.channelPush, byChannel.push), figure(words.channelLine, byChannel.line),
      ...LANGUAGES.map((language) => figure(LANGUAGE_NAMES[language], byLanguage[language])),
    ],
  })}
  <p>${voice.say(words.alsoTo)}</p>`
}
