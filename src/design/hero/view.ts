import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderButton } from '../button/view.ts'
import { renderHeading, type HeadingLevel } from '../heading/view.ts'
import { renderIcon, type IconName } from '../icon/view.ts'
import { formWords } from '../text.ts'
import { HERO_SCENE } from './scene.ts'

export interface HeroProps {
  readonly voice: Voice
  /** The page's h1. */
  readonly greeting: HtmlValue
  readonly lead?: HtmlValue
  /** One box for everything: where it leads, the name of its value, and the question above it. */
  readonly search?: HeroSearch
  /** What most people look for just now. */
  readonly shortcuts?: HeroShortcuts
}

interface HeroSearch {
  readonly action: string
  readonly name: string
  readonly label: HtmlValue
  readonly value?: string
}

interface HeroShortcuts {
  readonly label: HtmlValue
  readonly links: readonly { readonly href: string; readonly label: HtmlValue }[]
}

/** The top of a city's first page: a greeting, a question, and the town at dawn. */
export function renderHero({ voice, greeting, lead, search, shortcuts }: HeroProps): Html {
  return html`<div class="hero full">
    <div class="hero-sky shippo"></div>
    ${HERO_SCENE}
    <div class="hero-content wrap">
      <h1 class="hero-greeting">${greeting}</h1>
      ${lead ? html`<p class="hero-lead">${lead}</p>` : nothing} ${search ? renderSearch(voice, search) : nothing}
      ${shortcuts ? renderShortcuts(shortcuts) : nothing}
    </div>
  </div>`
}

function renderSearch(voice: Voice, { action, name, label, value }: HeroSearch): Html {
  const box = attributes({ class: 'control', type: 'search', id: 'hero-search', name, value })
  return html`<search class="hero-search no-print">
    <form${attributes({ action, method: 'get' })}>
      <label for="hero-search">${label}</label>
      <div class="hero-search-row">
        <input${box}>
        ${renderButton({ label: voice.say(formWords.search), icon: 'search' })}
      </div>
    </form>
  </search>`
}

function renderShortcuts({ label, links }: HeroShortcuts): Html {
  return html`<div class="hero-shortcuts no-print">
    <p>${label}</p>
    <ul class="hero-links">
      ${links.map((link) => html`<li><a class="hero-link"${attributes({ href: link.href })}>${link.label}</a></li>`)}
    </ul>
  </div>`
}

export interface ServiceTile {
  readonly href: string
  readonly title: HtmlValue
  /** A line of examples, e.g. 住民票・戸籍・印鑑登録. */
  readonly body?: HtmlValue
  readonly icon: IconName
}

/** The services of a portal by what people come for. */
export function renderServiceTiles({
  tiles,
  level = 3,
}: {
  readonly tiles: readonly ServiceTile[]
  readonly level?: HeadingLevel
}): Html {
  return html`<ul class="tiles">
    ${tiles.map(
      ({ href, title, body, icon }) =>
        html`<li class="tile">
          <span class="tile-icon">${renderIcon(icon)}</span>
          ${renderHeading({ level, content: html`<a class="tile-link"${attributes({ href })}>${title}</a>` })}
          ${body ? html`<p class="tile-body">${body}</p>` : nothing}
        </li>`,
    )}
  </ul>`
}
