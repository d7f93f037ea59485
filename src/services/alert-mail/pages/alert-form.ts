import { composeTexts } from '#capabilities/phrasebook/phrasebook.ts'
import { listDistricts } from '#capabilities/notices/notices.ts'
import type { District } from '#capabilities/notices/model.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { CHANNEL_WORDS, TOPIC_WORDS } from '../forms/alert-forms.ts'
import { typedTexts } from '../forms/text-fields.ts'
import { ALERT_CHANNELS, ALERT_TOPICS, type Alert } from '../model.ts'
import { ALERT_PHRASES, slotsOf, writtenSlots } from '../rules/phrases.ts'
import { typedOf } from '../rules/sentences.ts'
import { findAlert } from '../store/alerts.ts'
import { alertWords as words } from '../text/alert-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { errorFor, renderProblems, renderTextBoxes, typedBoxes, typedText } from './text-boxes.ts'

/** What a new alert begins with. */
const BEGINNING: Typed = { topic: 'crime', urgency: '0', isWholeCity: 'yes', channels: ['mail', 'push', 'line'] }

/** An empty form, or one that a phrase has filled in. */
export async function showNewAlert(visit: Visit): Promise<Answer> {
  const filled = await fillFromPhrase(visit)
  return showAlertForm(visit, { before: undefined, problems: {}, typed: { ...BEGINNING, ...filled.typed }, notice: filled.notice })
}

export async function showEditAlert(visit: Visit): Promise<Answer> {
  const alert = await findAlert(visit.tx, visit.params.id ?? '')
  if (alert?.state !== 'draft') throw new Fault('not-found', 'there is no such draft')
  return showAlertForm(visit, { before: alert, problems: {}, typed: typedAlert(alert) })
}

interface AlertFormPage {
  readonly before: Alert | undefined
  readonly problems: FormProblems
  readonly typed: Typed
  readonly notice?: Html
}

export async function showAlertForm(visit: Visit, { before, problems, typed, notice = nothing }: AlertFormPage): Promise<Answer> {
  const { voice, tx } = visit
  const districts = await listDistricts(tx)
  const title = before === undefined ? words.newAlert : words.edit
  const action = before === undefined ? '/staff/alerts/new' : `/staff/alerts/${before.id}/edit`
  const main = html`${renderPageTitle({ title: voice.say(title) })}
    ${renderProblems(voice, problems)}
    ${renderStack({
      gap: 'large',
      parts: [
        before === undefined ? renderPhrasePanel(visit, districts) : nothing,
        notice,
        renderForm({
          voice, action, csrfToken: visit.formToken(), hidden: { phrase: typedText(typed, 'phrase'), slots: typedText(typed, 'slots') },
          body: html`${renderColumns({ kind: 'halves', parts: [renderWhat(visit, before, typed, problems), renderWhither(visit, districts, typed, problems)] })}
            <p>${voice.say(words.otherLanguages)}</p>${renderTextBoxes(voice, { typed, problems })}`,
          buttons: renderButton({ label: voice.say(words.save) }),
        }),
      ],
    })}`
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(title), main, area: 'staff', status, crumbs: [{ href: '/staff/alerts', label: voice.say(serviceWords.alertDesk) }] })
}

function renderWhat({ voice }: Visit, before: Alert | undefined, typed: Typed, problems: FormProblems): Html {
  // A correction stays what it corrects: the same topic, and a drill where that was one.
  const isFollowing = before !== undefined && before.kind !== 'issue'
  const topics = isFollowing ? [before.topic] : ALERT_TOPICS
  return html`${renderField({ voice, kind: 'select', name: 'topic', label: voice.say(words.topic), isRequired: true, value: typedText(typed, 'topic'), choices: topics.map((topic) => ({ value: topic, label: voice.plain(TOPIC_WORDS[topic]) })), ...errorFor(voice, problems, 'topic') })}
    ${renderField({ voice, kind: 'radios', name: 'urgency', label: voice.say(words.urgency), isRequired: true, value: typedText(typed, 'urgency'), choices: [{ value: '0', label: voice.say(words.ordinary), hint: voice.say(words.ordinaryHint) }, { value: '4', label: voice.say(words.emergency), hint: voice.say(words.emergencyHint) }], ...errorFor(voice, problems, 'urgency') })}
    ${renderField({ voice, kind: 'checkboxes', name: 'channels', label: voice.say(words.channels), hint: voice.say(words.channelsHint), isRequired: true, values: typedBoxes(typed, 'channels'), choices: ALERT_CHANNELS.map((channel) => ({ value: channel, label: voice.say(CHANNEL_WORDS[channel]) })), ...errorFor(voice, problems, 'channels') })}
    ${isFollowing ? nothing : renderField({ voice, kind: 'checkbox', name: 'isDrill', label: voice.say(words.drill), isRequired: false, isTagHidden: true, isChecked: typedText(typed, 'isDrill') !== '' })}`
}

