import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { reachOfClass } from '../actions/staff-lists.ts'
import type { MusterCall, MusterClass } from '../model.ts'
import { listCalls, listSuggestions, type Suggestion } from '../store/muster.ts'
import { listMusterClasses } from '../store/roster.ts'
import { musterRuleWords } from '../text/muster-rule-words.ts'
import { musterWords as words } from '../text/muster-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { timeText } from './alert-frame.ts'
import { RULES_PATH } from './muster-rule-parts.ts'
import { errorFor, renderProblems, typedBoxes, typedText, type FormStand } from './text-boxes.ts'

/**
 * Where the officer on duty calls staff, and finds the calls of before. `?class=`, `?reason=` and `?drill=1` fill the form
 * in for whoever comes from a page that knows them already (the duty board); nothing is called before the button is pressed.
 */
export async function showMusterDesk(visit: Visit): Promise<Answer> {
  const { class: wanted = '', reason = '', drill = '' } = visit.query
  const typed = { classes: wanted === '' ? [] : [wanted], reason, place: '市役所本庁舎', ...(drill === '1' ? { isDrill: 'on' } : {}) }
  return showCallForm(visit, { typed, problems: {} })
}

export async function showCallForm(visit: Visit, stand: FormStand): Promise<Answer> {
  const { voice, tx } = visit
  const [classes, calls, suggestions] = [await listMusterClasses(tx), await listCalls(tx), await listSuggestions(tx)]
  const main = html`${renderPageTitle({ title: voice.say(serviceWords.musterDesk), lead: voice.say(words.callLead), actions: html`${renderLinkButton({ href: '/staff/muster/me', label: voice.say(words.mine), kind: 'secondary', icon: 'person' })}
    ${renderLinkButton({ href: RULES_PATH, label: voice.say(musterRuleWords.title), kind: 'secondary', icon: 'list' })}` })}
    ${renderProblems(voice, stand.problems)}
    ${renderStack({
      gap: 'large',
      parts: [
        ...suggestions.map((suggestion) => renderSuggestion(visit, suggestion, classes)),
        renderPanel({ heading: voice.say(words.call), body: await renderForms(visit, classes, stand) }),
        renderSection({ heading: voice.say(words.calls), body: renderCalls(visit, calls, classes) }),
      ],
    })}`
  const status = Object.keys(stand.problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(serviceWords.musterDesk), main, area: 'staff', status })
}

function renderSuggestion({ voice }: Visit, { level, classKey, isDrill }: Suggestion, classes: readonly MusterClass[]): Html {
  const one = classes.find(({ key }) => key === classKey)
  return renderNotice({
    voice, kind: 'warning', title: html`${voice.say(words.suggested, { level, name: one === undefined ? classKey : voice.plain(one.name) })} ${isDrill ? renderBadge({ label: voice.say(words.drillMark), tone: 'info' }) : nothing}`,
    actions: html`<a href="/staff/muster?class=${classKey}">${voice.say(words.call)}</a>`,
  })
}

async function renderForms(visit: Visit, classes: readonly MusterClass[], { typed, problems }: FormStand): Promise<Html> {
  const { voice } = visit
  const choices = []
  for (const { key, name, summary } of classes) {
    const reach = await reachOfClass(visit, key)
    choices.push({ value: key, label: voice.say(name), hint: html`${voice.say(summary)} ${voice.say(words.willReach, reach)}` })
  }
  const text = (name: 'reason' | 'place') => renderField({ voice, kind: 'text', name, label: voice.say(words[name]), isRequired: true, value: typedText(typed, name), ...(name === 'reason' ? { hint: voice.say(words.reasonHint) } : {}), ...errorFor(voice, problems, name) })
  return renderForm({
    voice, action: '/staff/muster', csrfToken: visit.formToken(),
    body: html`${renderField({ voice, kind: 'checkboxes', name: 'classes', label: voice.say(words.classes), isRequired: true, values: typedBoxes(typed, 'classes'), choices, ...errorFor(voice, problems, 'classes') })}
      ${text('reason')}${text('place')}
      ${renderField({ voice, kind: 'checkbox', name: 'isDrill', label: voice.say(words.drill), isRequired: false, isTagHidden: true, isChecked: typedText(typed, 'isDrill') !== '' })}`,
    buttons: renderButton({ label: voice.say(words.call), kind: 'danger', icon: 'megaphone' }),
  })
}

function renderCalls({ voice }: Visit, calls: readonly MusterCall[], classes: readonly MusterClass[]): Html {
  if (calls.length === 0) return renderEmpty({ icon: 'people', title: voice.say(words.noCalls) })
  const nameOf = (key: string) => classes.find((one) => one.key === key)?.name
  return renderTable({
    caption: voice.say(words.calls), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.reason), width: 'wide' }, { heading: voice.say(words.classes) }, { heading: voice.say(words.state) }, { heading: voice.say(words.by) }, { heading: voice.say(words.when), width: 'narrow' }],
    rows: calls.map((call) => [
      html`<a href="/staff/muster/${call.id}">${call.reason}</a>`,
      call.classKeys.map((key) => { const name = nameOf(key); return name === undefined ? key : voice.plain(name) }).join('、'),
      html`${renderBadge({ label: voice.say(call.endedAt === null ? words.open : words.ended), tone: call.endedAt === null ? 'warning' : 'neutral' })} ${call.isDrill ? renderBadge({ label: voice.say(words.drillMark), tone: 'info' }) : nothing}`,
      call.calledByName,
      timeText(voice, call.calledAt),
    ]),
  })
}
