import type { NoticeTexts } from '#capabilities/notices/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { orderForm } from '../forms/duty.ts'
import type { Level } from '../model.ts'
import { renderDraftPage } from '../pages/order-draft.ts'
import { renderOvertaken } from '../pages/order-overtaken.ts'
import { settingOn } from '../rules/escalation.ts'
import { townsIn, wishProblem, type OrderWish, type WishProblem } from '../rules/orders.ts'
import { sheltersFor, type OpenShelter, type Shelter } from '../rules/shelters.ts'
import { listSettings } from '../store/duty.ts'
import { listOpenShelters, listShelters, listTownCentres } from '../store/shelters.ts'
import { dutyWords as words, HAZARD_NAMES } from '../text/duty-words.ts'
import { askToConfirm } from './ask-to-confirm.ts'
import { composeOrder, textsOf, type ComposedOrder } from './compose-order.ts'
import { isOvertaken, type DraftBase, type ResolveDraft } from './resolve-draft.ts'

/** A draft as the officer has it before them. */
export interface Draft {
  readonly base: DraftBase
  readonly wish: OrderWish
  readonly reason: string
  /** Ids of the shelters that are named. */
  readonly shelters: readonly string[]
  readonly title: string
  readonly body: string
  readonly open: readonly OpenShelter[]
  /** Designated and near, open or not. */
  readonly nearest: readonly Shelter[]
  readonly composed: ComposedOrder | undefined
}

export type DraftProblems = Readonly<Partial<Record<'towns' | 'level' | 'reason' | 'title', Phrase<never>>>>

/** The first act of three: opens what is suggested, with text, reach and channels. */
export function showDraft(resolve: ResolveDraft) {
  return async (visit: Visit): Promise<Answer> => {
    const base = await resolve(visit)
    if (isOvertaken(base)) return renderOvertaken(visit, base)
    const { kind, hazard, level, towns } = base
    return renderDraftPage(visit, await draftOf(visit, base, { wish: { kind, hazard, level, towns }, reason: reasonFor(visit, base) }), {})
  }
}

/** The second act: asks a second person, or shows text and reach anew. */
export function sendDraft(resolve: ResolveDraft) {
  return async (visit: Submission<ValuesOf<typeof orderForm>>): Promise<Answer> => {
    const base = await resolve(visit)
    if (isOvertaken(base)) return renderOvertaken(visit, base)
    const { values } = visit
    const draft = await draftOf(visit, base, {
      wish: wishOf(base, values), reason: values.reason, shelters: values.shelters, title: values.title, body: values.body,
    })
    if (values.step === 'preview') return renderDraftPage(visit, draft, {})
    const texts = textsOf(draft)
    const problem = wishProblem(draft.wish, base.before, townsIn(base.districts)) ?? (texts === undefined ? 'no-text' : undefined)
    if (problem !== undefined || texts === undefined) return again(visit, draft, problemsOf(problem ?? 'no-text'))
    return ask(visit, draft, texts)
  }
}

/** What was left out comes back with everything else as it was typed. */
export function draftAgain(resolve: ResolveDraft) {
  return async (visit: Submission<Record<string, unknown>>): Promise<Answer> => {
    const base = await resolve(visit)
    if (isOvertaken(base)) return renderOvertaken(visit, base)
    const text = (name: string) => (typeof visit.typed[name] === 'string' ? visit.typed[name] : '')
    const many = (name: string) => [visit.typed[name] ?? []].flat().filter((one) => typeof one === 'string')
    const wish = wishOf(base, { hazard: base.hazard, level: String(base.level) as Chosen['level'], ...asChosen(visit.typed), towns: many('towns'), districts: many('districts') })
    const draft = await draftOf(visit, base, { wish, reason: text('reason'), shelters: many('shelters'), title: text('title'), body: text('body') })
    return again(visit, draft, visit.problems.reason === undefined ? {} : { reason: words.problemReason })
  }
}

