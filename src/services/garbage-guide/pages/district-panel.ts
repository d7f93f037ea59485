import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderColourLabel } from '#design/colour-label/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { words } from '../text/guide-words.ts'
import { collectionsIn, type CollectionDay } from './collections.ts'
import { dayText, said, type GuideVisit } from './guide-visit.ts'
import { renderTownChoice } from './town-choice.ts'

/** Further days beside today and tomorrow, and how far they may lie. */
const SOON = { days: 4, ahead: 21 } as const

/** Today and tomorrow in the chosen district, then the next days; where none was chosen, the way to choose one. */
export function renderDistrictPanel(given: GuideVisit): Html {
  const { voice, district, guide, today, copy } = given
  if (district === null) return renderPanel({ heading: voice.say(words.chooseDistrict), body: renderTownChoice(given) })
  const days = copy.remember(`soon ${district.key} ${today.toString()}`, () => collectionsIn(guide, district, { from: today, to: today.add({ days: SOON.ahead }) }))
  const tomorrow = today.add({ days: 1 })
  const collectedOn = (day: Temporal.PlainDate) => days.find((one) => one.day.equals(day))
  const later = days.filter(({ day }) => Temporal.PlainDate.compare(day, tomorrow) > 0).slice(0, SOON.days)
  return renderPanel({
    heading: html`${voice.say(words.yourDistrict)}: ${said(district.name, voice.language)}`,
    actions: renderLinkButton({ href: `/garbage/districts/${district.key}`, label: voice.say(words.calendar), kind: 'secondary', icon: 'calendar' }),
    body: html`${renderFactsList({
      facts: [
        { term: html`<strong>${voice.say(words.today)} ${dayText(voice, today)}</strong>`, description: renderDay(given, collectedOn(today)) },
        { term: html`<strong>${voice.say(words.tomorrow)} ${dayText(voice, tomorrow)}</strong>`, description: renderDay(given, collectedOn(tomorrow)) },
        ...later.map((one) => ({ term: dayText(voice, one.day), description: renderDay(given, one) })),
      ],
    })}
    <p>${voice.say(words.missed)}</p>
    <p><small>${voice.say(words.rememberedHere)} <a href="/garbage/districts">${voice.say(words.changeDistrict)}</a> · <a href="/garbage/choose?return=/garbage">${voice.say(words.forget)}</a></small></p>`,
  })
}

function renderDay({ voice }: GuideVisit, day: CollectionDay | undefined): Html {
  if (day === undefined) return voice.say(words.nothingThatDay)
  return html`${day.collected.map(({ wasteClass: { colour, name }, movedFrom }) => html`<div>${renderColourLabel({ colour, label: said(name, voice.language) })}${movedFrom === null ? '' : html` <small>(${voice.say(words.moved, { from: dayText(voice, movedFrom) })})</small>`}</div>`)}`
}
