import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { BRAND_ICON_FILE } from '#design/brand/view.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { words } from '../text/guide-words.ts'

const JAVASCRIPT = 'text/javascript; charset=utf-8'

/** Node blanks out the types, as for the city's other browser scripts; made once. */
function scriptOf(name: 'guide-client.ts' | 'offline-worker.ts'): () => Promise<Answer> {
  let source: string | undefined
  return async () => {
    source ??= stripTypeScriptTypes(readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8'), { mode: 'strip' })
    return fileAnswer(source, JAVASCRIPT)
  }
}

export const showGuideScript = scriptOf('guide-client.ts')
/** Stands at the city's root, because a worker may serve only what lies below its own address. */
export const showOfflineWorker = scriptOf('offline-worker.ts')

/** What a phone needs to put the guide on its home screen. */
export async function showWebManifest({ voice, city }: Visit): Promise<Answer> {
  const manifest = {
    id: '/garbage',
    name: `${voice.plain(city.displayName)} ${voice.plain(words.title)}`,
    short_name: voice.plain(words.title),
    start_url: '/garbage',
    scope: '/garbage',
    display: 'minimal-ui',
    background_color: '#faf7f1',
    theme_color: '#faf7f1',
    lang: voice.htmlLang,
    icons: [{ src: '/garbage/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
  return fileAnswer(JSON.stringify(manifest), 'application/manifest+json')
}

export async function showAppIcon(): Promise<Answer> {
  return fileAnswer(BRAND_ICON_FILE, 'image/svg+xml')
}