async function ask(visit: Visit, draft: Draft, texts: NoticeTexts): Promise<Answer> {
  const { base, wish, reason, shelters } = draft
  const outcome = await askToConfirm(visit.tx, {
    ...wish, realm: base.realm, reason, texts, shelters, suggestionId: base.suggestion?.id ?? null, before: base.before ?? null,
  }, visit.client.origin)
  if (outcome.ok) return redirect(`/staff/disaster/confirm/${outcome.order}`, { notice: words.asked })
  if (outcome.other !== undefined) return redirect(`/staff/disaster/confirm/${outcome.other.id}`, { notice: words.otherWasFirst })
  return renderOvertaken(visit, base.before === undefined ? {} : { order: base.before })
}

type Typing = Pick<Draft, 'wish' | 'reason'> & Partial<Pick<Draft, 'shelters' | 'title' | 'body'>>

async function draftOf({ tx }: Visit, base: DraftBase, { wish, reason, shelters, title = '', body = '' }: Typing): Promise<Draft> {
  const most = settingOn(await listSettings(tx), 'shelters-named', tx.today)
  const centres = await listTownCentres(tx)
  const open = sheltersFor(await listOpenShelters(tx, base.realm), wish.hazard, wish.towns, centres)
  const nearest = sheltersFor(await listShelters(tx), wish.hazard, wish.towns, centres).slice(0, most)
  // Only open places are named: nobody is sent to a locked door. Lifting names none.
  const chosen = shelters ?? (wish.kind === 'issue' || wish.kind === 'update' ? open.slice(0, most).map(({ id }) => id) : [])
  return { base, wish, reason, shelters: chosen, title, body, open, nearest, composed: await compose(tx, base, wish, open.filter(({ id }) => chosen.includes(id))) }
}

function compose(tx: Tx, { districts, suggestion }: DraftBase, wish: OrderWish, shelters: readonly Shelter[]): Promise<ComposedOrder | undefined> {
  return composeOrder(tx, { ...wish, districts, shelters, kindCode: suggestion?.kindCode ?? '' })
}

type Chosen = Pick<ValuesOf<typeof orderForm>, 'hazard' | 'level' | 'towns' | 'districts'>

/** A ticked district means all its towns. Lowering and lifting are for everybody who was told, whatever was sent. */
function wishOf({ kind, hazard, level, isFree, before, districts }: DraftBase, chosen: Chosen): OrderWish {
  const ticked = districts.flatMap(({ key, towns }) => towns.map(({ name }) => name).filter((name) => chosen.districts.includes(key) || chosen.towns.includes(name)))
  const strangers = chosen.towns.filter((name) => !ticked.includes(name))
  const isForAll = kind === 'cancel' || kind === 'lower'
  return {
    kind, hazard: isFree ? chosen.hazard : hazard, level: kind === 'cancel' ? level : (Number(chosen.level) as Level),
    towns: isForAll && before !== undefined ? before.towns : [...ticked, ...strangers],
  }
}

function asChosen(typed: Submission<unknown>['typed']): Partial<Pick<Chosen, 'level'>> {
  return typeof typed.level === 'string' && /^[0-5]$/.test(typed.level) ? { level: typed.level as Chosen['level'] } : {}
}

function reasonFor({ voice }: Visit, { suggestion, hazard }: DraftBase): string {
  if (suggestion === undefined) return ''
  const { telegramType: telegram, areaName: area, kindName, changedAt } = suggestion
  const kind = kindName === '' ? voice.plain(HAZARD_NAMES[hazard]) : kindName
  return voice.plain(words.because, { telegram, time: minuteOf(changedAt), area, kind })
}

async function again(visit: Visit, draft: Draft, problems: DraftProblems): Promise<Answer> {
  const page = await renderDraftPage(visit, draft, problems)
  return page.kind === 'page' ? { ...page, status: 422 } : page
}

function problemsOf(problem: WishProblem): DraftProblems {
  return PROBLEMS[problem]
}

const PROBLEMS: Readonly<Record<WishProblem, DraftProblems>> = {
  'no-towns': { towns: words.problemNoTowns }, 'unknown-towns': { towns: words.problemUnknownTowns }, 'towns-missing': { towns: words.problemTownsMissing },
  'nothing-new': { towns: words.problemNothingNew }, 'not-lower': { level: words.problemNotLower }, 'level-needed': { level: words.problemLevel },
  'no-text': { title: words.problemNoText },
}
