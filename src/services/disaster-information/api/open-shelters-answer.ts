import type { AnswerTo } from '#kernel/questions/question.ts'
import { question } from '#kernel/questions/question.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { warningsIn } from '../rules/public-state.ts'
import { roomLeft } from '../rules/shelter-acts.ts'
import { fullLast, nearestFirst } from '../rules/shelter-nearness.ts'
import { meets, needNow } from '../rules/shelter-need.ts'
import { phraseOfName } from '../rules/shelters.ts'
import { listLevels } from '../store/levels.ts'
import { listInForce } from '../store/orders.ts'
import { listOpenShelters } from '../store/shelters.ts'

interface OpenShelterLine {
  readonly name: Phrase<never>
  readonly written: string
  readonly address: string
  readonly isFull: boolean
  readonly room: number | null
}

const openShelters = question<Record<string, never>, readonly OpenShelterLine[]>('disaster-information.open-shelters', {
  basis: 'what residents are told anyway: 災害対策基本法第49条の9 (places to go) and 第56条 (warnings)',
  subjectOf: () => 'open shelters',
})

/** Open places of the real night that are designated for everything that threatens now; those with room first. */
export const openSheltersAnswer: AnswerTo<Record<string, never>, readonly OpenShelterLine[]> = { question: openShelters, answer }

async function answer(tx: Tx): Promise<readonly OpenShelterLine[]> {
  const [open, orders, levels] = [await listOpenShelters(tx, 'live'), await listInForce(tx, 'live'), await listLevels(tx, 'live')]
  const need = needNow(orders, warningsIn(levels))
  const meant = open.filter((shelter) => meets(shelter, need))
  return fullLast(nearestFirst(meant, null)).map(({ shelter: { name, address, capacity, opening } }) => {
    const room = roomLeft(capacity, opening)
    return { name: phraseOfName(name), written: name.written, address, isFull: room === 0, room }
  })
}
