import type { Unit } from '#kernel/access/organisation.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { CALLING_LEVELS, RANK_WORDS } from '../forms/muster-rule-forms.ts'
import { RANKS, type MusterClass, type MusterRule } from '../model.ts'
import { listMusterChanges, type DatedSetting, type MusterChange } from '../store/muster-rules.ts'
import type { MusterSetting } from '../store/roster.ts'
import { musterWords } from '../text/muster-words.ts'
import { musterRuleWords as words } from '../text/muster-rule-words.ts'
import { timeText } from './alert-frame.ts'
import { errorFor, typedText, type FormStand } from './text-boxes.ts'

export const RULES_PATH = '/staff/muster/rules'

/** What the tables are read against. */
export interface RuleTables {
  readonly classes: readonly MusterClass[]
  readonly units: readonly Unit[]
}

/** A new line of the table: class, rank, unit, from which day, and on what ground. */
export function renderLineForm(visit: Visit, { classes, units }: RuleTables, stand: FormStand): Html {
  const { voice, tx } = visit
  const frame = (name: string, label: Phrase<never>) => ({ voice, name, label: voice.say(label), value: typedText(stand.typed, name), ...errorFor(voice, stand.problems, name) })
  return renderForm({
    voice, action: `${RULES_PATH}/lines`, csrfToken: visit.formToken(),
    body: renderColumns({
      kind: 'halves',
      parts: [
        html`${renderField({ ...frame('class', musterWords.classes), kind: 'select', isRequired: true, choices: classes.map(({ key, name }) => ({ value: key, label: voice.plain(name) })) })}
          ${renderField({ ...frame('rank', words.rank), kind: 'select', isRequired: false, isTagHidden: true, emptyLabel: voice.plain(words.anyRank), choices: RANKS.map((rank) => ({ value: rank, label: voice.plain(RANK_WORDS[rank]) })) })}
          ${renderField({ ...frame('unit', musterWords.unit), kind: 'select', isRequired: false, isTagHidden: true, emptyLabel: voice.plain(words.anyUnit), choices: units.map(({ code, name }) => ({ value: code, label: name })) })}`,
        html`${renderField({ ...frame('lineFrom', words.from), kind: 'date', isRequired: true, value: typedText(stand.typed, 'lineFrom') || tx.today.toString(), earliest: tx.today.toString() })}
          ${renderField({ ...frame('lineGround', words.ground), kind: 'text', hint: voice.say(words.groundHint), isRequired: true })}`,
      ],
    }),
    buttons: renderButton({ label: voice.say(words.addLine), kind: 'secondary', icon: 'plus' }),
  })
}

/** What holds today and what is to come, and the form for another one. */
export function renderSettings(visit: Visit, tables: RuleTables, settings: readonly DatedSetting[], stand: FormStand): Html {
  const { voice, tx } = visit
  const now = settings.find(({ from }) => Temporal.PlainDate.compare(from, tx.today) <= 0)
  const shownOnes = settings.filter((one) => one === now || Temporal.PlainDate.compare(one.from, tx.today) > 0).toReversed()
  return renderSection({
    heading: voice.say(words.setting),
    body: renderStack({
      parts: [
        shownOnes.length === 0 ? html`<p>${voice.say(words.noSetting)}</p>` : html`<ul>${shownOnes.map((one) => html`<li>${settingText(voice, one.from, one, tables)} <small>${one.source}</small></li>`)}</ul>`,
        renderPanel({ heading: voice.say(words.changeSetting), level: 3, body: renderSettingForm(visit, tables, now, stand) }),
      ],
    }),
  })
}

