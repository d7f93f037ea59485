import { attributes, html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, TEXT_SIZES, type Language, type Phrase, type TextSize, type Voice } from '#kernel/text/text.ts'
import { renderBrandMark } from '../brand/view.ts'
import { renderHiddenFields, CSRF_FIELD_NAME } from '../form/view.ts'
import { renderIcon } from '../icon/view.ts'
import { renderSuggesting } from '../search-box/suggestions.ts'
import { shellWords } from '../text.ts'
import type { ShellProps } from './view.ts'

/** Everything above the contents: languages and display, the city's name, who is signed in, the menu. */
export function renderHeader(props: ShellProps): Html {
  return html`<header class="site-header no-print">
      <div class="site-settings">
        <div class="site-settings-row wrap">${renderLanguages(props)} ${renderDisplay(props)}</div>
      </div>
      <div class="site-bar wrap">${renderBrand(props)} ${renderSearch(props)} ${renderPerson(props)} ${renderMenu(props)}</div>
    </header>
    ${renderPrintHead(props)}`
}

/** Each language by its own name, so that whoever needs it can read it. */
const LANGUAGE_NAMES: Readonly<Record<Language, { readonly name: string; readonly lang: string }>> = {
  ja: { name: '日本語', lang: 'ja' },
  'ja-x-yasashii': { name: 'やさしい日本語', lang: 'ja' },
  en: { name: 'English', lang: 'en' },
  pt: { name: 'Português', lang: 'pt-BR' },
}

export function renderLanguages({ voice, path }: Pick<ShellProps, 'voice' | 'path'>): Html {
  return html`<nav class="languages"${attributes({ 'aria-label': voice.plain(shellWords.language) })}>
    <ul class="languages-list">
      ${LANGUAGES.map((language) => {
        const { name, lang } = LANGUAGE_NAMES[language]
        const href = settingHref('language', { language }, path)
        return html`<li>${renderChoice({ href, isCurrent: language === voice.language, lang }, name)}</li>`
      })}
    </ul>
  </nav>`
}

const TEXT_SIZE_WORDS: Readonly<Record<TextSize, Phrase<never>>> = {
  standard: shellWords.textStandard,
  large: shellWords.textLarge,
  largest: shellWords.textLargest,
}

function renderDisplay({ voice, path }: ShellProps): Html {
  const sizes = TEXT_SIZES.map((size) => {
    const choice = { href: settingHref('text-size', { size }, path), isCurrent: size === voice.reader.textSize }
    return renderChoice({ ...choice, className: `size-${size}` }, voice.say(TEXT_SIZE_WORDS[size]))
  })
  return html`<details class="display">
    <summary class="bar-button">${renderIcon('text')}<span>${voice.say(shellWords.display)}</span></summary>
    <div class="display-panel">
      ${renderSetting(voice, shellWords.textSize, sizes)}
      ${voice.htmlLang === 'ja' ? renderSetting(voice, shellWords.furigana, furiganaChoices(voice, path)) : nothing}
    </div>
  </details>`
}

function furiganaChoices(voice: Voice, path: string): readonly Html[] {
  const { hasFurigana } = voice.reader
  const on = { href: settingHref('furigana', { furigana: 'on' }, path), isCurrent: hasFurigana }
  const off = { href: settingHref('furigana', { furigana: 'off' }, path), isCurrent: !hasFurigana }
  return [
    renderChoice(on, voice.say(shellWords.furiganaOn)),
    renderChoice(off, voice.say(shellWords.furiganaOff)),
  ]
}

function renderSetting(voice: Voice, word: Phrase<never>, choices: readonly Html[]): Html {
  return html`<div class="setting" role="group"${attributes({ 'aria-label': voice.plain(word) })}>
    <p class="setting-name" aria-hidden="true">${voice.say(word)}</p>
    <ul class="setting-list">${choices.map((choice) => html`<li>${choice}</li>`)}</ul>
  </div>`
}

interface SettingChoice {
  readonly href: string
  readonly isCurrent: boolean
  readonly lang?: string
  readonly className?: string
}

function renderChoice({ href, isCurrent, lang, className }: SettingChoice, label: Html | string): Html {
  const given = attributes({
    class: className === undefined ? 'setting-choice' : `setting-choice ${className}`,
    href,
    lang,
    hreflang: lang,
    rel: 'nofollow',
    'aria-current': isCurrent ? 'true' : null,
  })
  return html`<a${given}>${label}</a>`
}

