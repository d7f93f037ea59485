import type { City } from '#kernel/city/city.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { officialVoice, Voice } from '#kernel/text/text.ts'
import type { DemoCard } from '../store/stand-in.ts'
import { standInWords as words } from '../text/stand-in.ts'

const ENGLISH = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })

interface PickerTerms {
  readonly isSigning: boolean
  readonly action: string
}

/** One page in two languages, without the city's looks: nobody must take it for the state's, or for the city's. */
export function renderPicker(city: City, cards: readonly DemoCard[], { isSigning, action }: PickerTerms): string {
  const say = (word: keyof typeof words) => html`${officialVoice.say(words[word])} <span lang="en">/ ${ENGLISH.say(words[word])}</span>`
  const lead = isSigning ? say('pickerSignLead') : say('pickerLead')
  return html`<!DOCTYPE html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${officialVoice.plain(words.pickerTitle)}</title>
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

function renderCard({ id, name, birthDate, address, state, note, previousSerial }: DemoCard): Html {
  const marks = [note, state === 'valid' ? '' : state, previousSerial === null ? '' : 'renewed'].filter(Boolean).join(', ')
  return html`<button name="card" value="${id}">${name}</button> ${birthDate.toString()} ${address}${marks === '' ? nothing : html` (${marks})`}`
}
