import type { Manifest } from '#kernel/service/manifest.ts'
import { words } from './text.ts'

/** What others may know of the resident register: shapes and names only. */
export const residents: Manifest = { name: 'residents', kind: 'capability', title: words.title, summary: words.summary, folder: import.meta.dirname, routes: [] }
