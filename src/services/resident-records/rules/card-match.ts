import { nameKey } from '#capabilities/addresses/names.ts'
import type { CardAttributes } from '#capabilities/residents/residents.ts'
import { foldForComparison } from '#kernel/values/text-forms.ts'
import type { Registration } from '../model.ts'

export type CardCandidate = Pick<Registration, 'name' | 'alphabet' | 'commonName' | 'sex' | 'birthDate' | 'address'>

/**
 * Has somebody in the register all four attributes that a card's certificate carries (公的個人認証法第7条)? A card writes a
 * character outside its set in a common form, so the same character in another form counts as the same, and so do the
 * widths of digits; nothing else does.
 */
export function isOnCard({ name, alphabet, commonName, sex, birthDate, address }: CardCandidate, card: CardAttributes): boolean {
  const names = [name, alphabet, commonName].filter((each) => each !== '').map(nameKey)
  return names.includes(nameKey(card.name)) && birthDate.equals(card.birthDate) && sex === card.sex && placeOf(address) === placeOf(card.address)
}

function placeOf(address: string): string {
  return foldForComparison(address).replaceAll(' ', '')
}