function settingHref(setting: string, values: Readonly<Record<string, string>>, path: string): string {
  return `/settings/${setting}?${new URLSearchParams({ ...values, return: path })}`
}

function renderBrand({ voice, city, area, homePath }: ShellProps): Html {
  const isJapanese = voice.htmlLang === 'ja'
  const leading = isJapanese || city.nameRomaji === undefined ? renderCityName(voice, city) : html`${city.nameRomaji}`
  const second = isJapanese ? city.nameRomaji : city.nameRomaji === undefined ? undefined : city.name
  const secondLang = isJapanese ? 'en' : 'ja'
  const href = homePath ?? (area === 'staff' ? '/staff' : '/')
  return html`<a class="site-brand"${attributes({ href })}>
    ${renderBrandMark()}
    <span class="site-name">
      <span class="site-name-leading">${leading}</span>
      ${second ? html`<span class="site-name-second"${attributes({ lang: secondLang })}>${second}</span>` : nothing}
    </span>
    ${area === 'staff' ? html`<span class="site-area">${voice.say(shellWords.staffArea)}</span>` : nothing}
  </a>`
}

function renderCityName(voice: Voice, { name, nameReading }: ShellProps['city']): Html {
  if (nameReading === undefined || !voice.reader.hasFurigana) return html`${name}`
  return html`<ruby>${name}<rp>(</rp><rt>${nameReading}</rt><rp>)</rp></ruby>`
}

/** As percent signs, so many kanji still fit into the longest address that the city takes; see LIMITS of the web. */
const MOST_CHARACTERS = 400

/** A plain form: what was looked for stands in the address, and no script is needed; with one it suggests names. */
function renderSearch({ voice, search }: ShellProps): Html {
  if (search === undefined) return nothing
  const given = attributes({ class: 'site-search-box', type: 'search', maxlength: MOST_CHARACTERS, name: 'q', value: search.value, 'aria-label': voice.plain(shellWords.searchBox) })
  const form = html`<form class="site-search-form"${attributes({ action: search.action })}>
      <input${given}><button class="bar-button" type="submit">${renderIcon('search')}<span>${voice.say(shellWords.search)}</span></button>
    </form>`
  return html`<search class="site-search">${renderSuggesting(search.suggestions, form)}</search>`
}

function renderPerson({ voice, person, signInPath, csrfToken }: ShellProps): Html {
  if (!person) {
    if (signInPath === undefined) return nothing
    const given = attributes({ class: 'bar-button site-person', href: signInPath })
    return html`<a${given}>${renderIcon('person')}<span>${voice.say(shellWords.signIn)}</span></a>`
  }
  if (csrfToken === undefined) throw new TypeError('A page for somebody signed in needs a csrfToken to sign out with')
  return html`<div class="site-person">
    <p class="site-person-name">
      ${renderIcon('person')}<span class="visually-hidden">${voice.say(shellWords.signedInAs)}: </span>
      <span>${person.name}</span>
    </p>
    ${person.ownPage === undefined ? nothing : html`<a class="bar-button"${attributes({ href: person.ownPage.href })}>${person.ownPage.label}</a>`}
    <form${attributes({ action: person.signOutPath, method: 'post' })}>
      ${renderHiddenFields({ [CSRF_FIELD_NAME]: csrfToken })}
      <button class="bar-button" type="submit">${voice.say(shellWords.signOut)}</button>
    </form>
  </div>`
}

/** Folded on a phone, open in a row where there is room: the style sheet opens it, and no script is needed. */
function renderMenu({ voice, navigation }: ShellProps): Html {
  if (navigation.length === 0) return nothing
  return html`<details class="menu">
    <summary class="bar-button">${renderIcon('menu')}<span>${voice.say(shellWords.menu)}</span></summary>
    <nav class="menu-panel"${attributes({ 'aria-label': voice.plain(shellWords.mainNavigation) })}>
      <ul class="menu-list">
        ${navigation.map(({ href, label, isCurrent }) => {
          const given = attributes({ class: 'menu-link', href, 'aria-current': isCurrent ? 'page' : null })
          return html`<li><a${given}>${label}</a></li>`
        })}
      </ul>
    </nav>
  </details>`
}

/** Paper shows whose page it is, and nothing to press. */
function renderPrintHead({ city }: ShellProps): Html {
  return html`<div class="print-head" aria-hidden="true">${renderBrandMark()} ${city.name}</div>`
}
