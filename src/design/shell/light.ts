import { attributes, html, nothing, type Html } from '#kernel/html/html.ts'
import { shellWords } from '../text.ts'
import { renderLanguages } from './header.ts'
import { documentTitle, renderAlternates, type ShellProps } from './view.ts'

export interface LightShellProps extends Pick<ShellProps, 'voice' | 'city' | 'title' | 'description' | 'main' | 'path' | 'notices' | 'alternates'> {
  readonly assets: { readonly lightCss: { readonly path: string }; readonly icon: { readonly path: string } }
}

/**
 * A whole document that a phone on a bad line loads at once: the city's name, the languages and the page. No menu, no
 * script, no font, and a style sheet of its own that also knows the night.
 */
export function renderLightShell({ voice, city, title, description, main, path, assets, notices, alternates = [] }: LightShellProps): Html {
  const { reader } = voice
  const isJapanese = voice.htmlLang === 'ja'
  const given = attributes({ lang: voice.htmlLang, class: `text-${reader.textSize}${isJapanese && reader.hasFurigana ? ' has-furigana' : ''}` })
  return html`<!DOCTYPE html>
<html${given}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${documentTitle({ voice, city, title, area: 'public' })}</title>
    ${description ? html`<meta${attributes({ name: 'description', content: description })}>` : nothing}
    <meta name="format-detection" content="telephone=no">
    <link rel="stylesheet"${attributes({ href: assets.lightCss.path })}>
    <link rel="icon" type="image/svg+xml"${attributes({ href: assets.icon.path })}>
    ${renderAlternates({ alternates })}
  </head>
  <body id="top">
    <a class="skip-link" href="#main">${voice.say(shellWords.skipToContent)}</a>
    <header><p class="light-city">${isJapanese ? city.name : (city.nameRomaji ?? city.name)}</p>${renderLanguages({ voice, path })}</header>
    <main id="main" tabindex="-1">${notices ?? nothing}${main}</main>
  </body>
</html>
`
}
