import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Accent } from '../accent/accent.ts'
import { shellWords } from '../text.ts'
import { renderFooter, type Footer } from './footer.ts'
import { renderHeader } from './header.ts'

export interface ShellCity {
  /** As the city writes itself, e.g. 亀山市. */
  readonly name: string
  /** In kana, for furigana over the name. */
  readonly nameReading?: string
  /** Leads for readers of Latin script, e.g. Kameyama City. */
  readonly nameRomaji?: string
  readonly accent: Accent
}

export interface NavigationLink {
  readonly href: string
  readonly label: HtmlValue
  readonly isCurrent: boolean
}

export interface Breadcrumb {
  readonly label: HtmlValue
  /** Absent for the page itself, which comes last. */
  readonly href?: string
}

export interface ShellAssets {
  readonly css: { readonly path: string }
  readonly js: { readonly path: string }
  readonly icon: { readonly path: string }
}

export interface ShellProps {
  readonly voice: Voice
  readonly city: ShellCity
  /** Plain text of the page's own title; empty on the city's first page. */
  readonly title: string
  readonly description?: string
  /** From the first page down to this one; empty or a single one prints none. */
  readonly breadcrumbs: readonly Breadcrumb[]
  /** Starts with `renderPageTitle` or `renderHero`. Direct children keep the page's width; class `full` breaks out. */
  readonly main: HtmlValue
  readonly person?: {
    readonly name: string
    readonly signOutPath: string
    /** Leads to the person's own page, in place of the bare name. */
    readonly ownPage?: { readonly href: string; readonly label: HtmlValue }
  } | null
  /** Shown while nobody is signed in. */
  readonly signInPath?: string
  /** Staff pages bear a dark bar and the word 職員用, so that nobody mistakes one for the other. */
  readonly area: 'public' | 'staff'
  readonly navigation: readonly NavigationLink[]
  /** The box that looks through the whole city; none where nothing can be looked for. */
  readonly search?: {
    readonly action: string
    readonly value: string
    /** Address that suggests names while one types; see search-box/suggestions.ts. */
    readonly suggestions?: string
  }
  /** Path of this page with its query: where the settings lead back to. */
  readonly path: string
  /** Where the city's name leads; `/`, or `/staff` in the staff area, where nothing is said. */
  readonly homePath?: string
  /** Needed whenever somebody is signed in, for the sign-out form. */
  readonly csrfToken?: string
  readonly assets: ShellAssets
  /** Messages above the page's contents. */
  readonly notices?: HtmlValue
  readonly footer?: Footer
  /** A browser without scripts loads the page anew after so many seconds. */
  readonly refreshSeconds?: number
  /** The page in other forms, for feed readers and the like: media type, plain title, address. */
  readonly alternates?: readonly { readonly href: string; readonly type: string; readonly title: string }[]
}

/** A whole HTML document around a page's contents. Nothing in it needs a script or a style attribute. */
export function renderShell(props: ShellProps): Html {
  const { voice, city, description, main, area, assets, notices, refreshSeconds } = props
  const { reader } = voice
  const isJapanese = voice.htmlLang === 'ja'
  const given = attributes({
    lang: voice.htmlLang,
    class: `text-${reader.textSize}${isJapanese && reader.hasFurigana ? ' has-furigana' : ''}`,
    'data-accent': city.accent,
    'data-area': area,
  })
  return html`<!DOCTYPE html>
<html${given}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${documentTitle(props)}</title>
    ${description ? html`<meta${attributes({ name: 'description', content: description })}>` : nothing}
    ${refreshSeconds === undefined ? nothing : html`<noscript><meta${attributes({ 'http-equiv': 'refresh', content: refreshSeconds })}></noscript>`}
    <meta name="format-detection" content="telephone=no">
    <link rel="stylesheet"${attributes({ href: assets.css.path })}>
    <link rel="icon" type="image/svg+xml"${attributes({ href: assets.icon.path })}>
    ${renderAlternates(props)}
    <script type="module"${attributes({ src: assets.js.path })}></script>
  </head>
  <body id="top">
    <a class="skip-link" href="#main">${voice.say(shellWords.skipToContent)}</a>
    ${renderHeader(props)}
    ${renderBreadcrumbs(props)}
    <main class="site-main" id="main" tabindex="-1">
      ${notices ? html`<div class="site-notices stack">${notices}</div>` : nothing}
      ${main}
    </main>
    ${renderFooter(props)}
  </body>
</html>
`
}

export function renderAlternates({ alternates = [] }: Pick<ShellProps, 'alternates'>): Html {
  return html`${alternates.map(({ href, type, title }) => html`<link rel="alternate"${attributes({ type, title, href })}>`)}`
}

export function documentTitle({ voice, city, title, area }: Pick<ShellProps, 'voice' | 'city' | 'title' | 'area'>): string {
  const isJapanese = voice.htmlLang === 'ja'
  const cityName = isJapanese ? city.name : (city.nameRomaji ?? city.name)
  const place = area === 'staff' ? `${voice.plain(shellWords.staffArea)} ${cityName}` : cityName
  if (title === '') return place
  return isJapanese ? `${title}｜${place}` : `${title} | ${place}`
}

function renderBreadcrumbs({ voice, breadcrumbs }: ShellProps): Html {
  if (breadcrumbs.length < 2) return nothing
  const given = attributes({ 'aria-label': voice.plain(shellWords.breadcrumbs) })
  return html`<nav class="breadcrumbs wrap no-print"${given}>
    <ol class="breadcrumbs-list">
      ${breadcrumbs.map(({ label, href }) =>
        href === undefined
          ? html`<li><span aria-current="page">${label}</span></li>`
          : html`<li><a${attributes({ href })}>${label}</a></li>`,
      )}
    </ol>
  </nav>`
}
