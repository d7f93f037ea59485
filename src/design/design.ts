import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BRAND_ICON_FILE } from './brand/view.ts'
import { badgeExamples } from './badge/examples.ts'
import { brandExamples } from './brand/examples.ts'
import { buttonExamples } from './button/examples.ts'
import { cardExamples } from './card/examples.ts'
import { chartExamples } from './chart/examples.ts'
import { colourLabelExamples } from './colour-label/examples.ts'
import { confirmExamples } from './confirm/examples.ts'
import { differenceExamples } from './difference/examples.ts'
import { emptyExamples } from './empty/examples.ts'
import { factsListExamples } from './facts-list/examples.ts'
import { fieldExamples } from './field/examples.ts'
import { figuresExamples } from './figures/examples.ts'
import { filtersExamples } from './filters/examples.ts'
import { formExamples } from './form/examples.ts'
import { gridMapExamples } from './grid-map/examples.ts'
import { headingExamples } from './heading/examples.ts'
import { heroExamples } from './hero/examples.ts'
import { iconExamples } from './icon/examples.ts'
import { layoutExamples } from './layout/examples.ts'
import { levelExamples } from './level/examples.ts'
import { linkExamples } from './link/examples.ts'
import { locateExamples } from './locate/examples.ts'
import { markExamples } from './mark/examples.ts'
import { monthExamples } from './month/examples.ts'
import { noticeExamples } from './notice/examples.ts'
import { paginationExamples } from './pagination/examples.ts'
import { passkeyExamples } from './passkey/examples.ts'
import { progressExamples } from './progress/examples.ts'
import { questionCardExamples } from './question-card/examples.ts'
import { renewalExamples } from './renewal/examples.ts'
import { searchBoxExamples } from './search-box/examples.ts'
import { stepsExamples } from './steps/examples.ts'
import { tableExamples } from './table/examples.ts'
import { tabsExamples } from './tabs-as-links/examples.ts'
import { timelineExamples } from './timeline/examples.ts'
import { treeExamples } from './tree/examples.ts'
import { yearLineExamples } from './year-line/examples.ts'
import { yearStripExamples } from './year-strip/examples.ts'
import type { ExamplePage } from './example.ts'
import { galleryWords } from './sample-text.ts'

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
  /** For pages in the light frame: a twentieth of the other, and all that they load. */
  readonly lightCss: DesignAsset
  readonly js: DesignAsset
  readonly icon: DesignAsset
}

/** The parts in the order in which the page of examples shows them. */
export const examplePages: readonly ExamplePage[] = [
  { name: 'heading', title: galleryWords.heading, examples: headingExamples },
  { name: 'brand', title: galleryWords.brand, examples: brandExamples },
  { name: 'icon', title: galleryWords.icon, examples: iconExamples },
  { name: 'layout', title: galleryWords.layout, examples: layoutExamples },
  { name: 'link', title: galleryWords.link, examples: linkExamples },
  { name: 'button', title: galleryWords.button, examples: buttonExamples },
  { name: 'badge', title: galleryWords.badge, examples: badgeExamples },
  { name: 'colour-label', title: galleryWords.colourLabel, examples: colourLabelExamples },
  { name: 'level', title: galleryWords.level, examples: levelExamples },
  { name: 'grid-map', title: galleryWords.gridMap, examples: gridMapExamples },
  { name: 'locate', title: galleryWords.locate, examples: locateExamples },
  { name: 'renewal', title: galleryWords.renewal, examples: renewalExamples },
  { name: 'notice', title: galleryWords.notice, examples: noticeExamples },
  { name: 'card', title: galleryWords.card, examples: cardExamples },
  { name: 'empty', title: galleryWords.empty, examples: emptyExamples },
  { name: 'facts-list', title: galleryWords.factsList, examples: factsListExamples },
  { name: 'field', title: galleryWords.field, examples: fieldExamples },
  { name: 'form', title: galleryWords.form, examples: formExamples },
  { name: 'passkey', title: galleryWords.passkey, examples: passkeyExamples },
  { name: 'filters', title: galleryWords.filters, examples: filtersExamples },
  { name: 'search-box', title: galleryWords.searchBox, examples: searchBoxExamples },
  { name: 'confirm', title: galleryWords.confirm, examples: confirmExamples },
  { name: 'table', title: galleryWords.table, examples: tableExamples },
  { name: 'month', title: galleryWords.month, examples: monthExamples },
  { name: 'mark', title: galleryWords.mark, examples: markExamples },
  { name: 'year-line', title: galleryWords.yearLine, examples: yearLineExamples },
  { name: 'year-strip', title: galleryWords.yearLine, examples: yearStripExamples },
  { name: 'chart', title: galleryWords.chart, examples: chartExamples },
  { name: 'figures', title: galleryWords.figures, examples: figuresExamples },
  { name: 'progress', title: galleryWords.progress, examples: progressExamples },
  { name: 'steps', title: galleryWords.steps, examples: stepsExamples },
  { name: 'tabs-as-links', title: galleryWords.tabs, examples: tabsExamples },
  { name: 'pagination', title: galleryWords.pagination, examples: paginationExamples },
  { name: 'tree', title: galleryWords.tree, examples: treeExamples },
  { name: 'timeline', title: galleryWords.timeline, examples: timelineExamples },
  { name: 'difference', title: galleryWords.difference, examples: differenceExamples },
  { name: 'question-card', title: galleryWords.questionCard, examples: questionCardExamples },
  { name: 'hero', title: galleryWords.hero, examples: heroExamples },
]

