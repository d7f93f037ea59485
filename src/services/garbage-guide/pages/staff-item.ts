import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderField } from '#design/field/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderStack } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Language, Phrase, Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { GUIDE_LIMITS, LANGUAGE_FIELDS } from '../forms.ts'
import type { Guide, Item, Wording } from '../model.ts'
import { findItem, loadGuide } from '../store/guide.ts'
import { digestOf } from '../store/items.ts'
import { findQuestion } from '../store/questions.ts'
import { staffWords } from '../text/staff-words.ts'
import { said } from './guide-visit.ts'
import { staffCrumb } from './staff-frame.ts'

interface FormState {
  readonly typed?: Typed
  readonly problems?: FormProblems
  readonly notice?: Phrase<never>
}

export async function showNewItem(visit: Visit): Promise<Answer> {
  const id = visit.query.question ?? ''
  const question = /^[0-9a-f-]{36}$/.test(id) ? await findQuestion(visit.tx, id) : undefined
  const typed: Typed = question === undefined ? {} : { question: question.id, 'name.ja': question.word }
  return showItemForm(visit, await loadGuide(visit.tx), null, { typed })
}

export async function showEditItem(visit: Visit): Promise<Answer> {
  const item = await findItem(visit.tx, visit.params.key ?? '')
  if (item === undefined) throw new Fault('not-found', 'there is no such item')
  return showItemForm(visit, await loadGuide(visit.tx), item, {})
}

/** The form of an item; with null of a new one. What was typed stands in it, however wrong. */
export function showItemForm(visit: Visit, guide: Guide, item: Item | null, state: FormState): Answer {
  const { voice } = visit
  const title = item === null ? staffWords.addItem : staffWords.editItem
  const action = item === null ? '/staff/garbage/items/new' : `/staff/garbage/items/${item.key}`
  const typed = { ...(item === null ? {} : typedOf(item)), ...state.typed }
  const problems = state.problems ?? {}
  const fields = new ItemFields(voice, guide, typed, problems)
  const form = renderForm({
    voice, action, csrfToken: visit.formToken(),
    hidden: { seen: digestOf(item), question: textIn(typed, 'question') },
    body: renderStack({ parts: fields.render(), gap: 'large' }),
    buttons: html`${renderButton({ label: voice.say(staffWords.save), icon: 'check' })}${item && renderLinkButton({ href: `${action}/history`, label: voice.say(staffWords.history), kind: 'secondary', icon: 'history' })}`,
  })
  const main = html`${renderPageTitle({ title: voice.say(title), ...(item === null ? {} : { kicker: item.name.ja }) })}
    ${state.notice === undefined ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(state.notice), isAnnounced: true })}
    ${renderErrorSummary({ voice, errors: Object.entries(problems).map(([name, problem]) => ({ fieldId: fieldId(name), message: html`${fields.labelOf(name)}: ${voice.say(problem.phrase, problem.values)}` })) })}
    ${form} ${item === null ? nothing : renderRemoval(visit, item)}`
  const status = Object.keys(problems).length > 0 || state.notice !== undefined ? 422 : 200
  return shown({ title: voice.plain(title), main, area: 'staff', crumbs: [staffCrumb(voice)], status })
}

function renderRemoval(visit: Visit, item: Item): Html {
  const { voice } = visit
  return renderConfirm({
    voice, title: voice.say(staffWords.remove), body: html`<p>${voice.say(staffWords.removeBody)}</p>`,
    action: `/staff/garbage/items/${item.key}/remove`, csrfToken: visit.formToken(), hidden: { seen: digestOf(item) },
    confirmLabel: voice.say(staffWords.remove), cancelHref: '/staff/garbage', isDangerous: true,
  })
}

const LANGUAGE_NAMES: Readonly<Record<Language, Phrase<never>>> = {
  ja: staffWords.inJa, 'ja-x-yasashii': staffWords.inEasy, en: staffWords.inEn, pt: staffWords.inPt,
}

/** The fields of an item, each with what was typed and what is wrong with it. */
class ItemFields {
  private readonly voice: Voice
  private readonly guide: Guide
  private readonly typed: Typed
  private readonly problems: FormProblems

