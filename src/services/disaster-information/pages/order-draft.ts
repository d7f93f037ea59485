import { reachOf } from '#capabilities/notices/notices.ts'
import { renderMissing } from '#capabilities/phrasebook/missing-slots.ts'
import { renderButton } from '#design/button/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderLevelSign } from '#design/level/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { textsOf, type ComposedOrder } from '../actions/compose-order.ts'
import type { Draft, DraftProblems } from '../actions/draft-order.ts'
import type { DraftBase } from '../actions/resolve-draft.ts'
import { DUTY_LIMITS } from '../forms/duty.ts'
import { HAZARDS, type Level } from '../model.ts'
import { HAZARD_NAMES, LEVEL_WORDS, dutyWords as words } from '../text/duty-words.ts'
import { orderWords } from '../text/order-words.ts'
import { boardCrumb, minutesSince, renderDrillBand } from './duty-visit.ts'
import { renderMusterLink } from './muster-link.ts'
import { renderReach } from './order-reach.ts'
import { renderTexts } from './order-texts.ts'
import { renderTownChoice } from './order-towns.ts'

/** What is proposed, ready to be asked for with one press: text in all languages, who is reached, over what. */
export async function renderDraftPage(visit: Visit, draft: Draft, problems: DraftProblems): Promise<Answer> {
  const { voice, tx } = visit
  const { base, wish } = draft
  const title = titleOf(voice, base)
  const texts = textsOf(draft)
  const reach = await reachOf(tx, wish.kind === 'tell' ? 'disaster-information.warnings' : 'disaster-information.evacuation', { kind: 'subscribers', towns: wish.towns })
  const main = html`${renderDrillBand(voice, base.realm)}
    ${renderPageTitle({ title: html`${renderLevelSign(wish.kind === 'cancel' ? 0 : wish.level, 48)} ${title}` })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderCause(visit, base),
        renderForm({
          voice, action: base.action, csrfToken: visit.formToken(),
          body: renderStack({ parts: [renderFields(voice, draft, problems), renderShelters(voice, draft), renderByHand(voice, draft, problems)] }),
          buttons: html`${renderButton({ label: voice.say(words.askButton), name: 'step', value: 'ask', size: 'wide' })}
            ${renderButton({ label: voice.say(words.recompute), name: 'step', value: 'preview', kind: 'secondary' })}
            <p>${voice.say(words.askNote)}</p>`,
        }),
        renderSection({
          heading: voice.say(words.textTitle),
          body: renderStack({
            parts: [
              texts === undefined ? renderNotice({ voice, kind: 'warning', title: voice.say(words.noPhrase), body: voice.say(words.noPhraseBody) }) : nothing,
              texts !== undefined && texts === draft.composed?.texts ? renderDoubts(voice, draft.composed) : nothing,
              texts === undefined ? nothing : renderTexts(voice, { texts, isDrill: base.realm !== 'live' }),
            ],
          }),
        }),
        renderSection({ heading: voice.say(words.reach), body: renderReach(voice, reach) }),
      ],
    })}`
  return shown({ title, main, area: 'staff', crumbs: [boardCrumb(voice, base.realm)] })
}

/** Where the approved words are others than those asked for, and what they leave out. */
function renderDoubts(voice: Voice, { isFallback, missing }: ComposedOrder): Html {
  return html`${isFallback && missing.length === 0 ? renderNotice({ voice, kind: 'info', title: voice.say(words.isFallback) }) : nothing}${renderMissing(voice, missing)}`
}

function renderCause(visit: Visit, { suggestion, before }: DraftBase): Html {
  const { voice, tx } = visit
  const facts = [
    ...(suggestion === undefined ? [] : [
      { term: voice.say(orderWords.reason), description: `${suggestion.telegramType} ${suggestion.areaName} ${suggestion.kindName}` },
      { term: voice.say(words.suggestions), description: voice.say(words.waitingSince, { minutes: minutesSince(suggestion.madeAt, tx.now) }) },
    ]),
    ...(suggestion === undefined || suggestion.callOut === '' ? [] : [{ term: voice.say(orderWords.what), description: html`${voice.say(words.callOut, { name: suggestion.callOut })} ${renderMusterLink(visit, suggestion, 'secondary')}` }]),
    ...(before === undefined ? [] : [{ term: voice.say(words.inForce), description: html`${voice.say(LEVEL_WORDS[before.level])}: ${before.towns.join('、')}` }]),
  ]
  return facts.length === 0 ? nothing : renderFactsList({ facts })
}

