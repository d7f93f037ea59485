import { randomBytes } from 'node:crypto'
import { renderNotice } from '#design/notice/view.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { workFacts } from '../facts.ts'
import { typedAtHome, type movingForm } from '../forms/moving-form.ts'
import { checkPage, movePage, numberPage, peoplePage } from '../pages/moving-in.ts'
import { refusalsAtHome } from '../rules/moving-at-home.ts'
import { foldedNumber, preparedNumberOf } from '../rules/prepared-numbers.ts'
import { countPreparationsSince, DAYS_KEPT, keepPreparation } from '../store/prepared.ts'
import { townsOf } from '../store/known.ts'
import { movingWords as words } from '../text/moving-words.ts'

type Step = Submission<ValuesOf<typeof movingForm>>

/** Many times what a city of 50,000 sees in its busiest hour; whoever comes after that fills it in at the counter. */
const MOST_AN_HOUR = 300
/** Bytes for a number of ten letters: nearly all of them are fair. */
const NUMBER_BYTES = 64

export async function backToMove(visit: Step): Promise<Answer> {
  return movePage(visit, typedAtHome(visit.typed), [])
}

/** On to the people, once the move itself can be read. */
export async function toPeople(visit: Step): Promise<Answer> {
  const typed = typedAtHome(visit.typed)
  const refusals = refusalsAtHome('move', typed, surroundingsOf(visit))
  return refusals.length > 0 ? movePage(visit, typed, refusals) : peoplePage(visit, typed, [])
}

export async function toCheck(visit: Step): Promise<Answer> {
  const typed = typedAtHome(visit.typed)
  if (typed.arrivals !== undefined) return peoplePage(visit, typed, [], Number(typed.arrivals))
  const refusals = [...refusalsAtHome('move', typed, surroundingsOf(visit)), ...refusalsAtHome('people', typed, surroundingsOf(visit))]
  return refusals.length > 0 ? peoplePage(visit, typed, refusals) : checkPage(visit, typed)
}

/** Keeps what was filled in and gives the number that opens it, once: the register knows only a keyed hash of it. */
export async function giveNumber(visit: Step): Promise<Answer> {
  const { tx, seal, voice } = visit
  const typed = typedAtHome(visit.typed)
  const refusals = [...refusalsAtHome('move', typed, surroundingsOf(visit)), ...refusalsAtHome('people', typed, surroundingsOf(visit))]
  if (refusals.length > 0) return peoplePage(visit, typed, refusals)
  if (await countPreparationsSince(tx, tx.now.subtract({ hours: 1 })) >= MOST_AN_HOUR) return checkPage(visit, typed, renderNotice({ voice, kind: 'warning', title: voice.say(words.tooMany), isAnnounced: true }))
  const number = preparedNumberOf(randomBytes(NUMBER_BYTES))
  const id = await keepPreparation(tx, { mac: seal.mac(foldedNumber(number) as string), language: voice.language, kind: 'in', typed })
  tx.publish(workFacts.prepared, id, { kind: 'in', language: voice.language })
  return numberPage(visit, typed, number, tx.today.add({ days: DAYS_KEPT }))
}

function surroundingsOf({ tx, city }: Step) {
  return { today: tx.today, cityAddress: `${city.prefecture.name}${city.name}`, towns: townsOf(city) }
}
