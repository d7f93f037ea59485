import { renderBadge } from '#design/badge/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { formatJapaneseDate } from '#kernel/values/era.ts'
import type { PersonRecord } from '../store/people.ts'
import { searchWords as words } from '../text/search-words.ts'
import { personPath } from './staff-frame.ts'

/** People as a list: the name leads to the person; who left the city is marked. */
export function renderHits(voice: Voice, people: readonly PersonRecord[]): Html {
  return renderTable({
    caption: voice.say(words.title),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.name) },
      { heading: voice.say(words.birthDate), width: 'narrow' },
      { heading: voice.say(words.address) },
      { heading: voice.say(words.number), width: 'narrow' },
    ],
    rows: people.map((person) => [renderName(voice, person), formatJapaneseDate(person.registration.birthDate, 'short'), person.registration.address, person.addresseeNumber]),
  })
}

function renderName(voice: Voice, { id, registration: { name, kana, commonName, standing } }: PersonRecord): Html {
  const left = standing === 'resident' ? nothing : renderBadge({ label: voice.say(words[standing]), tone: 'neutral' })
  return html`<a href="${personPath(id)}" lang="ja">${name}</a>${commonName === '' ? nothing : html` (${commonName})`} ${left}<br><small lang="ja">${kana}</small>`
}
