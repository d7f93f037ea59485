/**
 * The rooms of a part, and what each holds. A room is a file, `rules.ts`, or a folder of the same name once it has
 * grown over 250 lines, `rules/…`. Rooms exist when used; there are no others.
 */
export const ROOMS: Readonly<Record<string, string>> = {
  manifest: 'what the part tells the city: wiring only',
  model: 'the types and words of the trade',
  rules: 'decisions, with the article or table they come from',
  store: 'all SQL of the part',
  actions: 'what people do',
  forms: 'the fields they fill in',
  pages: 'what people see',
  routes: 'path, who may enter, page or action',
  api: 'what leaves for machines',
  jobs: 'what happens by the calendar or after a fact',
  facts: 'the facts it publishes, the questions it answers',
  indicators: 'the numbers by which the plan is judged that are counted from its facts (capability indicators)',
  rehearsals: 'grave days that it can be tried with',
  importers: 'kinds of files it takes in (capability imports)',
  text: 'every word shown, in four languages',
  seed: 'its part of the demo city',
  tables: 'table types, written by npm run tables',
  testing: 'what only its tests need: stand-ins that speak the real protocol, invented inputs',
}

/** Rooms that one part has for what only it does. */
export const OWN_ROOMS: Readonly<Record<string, readonly string[]>> = {
  // The yearly report in the official shape: HTML, PDF, XLSX, CSV, JSON.
  plan: ['report'],
  // How a damaged table is read, before any trade knows what it says.
  imports: ['reading'],
  // The fast index: text, pairs of characters and their positions in flat arrays.
  search: ['postings'],
  // How a person proves who they are: passphrase, one-time code, passkey.
  'staff-identity': ['proofs'],
  // The card: the client's side of the state's sign-in, and who stands in for the state in a demo.
  'resident-identity': ['card', 'stand-in'],
  // Certificates and their keys, the messages that are signed (CMS), stamps of time (RFC 3161), and where a signature stands in a PDF.
  signing: ['authority', 'cms', 'time-stamps', 'paper'],
  // The SMTP client, and the receiving server that stands in for the world outside.
  mail: ['post'],
  // Sheets of contacts on their way over the personal channels, and what each of those speaks; what comes back; what is read
  // from us; what is told once to those who pass it on.
  notices: ['sending', 'mail', 'push', 'line', 'bounces', 'feeds', 'hand-over', 'activitypub'],
}

/** What every part has; a capability without tables, routes or duties tells the city nothing and needs no manifest. */
export const REQUIRED = { services: ['manifest.ts', 'README.md'], capabilities: ['README.md'] } as const

/** Folders that say nothing about what is in them. */
export const MEANINGLESS_FOLDERS: readonly string[] = ['utils', 'util', 'common', 'types', 'helpers', 'shared', 'misc', 'lib']

/** What a stranger sees at the top of the project; whatever git ignores is not looked at. */
export const TOP_LEVEL: readonly string[] = [
  '.ci', '.git', '.gitattributes', '.gitignore', '.npmrc', '.nvmrc', '.oxlintrc.json',
  'ARCHITECTURE.md', 'CONTRIBUTING.md', 'LICENSE', 'README.ja.md', 'README.md',
  'bench', 'bin', 'boundaries.cjs', 'cities', 'docs', 'knip.json', 'package-lock.json', 'package.json',
  'src', 'tests', 'tools', 'tsconfig.json', 'vitest.config.ts', 'vitest.conformance.ts',
]

export const IGNORED: ReadonlySet<string> = new Set(['node_modules', '.git', '.tsunagu', 'tmp', 'coverage'])

export const MANIFEST_LINES = 80
export const FILE_LINES = { advised: 250, most: 400 } as const
export const FUNCTION_LINES = { advised: 40, most: 60 } as const
