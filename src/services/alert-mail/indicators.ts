import type { Indicator } from '#capabilities/indicators/model.ts'
import { facts } from './facts.ts'
import { indicatorWords as words } from './text/indicator-words.ts'

/** Project ①(3)-3 of the plan, listed again as ②(4)-1. */
const PROJECT = '1-3-3'
/** The first day of the fiscal year in which the service began to count. */
const FROM = '2026-04-01'
const first = { from: FROM, reason: words.first } as const
const real = { field: 'body.isDrill', is: false } as const
const common = { projects: [PROJECT], direction: 'up' } as const

/** What the service is judged by: what was sent, whom it reaches, whether it is read, and how fast staff answer. */
export const indicators: readonly Indicator[] = [
  {
    ...common, key: 'alert-mail.alerts-sent', title: words.alertsSent, unit: words.cases, nature: 'output',
    definitions: [{ ...first, fact: facts.alertSent.name, count: { kind: 'count' }, where: [real], category: 'body.topic' }],
  },
  {
    ...common, key: 'alert-mail.guardians-joined', title: words.guardiansJoined, unit: words.people, nature: 'outcome',
    definitions: [{ ...first, fact: facts.guardianJoined.name, count: { kind: 'count' }, category: 'body.school' }],
  },
  {
    ...common, key: 'alert-mail.school-messages', title: words.schoolMessages, unit: words.cases, nature: 'output',
    definitions: [{ ...first, fact: facts.messageSent.name, count: { kind: 'count' }, where: [real, { field: 'body.isReminder', is: false }], category: 'body.school' }],
  },
  {
    ...common, key: 'alert-mail.read-share', title: words.readShare, unit: words.percent, nature: 'outcome',
    definitions: [{ ...first, fact: facts.messageClosed.name, count: { kind: 'median', of: 'body.readPercent' }, where: [real] }],
  },
  {
    ...common, key: 'alert-mail.muster-reply-share', title: words.musterShare, unit: words.percent, nature: 'outcome',
    definitions: [{ ...first, fact: facts.musterEnded.name, count: { kind: 'median', of: 'body.replyPercent' }, where: [real] }],
  },
  {
    ...common, key: 'alert-mail.muster-minutes', title: words.musterMinutes, unit: words.minutes, nature: 'outcome', direction: 'down',
    definitions: [{ ...first, fact: facts.musterReplied.name, count: { kind: 'median', of: 'body.minutes' }, where: [real, { field: 'body.isFirst', is: true }] }],
  },
]
