import { may } from '#kernel/access/actor.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderDifference } from '#design/difference/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { TemplateLine, Version } from '../model.ts'
import { CATALOGUE_KEYS } from '../rules/catalogue.ts'
import { isKeyShape } from '../rules/template-rows.ts'
import { problemsOf } from '../rules/template-problems.ts'
import { findState } from '../store/templates.ts'
import { findVersion } from '../store/versions.ts'
import { LANGUAGE_NAMES, staffWords } from '../text/staff-words.ts'
import { LANG_TAGS, renderMarked } from './marked-text.ts'
import { approverOf, bookCrumb, nameOfKey, plainNameOfKey, templatePath, writerOf } from './names.ts'
import { renderPreview } from './preview.ts'
import { lineName, renderProblems } from './problem-list.ts'

/** Key of the page's address. One that no service asks for has a page only where words for it exist. */
export function keyWanted({ params }: Visit, isKnown: boolean): string {
  const key = params.key ?? ''
  if (!isKeyShape(key) || (!isKnown && !CATALOGUE_KEYS.includes(key))) throw new Fault('not-found', 'there is no such template')
  return key
}

/** One occasion: what is in force, what waits for approval and how it differs, and both with example names and times. */
export async function showTemplate(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const state = await findState(tx, params.key ?? '')
  const [inForce, proposed] = [await findVersion(tx, state.inForce), await findVersion(tx, state.proposed)]
  const key = keyWanted(visit, inForce !== undefined || proposed !== undefined)
  const main = html`${renderPageTitle({ title: nameOfKey(voice, key), kicker: key, actions: renderLinks(visit, key, inForce !== undefined) })}
    ${renderStack({ gap: 'large', parts: [
      proposed === undefined ? nothing : renderSection({ heading: voice.say(staffWords.waiting), id: 'waiting', body: renderProposal(visit, proposed, inForce) }),
      renderSection({ heading: voice.say(staffWords.inForce), id: 'in-force', body: inForce === undefined ? renderEmpty({ title: voice.say(staffWords.gap), icon: 'warning' }) : renderVersion(visit, inForce) }),
      inForce === undefined && proposed === undefined ? nothing
        : renderSection({ heading: voice.say(staffWords.preview), id: 'preview', body: await renderPreview(visit, key, (proposed ?? inForce)?.lines ?? []) }),
    ] })}`
  return shown({ title: plainNameOfKey(voice, key), main, area: 'staff', crumbs: [bookCrumb(voice)] })
}

function renderLinks({ voice, actor }: Visit, key: string, exists: boolean): Html {
  return renderCluster({ parts: [
    may(actor, 'phrasebook-editor') ? renderLinkButton({ href: `${templatePath(key)}/edit`, label: voice.say(exists ? staffWords.edit : staffWords.write), icon: 'edit' }) : nothing,
    renderLinkButton({ href: `${templatePath(key)}/history`, label: voice.say(staffWords.history), kind: 'secondary', icon: 'history' }),
  ] })
}

function renderVersion({ voice }: Visit, version: Version): Html {
  const at = version.decidedAt ?? version.writtenAt
  return renderStack({ parts: [
    renderFactsList({ facts: [
      { term: voice.say(staffWords.writtenBy), description: writerOf(voice, version) },
      { term: voice.say(staffWords.approvedBy), description: html`${approverOf(voice, version)} <time datetime="${at.toString()}">${minuteOf(at)}</time>` },
      ...(version.reason === '' ? [] : [{ term: voice.say(staffWords.reason), description: version.reason }]),
    ] }),
    renderLines(voice, version.lines, `lines-${version.id}`),
  ] })
}

function renderLines(voice: Visit['voice'], lines: readonly TemplateLine[], id: string): Html {
  return renderTable({
    id, caption: voice.say(staffWords.inForce), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(staffWords.sentence, { number: '' }) }, ...LANGUAGES.map((language) => ({ heading: voice.say(LANGUAGE_NAMES[language]) }))],
    rows: lines.map(({ text, isOptional }, index) => [
      html`${lineName(voice, index)}${isOptional ? html` ${renderBadge({ label: voice.say(staffWords.optionalMark) })}` : nothing}`,
      ...LANGUAGES.map((language) => html`<span lang="${LANG_TAGS[language]}">${renderMarked(text[language])}</span>`),
    ]),
  })
}

function renderProposal(visit: Visit, proposed: Version, inForce: Version | undefined): Html {
  const { voice } = visit
  return renderStack({ parts: [
    renderFactsList({ facts: [
      { term: voice.say(staffWords.writtenBy), description: html`${writerOf(voice, proposed)} <time datetime="${proposed.writtenAt.toString()}">${minuteOf(proposed.writtenAt)}</time>` },
      { term: voice.say(staffWords.reason), description: proposed.reason },
    ] }),
    renderProblems(voice, problemsOf(proposed)),
    renderPanel({ level: 3, heading: voice.say(staffWords.change), body: renderDifference({ voice, before: printedLines(voice, inForce?.lines ?? []), after: printedLines(voice, proposed.lines) }) }),
    renderLines(voice, proposed.lines, `lines-${proposed.id}`),
    renderDecision(visit, proposed),
  ] })
}

/** Lines as text to be compared: language by language. */
export function printedLines(voice: Visit['voice'], lines: readonly TemplateLine[]): string {
  return LANGUAGES.flatMap((language) => lines.map(({ text, isOptional }, index) => {
    const name = index === 0 ? voice.plain(staffWords.titleLine) : voice.plain(staffWords.sentence, { number: index })
    return `${voice.plain(LANGUAGE_NAMES[language])} ${name}${isOptional ? ` (${voice.plain(staffWords.optionalMark)})` : ''}: ${text[language].replace(/\{([a-z]+)\}/g, '‹$1›')}`
  })).join('\n')
}

function renderDecision(visit: Visit, proposed: Version): Html {
  const { voice, actor } = visit
  const isWriter = proposed.writtenBy === actor.id
  if (!isWriter && !may(actor, 'phrasebook-approver')) return nothing
  const verdict = (value: string, label: Html, kind: 'primary' | 'secondary') => renderButton({ label, name: 'verdict', value, kind })
  return renderForm({
    voice, action: `${templatePath(proposed.key)}/decide`, csrfToken: visit.formToken(), hidden: { version: proposed.id },
    body: html`${isWriter ? html`<p>${voice.say(staffWords.ownWords)}</p>` : nothing}${renderField({ voice, kind: 'text', name: 'remark', label: voice.say(staffWords.remark), isRequired: false })}`,
    buttons: isWriter ? verdict('withdrawn', voice.say(staffWords.withdraw), 'secondary')
      : html`${verdict('approved', voice.say(staffWords.approve), 'primary')} ${verdict('declined', voice.say(staffWords.decline), 'secondary')}`,
  })
}
