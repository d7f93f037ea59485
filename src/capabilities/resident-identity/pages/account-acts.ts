import { renderConfirm } from '#design/confirm/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { residentOf } from '../actions/resident.ts'
import { waysOf } from '../store/ways.ts'
import { listGiven, listHeld } from '../store/proxies.ts'
import { accountWords as words } from '../text/account.ts'
import { powerWords } from '../text/powers.ts'
import { belowMyPage } from './account.ts'

interface Asked {
  readonly title: Phrase<never>
  readonly question: Phrase<never>
  readonly body: Phrase<never>
  readonly action: string
  readonly back: { readonly href: string; readonly label: Phrase<never> }
}

const toAccount = { href: '/my/account', label: words.title }

export async function showRemoveWay(visit: Visit): Promise<Answer> {
  const { kind = '', id = '' } = visit.params
  const ways = await waysOf(visit.tx, residentOf(visit).accountId)
  const isOwn = ways.some((way) => way.kind === kind && (way.kind === 'card' ? way.card.id : way.kind === 'mail' ? way.mailbox.id : way.passkey.id) === id)
  if (!isOwn) throw new Fault('not-found')
  return ask(visit, { title: words.remove, question: words.removeQuestion, body: words.removeBody, action: `/my/account/ways/${kind}/${id}/remove`, back: toAccount })
}

export async function showSignOutEverywhere(visit: Visit): Promise<Answer> {
  return ask(visit, { title: words.everywhere, question: words.everywhereQuestion, body: words.everywhereBody, action: '/my/account/sign-out-everywhere', back: toAccount })
}

export async function showClose(visit: Visit): Promise<Answer> {
  return ask(visit, { title: words.close, question: words.closeQuestion, body: words.closeBody, action: '/my/account/close', back: toAccount })
}

export async function showEndPower(visit: Visit): Promise<Answer> {
  const { tx, params } = visit
  const { personId } = residentOf(visit)
  const own = personId === null ? [] : [...(await listGiven(tx, personId)), ...(await listHeld(tx, personId))]
  if (!own.some((power) => power.id === params['id'])) throw new Fault('not-found')
  const back = { href: '/my/powers', label: powerWords.title }
  return ask(visit, { title: powerWords.end, question: powerWords.endQuestion, body: powerWords.endBody, action: `/my/powers/${params['id']}/end`, back })
}

async function ask(visit: Visit, { title, question, body, action, back }: Asked): Promise<Answer> {
  const { voice } = visit
  const main = html`
    ${renderPageTitle({ title: voice.say(title) })}
    ${renderConfirm({
      voice, title: voice.say(question), body: voice.say(body), action, csrfToken: visit.formToken(), confirmLabel: voice.say(title), cancelHref: back.href, isDangerous: true,
    })}`
  return shown({ title: voice.plain(title), main, crumbs: [...belowMyPage(voice), { href: back.href, label: voice.say(back.label) }] })
}
