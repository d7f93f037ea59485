import { createHash } from 'node:crypto'
import type { City } from '#kernel/city/city.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'
import type { World, WorldPerson, WorldState } from '#kernel/world/world.ts'
import type { DemoCard } from '../store/stand-in.ts'

/** Issuer of the invented certificates: its name says that they are. */
const ISSUER = 'CN=Invented CA of a demo, O=Stand-in, C=JP'
/** People a demo can sign in as; more would be a long list to choose from. */
const MOST_CARDS = 24
/** From this age on people sign for themselves; younger children's cards need a parent's PIN (公的個人認証 for under 15). */
const OWN_CARD_AT_YEARS = 15

/** Cards of the invented families, the same in every demo; the last three are not as they should be. */
export function demoCardsOf(city: City, world: World): DemoCard[] {
  const holders = world.people.filter(({ code }) => code !== null).filter((person) => isHolder(person, world.until)).slice(0, MOST_CARDS)
  const cards = holders.map((person) => cardOf(city, person, stateOn(person, world.until)))
  const [expired, revoked, renewed] = cards.slice(-3)
  return [
    ...cards.slice(0, -3),
    ...(expired === undefined ? [] : [{ ...expired, state: 'expired' as const }]),
    ...(revoked === undefined ? [] : [{ ...revoked, state: 'revoked' as const }]),
    ...(renewed === undefined ? [] : [{ ...renewed, previousSerial: newSerial(`${renewed.id} before`) }]),
    strangerOf(city),
  ]
}

function isHolder(person: WorldPerson, on: Temporal.PlainDate): boolean {
  const isOldEnough = Temporal.PlainDate.compare(person.birthDate.add({ years: OWN_CARD_AT_YEARS }), on) <= 0
  return isOldEnough && stateOn(person, on)?.standing === 'resident'
}

function stateOn({ states }: WorldPerson, on: Temporal.PlainDate): WorldState | undefined {
  return states.findLast((state) => Temporal.PlainDate.compare(state.from, on) <= 0)
}

function cardOf(city: City, person: WorldPerson, state: WorldState | undefined): DemoCard {
  const { town = '', number = '', building = '' } = state?.address ?? {}
  const address = `${city.prefecture.name}${city.name}${town}${number}${building === '' ? '' : ` ${building}`}`
  return {
    id: person.id, name: state?.name.registered ?? '', birthDate: person.birthDate, address, sex: person.sex, issuer: ISSUER, serial: newSerial(person.id),
    previousSerial: null, subjectSeed: person.id, state: 'valid', note: person.code ?? '',
  }
}

/** Somebody who lives elsewhere: their card is good, and the city's register does not know them. */
function strangerOf(city: City): DemoCard {
  const id = uuidNamed(`${city.code}/stranger`)
  return {
    id, name: '遠山 はるか', birthDate: Temporal.PlainDate.from('1990-04-17'), address: '架空県遠野見市九丁目9999番地', sex: 'female', issuer: ISSUER,
    serial: newSerial(id), previousSerial: null, subjectSeed: id, state: 'valid', note: 'another city',
  }
}

/** Sixteen hexadecimal digits, the first of them never above 7: a positive serial number (RFC 5280, section 4.1.2.2). */
export function newSerial(from: string): string {
  const digits = createHash('sha256').update(`serial ${from}`).digest('hex').slice(0, 16)
  return `${Number.parseInt(digits.charAt(0), 16) % 8}${digits.slice(1)}`
}