let assets: DesignAssets | undefined

/**
 * Everything browsers fetch besides pages: one style sheet, one script and the icon, gathered from the parts' folders
 * at the first call and kept.
 */
export function designAssets(): DesignAssets {
  assets ??= {
    css: assetOf('css', 'text/css; charset=utf-8', styleSheet()),
    lightCss: assetOf('css', 'text/css; charset=utf-8', LIGHT_SHEETS.map((path) => withoutComments(readFileSync(join(import.meta.dirname, path), 'utf8'))).join('\n')),
    js: assetOf('js', 'text/javascript; charset=utf-8', clientScript()),
    icon: assetOf('svg', 'image/svg+xml', BRAND_ICON_FILE),
  }
  return assets
}

function assetOf(extension: string, contentType: string, body: string): DesignAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
  return { path: `/assets/tsunagu.${hash}.${extension}`, contentType, body, etag: `"${hash}"` }
}

/** What the light frame shows: itself, and the signs of levels. */
const LIGHT_SHEETS = ['shell/light.css', 'level/style.css'] as const

/** Later layers win over earlier ones, however their rules are written; within a layer, folders follow the alphabet. */
const LAYERS = '@layer tokens, base, layout, parts, print;'

function styleSheet(): string {
  const tokens = fileURLToPath(import.meta.resolve('@digital-go-jp/design-tokens/dist/tokens.css'))
  const values = `@layer tokens {\n${readFileSync(tokens, 'utf8')}\n}`
  const notice = '/*! Contains the Digital Agency design tokens, copyright (c) 2023 デジタル庁, MIT License */'
  return [LAYERS, notice, values, ...filesEnding('.css')].map(withoutComments).join('\n')
}

/**
 * Every client.ts in a block of its own, so that names do not meet. Types are blanked out by Node (nothing else is
 * translated), which is why a client has no imports and nothing that types alone could not be erased from.
 */
function clientScript(): string {
  return filesEnding('client.ts')
    .map((source) => stripTypeScriptTypes(source, { mode: 'strip' }).replace(COMMENTS_ON_OWN_LINES, ''))
    .map((source) => `{\n${withoutBlankEnds(source)}\n}`)
    .join('\n')
}

const COMMENTS_ON_OWN_LINES = /^\s*(\/\/.*|\/\*\*[\s\S]*?\*\/)$/gm

/** The parts' files by their ending, folders and names in the order of the alphabet. */
function filesEnding(ending: string): readonly string[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && entry.parentPath !== import.meta.dirname)
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith(LIGHT_SHEETS[0]))
    .toSorted()
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
