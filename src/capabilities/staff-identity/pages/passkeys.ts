import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderPasskey } from '#design/passkey/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { dayOf, minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { confirmationFirst, insiderOf } from '../actions/insider.ts'
import { passkeyForm } from '../forms.ts'
import type { Passkey } from '../model.ts'
import { newChallenge } from '#capabilities/passkeys/challenges.ts'
import { creationOptions, passkeyCreationFor, relyingPartyAt } from '#capabilities/passkeys/passkeys.ts'
import { findPasskey, listPasskeys } from '../store/passkeys.ts'
import { passkeyWords as words } from '../text/account.ts'
import { belowAccount, statusOf } from './account.ts'
import { blankForm, renderFields, renderProblems, type FilledForm } from './fields.ts'

export async function openPasskeys(visit: Visit): Promise<Answer> {
  return (await confirmationFirst(visit, '/account/passkeys')) ?? showPasskeys(visit)
}

export async function showPasskeys(visit: Visit, filled: FilledForm = blankForm): Promise<Answer> {
  const { voice, tx } = visit
  const passkeys = await listPasskeys(tx, insiderOf(visit).person.id)
  const add = await renderAdd(visit, passkeys, filled)
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderProblems(voice, passkeyForm, filled)}
    ${renderSection({ heading: voice.say(words.yours), body: renderList(visit, passkeys) })}
    ${renderSection({ heading: voice.say(words.add), body: renderPanel({ body: add }) })}`
  return shown({
    title: voice.plain(words.title),
    main,
    crumbs: belowAccount(voice),
    area: 'staff',
    status: statusOf(filled),
  })
}

function renderList({ voice }: Visit, passkeys: readonly Passkey[]): Html {
  if (passkeys.length === 0) return renderEmpty({ icon: 'key', title: voice.say(words.empty) })
  return renderTable({
    caption: voice.say(words.yours),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [words.name, words.host, words.made, words.lastUse, words.remove].map((word) => ({
      heading: voice.say(word),
    })),
    rows: passkeys.map((passkey): readonly HtmlValue[] => [
      passkey.name,
      passkey.host,
      dayOf(passkey.createdAt).toString(),
      passkey.usedAt === null ? voice.say(words.neverUsed) : minuteOf(passkey.usedAt),
      renderLinkButton({
        label: html`${voice.say(words.remove)} <span class="visually-hidden">${passkey.name}</span>`,
        kind: 'secondary',
        size: 'small',
        href: `/account/passkeys/${passkey.id}/remove`,
      }),
    ]),
  })
}

async function renderAdd(visit: Visit, known: readonly Passkey[], filled: FilledForm): Promise<Html> {
  const { voice, city, client, seal, tx } = visit
  const { person } = insiderOf(visit)
  const party = relyingPartyAt(city, client.origin)
  if (party === null) return renderNotice({ voice, kind: 'info', title: voice.say(words.noHost) })
  return renderPasskey({
    voice,
    ceremony: 'create',
    options: await creationOptions(party, person, known, newChallenge(seal, passkeyCreationFor(person.id), tx.now)),
    action: '/account/passkeys',
    csrfToken: visit.formToken(),
    fields: renderFields(voice, passkeyForm, filled, { name: { width: 'medium' } }),
    label: voice.say(words.addButton),
    fallback: voice.say(words.noScript),
  })
}

export async function showDropPasskey(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const passkey = await findPasskey(tx, insiderOf(visit).person.id, params.id ?? '')
  if (passkey === undefined) throw new Fault('not-found')
  const hindrance = await confirmationFirst(visit, '/account/passkeys')
  if (hindrance !== null) return hindrance
  const title = voice.say(words.removeQuestion, { name: passkey.name })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.remove) })}
    ${renderConfirm({
      voice,
      title,
      body: voice.say(words.removeBody),
      action: `/account/passkeys/${passkey.id}/remove`,
      csrfToken: visit.formToken(),
      confirmLabel: voice.say(words.remove),
      cancelHref: '/account/passkeys',
      isDangerous: true,
    })}`
  const crumbs = [...belowAccount(voice), { href: '/account/passkeys', label: voice.say(words.title) }]
  return shown({ title: voice.plain(words.removeQuestion, { name: passkey.name }), main, crumbs, area: 'staff' })
}
