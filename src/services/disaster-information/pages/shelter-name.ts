import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { phraseOfName, type ShelterName } from '../rules/shelters.ts'

/** The name in the reader's words, and beside it what stands on the sign: who looks for a building needs both. */
export function renderShelterName(voice: Voice, name: ShelterName): Html {
  const said = voice.say(phraseOfName(name))
  return html`${said}${voice.htmlLang === 'ja' || voice.plain(phraseOfName(name)) === name.written ? nothing : html` <span lang="ja">(${name.written})</span>`}`
}
