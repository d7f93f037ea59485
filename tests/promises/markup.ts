import { HtmlValidate, StaticConfigLoader } from 'html-validate'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Spaces where a template holds nothing are harmless.
      'no-trailing-whitespace': 'off',
      // A list may bear a name (ARIA 1.2, 5.2.8.4); the recommended set would have names on controls only.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // A plan's official name is as long as it is.
      'long-title': 'off',
      // Check boxes of one question share a name, as HTML has it.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    },
  }),
)

/** Skeletons of pages in which nothing was found wrong. */
const sound = new Set<string>()

/**
 * What html-validate finds wrong in a page, each with the line it stands in. The validator needs up to a second for a page,
 * and it judges the markup and not the words: a page that differs from a sound one in words only is sound.
 */
export async function markupFaults(source: string): Promise<string[]> {
  const skeleton = skeletonOf(source)
  if (sound.has(skeleton)) return []
  const faults = await validated(source)
  if (faults.length === 0) sound.add(skeleton)
  return faults
}

/**
 * The tags of a page with everything the validator looks at. Words, where there are any, are one letter; of the words in
 * attributes it stays visible which are the same ones, because two parts of a page may not bear one name.
 */
export function skeletonOf(source: string): string {
  const numbers = new Map<string, number>()
  const numberOf = (words: string) => numbers.get(words) ?? (numbers.set(words, numbers.size), numbers.size - 1)
  return source
    .replace(/<ruby>(.*?)<\/ruby>/g, (_, inside: string) => inside.replace(/<rt>.*?<\/rt>|<[^>]*>/g, ''))
    .replace(/\s(href|action|content|alt|title|placeholder|value|aria-label|aria-description|datetime|lang|hreflang)="([^"]+)"/g, (_, name: string, words: string) => ` ${name}="${numberOf(words)}"`)
    .replace(/>[^<]*[^<\s][^<]*(?=<)/g, '>x')
}

async function validated(source: string): Promise<string[]> {
  const report = await validator.validateString(source)
  const lines = source.split('\n')
  return report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} · ${lines[line - 1]?.trim().slice(0, 160)}`))
}

/** What would not work where there is no JavaScript: handlers in the page, script addresses, buttons that send no form. */
export function scriptNeeds(source: string): string[] {
  const tags = source.match(/<[a-zA-Z][^>]*>/g) ?? []
  const handlers = tags.filter((tag) => /\son[a-z]+=/.test(tag) || /(?:href|action)="javascript:/i.test(tag))
  return [...handlers, ...idleButtons(source)]
}

/** A button stands in a form or names one; what a script alone needs is hidden until the script shows it. */
function idleButtons(source: string): string[] {
  const idle: string[] = []
  let isInForm = false
  for (const [tag] of source.matchAll(/<\/?(?:form|button)\b[^>]*>/g)) {
    if (tag.startsWith('<form')) isInForm = true
    if (tag.startsWith('</form')) isInForm = false
    if (!tag.startsWith('<button') || /\shidden\b/.test(tag)) continue
    if (/\stype="button"/.test(tag) || !(isInForm || /\sform="/.test(tag))) idle.push(tag)
  }
  return idle
}

/** The page's text as a person reads it, without what they may type into. */
export function textOf(source: string): string {
  return source.replace(/<(script|style|textarea|code|pre)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ')
}

/** A value that was left out, or that has no words: `undefined`, `[object Object]`, `{count}`. */
export function holesIn(text: string): string[] {
  return text.match(/\bundefined\b|\[object \w+\]|\bNaN\b|\{[A-Za-z]\w*\}/g) ?? []
}
