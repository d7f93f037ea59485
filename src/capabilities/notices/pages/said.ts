import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Notice } from '../model.ts'
import { wordingWords as words } from '../text/wording-words.ts'

/** A text of a notice with its readings. It is written like a phrase but is none: nothing in it is a placeholder. */
export function renderSaid(voice: Voice, text: string, hasFurigana = voice.reader.hasFurigana): Html {
  const parts = text.split(/\{([^{}|]*)\|([^{}|]*)\}/)
  const pieces = parts.map((part, index) => {
    if (index % 3 === 0) return html`${part}`
    if (index % 3 === 2) return nothing
    return hasFurigana ? html`<ruby>${part}<rp>(</rp><rt>${parts[index + 1]}</rt><rp>)</rp></ruby>` : html`${part}`
  })
  return html`${pieces}`
}

/** A notice's title in the reader's language, with readings over it as the reader wants them; of a drill it says so. */
export function renderTitle(voice: Voice, { texts, isDrill }: Titled): Html {
  return html`${isDrill ? voice.say(words.drillTitle) : nothing}${renderSaid(voice, (texts[voice.language] ?? texts.ja).title)}`
}

/** The same for the browser's tab and the way down to the page, where nothing stands over the letters. */
export function plainTitle(voice: Voice, { texts, isDrill }: Titled): string {
  const { title } = texts[voice.language] ?? texts.ja
  return `${isDrill ? voice.plain(words.drillTitle) : ''}${title.replace(/\{([^{}|]*)\|[^{}|]*\}/g, '$1')}`
}

type Titled = Pick<Notice, 'texts' | 'isDrill'>