function renderFields(voice: Voice, draft: Draft, problems: DraftProblems): Html {
  const { base, wish, reason } = draft
  const errorOf = (name: keyof DraftProblems) => (problems[name] === undefined ? {} : { error: voice.say(problems[name]) })
  const isForAll = base.kind === 'cancel' || base.kind === 'lower'
  return renderStack({
    parts: [
      base.isFree
        ? renderField({ voice, kind: 'select', name: 'hazard', label: voice.say(words.hazardField), isRequired: true, value: wish.hazard, choices: HAZARDS.map((hazard) => ({ value: hazard, label: voice.plain(HAZARD_NAMES[hazard]) })) })
        : html`<input type="hidden" name="hazard" value="${wish.hazard}">`,
      base.kind === 'cancel' || base.kind === 'tell'
        ? html`<input type="hidden" name="level" value="${wish.level}">`
        : renderField({ voice, kind: 'radios', name: 'level', label: voice.say(words.levelField), isRequired: true, value: String(wish.level), choices: levelsFor(base).map((level) => ({ value: String(level), label: voice.say(LEVEL_WORDS[level]) })), ...errorOf('level') }),
      isForAll ? html`<p>${voice.say(words.townsCount, { count: wish.towns.length })}: ${wish.towns.join('、')}</p>` : renderTownChoice(voice, base.districts, wish.towns, problems.towns),
      renderField({ voice, kind: 'textarea', name: 'reason', label: voice.say(words.reasonField), hint: voice.say(words.reasonHint), isRequired: true, rows: 2, limit: DUTY_LIMITS.reason, value: reason, ...errorOf('reason') }),
    ],
  })
}

function levelsFor({ kind, before }: DraftBase): readonly Level[] {
  const all: readonly Level[] = [5, 4, 3]
  if (before === undefined) return all
  return all.filter((level) => (kind === 'lower' ? level < before.level || before.level === 3 : level >= before.level))
}

function renderShelters(voice: Voice, { open, nearest, shelters, wish }: Draft): Html {
  if (wish.kind === 'cancel' || wish.kind === 'tell') return nothing
  if (open.length > 0) {
    return renderField({
      voice, kind: 'checkboxes', name: 'shelters', label: voice.say(words.sheltersField), isRequired: false, values: shelters,
      choices: open.map(({ id, name }) => ({ value: id, label: name.written })),
    })
  }
  return renderNotice({
    voice, kind: 'warning', title: voice.say(words.noShelterOpen),
    ...(nearest.length === 0 ? {} : { body: voice.say(words.nearestToOpen, { names: nearest.map(({ name }) => name.written).join('、') }) }),
    actions: html`<a class="button button-secondary" href="/staff/disaster/shelters">${voice.say(words.openShelters)}</a>`,
  })
}

function renderByHand(voice: Voice, { title, body, composed }: Draft, problems: DraftProblems): Html {
  const isOpen = composed === undefined || title !== '' || body !== '' || problems.title !== undefined
  const error = problems.title === undefined ? {} : { error: voice.say(problems.title) }
  return html`<details${isOpen ? html` open` : nothing}><summary>${voice.say(words.byHand)}</summary>
    ${renderStack({
      parts: [
        renderField({ voice, kind: 'text', name: 'title', label: voice.say(words.handTitle), hint: voice.say(words.handHint), isRequired: false, value: title, lang: 'ja', ...error }),
        renderField({ voice, kind: 'textarea', name: 'body', label: voice.say(words.handBody), isRequired: false, value: body, limit: DUTY_LIMITS.body }),
      ],
    })}
  </details>`
}

function titleOf(voice: Voice, { kind, hazard, level, isFree }: DraftBase): string {
  if (isFree) return voice.plain(words.newOrder)
  const name = voice.plain(HAZARD_NAMES[hazard])
  switch (kind) {
    case 'issue':
    case 'tell':
      return voice.plain(words.draftTitle, { hazard: name, level: kind === 'tell' ? voice.plain(words.notice, { level }) : voice.plain(LEVEL_WORDS[level]) })
    case 'update':
      return voice.plain(words.updateTitle, { hazard: name })
    case 'lower':
      return voice.plain(words.lowerTitle, { hazard: name })
    case 'cancel':
      return voice.plain(words.cancelTitle, { hazard: name })
    default:
      return assertNever(kind)
  }
}
