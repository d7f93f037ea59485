import { settleExample, type ExampleApplication } from '#capabilities/applications/examples.ts'
import type { Answers, Given, PersonAnswer, RegisteredAnswer } from '#capabilities/applications/model.ts'
import { householdOf, type RegisteredPerson } from '#capabilities/residents/residents.ts'
import { demoIdOf } from '#kernel/access/organisation.ts'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { World, WorldPerson } from '#kernel/world/world.ts'
import { allowanceChange, allowanceClaim } from '../forms/allowance.ts'
import { lastMonthOf } from '../rules/allowance.ts'

/** Who has the cases, in the city's `staff.csv`; a city without them has claims that nobody has taken. */
const CLERK = 'hirano.chika'

/** What became of the invented claims, in turn: every state that a desk knows. `daysAgo` in calendar days. */
const FATES: readonly (Pick<ExampleApplication, 'state' | 'channel' | 'afterDays'> & { readonly daysAgo: number; readonly reason?: string })[] = [
  { state: 'submitted', channel: 'online', daysAgo: 1, afterDays: 0 },
  { state: 'checking', channel: 'online', daysAgo: 6, afterDays: 1 },
  { state: 'correction-asked', channel: 'online', daysAgo: 9, afterDays: 3 },
  { state: 'proposed', channel: 'online', daysAgo: 15, afterDays: 8 },
  { state: 'approved', channel: 'online', daysAgo: 40, afterDays: 7, reason: 'met' },
  { state: 'approved', channel: 'paper', daysAgo: 55, afterDays: 12, reason: 'met' },
  { state: 'refused', channel: 'paper', daysAgo: 50, afterDays: 10, reason: 'servant' },
  { state: 'withdrawn', channel: 'online', daysAgo: 30, afterDays: 2 },
  { state: 'submitted', channel: 'paper', daysAgo: 28, afterDays: 0 },
  { state: 'submitted', channel: 'online', daysAgo: 20, afterDays: 0 },
  { state: 'checking', channel: 'paper', daysAgo: 19, afterDays: 2 },
  { state: 'approved', channel: 'online', daysAgo: 70, afterDays: 5, reason: 'met' },
]

/** Believable claims of the families whom everybody knows from the demo; later pieces of the population bring none. */
export async function settleClaims(tx: Tx, world: World, { city, isFirst }: { readonly city: City; readonly isFirst: boolean }): Promise<void> {
  if (!isFirst) return
  const parents = world.people.filter((person) => isParentToday(person, world))
  for (const [index, fate] of FATES.entries()) {
    const parent = parents[index]
    if (parent === undefined) return
    const on = world.until.subtract({ days: fate.daysAgo })
    const given = await givenOf(tx, parent.id, on, city)
    if (given === null || given.person === null) continue
    const definition = index % 4 === 3 ? allowanceChange : allowanceClaim
    const answers = answersOf(given, given.person, fate.reason === 'servant')
    const asked = fate.state === 'correction-asked' ? [{ field: 'document:bank-book', reason: '口座番号が写っていません。通帳の1ページ目を撮り直してください。' }] : []
    await settleExample(tx, definition, { ...fate, applicantName: given.person.name.registered, answers, given: { ...given, answers }, asked, ...(fate.state === 'submitted' ? {} : { claimedBy: demoIdOf(city, CLERK) }) })
  }
}

function isParentToday({ id, states }: WorldPerson, world: World): boolean {
  const own = states.at(-1)
  return own?.standing === 'resident' && world.people.some((child) =>
    (child.motherId === id || child.fatherId === id) && child.states.at(-1)?.householdId === own.householdId && child.states.at(-1)?.standing === 'resident' && isPaidFor(child, world.until))
}

function isPaidFor({ birthDate }: Pick<WorldPerson, 'birthDate'>, on: Temporal.PlainDate): boolean {
  return Temporal.PlainYearMonth.compare(on.toPlainYearMonth(), lastMonthOf(birthDate, 18)) <= 0
}

/** A demo city may run without its register; then there is nobody to file. */
async function givenOf(tx: Tx, personId: string, on: Temporal.PlainDate, city: City): Promise<Given | null> {
  try {
    const household = await tx.ask(householdOf, { key: personId, on })
    return { answers: {}, person: household?.members.find(({ id }) => id === personId) ?? null, household, on, city }
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'unavailable') return null
    throw thrown
  }
}

function answersOf({ household, on }: Given, parent: RegisteredPerson, isServant: boolean): Answers {
  const children = household?.members.filter((member) => isPaidFor(member, on) && member.id !== parent.id) ?? []
  const youngest = children.toSorted((one, other) => Temporal.PlainDate.compare(other.birthDate, one.birthDate))[0]
  const wasBornLately = youngest !== undefined && Temporal.PlainDate.compare(youngest.birthDate.add({ months: 2 }), on) > 0
  return {
    name: asRegistered(parent.name.registered), birth: asRegistered(parent.birthDate.toString()), address: asRegistered(parent.address.written), phone: '0595-00-0000',
    work: isServant ? 'servant' : 'employee', cause: wasBornLately ? 'born' : 'took', 'event-on': (wasBornLately ? youngest.birthDate : on.subtract({ days: 8 })).toString(),
    children: children.map((child) => ({ child: asPerson(child) })), apart: false, abroad: false, 'has-elder': false, 'has-partner': false,
    account: { kind: 'bank', bank: '架空銀行', bankCode: '9999', branchCode: '001', type: 'ordinary', number: '0000001', holder: parent.name.kana }, truth: true,
  }
}

function asRegistered(registered: string): RegisteredAnswer {
  return { kind: 'registered', registered, isRight: true, told: '' }
}

function asPerson({ id, name, birthDate }: RegisteredPerson): PersonAnswer {
  return { kind: 'person', personId: id, name: name.registered, birthDate: birthDate.toString() }
}
