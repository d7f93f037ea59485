import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, Voice } from '#kernel/text/text.ts'
import { designAssets, examplePages } from './design.ts'
import { renderGallery } from './gallery.ts'
import { renderShell } from './shell/view.ts'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Spaces where a template holds nothing are harmless.
      'no-trailing-whitespace': 'off',
      // Check boxes of one question share a name, as HTML has it.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    },
  }),
)

async function faultsOf(source: string): Promise<readonly string[]> {
  const report = await validator.validateString(source)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} · ${source.split('\n')[line - 1]?.trim()}`),
  )
}

const voices = LANGUAGES.map((language) => new Voice({ language, hasFurigana: true, textSize: 'large' }))

describe('examples', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory())

  test('every part with examples is on the page of examples', () => {
    const withExamples = folders.filter(({ name }) => existsSync(join(import.meta.dirname, name, 'examples.ts')))
    expect(examplePages.map(({ name }) => name).sort()).toEqual(withExamples.map(({ name }) => name).sort())
  })

  test('every part that people see has examples, except the page around them all', () => {
    const seen = folders.filter(({ name }) => existsSync(join(import.meta.dirname, name, 'view.ts')))
    const without = seen.filter(({ name }) => !existsSync(join(import.meta.dirname, name, 'examples.ts')))
    expect(without.map(({ name }) => name)).toEqual(['shell'])
  })

  test.each(examplePages.flatMap(({ name, examples }) => examples.map((example, index) => ({ name, index, example }))))(
    '$name $index is valid HTML in every language',
    async ({ example }) => {
      for (const voice of voices) {
        const source = example.render(voice).source
        expect(source).not.toMatch(/undefined|\[object/)
        expect(await faultsOf(source)).toEqual([])
      }
    },
  )

  test.each(voices)('the whole page is a valid document without styles or scripts in it ($language)', async (voice) => {
    const page = renderShell({
      voice,
      city: { name: '亀山市', nameReading: 'かめやまし', nameRomaji: 'Kameyama City', accent: 'green' },
      title: 'x',
      breadcrumbs: [{ label: 'a', href: '/' }, { label: 'b' }],
      main: renderGallery(voice),
      area: 'public',
      navigation: [{ href: '/plan', label: 'plan', isCurrent: true }],
      path: '/design?page=2&sort=name',
      assets: designAssets(),
    }).source
    expect(await faultsOf(page)).toEqual([])
    expect(page).not.toMatch(/\sstyle="|\son[a-z]+="|<style|javascript:/)
    expect(page.match(/<script/g)).toHaveLength(1)
  })
})

describe('assets', () => {
  const { css, js, icon } = designAssets()

  test('are gathered once, and named by a hash of what they hold', () => {
    expect(designAssets().css).toBe(css)
    for (const { path, body, etag } of [css, js, icon]) {
      const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
      expect(path).toMatch(new RegExp(`^/assets/tsunagu\\.${hash}\\.(css|js|svg)$`))
      expect(etag).toBe(`"${hash}"`)
    }
  })

  test('the style sheet names its layers first and puts every rule into one of them', () => {
    expect(css.body.startsWith('@layer tokens, base, layout, parts, print;\n')).toBe(true)
    let depth = 0
    for (const line of css.body.split('\n')) {
      if (depth === 0) expect(line).toMatch(/^(@layer [a-z, ]+[;{]|\/\*!.*\*\/$|@layer [a-z]+ \{)/)
      depth += (line.match(/\{/g)?.length ?? 0) - (line.match(/\}/g)?.length ?? 0)
    }
    expect(depth).toBe(0)
  })

  test('the style sheet uses only values that it defines, and fetches nothing', () => {
    const defined = new Set(Array.from(css.body.matchAll(/(--[\w-]+)\s*:/g), ([, name]) => name))
    const used = new Set(Array.from(css.body.matchAll(/var\((--[\w-]+)\)/g), ([, name]) => name))
    expect([...used].filter((name) => !defined.has(name))).toEqual([])
    expect(css.body).not.toMatch(/url\(|@import|data:/)
  })

  test('the script is plain JavaScript without imports, and defines the elements that parts print', () => {
    expect(() => new Script(js.body)).not.toThrow()
    expect(js.body).not.toMatch(/\bimport\b|\bexport\b/)
    const defined = Array.from(js.body.matchAll(/customElements\.define\('([\w-]+)'/g), ([, name]) => name).sort()
    const voice = new Voice({ language: 'ja', hasFurigana: false, textSize: 'standard' })
    const printed = new Set(Array.from(renderGallery(voice).source.matchAll(/<([a-z]+-[a-z]+)\b/g), ([, name]) => name))
    expect(defined).toEqual([...printed].sort())
  })
})
