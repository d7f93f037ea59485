import { findContactById } from '#capabilities/notices/contacts.ts'
import type { PersonalChannelKey } from '#capabilities/notices/model.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { CHANNEL_WORDS } from '../forms/alert-forms.ts'
import { languageChoices, ROLE_WORDS } from '../forms/school-forms.ts'
import { LANGUAGE_WORDS } from '../forms/text-fields.ts'
import type { Guardian, School, SchoolClass } from '../model.ts'
import { classTitle } from '../rules/school-year.ts'
import { findGuardian, listGuardians } from '../store/guardians.ts'
import { alertWords } from '../text/alert-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { keptClass, schoolCrumbs, schoolPath } from './school-visit.ts'
import { errorFor, renderProblems, typedText, type FormStand } from './text-boxes.ts'

export async function showClassPage(visit: Visit): Promise<Answer> {
  const { school, one } = await keptClass(visit, 'view class list')
  return showClass(visit, school, one, { typed: {}, problems: {} })
}

/** A class's list: who has confirmed, who was invited how, and whom nothing reaches any more. */
export async function showClass(visit: Visit, school: School, one: SchoolClass, stand: FormStand): Promise<Answer> {
  const { voice, tx } = visit
  const guardians = await listGuardians(tx, [one.id])
  const hasSheets = guardians.some(({ state, invitedAddress }) => state === 'invited' && invitedAddress === null)
  const sheets = renderLinkButton({ href: schoolPath(school, `/classes/${one.id}/sheets.pdf`), label: voice.say(words.sheets), kind: 'secondary', icon: 'print' })
  const title = classTitle(school.kind, one)
  const main = html`${renderPageTitle({ title, kicker: voice.say(school.name), ...(hasSheets ? { actions: sheets } : {}) })}
    ${renderProblems(voice, stand.problems)}
    ${renderStack({
      gap: 'large',
      parts: [
        guardians.length === 0 ? renderEmpty({ icon: 'people', title: voice.say(words.noGuardians) }) : renderGuardians(visit, school, one, guardians, await waysOf(tx, guardians)),
        renderPanel({ heading: voice.say(words.invite), body: renderInvite(visit, school, one, stand) }),
      ],
    })}`
  const status = Object.keys(stand.problems).length > 0 ? 422 : 200
  return shown({ title: `${voice.plain(school.name)} ${title}`, main, area: 'staff', status, crumbs: schoolCrumbs(voice, school) })
}

/** By which channel a guardian on the list is reached; null: by none, because they left it or their address is gone. */
type Ways = ReadonlyMap<string, PersonalChannelKey | null>

async function waysOf(tx: Tx, guardians: readonly Guardian[]): Promise<Ways> {
  const ways = new Map<string, PersonalChannelKey | null>()
  for (const { id, state, contactId } of guardians) {
    if (state !== 'confirmed' || contactId === null) continue
    const contact = await findContactById(tx, contactId)
    ways.set(id, contact?.state === 'active' ? contact.channel : null)
  }
  return ways
}

function renderGuardians(visit: Visit, school: School, one: SchoolClass, guardians: readonly Guardian[], ways: Ways): Html {
  const { voice } = visit
  const path = schoolPath(school, `/classes/${one.id}`)
  return renderTable({
    caption: voice.say(words.confirmed), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.child) }, { heading: voice.say(words.role) }, { heading: voice.say(words.language) }, { heading: voice.say(alertWords.state) }, { heading: voice.say(serviceWords.acts) }],
    rows: guardians.map((guardian) => [
      guardian.childLabel,
      guardian.role === null ? '' : voice.say(ROLE_WORDS[guardian.role]),
      voice.say(LANGUAGE_WORDS[guardian.language]),
      renderState(visit, guardian, ways.get(guardian.id)),
      renderCluster({
        parts: [
          guardian.state === 'invited' ? renderForm({ voice, action: `${path}/renew`, csrfToken: visit.formToken(), hidden: { guardian: guardian.id }, body: nothing, buttons: renderButton({ label: voice.say(words.renew), kind: 'link', size: 'small' }) }) : nothing,
          html`<a href="${path}/guardians/${guardian.id}">${voice.say(words.takeOff)}</a>`,
        ],
      }),
    ]),
  })
}

function renderState({ voice }: Visit, { state, invitedAddress }: Guardian, way: PersonalChannelKey | null | undefined): Html {
  if (way === null) return renderBadge({ label: voice.say(words.notReached), tone: 'error' })
  if (state === 'confirmed') return html`${renderBadge({ label: voice.say(words.confirmed), tone: 'success' })} ${way === undefined ? nothing : voice.say(CHANNEL_WORDS[way])}`
  return html`${renderBadge({ label: voice.say(words.invited), tone: 'warning' })} ${voice.say(invitedAddress === null ? words.bySheet : words.byMail)}`
}

function renderInvite({ voice, formToken }: Visit, school: School, one: SchoolClass, { typed, problems }: FormStand): Html {
  return renderForm({
    voice, action: schoolPath(school, `/classes/${one.id}/invite`), csrfToken: formToken(),
    body: html`${renderField({ voice, kind: 'text', name: 'child', label: voice.say(words.child), hint: voice.say(words.childHint), isRequired: true, width: 'medium', value: typedText(typed, 'child'), ...errorFor(voice, problems, 'child') })}
      ${renderField({ voice, kind: 'text', inputType: 'email', name: 'address', label: voice.say(words.address), hint: voice.say(words.addressHint), isRequired: false, value: typedText(typed, 'address'), ...(problems.address === undefined ? {} : { error: voice.say(words.badAddress) }) })}
      ${renderField({ voice, kind: 'select', name: 'language', label: voice.say(words.language), isRequired: true, value: typedText(typed, 'language') || 'ja', choices: languageChoices.map(({ value, label }) => ({ value, label: voice.plain(label) })), ...errorFor(voice, problems, 'language') })}`,
    buttons: renderButton({ label: voice.say(words.sendInvitation) }),
  })
}

/** Asks before somebody is taken off. */
export async function showTakeOff(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const { school, one } = await keptClass(visit, 'view class list')
  const guardian = await findGuardian(tx, params.guardian ?? '')
  if (guardian?.classId !== one.id || guardian.state === 'left') throw new Fault('not-found', 'there is no such place on this list')
  const path = schoolPath(school, `/classes/${one.id}`)
  const child = guardian.role === null ? guardian.childLabel : `${guardian.childLabel} (${voice.plain(ROLE_WORDS[guardian.role])})`
  const main = html`${renderPageTitle({ title: voice.say(words.takeOff), kicker: classTitle(school.kind, one) })}
    ${renderConfirm({ voice, title: voice.say(words.takeOff), body: voice.say(words.takeOffBody, { child }), action: `${path}/take-off`, csrfToken: visit.formToken(), hidden: { guardian: guardian.id }, confirmLabel: voice.say(words.takeOff), cancelHref: path, isDangerous: true })}`
  return shown({ title: voice.plain(words.takeOff), main, area: 'staff', crumbs: [...schoolCrumbs(voice, school), { href: path, label: classTitle(school.kind, one) }] })
}

