import type { City } from '#kernel/city/city.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { CAP_LANGUAGES } from '../rules/cap.ts'
import type { Screen, ScreenNotice, ScreenText } from '../rules/signage.ts'
import { feedWords } from '../text/feed-words.ts'
import { plainPhrase } from './feed-visit.ts'

/** Seconds between two looks of a browser without scripts; one with scripts looks as often and swaps only what changed. */
const LOOK_AGAIN_SECONDS = 20

/** A whole page, readable from the other end of a hall: the Japanese large, the other languages under it. */
export function renderSignage({ notices, more }: Screen, city: Pick<City, 'displayName'>): string {
  return `<!doctype html>\n${html`<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${plainPhrase(city.displayName, 'ja')} ${plainPhrase(feedWords.feedTitle, 'ja')}</title>
    <link rel="stylesheet" href="/notices/signage.css">
    <script src="/notices/signage.js" defer></script>
    <noscript><meta http-equiv="refresh" content="${LOOK_AGAIN_SECONDS}"></noscript>
  </head>
  <body data-seconds="${LOOK_AGAIN_SECONDS}">
    <header><p>${plainPhrase(city.displayName, 'ja')} <span lang="en">${plainPhrase(city.displayName, 'en')}</span></p><p id="signage-clock"></p></header>
    <p id="signage-stale" role="status" hidden>${plainPhrase(feedWords.stale, 'ja')}</p>
    <main class="screen-${notices.length}">
      <h1 class="out-of-sight">${plainPhrase(feedWords.feedTitle, 'ja')}</h1>
      ${notices.length === 0 ? renderNothing() : notices.map(renderOne)}
      ${more > 0 ? html`<p class="more">+ ${more}</p>` : nothing}
    </main>
  </body>
</html>`.source}\n`
}

function renderOne({ level, since, until, texts }: ScreenNotice): Html {
  const [japanese, ...others] = texts
  return html`<article class="level-${level}">
    <p class="sign" aria-hidden="true">${level > 0 ? level : 'i'}</p>
    <div class="words">
      ${japanese === undefined ? nothing : renderText(japanese)}
      ${others.length === 0 ? nothing : html`<div class="others">${others.map((text) => html`<section>${renderText(text)}</section>`)}</div>`}
      <p class="times">${minuteOf(since)}${until === null ? '' : ` – ${minuteOf(until)}`}</p>
    </div>
  </article>`
}

function renderText({ language, title, text }: ScreenText): Html {
  return html`<h2 lang="${CAP_LANGUAGES[language]}">${title}</h2><p lang="${CAP_LANGUAGES[language]}">${text}</p>`
}

function renderNothing(): Html {
  return html`<div class="nothing">${LANGUAGES.map((language) => html`<p lang="${CAP_LANGUAGES[language]}">${plainPhrase(feedWords.nothingNow, language)}</p>`)}</div>`
}