function renderWhither({ voice }: Visit, districts: readonly District[], typed: Typed, problems: FormProblems): Html {
  const ticked = typedBoxes(typed, 'towns')
  return renderPanel({
    heading: voice.say(words.towns), level: 3,
    body: html`${renderField({ voice, kind: 'checkbox', name: 'isWholeCity', label: voice.say(words.wholeCity), hint: voice.say(words.townsHint), isRequired: false, isTagHidden: true, isChecked: typedText(typed, 'isWholeCity') !== '', ...errorFor(voice, problems, 'towns') })}
      ${districts.map((district) => html`<details${district.towns.some(({ name }) => ticked.includes(name)) && html` open`}><summary>${voice.say(district.name)}</summary>
        ${renderField({ voice, kind: 'checkboxes', name: 'towns', idPrefix: `district-${district.key}`, label: voice.say(district.name), isRequired: false, isTagHidden: true, values: ticked, choices: district.towns.map((town) => ({ value: town.name, label: voice.say(town.label) })) })}
      </details>`)}`,
  })
}

function renderPhrasePanel({ voice, query }: Visit, districts: readonly District[]): Html {
  const text = (name: string, label: Html) => renderField({ voice, kind: 'text', name, idPrefix: 'phrase', label, isRequired: false, value: query[name] ?? '', width: 'medium' })
  return renderPanel({
    heading: voice.say(words.fromPhrase),
    body: html`<p>${voice.say(words.fromPhraseLead)}</p>${renderForm({
      voice, method: 'get', action: '/staff/alerts/new',
      body: renderColumns({
        kind: 'halves',
        parts: [
          html`${renderField({ voice, kind: 'select', name: 'phrase', idPrefix: 'phrase', label: voice.say(words.phrase), isRequired: true, value: query.phrase ?? '', choices: ALERT_PHRASES.map(({ key, title }) => ({ value: key, label: voice.plain(title) })) })}
            ${renderField({ voice, kind: 'select', name: 'district', idPrefix: 'phrase', label: voice.say(words.area), isRequired: false, value: query.district ?? '', emptyLabel: voice.plain(words.wholeCity), choices: districts.map(({ key, name }) => ({ value: key, label: voice.plain(name) })) })}
            ${text('time', voice.say(words.time))}`,
          html`${text('place', voice.say(words.place))}${text('placeKana', voice.say(words.placeKana))}${text('placeRomaji', voice.say(words.placeRomaji))}`,
        ],
      }),
      buttons: renderButton({ label: voice.say(words.fill), kind: 'secondary' }),
    })}`,
  })
}

async function fillFromPhrase({ voice, query, tx }: Visit): Promise<{ readonly typed: Typed; readonly notice: Html }> {
  const choice = ALERT_PHRASES.find(({ key }) => key === query.phrase)
  if (choice === undefined) return { typed: {}, notice: nothing }
  const towns = (await listDistricts(tx)).find(({ key }) => key === query.district)?.towns ?? []
  const { place = '', placeKana = '', placeRomaji = '', time = '' } = query
  const slots = slotsOf({ towns, place, placeKana, placeRomaji, time }, tx.today)
  const composed = await composeTexts(tx, { key: choice.key, slots })
  const scope: Typed = towns.length === 0 ? { isWholeCity: 'yes' } : { isWholeCity: '', towns: towns.map(({ name }) => name) }
  const typed: Typed = { topic: choice.topic, ...scope, ...(composed === undefined ? {} : { phrase: choice.key, slots: writtenSlots(slots), ...typedTexts(typedOf(composed.texts)) }) }
  if (composed === undefined) return { typed, notice: renderNotice({ voice, kind: 'warning', title: voice.say(words.noPhrase) }) }
  const isShorter = composed.isFallback
  return { typed, notice: renderNotice({ voice, kind: isShorter ? 'info' : 'success', title: voice.say(isShorter ? words.filledShorter : words.filled) }) }
}

function typedAlert({ topic, level, towns, channels, isDrill, texts, phrase }: Alert): Typed {
  return {
    topic, urgency: String(level), isWholeCity: towns === 'all' ? 'yes' : '', towns: towns === 'all' ? [] : [...towns], channels: [...channels], isDrill: isDrill ? 'yes' : '',
    phrase: phrase ?? '', slots: '', ...typedTexts(typedOf(texts)),
  }
}
