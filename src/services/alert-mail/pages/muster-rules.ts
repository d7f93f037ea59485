import { z } from 'zod'
import { listUnits } from '#kernel/access/organisation.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer, type Crumb } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { MusterClass, RosterPerson } from '../model.ts'
import { peopleOf } from '../rules/muster.ts'
import { listDatedRules, listDatedSettings, type DatedRule } from '../store/muster-rules.ts'
import { listMusterClasses, listRoster } from '../store/roster.ts'
import { musterWords } from '../text/muster-words.ts'
import { musterRuleWords as words } from '../text/muster-rule-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { lineText, rankText, renderChanges, renderLineForm, renderSettings, RULES_PATH, unitText, type RuleTables } from './muster-rule-parts.ts'
import { errorFor, renderProblems, typedText, type FormStand } from './text-boxes.ts'

/** Who is called in which class on a day, and when the silent are asked again; with forms to change it from a day on. */
export function showMusterRules(visit: Visit): Promise<Answer> {
  return showRulesAgain(visit, { typed: {}, problems: {} })
}

export async function showRulesAgain(visit: Visit, stand: FormStand): Promise<Answer> {
  const { voice, tx } = visit
  const on = dayIn(visit.query.on) ?? tx.today
  const tables = { classes: await listMusterClasses(tx), units: await listUnits(tx, on) }
  const [rules, roster] = [await listDatedRules(tx), await listRoster(tx, on)]
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderProblems(voice, stand.problems)}
    ${renderStack({
      gap: 'large',
      parts: [
        renderSection({
          heading: voice.say(words.who),
          body: renderStack({ parts: [renderDay(voice, on), ...tables.classes.map((one) => renderClass(voice, { one, on, rules: rules.filter(({ classKey }) => classKey === one.key), roster, tables }))] }),
        }),
        renderPanel({ heading: voice.say(words.addLine), body: html`<p>${voice.say(words.addLineHint)}</p>${renderLineForm(visit, tables, stand)}` }),
        renderSettings(visit, tables, await listDatedSettings(tx), stand),
        await renderChanges(visit, tables),
      ],
    })}`
  const status = Object.keys(stand.problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(words.title), main, area: 'staff', status, crumbs: [deskCrumb(voice)] })
}

function deskCrumb(voice: Voice): Crumb {
  return { href: '/staff/muster', label: voice.say(serviceWords.musterDesk) }
}

/** A day as the browser's date box sends it; the 30th of February is none. */
function dayIn(text: string | undefined): Temporal.PlainDate | undefined {
  const read = z.iso.date().safeParse(text)
  return read.success ? Temporal.PlainDate.from(read.data) : undefined
}

function renderDay(voice: Voice, on: Temporal.PlainDate): Html {
  return renderForm({
    voice, method: 'get', action: RULES_PATH,
    body: renderField({ voice, kind: 'date', name: 'on', label: voice.say(words.onDay), isRequired: false, isTagHidden: true, value: on.toString() }),
    buttons: renderButton({ label: voice.say(words.look), kind: 'secondary', size: 'small' }),
  })
}

interface ClassOnDay {
  readonly one: MusterClass
  readonly on: Temporal.PlainDate
  readonly rules: readonly DatedRule[]
  readonly roster: readonly RosterPerson[]
  readonly tables: RuleTables
}

function renderClass(voice: Voice, { one, on, rules, roster, tables }: ClassOnDay): Html {
  const [holding, coming] = [rules.filter((rule) => holdsOn(rule, on)), rules.filter(({ from, to }) => Temporal.PlainDate.compare(from, on) > 0 && !isNever(from, to))]
  const people = peopleOf([one.key], holding, roster, tables.units).length
  return renderPanel({
    heading: html`${voice.say(one.name)} <small>${voice.say(words.peopleOn, { people })}</small>`, level: 3,
    body: html`<p>${voice.say(one.summary)}</p>
      ${people === 0 ? renderNotice({ voice, kind: 'warning', title: voice.say(words.nobodyOn) }) : nothing}
      ${holding.length + coming.length === 0 ? nothing : renderTable({
        caption: voice.say(one.name), isCaptionHidden: true, isCardsOnPhone: true,
        columns: [{ heading: voice.say(words.rank) }, { heading: voice.say(musterWords.unit) }, { heading: voice.say(words.days) }, { heading: voice.say(words.ground), width: 'wide' }, { heading: voice.say(serviceWords.acts), width: 'narrow' }],
        rows: [...holding, ...coming].map((rule) => [
          rankText(voice, rule), unitText(voice, rule, tables),
          html`${rule.from.toString()} – ${rule.to?.toString() ?? ''} ${holding.includes(rule) ? nothing : renderBadge({ label: voice.say(words.coming), tone: 'info' })}`,
          rule.source,
          rule.to === null ? html`<a href="${RULES_PATH}/lines/${rule.classKey}/${rule.number}">${voice.say(words.endLine)}</a>` : nothing,
        ]),
      })}`,
  })
}

function holdsOn({ from, to }: Pick<DatedRule, 'from' | 'to'>, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && (to === null || Temporal.PlainDate.compare(to, day) >= 0)
}

/** Ended before it began: taken back. */
function isNever(from: Temporal.PlainDate, to: Temporal.PlainDate | null): boolean {
  return to !== null && Temporal.PlainDate.compare(to, from) < 0
}

/** Asks for the last day of a line and the ground. */
export function showEndLine(visit: Visit): Promise<Answer> {
  return showEndLineAgain(visit, { typed: {}, problems: {} })
}

export async function showEndLineAgain(visit: Visit, { typed, problems }: FormStand): Promise<Answer> {
  const { voice, tx } = visit
  const rule = ruleOf(visit, await listDatedRules(tx))
  const tables = { classes: await listMusterClasses(tx), units: await listUnits(tx, tx.today) }
  const text = (name: 'lastDay' | 'ground') => typedText(typed, name)
  const fields = html`${renderField({ voice, kind: 'date', name: 'lastDay', label: voice.say(words.lastDay), isRequired: true, value: text('lastDay') || tx.today.toString(), ...errorFor(voice, problems, 'lastDay') })}
    ${renderField({ voice, kind: 'text', name: 'ground', label: voice.say(words.ground), hint: voice.say(words.groundHint), isRequired: true, value: text('ground'), ...errorFor(voice, problems, 'ground') })}`
  const main = html`${renderPageTitle({ title: voice.say(words.endLine) })}${renderProblems(voice, problems)}
    ${renderConfirm({
      voice, title: voice.say(words.endLine), body: voice.say(words.endLineBody, lineText(voice, rule, tables)), action: `${RULES_PATH}/lines/${rule.classKey}/${rule.number}`,
      csrfToken: visit.formToken(), fields, confirmLabel: voice.say(words.endLine), cancelHref: RULES_PATH, isDangerous: true,
    })}`
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(words.endLine), main, area: 'staff', status, crumbs: [deskCrumb(voice), { href: RULES_PATH, label: voice.say(words.title) }] })
}

/** The line of the address, as long as it has no last day. */
export function ruleOf({ params }: Visit, rules: readonly DatedRule[]): DatedRule {
  const rule = rules.find(({ classKey, number }) => classKey === params.class && String(number) === params.number)
  if (rule?.to !== null) throw new Fault('not-found', 'there is no such line, or it is ended')
  return rule
}
