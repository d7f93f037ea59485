import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderErrorSummary } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { FormProblems } from '#kernel/forms/form.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { safeCase } from '../actions/bulk.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { findApplication } from '../store/applications.ts'
import { listDesk, listPauses, listStages, type DeskLine } from '../store/desk.ts'
import type { OwnedProcedure } from '../rules/desks.ts'
import { deskWords } from '../text/desk-words.ts'
import { PILES } from './desk.ts'
import { deskProcedures } from './desk-visit.ts'
import { problemLinks } from './fields.ts'
import { dayText } from './shown-parts.ts'

/** What may be approved together: of procedures that say it is safe, those that meet every requirement. */
export async function showBulk(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const own = (await deskProcedures(visit)).filter(({ definition }) => definition.isBulkSafe === true)
  const lines = await listDesk(tx, { procedures: own.map(({ definition }) => definition.key), states: PILES.open, limit: APPLICATION_LIMITS.bulk })
  const safe: DeskLine[] = []
  for (const line of lines) {
    const application = await findApplication(tx, line.id)
    const owned = own.find(({ definition }) => definition.key === line.procedure)
    if (application !== undefined && owned !== undefined && (await safeCase(visit, application, owned)) !== null) safe.push(line)
  }
  const titleOf = (line: DeskLine) => own.find(({ definition }) => definition.key === line.procedure)?.definition.title
  const main = html`${renderPageTitle({ title: voice.say(deskWords.bulk), lead: voice.say(deskWords.bulkLead) })}
    ${safe.length === 0 ? renderEmpty({ title: voice.say(deskWords.empty) }) : renderForm({
      voice, action: '/staff/applications/bulk', csrfToken: visit.formToken(),
      body: renderField({
        voice, kind: 'checkboxes', name: 'ids', label: voice.say(deskWords.bulk), isRequired: true, values: safe.map(({ id }) => id),
        choices: safe.map((line) => {
          const title = titleOf(line)
          return { value: line.id, label: html`${line.number} ${line.applicantName} ${title === undefined ? nothing : voice.say(title)}` }
        }),
      }),
      buttons: renderButton({ label: voice.say(deskWords.bulk) }),
    })}`
  return shown({ title: voice.plain(deskWords.bulk), main, area: 'staff', isSecret: true, crumbs: [{ href: '/staff/applications', label: voice.say(deskWords.title) }] })
}

/** Which paper lies on the counter. */
export async function showPaper(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const own = await deskProcedures(visit)
  const main = html`${renderPageTitle({ title: voice.say(deskWords.paper), lead: voice.say(deskWords.paperLead) })}
    ${own.length === 0 ? renderEmpty({ title: voice.say(deskWords.empty) }) : renderStack({
      parts: own.map(({ definition }) => renderForm({
        voice, action: '/staff/applications/paper', csrfToken: visit.formToken(), hidden: { procedure: definition.key }, body: nothing,
        buttons: renderButton({ label: voice.say(deskWords.paperBegin, { procedure: voice.plain(definition.title) }), kind: 'secondary' }),
      })),
    })}`
  return shown({ title: voice.plain(deskWords.paper), main, area: 'staff', crumbs: [{ href: '/staff/applications', label: voice.say(deskWords.title) }] })
}

/** Pauses that residents see, and the steps that the desk names itself. */
export async function showSettings(visit: Visit): Promise<Answer> {
  return settingsPage(visit, {})
}

export async function showSettingsAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return settingsPage(visit, visit.problems)
}

async function settingsPage(visit: Visit, problems: FormProblems): Promise<Answer> {
  const { voice } = visit
  const own = await deskProcedures(visit)
  const parts: Html[] = []
  for (const owned of own) parts.push(await renderProcedureSettings(visit, owned))
  const main = html`${renderPageTitle({ title: voice.say(deskWords.settings) })} ${renderErrorSummary({ voice, errors: problemLinks(voice, problems) })}
    ${parts.length === 0 ? renderEmpty({ title: voice.say(deskWords.empty) }) : renderStack({ gap: 'large', parts })}`
  return shown({ title: voice.plain(deskWords.settings), main, area: 'staff', crumbs: [{ href: '/staff/applications', label: voice.say(deskWords.title) }] })
}

async function renderProcedureSettings(visit: Visit, { definition }: OwnedProcedure): Promise<Html> {
  const { voice, tx } = visit
  const { key } = definition
  const pauses = (await listPauses(tx, tx.today)).filter(({ procedure }) => procedure === key)
  const stages = (await listStages(tx)).filter(({ procedure, isRetired }) => procedure === key && !isRetired)
  const button = (action: string, id: string, label: Html, said: Html) => html`<li>${said} ${renderForm({ voice, action, csrfToken: visit.formToken(), hidden: { id }, body: nothing, buttons: renderButton({ label, kind: 'secondary', size: 'small' }) })}</li>`
  return renderPanel({
    heading: voice.say(definition.title),
    body: html`<ul>
      ${pauses.map(({ id, fromOn, untilOn, reason }) => button('/staff/applications/settings/open', id, voice.say(deskWords.pauseEnd), html`${dayText(voice, fromOn)} – ${untilOn === null ? nothing : dayText(voice, untilOn)} ${reason[voice.language]}`))}
      ${stages.map(({ id, label }) => button('/staff/applications/settings/retire', id, voice.say(deskWords.stageRetire), html`${label[voice.language]}`))}
    </ul>
    <details><summary>${voice.say(deskWords.pauseBegin)}</summary>${renderForm({
      voice, action: '/staff/applications/settings/pause', csrfToken: visit.formToken(), hidden: { procedure: key },
      body: html`${renderField({ voice, kind: 'date', name: 'fromOn', idPrefix: `pause-${key.replaceAll('.', '-')}`, label: voice.say(deskWords.pauseFrom), isRequired: true, value: tx.today.toString() })}
        ${renderField({ voice, kind: 'date', name: 'untilOn', idPrefix: `pause-${key.replaceAll('.', '-')}`, label: voice.say(deskWords.pauseUntil), isRequired: false })}
        <p>${voice.say(deskWords.pauseReason)}</p>${renderFourLanguages(visit, `pause-${key}`)}`,
      buttons: renderButton({ label: voice.say(deskWords.pauseBegin), kind: 'secondary' }),
    })}</details>
    <details><summary>${voice.say(deskWords.stageNew)}</summary>${renderForm({
      voice, action: '/staff/applications/settings/stage', csrfToken: visit.formToken(), hidden: { procedure: key },
      body: renderFourLanguages(visit, `stage-${key}`), buttons: renderButton({ label: voice.say(deskWords.stageNew), kind: 'secondary' }),
    })}</details>`,
  })
}

function renderFourLanguages({ voice }: Visit, idPrefix: string): Html {
  const prefix = idPrefix.replaceAll('.', '-')
  const boxes = [['ja', deskWords.inJapanese], ['easy', deskWords.inEasy], ['en', deskWords.inEnglish], ['pt', deskWords.inPortuguese]] as const
  return html`${boxes.map(([name, label]) => renderField({ voice, kind: 'text', name, idPrefix: prefix, label: voice.say(label), isRequired: true }))}`
}

