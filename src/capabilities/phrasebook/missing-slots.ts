import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Phrase, type Voice } from '#kernel/text/text.ts'
import type { MissingSlot, Slot } from './model.ts'
import { missingWords as words, SLOT_WORDS } from './text/missing-words.ts'
import { LANGUAGE_NAMES } from './text/staff-words.ts'

/** What a slot is called where its words are used, e.g. `place` is the school; the book's own word where nothing is said. */
type SlotNames = Partial<Readonly<Record<Slot, Phrase<never>>>>

/** Above a draft: what its words do not say and why, so that a person sees it before the act; nothing where all is said. */
export function renderMissing(voice: Voice, missing: readonly MissingSlot[], names: SlotNames = {}): Html {
  if (missing.length === 0) return nothing
  return renderNotice({
    voice, kind: 'warning', title: voice.say(words.title),
    body: html`<ul>${missing.map((one) => html`<li>${renderOne(voice, one, names)}</li>`)}</ul><p>${voice.say(words.wayOut)}</p>`,
  })
}

function renderOne(voice: Voice, { slot, languages, names }: MissingSlot, called: SlotNames): Html {
  const phrase: Phrase<never> | undefined = called[slot as Slot] ?? SLOT_WORDS[slot as Slot]
  const name = phrase === undefined ? html`<code>{${slot}}</code>` : voice.say(phrase)
  if (languages.length === LANGUAGES.length || names.length === 0) return html`${name}: ${voice.say(words.notGiven)}`
  const lacking = languages.map((language) => voice.plain(LANGUAGE_NAMES[language])).join(voice.htmlLang === 'ja' ? '・' : ', ')
  return html`${name}: ${voice.say(words.noName, { languages: lacking })} <span lang="ja">${names.map((one, index) => html`${index === 0 ? '' : '、'}${voice.sayWritten(one)}`)}</span>`
}
