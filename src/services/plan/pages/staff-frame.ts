import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import { staffWords } from '../text/staff-words.ts'

/** Where tables are imported: the desk of the imports capability. */
export const IMPORTS_PATH = '/staff/imports'

export function deskCrumb({ links, year, tongue }: StaffVisit) {
  return { href: links.to('/staff/plan', { year: String(year) }), label: tongue.voice.say(staffWords.deskTitle) }
}

export function showNoPlanForStaff({ voice }: Visit): Answer {
  const main = html`${renderPageTitle({ title: voice.say(staffWords.deskTitle) })}
  ${renderEmpty({
    title: voice.say(staffWords.noPlan),
    body: voice.say(staffWords.noPlanBody),
    action: renderLinkButton({ href: IMPORTS_PATH, icon: 'upload', label: voice.say(staffWords.importTable) }),
  })}`
  return shown({ title: voice.plain(staffWords.deskTitle), main, area: 'staff' })
}
