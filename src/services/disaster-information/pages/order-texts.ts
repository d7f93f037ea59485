import { renderBadge } from '#design/badge/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { wordingOf } from '#capabilities/notices/wording.ts'
import type { NoticeTexts } from '#capabilities/notices/model.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Language, type Phrase, type Voice } from '#kernel/text/text.ts'
import { orderWords as words } from '../text/order-words.ts'

/** A text exactly as it will arrive, in all four languages under each other. */
export function renderTexts(voice: Voice, { texts, isDrill }: { readonly texts: NoticeTexts; readonly isDrill: boolean }): Html {
  return html`${LANGUAGES.map((language) => renderText(voice, language, { texts, isDrill }))}`
}

function renderText(voice: Voice, language: Language, notice: { readonly texts: NoticeTexts; readonly isDrill: boolean }): Html {
  const { title, sentences, preface } = wordingOf(notice, language)
  const isMissing = notice.texts[language] === null
  return renderPanel({
    level: 3,
    heading: html`${voice.say(LANGUAGE_NAMES[language])} ${isMissing ? renderBadge({ label: voice.say(words.notTranslated), tone: 'warning' }) : nothing}`,
    body: html`<div lang="${LANGUAGE_TAGS[language]}">
      <p><strong>${title}</strong></p>
      ${preface === null ? nothing : html`<p>${preface}</p>`}
      ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    </div>`,
  })
}

const LANGUAGE_NAMES: Readonly<Record<Language, Phrase<never>>> = { ja: words.japanese, 'ja-x-yasashii': words.easyJapanese, en: words.english, pt: words.portuguese }
const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { ja: 'ja', 'ja-x-yasashii': 'ja', en: 'en', pt: 'pt-BR' }
