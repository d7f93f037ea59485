import { ARTICLES } from './findings.ts'
import type { Drawing } from './known.ts'
import type { Address } from './regroup.ts'
import { LONGEST } from './typing.ts'

/** The new address of the form: a town of the city, the number, the building. Null where it cannot be read. */
export function typedAddress({ typing, known }: Drawing): Address | null {
  const town = typing.text('town', { isRequired: true })
  const addressNumber = typing.text('addressNumber', { isRequired: true, longest: LONGEST.word })
  const building = typing.text('building', { longest: LONGEST.name })
  const postalCode = known.towns.get(town)
  if (town !== '' && postalCode === undefined) typing.refuse('town', 'unknown-town', ARTICLES.content, { town })
  if (postalCode === undefined || addressNumber === '') return null
  return { town, addressNumber, building, postalCode, address: writtenAddress(known.cityAddress, { town, addressNumber, building }) }
}

/** As it is printed: 三重県亀山市本丸町577番地 グリーンハイツ203号. */
export function writtenAddress(cityAddress: string, { town, addressNumber, building }: Pick<Address, 'town' | 'addressNumber' | 'building'>): string {
  return `${cityAddress}${town}${addressNumber}${building === '' ? '' : ` ${building}`}`
}

/** Are these the same address? A household lives at one, so who joins it has to live there too. */
export function isSameAddress(a: Address, b: Address): boolean {
  return a.town === b.town && a.addressNumber === b.addressNumber && a.building === b.building
}
