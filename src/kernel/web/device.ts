/** A browser as people call it; what cannot be told stays null. */
export interface Device {
  readonly browser: string | null
  readonly system: string | null
}

/** Order matters: nearly all of them claim to be Safari, and Edge claims to be Chrome. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** What a browser's own description (User-Agent) says in a word or two. It proves nothing; it helps to recognise. */
export function deviceOf(description: string): Device {
  return { browser: nameIn(BROWSERS, description), system: nameIn(SYSTEMS, description) }
}

function nameIn(names: readonly (readonly [RegExp, string])[], description: string): string | null {
  return names.find(([sign]) => sign.test(description))?.[1] ?? null
}
