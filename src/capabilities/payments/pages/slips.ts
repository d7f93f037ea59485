import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listAgentFiles } from '../store/agent-files.ts'
import { workWords } from '../text/work-words.ts'
import { deskCrumb, renderDay, renderMinute, yenText } from './frame.ts'

const FILES_SHOWN = 100

/** The agent's files, the newest first, and where the next one is brought. */
export async function showSlips(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const files = await listAgentFiles(tx, FILES_SHOWN)
  const table = files.length === 0 ? renderEmpty({ icon: 'document', title: voice.say(workWords.noFiles), body: voice.say(workWords.slipsLead) }) : renderTable({
    caption: voice.say(workWords.files), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [
      { heading: voice.say(workWords.fileName) }, { heading: voice.say(workWords.stage) }, { heading: voice.say(workWords.foundOn), width: 'narrow' },
      { heading: voice.say(workWords.records), isNumeric: true }, { heading: voice.say(workWords.total), isNumeric: true }, { heading: voice.say(workWords.takenAt) },
    ],
    rows: files.map((one) => [one.name, voice.say(workWords[one.stage]), renderDay(voice, one.sentOn), voice.number(one.records), yenText(voice, one.totalYen), html`${renderMinute(one.takenAt)} ${one.takenByName}`]),
  })
  const main = html`${renderPageTitle({
      title: voice.say(workWords.slips), lead: voice.say(workWords.slipsLead),
      actions: renderLinkButton({ href: '/staff/imports', label: voice.say(workWords.bringFile), icon: 'upload' }),
    })}
    ${renderStack({ parts: [renderSection({ heading: voice.say(workWords.files), body: table }), renderStandIn(visit)], gap: 'large' })}`
  return shown({ title: voice.plain(workWords.slips), main, area: 'staff', crumbs: [deskCrumb(voice)] })
}

function renderStandIn({ voice, standInOrigin }: Visit): Html {
  if (standInOrigin === null) return nothing
  const link = (stage: 'prompt' | 'final') => renderLinkButton({ href: `/staff/payments/slips/stand-in.csv?stage=${stage}`, label: voice.say(workWords[stage]), kind: 'secondary', icon: 'download' })
  return renderPanel({ heading: voice.say(workWords.standInTitle), body: html`<p>${voice.say(workWords.standInBody)}</p>${renderCluster({ parts: [link('prompt'), link('final')] })}` })
}