  constructor(voice: Voice, guide: Guide, typed: Typed, problems: FormProblems) {
    this.voice = voice
    this.guide = guide
    this.typed = typed
    this.problems = problems
  }

  render(): Html[] {
    const { voice } = this
    return [
      renderPanel({ heading: voice.say(staffWords.name), body: renderStack({ parts: [this.inLanguages('name', true), this.text('reading', voice.say(staffWords.readingHint)), this.aliases(), this.danger()] }) }),
      ...Array.from({ length: GUIDE_LIMITS.ways }, (_, index) => this.way(index)),
    ]
  }

  /** What a field is called in the list of what is wrong. */
  labelOf(name: string): HtmlValue {
    const { voice } = this
    const [, way, part = '', ending] = /^(?:way(\d+)\.)?(\w+)(?:\.(\w+))?$/.exec(name) ?? []
    const label = { name: staffWords.name, reading: staffWords.reading, aliases: staffWords.aliases, danger: staffWords.danger, class: staffWords.wasteClass, size: staffWords.size, note: staffWords.note }[part]
    const language = LANGUAGE_FIELDS.find(([, own]) => own === ending)?.[0]
    return html`${way === undefined ? nothing : html`${voice.say(staffWords.way, { number: Number(way) + 1 })} · `}${label ? voice.say(label) : name}${language ? html` (${voice.say(LANGUAGE_NAMES[language])})` : nothing}`
  }

  private inLanguages(name: string, isRequired: boolean): Html {
    return renderColumns({
      kind: 'halves',
      parts: LANGUAGE_FIELDS.map(([language, ending]) => renderField({
        voice: this.voice, kind: 'text', ...this.frame(`${name}.${ending}`), isRequired,
        ...(language === 'en' ? { lang: 'en' } : language === 'pt' ? { lang: 'pt-BR' } : { lang: 'ja' }),
      })),
    })
  }

  private text(name: string, hint: HtmlValue): Html {
    return renderField({ voice: this.voice, kind: 'text', ...this.frame(name), hint, isRequired: true, lang: 'ja' })
  }

  private aliases(): Html {
    return renderField({ voice: this.voice, kind: 'textarea', ...this.frame('aliases'), hint: this.voice.say(staffWords.aliasesHint), isRequired: false, limit: GUIDE_LIMITS.aliases })
  }

  private danger(): Html {
    const { voice, guide } = this
    const choices = guide.dangers.map(({ key, title }) => ({ value: key, label: said(title, voice.language) }))
    return renderField({ voice, kind: 'select', ...this.frame('danger'), choices, emptyLabel: voice.plain(staffWords.noDanger), isRequired: false })
  }

  private way(index: number): Html {
    const { voice, guide } = this
    const choices = guide.classes.map(({ key, name }) => ({ value: key, label: said(name, voice.language) }))
    const empty = index === 0 ? {} : { emptyLabel: voice.plain(staffWords.noWay) }
    return renderPanel({
      heading: voice.say(staffWords.way, { number: index + 1 }),
      body: renderStack({
        parts: [
          renderField({ voice, kind: 'select', ...this.frame(`way${index}.class`), choices, ...empty, isRequired: index === 0 }),
          this.inLanguages(`way${index}.size`, false),
          this.inLanguages(`way${index}.note`, false),
        ],
      }),
    })
  }

  private frame(name: string) {
    const problem = this.problems[name]
    const error = problem && this.voice.say(problem.phrase, problem.values)
    return { name, label: this.labelOf(name), value: textIn(this.typed, name), ...(error === undefined ? {} : { error }) }
  }
}

function textIn(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

function typedOf(item: Item): Typed {
  return {
    ...wordingTyped('name', item.name),
    reading: item.reading,
    aliases: item.aliases.join('\n'),
    danger: item.dangerKey ?? '',
    ...Object.assign({}, ...item.ways.map(({ classKey, size, note }, index) => ({
      [`way${index}.class`]: classKey, ...wordingTyped(`way${index}.size`, size), ...wordingTyped(`way${index}.note`, note),
    }))),
  }
}

function wordingTyped(field: string, wording: Wording): Typed {
  return Object.fromEntries(LANGUAGE_FIELDS.map(([language, ending]) => [`${field}.${ending}`, wording[language]]))
}