function renderSettingForm(visit: Visit, { classes }: RuleTables, now: DatedSetting | undefined, stand: FormStand): Html {
  const { voice, tx } = visit
  const isTyped = stand.typed.minutes !== undefined
  const value = (name: string, before: string) => (isTyped ? typedText(stand.typed, name) : before)
  const frame = (name: string, label: Html) => ({ voice, name, label, ...errorFor(voice, stand.problems, name) })
  const number = (name: 'minutes' | 'times', before: number) =>
    renderField({ ...frame(name, voice.say(words[name])), kind: 'number', isRequired: true, value: value(name, String(before)) })
  return renderForm({
    voice, action: `${RULES_PATH}/settings`, csrfToken: visit.formToken(),
    body: renderColumns({
      kind: 'halves',
      parts: [
        html`${number('minutes', now?.remindAfterMinutes ?? 15)}${number('times', now?.remindTimes ?? 2)}
          ${renderField({ ...frame('settingFrom', voice.say(words.from)), kind: 'date', isRequired: true, value: value('settingFrom', tx.today.toString()), earliest: tx.today.toString() })}
          ${renderField({ ...frame('settingGround', voice.say(words.ground)), kind: 'text', hint: voice.say(words.groundHint), isRequired: true, value: value('settingGround', '') })}`,
        html`${CALLING_LEVELS.map((level) => renderField({
          ...frame(`level${level}`, voice.say(words.levelField, { level })), kind: 'select', isRequired: false, isTagHidden: true, emptyLabel: voice.plain(words.noClassAt),
          value: value(`level${level}`, now?.classByLevel[String(level)] ?? ''), choices: classes.map(({ key, name }) => ({ value: key, label: voice.plain(name) })),
        }))}`,
      ],
    }),
    buttons: renderButton({ label: voice.say(words.changeSetting), kind: 'secondary' }),
  })
}

function settingText(voice: Voice, from: Temporal.PlainDate, { remindAfterMinutes, remindTimes, classByLevel }: MusterSetting, { classes }: RuleTables): string {
  const levels = CALLING_LEVELS.flatMap((level) => {
    const one = classes.find(({ key }) => key === classByLevel[String(level)])
    return one === undefined ? [] : [voice.plain(words.levelText, { level, name: voice.plain(one.name) })]
  })
  return voice.plain(words.settingText, { from: from.toString(), minutes: remindAfterMinutes, times: remindTimes, levels: levels.join('、') })
}

/** Who changed what when; the city's own first table has no entry here, its source stands in its lines. */
export async function renderChanges({ voice, tx }: Visit, tables: RuleTables): Promise<Html> {
  const changes = await listMusterChanges(tx)
  return renderSection({
    heading: voice.say(words.history),
    body: changes.length === 0 ? renderEmpty({ icon: 'history', title: voice.say(words.noHistory) }) : renderTable({
      caption: voice.say(words.history), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.what), width: 'wide' }, { heading: voice.say(words.ground) }, { heading: voice.say(words.who2) }, { heading: voice.say(musterWords.when), width: 'narrow' }],
      rows: changes.map((change) => [changeText(voice, change, tables), change.ground, change.changedByName, timeText(voice, change.changedAt)]),
    }),
  })
}

function changeText(voice: Voice, change: MusterChange, tables: RuleTables): string {
  if (change.kind === 'setting') return settingText(voice, change.day, change, tables)
  const line = Object.values(lineText(voice, change, tables)).join(' / ')
  return voice.plain(change.kind === 'line-added' ? words.lineAdded : words.lineEnded, { line, day: change.day.toString() })
}

export function rankText(voice: Voice, { rank }: Pick<MusterRule, 'rank'>): string {
  return voice.plain(rank === null ? words.anyRank : RANK_WORDS[rank])
}

export function unitText(voice: Voice, { unitCode }: Pick<MusterRule, 'unitCode'>, { units }: RuleTables): string {
  if (unitCode === null) return voice.plain(words.anyUnit)
  return units.find(({ code }) => code === unitCode)?.name ?? unitCode
}

/** Class, rank and unit of a line in one line of text. */
export function lineText(voice: Voice, rule: MusterRule, tables: RuleTables): { readonly class: string; readonly rank: string; readonly unit: string } {
  const one = tables.classes.find(({ key }) => key === rule.classKey)
  return { class: one === undefined ? rule.classKey : voice.plain(one.name), rank: rankText(voice, rule), unit: unitText(voice, rule, tables) }
}
