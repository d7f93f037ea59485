import { describe, expect, test } from 'vitest'
import { Voice, type Reader } from '#kernel/text/text.ts'
import { designAssets } from '../design.ts'
import { renderLightShell } from './light.ts'
import { renderShell, type ShellProps } from './view.ts'

const standard: Reader = { language: 'ja', hasFurigana: false, textSize: 'standard' }

function page(props: Partial<ShellProps> = {}, reader: Partial<Reader> = {}): string {
  return renderShell({
    voice: new Voice({ ...standard, ...reader }),
    city: { name: '亀山市', nameReading: 'かめやまし', nameRomaji: 'Kameyama City', accent: 'green' },
    title: '転入届',
    breadcrumbs: [],
    main: '',
    area: 'public',
    navigation: [],
    path: '/moving?step=2&from=津',
    assets: designAssets(),
    ...props,
  }).source
}

describe('the page', () => {
  test.each<[Partial<Reader>, string]>([
    [{}, '<html lang="ja" class="text-standard" data-accent="green" data-area="public">'],
    [{ language: 'ja-x-yasashii', hasFurigana: true }, '<html lang="ja" class="text-standard has-furigana"'],
    [{ language: 'en', textSize: 'large', hasFurigana: true }, '<html lang="en" class="text-large" '],
    [{ language: 'pt', textSize: 'largest' }, '<html lang="pt-BR" class="text-largest" '],
  ])('tells how %j reads', (reader, expected) => {
    expect(page({}, reader)).toContain(expected)
  })

  test.each<[Partial<ShellProps>, Partial<Reader>, string]>([
    [{}, {}, '転入届｜亀山市'],
    [{ title: '' }, {}, '亀山市'],
    [{ title: 'Moving in' }, { language: 'en' }, 'Moving in | Kameyama City'],
    [{ area: 'staff' }, {}, '転入届｜職員用 亀山市'],
  ])('%j is titled for %j', (props, reader, title) => {
    expect(page(props, reader)).toContain(`<title>${title}</title>`)
  })

  test('settings lead back to the very page', () => {
    const source = page()
    const links = source.matchAll(/href="(\/settings\/[^"]+)"/g)
    const hrefs = Array.from(links, ([, href = '']) => href.replaceAll('&amp;', '&'))
    expect(hrefs.map((href) => href.split('?')[0])).toEqual([
      ...new Array<string>(4).fill('/settings/language'),
      ...new Array<string>(3).fill('/settings/text-size'),
      ...new Array<string>(2).fill('/settings/furigana'),
    ])
    for (const href of hrefs) {
      expect(new URL(href, 'http://city.example').searchParams.get('return')).toBe('/moving?step=2&from=津')
    }
    const chosen = hrefs.map((href) => new URL(href, 'http://city.example').searchParams)
    expect(chosen.map((query) => query.get('language') ?? query.get('size') ?? query.get('furigana'))).toEqual([
      'ja', 'ja-x-yasashii', 'en', 'pt', 'standard', 'large', 'largest', 'on', 'off',
    ])
  })

  test('furigana are offered where Japanese is read', () => {
    expect(page({}, { language: 'pt' })).not.toContain('/settings/furigana')
    expect(page({}, { hasFurigana: true })).toContain('<ruby>亀山市<rp>(</rp><rt>かめやまし</rt><rp>)</rp></ruby>')
    expect(page()).not.toContain('<ruby>亀山市')
  })

  test('the skip link comes first and reaches the contents', () => {
    const source = page({ main: 'CONTENTS' })
    expect(source.indexOf('href="#main"')).toBeLessThan(source.indexOf('<header'))
    expect(source).toMatch(/<main [^>]*id="main"[^>]*>\s+CONTENTS/)
  })

  test('somebody signed in can sign out by a form that proves itself', () => {
    const person = { name: '桜井 みどり', signOutPath: '/staff/sign-out' }
    const source = page({ person, csrfToken: 'proof', signInPath: '/sign-in' })
    expect(source).toContain('<form action="/staff/sign-out" method="post">')
    expect(source).toContain('<input type="hidden" name="csrf" value="proof">')
    expect(source).not.toContain('href="/sign-in"')
    expect(() => page({ person })).toThrow('csrfToken')
    expect(page({ person: null, signInPath: '/sign-in' })).toContain('href="/sign-in"')
  })

  test('the search box is a form that works without a script, where there is a search', () => {
    const source = page({ search: { action: '/search', value: '"乾電池"' } })
    expect(source).toContain('<form class="site-search-form" action="/search">')
    expect(source).toMatch(/<input [^>]*name="q" value="&quot;乾電池&quot;" aria-label="[^"]+">/)
    expect(page()).not.toContain('site-search')
  })

  test('the way down to the page ends with the page itself', () => {
    const breadcrumbs = [{ label: 'トップ', href: '/' }, { label: '転入届' }]
    expect(page({ breadcrumbs })).toContain('<li><span aria-current="page">転入届</span></li>')
    expect(page({ breadcrumbs: breadcrumbs.slice(0, 1) })).not.toContain('class="breadcrumbs')
  })

  test('feed readers find the feeds in the head, with every letter escaped', () => {
    const alternates = [{ href: '/feed.atom?lang=ja&topic=a', type: 'application/atom+xml', title: '"お知らせ"' }]
    const link = '<link rel="alternate" type="application/atom+xml" title="&quot;お知らせ&quot;" href="/feed.atom?lang=ja&amp;topic=a">'
    expect(page({ alternates }).split('</head>')[0]).toContain(link)
    const light = renderLightShell({ voice: new Voice(standard), city: { name: '亀山市', accent: 'green' }, title: '', main: '', path: '/', assets: designAssets(), alternates })
    expect(light.source.split('</head>')[0]).toContain(link)
    expect(page()).not.toContain('rel="alternate"')
  })

  test('the city leads in the script of the reader', () => {
    expect(page({}, { language: 'en' })).toContain('<span class="site-name-leading">Kameyama City</span>')
    expect(page({}, { language: 'en' })).toContain('<span class="site-name-second" lang="ja">亀山市</span>')
  })
})
