import { renderButton } from '#design/button/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { wayInside } from '#kernel/web/way-inside.ts'
import { words } from '../text/guide-words.ts'
import { districtCookie, guideVisit, said, type GuideVisit } from './guide-visit.ts'

/** People know their town, not their district. A plain GET form: it changes nothing but the visitor's own cookie. */
export function renderTownChoice({ visit, voice, guide }: GuideVisit): Html {
  const choices = guide.districts.flatMap((district) =>
    district.towns.map((town) => ({ value: town, label: `${town} — ${said(district.name, voice.language)}` })),
  )
  return renderForm({
    voice, action: '/garbage/choose', method: 'get', hidden: { return: visit.path },
    body: html`${renderField({ voice, kind: 'select', name: 'town', label: voice.say(words.town), hint: voice.say(words.willRemember), choices, isRequired: true, isTagHidden: true })}`,
    buttons: renderButton({ label: voice.say(words.choose), icon: 'place' }),
  })
}

/** Remembers the district of a town, or of a calendar's page, and goes back; an unknown one forgets what was chosen. */
export async function chooseDistrict(visit: Visit): Promise<Answer> {
  const { guide } = await guideVisit(visit)
  const { town = '', district: key = '' } = visit.query
  const district = guide.districts.find((one) => one.key === key || one.towns.includes(town)) ?? null
  return redirect(wayInside(visit.query.return ?? '/garbage'), { cookies: [districtCookie(district)] })
}
