import type { City } from '#kernel/city/city.ts'
import { html, join, nothing, trusted, type Html } from '#kernel/html/html.ts'
import { officialVoice, Voice } from '#kernel/text/text.ts'
import type { DemoCard } from '../store/stand-in.ts'
import { standInWords as words } from '../text/stand-in.ts'

const ENGLISH = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })

/** Big enough for a thumb (WCAG 2.2, 2.5.8), and nothing more. */
const STYLE = trusted('body{font:1rem/1.6 sans-serif;max-width:50rem;margin:1rem auto;padding:0 1rem}ul{list-style:none;padding:0}li{margin:.75rem 0}button{font:inherit;padding:.5rem 1rem}')

interface PickerTerms {
  readonly isSigning: boolean
  readonly action: string
}

/** One page in two languages, without the city's looks: nobody must take it for the state's, or for the city's. */
export function renderPicker(city: City, cards: readonly DemoCard[], { isSigning, action }: PickerTerms): string {
  const lead = isSigning ? say('pickerSignLead') : say('pickerLead')
  return html`<!DOCTYPE html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${officialVoice.plain(words.pickerTitle)}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${say('pickerTitle')}</h1>
      <p><strong>${say('pickerWarning')}</strong></p>
      <p>${city.name}: ${lead}</p>
      ${cards.length === 0 ? html`<p>${say('pickerEmpty')}</p>` : nothing}
      <form method="post" action="${action}">
        <ul>${cards.map((card) => html`<li>${renderCard(card)}</li>`)}</ul>
        <p><button name="card" value="">${say('pickerCancel')}</button></p>
      </form>
    </main>
  </body>
</html>
`.source
}

function say(word: keyof typeof words): Html {
  return html`${officialVoice.say(words[word])} <span lang="en">/ ${ENGLISH.say(words[word])}</span>`
}

function renderCard({ id, name, birthDate, address, state, note, previousSerial }: DemoCard): Html {
  const marks = [note, state === 'valid' ? null : say(state), previousSerial === null ? null : say('renewed')].filter((mark) => mark !== null && mark !== '')
  return html`<button name="card" value="${id}">${name}</button> ${birthDate.toString()} ${address}${marks.length === 0 ? nothing : html` (${join(marks, ', ')})`}`
}
