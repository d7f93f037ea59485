/** Doors that the kernel itself opens, to everyone: they read nothing that a service keeps. */
export const KERNEL_ROUTES: Readonly<Record<string, string>> = {
  '/health': 'is the program alive',
  '/ready': 'can it serve: every city\'s database answers',
  '/metrics': 'counters for Prometheus',
  '/openapi.json': 'every route, for machines',
  '/settings/language': 'remembers the visitor\'s language',
  '/settings/furigana': 'furigana on or off',
  '/settings/text-size': 'size of the text',
  '/assets/': 'style sheet, script, icon',
}
