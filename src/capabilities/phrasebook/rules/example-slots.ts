import type { Phrase } from '#kernel/text/text.ts'
import type { Slot, Slots } from '../model.ts'

/** Invented values for looking at a text before the night: no real place but the towns that are given. */
export function exampleSlots(towns: readonly Phrase<never>[], at: Temporal.Instant): Readonly<Record<Slot, Slots[string]>> {
  const named = towns.slice(0, 2)
  return {
    towns: { kind: 'names', names: named.length > 0 ? named : [EXAMPLE_TOWN] },
    place: { kind: 'name', name: named[0] ?? EXAMPLE_TOWN },
    shelters: { kind: 'names', names: [EXAMPLE_SCHOOL, EXAMPLE_HALL] },
    river: { kind: 'name', name: EXAMPLE_RIVER },
    intensity: { kind: 'name', name: EXAMPLE_INTENSITY },
    level: { kind: 'number', value: 3 },
    time: { kind: 'time', at },
  }
}

const EXAMPLE_TOWN: Phrase<never> = { ja: '{例町|れいちょう}', 'ja-x-yasashii': '{例町|れいちょう}', en: 'Rei-cho', pt: 'Rei-cho' }
const EXAMPLE_SCHOOL: Phrase<never> = { ja: '{例小学校|れいしょうがっこう}', 'ja-x-yasashii': '{例小学校|れいしょうがっこう}', en: 'Rei Elementary School', pt: 'Escola Primária Rei' }
const EXAMPLE_HALL: Phrase<never> = { ja: '{例会館|れいかいかん}', 'ja-x-yasashii': '{例会館|れいかいかん}', en: 'Rei Community Hall', pt: 'Centro Comunitário Rei' }
const EXAMPLE_RIVER: Phrase<never> = { ja: '{例川|れいがわ}', 'ja-x-yasashii': '{例川|れいがわ}', en: 'Rei River', pt: 'Rio Rei' }
const EXAMPLE_INTENSITY: Phrase<never> = { ja: '5{弱|じゃく}', 'ja-x-yasashii': '5{弱|じゃく}', en: '5 lower', pt: '5 fraco' }
