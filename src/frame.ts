import { isAccent } from '#design/accent/accent.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { designAssets } from '#design/design.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderLightShell } from '#design/shell/light.ts'
import { renderShell, type NavigationLink } from '#design/shell/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { phrases } from '#kernel/text/text.ts'
import type { Asset, Frame, RenderFault, RenderShell } from '#kernel/web/shell.ts'

/** Where the kernel's web meets the city's look: neither knows the other, both are known here. */
const words = phrases({
  home: { ja: 'ホーム', 'ja-x-yasashii': 'ホーム', en: 'Home', pt: 'Início' },
  staffDesk: { ja: '{職員|しょくいん}の{机|つくえ}', 'ja-x-yasashii': '{職員|しょくいん}の ページ', en: 'Staff desk', pt: 'Mesa do servidor' },
  myPage: { ja: 'マイページ', 'ja-x-yasashii': 'マイページ', en: 'My page', pt: 'Minha página' },
  asGuardian: {
    ja: '{name}さんの{法定代理人|ほうていだいりにん}として{手続|てつづ}きをしています。',
    'ja-x-yasashii': '{name}さんの {親|おや}（{法定代理人|ほうていだいりにん}）として {手続|てつづ}きを しています。',
    en: 'You are acting for {name}, as their guardian.',
    pt: 'Você está agindo por {name}, como responsável legal.',
  },
  asProxy: {
    ja: '{name}さんの{代理人|だいりにん}として{手続|てつづ}きをしています。',
    'ja-x-yasashii': '{name}さんの {代|か}わりに {手続|てつづ}きを しています。',
    en: 'You are acting for {name}, as their proxy.',
    pt: 'Você está agindo por {name}, como procurador.',
  },
  changeWhom: { ja: '{誰|だれ}のための{手続|てつづ}きかを{変|か}える', 'ja-x-yasashii': '{変|か}える', en: 'Change whom you act for', pt: 'Mudar por quem você age' },
  signIn: { ja: 'サインインする', 'ja-x-yasashii': 'サインインする', en: 'Sign in', pt: 'Entrar' },
  toHome: { ja: 'トップページへ', 'ja-x-yasashii': 'トップページへ', en: 'To the top page', pt: 'Ir para o início' },
  number: {
    ja: 'お{問|と}い{合|あ}わせ{番号|ばんごう}: {number}',
    'ja-x-yasashii': '{番号|ばんごう}: {number}',
    en: 'Number to tell us: {number}',
    pt: 'Número para informar: {number}',
  },
})

export const renderFrame: RenderShell = (frame) => {
  const { voice, city, area, directory } = frame
  const assets = designAssets()
  if (frame.isLight) return renderLight(frame)
  return renderShell({
    voice,
    city: {
      name: city.name,
      nameRomaji: voice.htmlLang === 'ja' ? city.nameRomaji : voice.plain(city.displayName),
      accent: isAccent(city.accent) ? city.accent : 'green',
    },
    title: frame.path === '/' ? '' : frame.title,
    description: frame.description,
    breadcrumbs: breadcrumbsOf(frame),
    main: frame.main,
    person: personOf(frame),
    ...(frame.formToken === null ? {} : { csrfToken: frame.formToken }),
    signInPath: area === 'public' && directory.part(RESIDENTS) !== undefined ? '/my/sign-in' : '/sign-in',
    area,
    navigation: navigationOf(frame),
    path: frame.path,
    ...searchOf(frame),
    assets,
    alternates: frame.alternates,
    ...(frame.refreshSeconds === null ? {} : { refreshSeconds: frame.refreshSeconds }),
    ...noticesOf(frame),
  }).source
}

/** The part whose pages residents sign in and out on. */
const RESIDENTS = 'resident-identity'

function personOf({ voice, actor: { person, resident } }: Frame) {
  if (person !== null) return { name: person.name, signOutPath: '/sign-out' }
  if (resident === null) return null
  return { name: resident.name, signOutPath: '/my/sign-out', ownPage: { href: '/my', label: voice.say(words.myPage) } }
}

/** What was just done, and on every page for whom somebody is here. */
function noticesOf({ voice, notice, actor }: Frame): { notices?: Html } {
  const power = actor.resident?.actsFor ?? null
  if (notice === null && power === null) return {}
  return { notices: html`${power === null ? nothing : renderNotice({
    voice, kind: 'warning', title: voice.say(power.kind === 'guardian' ? words.asGuardian : words.asProxy, { name: power.name }),
    body: html`<p><a href="/my/powers">${voice.say(words.changeWhom)}</a></p>`,
  })}
  ${notice === null ? nothing : renderNotice({ voice, kind: 'success', title: notice, isAnnounced: true })}` }
}

function renderLight({ voice, city, title, description, main, path, notice, alternates }: Frame): string {
  const name = voice.htmlLang === 'ja' ? city.nameRomaji : voice.plain(city.displayName)
  return renderLightShell({
    voice, title, description, main, path, alternates, assets: designAssets(), city: { name: city.name, nameRomaji: name, accent: 'green' },
    ...(notice === null ? {} : { notices: html`<p role="status"><strong>${notice}</strong></p>` }),
  }).source
}

/** The box keeps what was looked for while its results are shown. */
function searchOf({ directory, path }: Frame) {
  if (directory.part('search') === undefined) return {}
  const [page, query] = path.split('?', 2)
  const value = page === '/search' ? (new URLSearchParams(query).get('q') ?? '') : ''
  return { search: { action: '/search', value, suggestions: '/search/suggestions.json' } }
}

function breadcrumbsOf({ voice, crumbs, title, area, path }: Frame) {
  if (path === '/' || path === '/staff') return []
  const home = area === 'staff' ? { href: '/staff', label: voice.say(words.staffDesk) } : { href: '/', label: voice.say(words.home) }
  return [home, ...crumbs, { label: title }]
}

function navigationOf({ voice, directory, actor, area, path }: Frame): NavigationLink[] {
  // Who is still signing in has no desk yet.
  if (area === 'staff' && actor.person === null) return []
  return directory.entrances(area === 'staff' ? 'staff' : 'residents', actor).map((entrance) => ({
    href: entrance.path,
    label: voice.say(entrance.title),
    isCurrent: path === entrance.path || path.startsWith(`${entrance.path}/`),
  }))
}

export const renderFaultPage: RenderFault = (voice, fault) => html`
  ${renderPageTitle({ title: fault.title })}
  ${renderEmpty({
    icon: 'warning',
    title: fault.way,
    ...(fault.number === null ? {} : { body: voice.say(words.number, { number: fault.number }) }),
    action:
      fault.signInPath === null
        ? renderLinkButton({ href: '/', label: voice.say(words.toHome), kind: 'secondary' })
        : renderLinkButton({ href: fault.signInPath, label: voice.say(words.signIn) }),
  })}`

export function frameAssets(): Asset[] {
  const { css, lightCss, js, icon } = designAssets()
  return [css, lightCss, js, icon].map((asset) => ({ path: asset.path, type: asset.contentType, body: Buffer.from(asset.body) }))
}
