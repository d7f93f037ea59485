import { rowsOf, type City } from '#kernel/city/city.ts'
import type { Voice } from '#kernel/text/text.ts'

const towns = new Map<string, readonly { readonly name: string; readonly nameRomaji: string }[]>()

/** The city's towns as they are written, with how they are read for whom kanji are hard. The city's folder is read once. */
export function townChoices(voice: Voice, city: City): { value: string; label: string }[] {
  let known = towns.get(city.folder)
  if (known === undefined) {
    known = rowsOf(city, 'towns.csv').map(({ name = '', nameRomaji = '' }) => ({ name, nameRomaji }))
    towns.set(city.folder, known)
  }
  return known.map(({ name, nameRomaji }) => ({ value: name, label: voice.htmlLang === 'ja' || nameRomaji === '' ? name : `${name} (${nameRomaji})` }))
}
