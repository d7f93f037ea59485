import { renderBadge } from '#design/badge/view.ts'
import type { Card } from '#design/card/view.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { countOpenDifferences } from '../store/differences.ts'
import { listVoidsAsked } from '../store/receipts.ts'
import { listRefunds } from '../store/refunds.ts'
import { deskWords } from '../text/desk-words.ts'
import { feeWords } from '../text/fee-words.ts'
import { matchWords } from '../text/match-words.ts'
import { workWords } from '../text/work-words.ts'

const MOST_COUNTED = 1_000

/** What else there is to do at the desk, with how much of it waits. */
export async function deskCards({ voice, tx }: Visit): Promise<Card[]> {
  const waiting = (await listRefunds(tx, ['asked', 'approved', 'failed'], MOST_COUNTED)).length + (await listVoidsAsked(tx)).length
  const open = await countOpenDifferences(tx)
  const count = (number: number) => renderBadge({ label: voice.number(number), tone: number === 0 ? 'success' : 'warning' })
  return [
    { href: '/staff/payments/till', title: voice.say(deskWords.till), body: voice.say(deskWords.tillLead), icon: 'money' },
    { href: '/staff/payments/refunds', title: voice.say(workWords.refunds), icon: 'undo', facts: count(waiting) },
    { href: '/staff/payments/differences', title: voice.say(workWords.differences), icon: 'warning', facts: count(open) },
    { href: '/staff/payments/match', title: voice.say(matchWords.title), icon: 'check-circle' },
    { href: '/staff/payments/slips', title: voice.say(workWords.slips), icon: 'document' },
    { href: '/staff/payments/webhooks', title: voice.say(workWords.webhooks), icon: 'card' },
    { href: '/staff/payments/fees', title: voice.say(feeWords.title), icon: 'list' },
  ]
}
