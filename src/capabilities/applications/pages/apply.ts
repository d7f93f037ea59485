import { feeOn } from '#capabilities/payments/payments.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderCards } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Procedure, ProcedureVersion } from '../procedure.ts'
import { findProcedure, proceduresOf } from '../rules/desks.ts'
import { openingOn, versionOn, type Opening } from '../rules/seasons.ts'
import { listPauses } from '../store/desk.ts'
import { filingWords } from '../text/filing-words.ts'
import { words } from '../text/resident-words.ts'
import { dayText } from './shown-parts.ts'

/** All procedures. What is closed for now is shown with when it opens, never hidden. */
export async function showProcedures(visit: Visit): Promise<Answer> {
  const { voice, tx, directory } = visit
  const pauses = await listPauses(tx, tx.today)
  const cards = proceduresOf(directory.parts).map(({ definition }) => {
    const opening = openingOn(definition, pauses, tx.today)
    return {
      href: `/apply/${definition.key}`, title: voice.say(definition.title), body: voice.say(definition.summary), icon: 'document' as const,
      facts: opening.isOpen ? renderBadge({ label: voice.say(words.open), tone: 'success' }) : html`${renderBadge({ label: voice.say(words.closed), tone: 'warning' })} ${whenText(voice, opening)}`,
    }
  })
  const main = html`${renderPageTitle({
    title: voice.say(words.title), lead: voice.say(words.summary),
    actions: html`${renderLinkButton({ href: '/my/applications', label: voice.say(words.myTitle), kind: 'secondary' })} ${renderLinkButton({ href: '/applications/look-up', label: voice.say(words.lookUpTitle), kind: 'secondary', icon: 'search' })}`,
  })}
    ${cards.length === 0 ? renderEmpty({ title: voice.say(words.none) }) : renderCards({ cards, level: 2 })}`
  return shown({ title: voice.plain(words.title), main })
}

/** What a procedure is, who may file it, what one needs, how long it takes: all before the first question. */
export async function showProcedure(visit: Visit): Promise<Answer> {
  const { voice, tx, params, directory } = visit
  const owned = findProcedure(directory.parts, params.procedure ?? '')
  if (owned === undefined) throw new Fault('not-found', 'there is no such procedure')
  const { definition } = owned
  const opening = openingOn(definition, await listPauses(tx, tx.today), tx.today)
  const version = versionOn(definition, tx.today)
  const main = html`${renderPageTitle({ title: voice.say(definition.title), lead: voice.say(definition.summary) })}
    ${renderStack({
      gap: 'large',
      parts: [
        opening.isOpen ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(words.closed), body: html`${whenText(voice, opening)} ${opening.pause?.reason[voice.language]}` }),
        renderFactsList({ facts: [...factsOf(voice, definition, version), await feeFact(visit, version)] }),
        renderSection({ heading: voice.say(words.requirements), body: html`<ul>${version.requirements.map(({ title, article }) => html`<li>${voice.say(title)} <small>${article}</small></li>`)}</ul>` }),
        renderSection({ heading: voice.say(words.documents), body: renderDocuments(voice, version) }),
        opening.isOpen ? renderStart(visit, definition) : nothing,
      ],
    })}`
  return shown({ title: voice.plain(definition.title), main, crumbs: [{ href: '/apply', label: voice.say(words.title) }] })
}

function whenText(voice: Voice, opening: Extract<Opening, { isOpen: false }>): Html {
  return opening.opensOn === null ? voice.say(words.opensLater) : voice.say(words.opensOn, { day: dayText(voice, opening.opensOn) })
}

function factsOf(voice: Voice, definition: Procedure, version: ProcedureVersion): { term: HtmlValue; description: HtmlValue }[] {
  return [
    { term: voice.say(words.whoMay), description: voice.say(words[definition.mayFile]) },
    { term: voice.say(words.officeDays), description: voice.say(words.businessDays, { count: version.officeDays }) },
    { term: voice.say(words.basis), description: definition.legalBasis },
    { term: voice.say(words.kept), description: html`${voice.say(words.years, { years: String(definition.retention.years) })} <small>${definition.retention.basis}</small>` },
  ]
}

/** A price that the city's table lacks is said to be missing, never free. */
async function feeFact({ voice, tx }: Visit, { fee }: ProcedureVersion): Promise<{ term: HtmlValue; description: HtmlValue }> {
  const term = voice.say(words.fee)
  if (fee === undefined) return { term, description: voice.say(words.free) }
  const answer = await feeOn(tx, { fee, on: tx.today })
  return { term, description: answer.ok ? voice.say(filingWords.yen, { amount: answer.yen }) : voice.say(answer.problem.phrase, answer.problem.values) }
}

function renderDocuments(voice: Voice, { documents }: ProcedureVersion): Html {
  if (documents.length === 0) return html`<p>${voice.say(words.noDocuments)}</p>`
  return html`<ul>${documents.map(({ title, hint, show }) => html`<li>${voice.say(title)}${show === undefined ? nothing : html` (${voice.say(words.onlySome)})`}<br><small>${voice.say(hint)}</small></li>`)}</ul>`
}

/** A button for who may begin; for everybody else the way there. Unsigned is stopped here, before anything is typed. */
function renderStart(visit: Visit, definition: Procedure): Html {
  const { voice, actor } = visit
  const href = (proof: string) => `/my/sign-in?${proof}return=${encodeURIComponent(`/apply/${definition.key}`)}`
  const needsCard = definition.mayFile === 'resident-proven' || definition.needsSignature === true
  if (needsCard && actor.resident?.proof !== 'card') {
    return renderCluster({ parts: [renderLinkButton({ href: href('proof=card&'), label: voice.say(words.signInCard), icon: 'card' })] })
  }
  if (definition.mayFile === 'resident-signed-in' && actor.resident === null) {
    return renderCluster({ parts: [renderLinkButton({ href: href(''), label: voice.say(words.signIn), icon: 'person' })] })
  }
  return renderForm({ voice, action: `/apply/${definition.key}`, csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(words.start) }) })
}
