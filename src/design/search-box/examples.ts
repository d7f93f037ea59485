import { attributes, html } from '#kernel/html/html.ts'
import { phrases } from '#kernel/text/text.ts'
import { renderButton } from '../button/view.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { formWords } from '../text.ts'
import { renderSuggesting } from './suggestions.ts'
import { renderSearchBox } from './view.ts'

const words = phrases({
  suggesting: {
    ja: '{入力中|にゅうりょくちゅう}に{候補|こうほ}を{示|しめ}す{欄|らん}',
    'ja-x-yasashii': '{書|か}いて いる ときに、ことばを {出|だ}す ところ',
    en: 'A box that suggests while one types',
    pt: 'Uma caixa que sugere enquanto se digita',
  },
})

export const searchBoxExamples: readonly Example[] = [
  {
    title: galleryWords.searchBox,
    render: (voice) =>
      renderSearchBox({
        voice, action: '/design', name: 'q', label: voice.say(galleryWords.searchBox), maxLength: 100,
        results: html`<p>${voice.say(sampleWords.published)}</p>`,
      }),
  },
  {
    title: words.suggesting,
    render: (voice) => {
      const box = attributes({ class: 'control', type: 'search', name: 'q', 'aria-label': voice.plain(words.suggesting) })
      return renderSuggesting('/search/suggestions.json', html`<form class="search-box-row" action="/search">
        <input${box}>${renderButton({ label: voice.say(formWords.search), icon: 'search' })}
      </form>`)
    },
  },
]
