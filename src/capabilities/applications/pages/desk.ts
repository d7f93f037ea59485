import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { may } from '#kernel/access/actor.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { DESK_BASIS, type State } from '../model.ts'
import type { OwnedProcedure } from '../rules/desks.ts'
import { urgencyOf, type Urgency } from '../rules/office-days.ts'
import { ENDED_STATES } from '../rules/states.ts'
import { countDesk, listDesk, type DeskLine, type DeskWish } from '../store/desk.ts'
import { deskWords } from '../text/desk-words.ts'
import { deskProcedures, namesOf } from './desk-visit.ts'
import { dayText, renderState } from './shown-parts.ts'

/** The piles of the desk, and the states that lie on each. */
export const PILES = {
  open: ['submitted', 'checking', 'corrected'],
  mine: ['submitted', 'checking', 'corrected', 'correction-asked', 'proposed'],
  waiting: ['correction-asked'],
  proposed: ['proposed'],
  ended: ENDED_STATES,
} as const satisfies Readonly<Record<string, readonly State[]>>

export type Pile = keyof typeof PILES

/** The inbox of a section: what is due first on top, coloured by its day. */
export async function showDesk(visit: Visit): Promise<Answer> {
  const { voice, tx, query, actor } = visit
  const own = await deskProcedures(visit)
  const { pile, wish, page } = wishOf(visit, own)
  const counts = await countDesk(tx, own.map(({ definition }) => definition.key))
  const lines = await listDesk(tx, { ...wish, limit: APPLICATION_LIMITS.deskRows + 1, offset: page * APPLICATION_LIMITS.deskRows })
  await tx.note({ act: 'list applications', subject: `unit:${actor.person?.unitCode ?? ''}`, basis: DESK_BASIS })
  const searched = new URLSearchParams(Object.entries(query).filter(([name]) => ['pile', 'procedure', 'q'].includes(name))).toString()
  const main = html`${renderPageTitle({
    title: voice.say(deskWords.title), lead: voice.say(deskWords.summary),
    actions: renderCluster({ parts: [
      may(actor, 'applications-clerk') ? renderLinkButton({ href: '/staff/applications/paper', label: voice.say(deskWords.paper), kind: 'secondary', icon: 'edit' }) : nothing,
      renderLinkButton({ href: '/staff/applications/bulk', label: voice.say(deskWords.bulk), kind: 'secondary', icon: 'check' }),
      renderLinkButton({ href: '/staff/applications/settings', label: voice.say(deskWords.settings), kind: 'link' }),
      may(actor, 'applications-clerk') ? renderLinkButton({ href: '/staff/applications/portal', label: voice.say(deskWords.portal), kind: 'link' }) : nothing,
    ] }),
  })}
    ${renderTabs({
      label: voice.plain(deskWords.state),
      tabs: (Object.keys(PILES) as Pile[]).map((one) => ({
        href: `/staff/applications?pile=${one}`, label: voice.say(deskWords[one]), isCurrent: one === pile,
        ...(one === 'mine' || one === 'ended' ? {} : { count: PILES[one].reduce((sum, state) => sum + (counts.get(state) ?? 0), 0) }),
      })),
    })}
    ${renderFilters({
      voice, action: '/staff/applications', hidden: { pile }, clearHref: `/staff/applications?pile=${pile}`,
      search: { name: 'q', label: voice.say(deskWords.search), value: wish.words ?? '' },
      selects: [{ name: 'procedure', label: voice.say(deskWords.procedure), value: query.procedure ?? '', choices: own.map(({ definition }) => ({ value: definition.key, label: voice.plain(definition.title) })) }],
    })}
    ${lines.length === 0 ? renderEmpty({ title: voice.say(deskWords.empty), body: voice.say(deskWords.emptyBody) }) : await renderLines(visit, own, lines.slice(0, APPLICATION_LIMITS.deskRows))}
    ${renderCluster({ parts: [
      lines.length > APPLICATION_LIMITS.deskRows ? renderLinkButton({ href: `/staff/applications?${searched}&page=${page + 1}`, label: voice.say(deskWords.more), kind: 'secondary' }) : nothing,
      renderLinkButton({ href: `/staff/applications/list.xlsx?${searched}`, label: voice.say(deskWords.excel), kind: 'link', icon: 'download' }),
      renderLinkButton({ href: `/staff/applications/list.csv?${searched}`, label: voice.say(deskWords.csv), kind: 'link', icon: 'download' }),
    ] })}`
  return shown({ title: voice.plain(deskWords.title), main, area: 'staff' })
}

/** What the address asks for, within what the clerk may see. */
export function wishOf({ query, actor }: Visit, own: readonly OwnedProcedure[]): { pile: Pile; page: number; wish: Omit<DeskWish, 'limit'> } {
  const pile = (Object.keys(PILES) as Pile[]).find((one) => one === query.pile) ?? 'open'
  const keys = own.map(({ definition }) => definition.key)
  const page = Number(query.page)
  return {
    pile, page: Number.isSafeInteger(page) && page > 0 && page < 1_000 ? page : 0,
    wish: {
      procedures: query.procedure === undefined || query.procedure === '' ? keys : keys.filter((key) => key === query.procedure),
      states: PILES[pile], words: (query.q ?? '').trim().slice(0, 100),
      ...(pile === 'mine' ? { claimedBy: actor.person?.id ?? '' } : {}),
    },
  }
}

const URGENCY_TONES: Readonly<Record<Urgency, BadgeTone>> = { late: 'error', today: 'warning', soon: 'warning', calm: 'neutral' }
const URGENCY_WORDS: Readonly<Record<Urgency, Phrase<never>>> = { late: deskWords.late, today: deskWords.today, soon: deskWords.soon, calm: deskWords.calm }

async function renderLines(visit: Visit, own: readonly OwnedProcedure[], lines: readonly DeskLine[]): Promise<Html> {
  const { voice, tx } = visit
  const names = await namesOf(tx, lines.map(({ claimedBy }) => claimedBy))
  const titles = new Map(own.map(({ definition }) => [definition.key, voice.say(definition.title)]))
  return renderTable({
    caption: voice.say(deskWords.title), isCaptionHidden: true, isCardsOnPhone: true, hasStickyHeader: true,
    columns: [
      { heading: voice.say(deskWords.search), width: 'narrow' }, { heading: voice.say(deskWords.procedure) }, { heading: voice.say(deskWords.due), width: 'narrow' },
      { heading: voice.say(deskWords.state), width: 'narrow' }, { heading: voice.say(deskWords.holder) },
    ],
    rows: lines.map(({ id, number, applicantName, procedure, dueOn, state, claimedBy }) => [
      html`<a href="/staff/applications/${id}">${number}</a><br>${applicantName}`,
      titles.get(procedure),
      renderDue(visit, dueOn, state),
      renderState(voice, state),
      claimedBy === null ? voice.say(deskWords.nobody) : (names.get(claimedBy) ?? ''),
    ]),
  })
}

/** The day, with how urgent it is in words: colour alone says it to nobody who cannot see it. */
export function renderDue({ voice, tx }: Visit, dueOn: Temporal.PlainDate | null, state: State): Html {
  if (dueOn === null) return nothing
  if (ENDED_STATES.includes(state)) return html`${dayText(voice, dueOn)}`
  const urgency = urgencyOf(dueOn, tx.today)
  return html`${dayText(voice, dueOn)}<br>${renderBadge({ label: voice.say(URGENCY_WORDS[urgency]), tone: URGENCY_TONES[urgency] })}`
}
