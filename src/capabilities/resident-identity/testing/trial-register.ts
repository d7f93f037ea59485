import {
  householdOf, personOf, personOnCard, searchPeople,
  type CardAttributes, type CardMatch, type OnDay, type PeopleSearch, type RegisteredHousehold, type RegisteredPerson,
} from '#capabilities/residents/residents.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { DemoCard } from '../store/stand-in.ts'

const words = { ja: '{台帳|だいちょう}', 'ja-x-yasashii': '{台帳|だいちょう}', en: 'Register', pt: 'Registro' }

/** A register for tests: answers the same questions as the real one, about people that the test puts into it. */
export class TrialRegister {
  readonly people = new Map<string, RegisteredPerson>()
  /** Set by a test that wants several people to fit one card. */
  isAmbiguous = false

  readonly part: Manifest = {
    name: 'resident-records',
    kind: 'service',
    title: words,
    summary: words,
    // A room without migrations: this register keeps nothing.
    folder: import.meta.dirname,
    routes: [],
    answers: [
      { question: personOnCard, answer: async (_: Tx, card: CardAttributes) => this.onCard(card) },
      { question: personOf, answer: async (_: Tx, { key }: OnDay<string>) => this.people.get(key) ?? null },
      { question: householdOf, answer: async (_: Tx, { key }: OnDay<string>) => this.householdOf(key) },
      { question: searchPeople, answer: async (_: Tx, search: PeopleSearch) => this.search(search) },
    ],
  }

  /** Registers the holder of a demo card as the head of a household, or as a member of another's. */
  register(card: DemoCard, { relationship = '世帯主', householdId = card.id, birthDate = card.birthDate } = {}): RegisteredPerson {
    const { id, name, sex, address: written } = card
    const person: RegisteredPerson = {
      id, addresseeNumber: '0000000001', householdId, sex, birthDate, nationality: 'JP', relationship, standing: 'resident',
      name: { registered: name, kana: '', alphabet: null, common: null, commonKana: null },
      address: { town: '', number: '', building: '', postalCode: '', written },
      residentSince: birthDate,
    }
    this.people.set(id, person)
    return person
  }

  private onCard({ name, birthDate, address, sex }: CardAttributes): CardMatch {
    if (this.isAmbiguous) return { kind: 'several' }
    const one = [...this.people.values()].find(
      (person) => person.name.registered === name && person.birthDate.equals(birthDate) && person.address.written === address && person.sex === sex,
    )
    return one === undefined ? { kind: 'none' } : { kind: 'one', personId: one.id }
  }

  private householdOf(key: string): RegisteredHousehold | null {
    const person = this.people.get(key)
    if (person === undefined) return null
    const members = [...this.people.values()].filter(({ householdId }) => householdId === person.householdId)
    return { id: person.householdId, headId: null, address: person.address, members }
  }

  private search({ words: typed, limit }: PeopleSearch): RegisteredPerson[] {
    return [...this.people.values()].filter(({ name }) => name.registered.includes(typed)).slice(0, limit)
  }
}
