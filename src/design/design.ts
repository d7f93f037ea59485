import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { BRAND_ICON_FILE } from './brand/view.ts'

/** One file for browsers. Its path bears a hash of its body, so it may be kept for ever (`immutable`). */
export interface DesignAsset {
  readonly path: string
  readonly contentType: string
  readonly body: string
  /** A strong ETag with its quotes. */
  readonly etag: string
}

export interface DesignAssets {
  readonly css: DesignAsset
  readonly js: DesignAsset
  readonly icon: DesignAsset
}

let assets: DesignAssets | undefined

/**
 * Everything browsers fetch besides pages: one style sheet, one script and the icon, gathered from the parts' folders
 * at the first call and kept.
 */
export function designAssets(): DesignAssets {
  assets ??= {
    css: assetOf('css', 'text/css; charset=utf-8', styleSheet()),
    js: assetOf('js', 'text/javascript; charset=utf-8', clientScript()),
    icon: assetOf('svg', 'image/svg+xml', BRAND_ICON_FILE),
  }
  return assets
}

function assetOf(extension: string, contentType: string, body: string): DesignAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
  return { path: `/assets/tsunagu.${hash}.${extension}`, contentType, body, etag: `"${hash}"` }
}

/** Later layers win over earlier ones, however their rules are written; within a layer, folders follow the alphabet. */
const LAYERS = '@layer tokens, base, layout, parts, print;'

function styleSheet(): string {
  const tokens = createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css')
  const values = `@layer tokens {\n${readFileSync(tokens, 'utf8')}\n}`
  const notice = '/*! Contains the Digital Agency design tokens, copyright (c) 2023 デジタル庁, MIT License */'
  return [LAYERS, notice, values, ...filesNamed('style.css')].map(withoutComments).join('\n')
}

/**
 * Every client.ts in a block of its own, so that names do not meet. Types are blanked out by Node (nothing else is
 * translated), which is why a client has no imports and nothing that types alone could not be erased from.
 */
function clientScript(): string {
  return filesNamed('client.ts')
    .map((source) => `{\n${withoutBlankEnds(stripTypeScriptTypes(source, { mode: 'strip' }))}\n}`)
    .join('\n')
}

function filesNamed(name: string): readonly string[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((folder) => join(import.meta.dirname, folder.name, name))
    .filter((path) => existsSync(path))
    .sort()
    .map((path) => readFileSync(path, 'utf8'))
}

function withoutComments(css: string): string {
  return withoutBlankEnds(css.replace(/\/\*(?!!)[\s\S]*?\*\//g, ''))
}

function withoutBlankEnds(source: string): string {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
