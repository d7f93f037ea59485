import { listPeople } from '#kernel/access/people.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listKeepers, listSchools } from '../store/schools.ts'
import { serviceWords } from '../text/service-words.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { errorFor, renderProblems, typedText, type FormStand } from './text-boxes.ts'

const MOST_KEEPERS = 500
const KEEPERS_BASIS = '個人情報の保護に関する法律第66条第1項(安全管理措置)'

/** Who keeps which school today; only the administrator of accounts changes it. */
export function showKeepers(visit: Visit): Promise<Answer> {
  return showKeepersAgain(visit, { typed: {}, problems: {} })
}

export async function showKeepersAgain(visit: Visit, { typed, problems }: FormStand): Promise<Answer> {
  const { voice, tx } = visit
  const [schools, keepers] = [await listSchools(tx), await listKeepers(tx)]
  const people = new Map((await listPeople(tx, { ids: keepers.map(({ personId }) => personId), limit: MOST_KEEPERS })).map((person) => [person.id, person]))
  await tx.note({ act: 'read school keepers', subject: 'school-keepers', basis: KEEPERS_BASIS })
  const nameOf = (key: string) => schools.find((school) => school.key === key)?.name
  const csrfToken = visit.formToken()
  const main = html`${renderPageTitle({ title: voice.say(words.keepers), lead: voice.say(words.keepersSummary) })}
    ${renderProblems(voice, problems)}
    ${renderStack({
      gap: 'large',
      parts: [
        keepers.length === 0 ? nothing : renderTable({
          caption: voice.say(words.keepers), isCaptionHidden: true, isCardsOnPhone: true,
          columns: [{ heading: voice.say(words.school) }, { heading: voice.say(words.keeperLogin) }, { heading: voice.say(serviceWords.acts) }],
          rows: keepers.map(({ personId, schoolKey }) => {
            const name = nameOf(schoolKey)
            const end = renderForm({ voice, action: '/staff/schools-keepers/end', csrfToken, hidden: { person: personId, school: schoolKey }, body: nothing, buttons: renderButton({ label: voice.say(words.endKeeping), kind: 'link', size: 'small' }) })
            return [name === undefined ? schoolKey : voice.say(name), html`${people.get(personId)?.name ?? ''} <small>${people.get(personId)?.login ?? ''}</small>`, end]
          }),
        }),
        renderPanel({
          heading: voice.say(words.entrust),
          body: renderForm({
            voice, action: '/staff/schools-keepers', csrfToken,
            body: html`${renderField({ voice, kind: 'select', name: 'school', label: voice.say(words.school), isRequired: true, value: typedText(typed, 'school'), choices: schools.map(({ key, name }) => ({ value: key, label: voice.plain(name) })), ...errorFor(voice, problems, 'school') })}
              ${renderField({ voice, kind: 'text', name: 'login', label: voice.say(words.keeperLogin), isRequired: true, width: 'medium', value: typedText(typed, 'login'), ...errorFor(voice, problems, 'login') })}`,
            buttons: renderButton({ label: voice.say(words.entrust) }),
          }),
        }),
      ],
    })}`
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(words.keepers), main, area: 'staff', status })
}
