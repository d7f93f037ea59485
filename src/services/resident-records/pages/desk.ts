import { may } from '#kernel/access/actor.ts'
import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFigures } from '#design/figures/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { timelinessOf } from '../rules/deadlines.ts'
import { mayApprove } from '../rules/four-eyes.ts'
import { listEntries, type Entry } from '../store/entries.ts'
import { ENTRY_KINDS } from '../model.ts'
import { KIND_WORDS, OFFICIAL_ACT_WORDS } from '../text/entry-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { entryPath, staffNames, VIEW_BASIS } from './staff-frame.ts'
import { dayText } from './values.ts'

/** What waits: for the second person first, then one's own drafts, those of others, and what will enter the register on its day. */
export async function showDesk(visit: Visit): Promise<Answer> {
  const { voice, tx, actor } = visit
  const waiting = await listEntries(tx, { statuses: ['draft', 'review', 'approved'] })
  const names = await staffNames(tx, waiting.flatMap(({ draftedBy, submittedBy }) => [draftedBy, submittedBy]))
  await tx.note({ act: 'view desk', subject: 'residents:desk', basis: VIEW_BASIS })
  const of = (status: Entry['status']) => waiting.filter((entry) => entry.status === status).toReversed()
  const isApprover = may(actor, 'residents-approver')
  const reviews = of('review')
  const mine = isApprover ? reviews.filter((entry) => mayApprove(actor.id, entry)) : []
  const sections = [
    list(visit, { heading: words.forReview, entries: mine, names, isHiddenWhenEmpty: !isApprover }),
    list(visit, { heading: words.drafts, entries: of('draft'), names, isHiddenWhenEmpty: false }),
    list(visit, { heading: words.withOthers, entries: reviews.filter((entry) => !mine.includes(entry)), names, isHiddenWhenEmpty: true }),
    list(visit, { heading: words.planned, entries: of('approved'), names, isHiddenWhenEmpty: true }),
  ]
  const main = html`${renderPageTitle({ title: voice.say(serviceWords.title), lead: voice.say(words.deskLead), actions: renderDoors(visit) })}
    ${renderStack({ gap: 'large', parts: [renderCounts(visit, waiting, mine.length), may(actor, 'residents-clerk') ? renderBeginnings(visit) : nothing, html`${renderStack({ gap: 'large', parts: sections })}`] })}`
  return shown({ title: voice.plain(serviceWords.title), main, area: 'staff', isSecret: true })
}

function renderDoors({ voice }: Visit): Html {
  const doors = [['/staff/residents/search', words.search, 'search'], ['/staff/residents/journal', words.journal, 'list'], ['/staff/residents/prepared', words.openPrepared, 'phone'], ['/staff/residents/intake', words.intake, 'upload']] as const
  return renderCluster({ parts: doors.map(([href, label, icon], index) => renderLinkButton({ href, label: voice.say(label), icon, kind: index === 0 ? 'primary' : 'secondary' })) })
}

function renderCounts({ voice, tx }: Visit, waiting: readonly Entry[], mine: number): Html {
  const count = (status: Entry['status']) => voice.number(waiting.filter((entry) => entry.status === status).length)
  const isLate = ({ kind, occurredOn, notifiedOn }: Entry) => (timelinessOf(kind, occurredOn, notifiedOn)?.daysLate ?? 0) > 0
  return renderFigures({ figures: [
    { label: voice.say(words.forReview), value: voice.number(mine) }, { label: voice.say(words.drafts), value: count('draft') }, { label: voice.say(words.planned), value: count('approved') },
    { label: voice.say(words.lateOnes), value: voice.number(waiting.filter(isLate).length) }, { label: voice.say(words.waitsLong), value: voice.number(waiting.filter((entry) => ageOf(entry, tx.today) >= LONG_DAYS).length), note: voice.say(words.waitsLongNote, { days: LONG_DAYS }) },
  ] })
}

/** A new entry that needs nobody chosen first; the others begin on the page of a person or household. */
function renderBeginnings({ voice }: Visit): Html {
  const kinds = ENTRY_KINDS.filter((kind) => kind === 'in')
  const buttons = kinds.map((kind) => renderLinkButton({ href: `/staff/residents/entries/new?kind=${kind}`, label: voice.say(KIND_WORDS[kind]), icon: 'plus', kind: 'secondary' }))
  const record = renderLinkButton({ href: '/staff/residents/entries/new?kind=official&act=record', label: voice.say(OFFICIAL_ACT_WORDS.record), icon: 'plus', kind: 'secondary' })
  return renderSection({ heading: voice.say(words.newEntry), lead: voice.say(words.beginElsewhere), body: renderCluster({ parts: [...buttons, record] }) })
}

interface ListTerms {
  readonly heading: Phrase<never>
  readonly entries: readonly Entry[]
  readonly names: ReadonlyMap<string, string>
  readonly isHiddenWhenEmpty: boolean
}

function list({ voice, tx }: Visit, { heading, entries, names, isHiddenWhenEmpty }: ListTerms): Html {
  if (entries.length === 0) return isHiddenWhenEmpty ? nothing : renderSection({ heading: voice.say(heading), body: renderEmpty({ icon: 'check', title: voice.say(words.nothingWaits) }) })
  const table = renderTable({
    caption: voice.say(heading), isCaptionHidden: true, isCardsOnPhone: true, hasStickyHeader: true,
    columns: [{ heading: voice.say(words.kind), width: 'narrow' as const }, { heading: voice.say(words.about) }, { heading: voice.say(words.occurred), width: 'narrow' as const }, { heading: voice.say(words.drafter) }, { heading: voice.say(words.waiting), width: 'narrow' as const }],
    rows: entries.map((entry) => [
      voice.say(KIND_WORDS[entry.kind]), html`<a href="${entryPath(entry.id)}">${entry.title === '' ? voice.say(words.nobodyYet) : entry.title}</a> ${entry.status === 'draft' && entry.sentBackReason !== '' ? renderBadge({ label: voice.say(words.sentBackMark), tone: 'warning' }) : nothing}`,
      html`${dayText(voice, entry.applyOn ?? entry.occurredOn)} ${renderLate({ voice }, entry)}`, names.get(entry.draftedBy) ?? voice.say(words.machinery), renderAge({ voice }, ageOf(entry, tx.today)),
    ]),
  })
  return renderSection({ heading: html`${voice.say(heading)} (${voice.number(entries.length)})`, body: table })
}

/** Days after which an open entry is called old, and very old. */
const LONG_DAYS = 3
const VERY_LONG_DAYS = 7

function ageOf({ submittedAt, draftedAt, status, applyOn }: Entry, today: Temporal.PlainDate): number {
  if (status === 'approved' && applyOn !== null) return 0
  return dayOf(status === 'review' && submittedAt !== null ? submittedAt : draftedAt).until(today).days
}

function renderAge({ voice }: Pick<Visit, 'voice'>, days: number): Html {
  const tone: BadgeTone = days >= VERY_LONG_DAYS ? 'error' : days >= LONG_DAYS ? 'warning' : 'neutral'
  return renderBadge({ label: days === 0 ? voice.say(words.today) : voice.say(words.forDays, { days }), tone })
}

function renderLate({ voice }: Pick<Visit, 'voice'>, { kind, occurredOn, notifiedOn }: Entry): Html {
  const late = timelinessOf(kind, occurredOn, notifiedOn)?.daysLate ?? 0
  return late > 0 ? renderBadge({ label: voice.say(words.daysLate, { days: late }), tone: 'error' }) : nothing
}
