import { residentCopyOf, type RecordCopy } from '#capabilities/residents/record-copy.ts'
import { householdOf, personOf, personOnCard, searchPeople, type CardAttributes, type CardMatch, type OnDay, type PeopleSearch, type RegisteredHousehold, type RegisteredPerson } from '#capabilities/residents/residents.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { AnswerTo } from '#kernel/questions/question.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { Registration } from '../model.ts'
import { isOnCard } from '../rules/card-match.ts'
import { readSearchQuery } from '../rules/search-query.ts'
import { listCardCandidates } from '../store/card-candidates.ts'
import { findHousehold } from '../store/households.ts'
import { findPerson, listPeople, type PersonRecord } from '../store/people.ts'
import { findRecordCopy } from '../store/record-copies.ts'
import { searchRegister } from '../store/search.ts'

/** What the register tells other services. Who is hidden from the actor is hidden here too: all of it goes through `listPeople`. */
export const answers: readonly AnswerTo[] = [
  { question: personOf, answer: answerPerson },
  { question: householdOf, answer: answerHousehold },
  { question: personOnCard, answer: answerCard },
  { question: searchPeople, answer: answerSearch },
  { question: residentCopyOf, answer: answerCopy },
]

async function answerPerson(tx: Tx, { key, on }: OnDay<string>): Promise<RegisteredPerson | null> {
  if (!isUuid(key)) return null
  const found = await findPerson(tx, key, on === undefined ? {} : { on })
  return found === undefined ? null : registeredPerson(found)
}

async function answerHousehold(tx: Tx, { key, on }: OnDay<string>): Promise<RegisteredHousehold | null> {
  const moment = on === undefined ? {} : { on }
  const person = isUuid(key) ? await findPerson(tx, key, moment) : undefined
  const household = person === undefined ? undefined : await findHousehold(tx, person.registration.householdId, moment)
  if (household === undefined) return null
  const members = (await listPeople(tx, { householdIds: [household.id], ...moment })).filter(({ registration }) => registration.standing === 'resident')
  const { headId, town, addressNumber: number, building, postalCode, address: written } = household.registration
  const isHeadSeen = members.some(({ id }) => id === headId)
  return { id: household.id, headId: isHeadSeen ? headId : null, address: { town, number, building, postalCode, written }, members: members.map(registeredPerson) }
}

async function answerCopy(tx: Tx, { key, on }: OnDay<string>): Promise<RecordCopy | null> {
  return isUuid(key) ? ((await findRecordCopy(tx, key, on ?? tx.today)) ?? null) : null
}

/** By all four attributes of the card, never by fewer: `none` and `several` are work for a person at city hall. */
async function answerCard(tx: Tx, card: CardAttributes): Promise<CardMatch> {
  const fitting = (await listCardCandidates(tx, card)).filter((candidate) => isOnCard(candidate, card))
  const [one, another] = fitting
  if (one === undefined) return { kind: 'none' }
  return another === undefined ? { kind: 'one', personId: one.id } : { kind: 'several' }
}

async function answerSearch(tx: Tx, { words, limit }: PeopleSearch): Promise<readonly RegisteredPerson[]> {
  const { people } = await searchRegister(tx, readSearchQuery(words, tx.today), { limit })
  return people.map(registeredPerson)
}

function registeredPerson({ id, addresseeNumber, registration }: PersonRecord): RegisteredPerson {
  const { householdId, sex, birthDate, nationality, relationship, standing, residentSince } = registration
  return { id, addresseeNumber, householdId, name: nameOf(registration), sex, birthDate, nationality, relationship, address: addressOf(registration), standing, residentSince }
}

function nameOf({ name, kana, alphabet, commonName, commonKana }: Registration): RegisteredPerson['name'] {
  return { registered: name, kana, alphabet: alphabet || null, common: commonName || null, commonKana: commonKana || null }
}

function addressOf({ town, addressNumber, building, postalCode, address }: Registration): RegisteredPerson['address'] {
  return { town, number: addressNumber, building, postalCode, written: address }
}
