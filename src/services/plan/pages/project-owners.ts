import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { OwnerSpan } from '../store/owner-spans.ts'
import type { UnitOfCity } from '../store/units.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { dayText, type Tongue } from './tongue.ts'

/** Who answers for a project, who did before, and since when; with the present name of a unit that has ended. */
export function renderOwners(tongue: Tongue, owners: readonly OwnerSpan[], units: readonly UnitOfCity[], today: Temporal.PlainDate): Html {
  if (owners.length === 0) return html`<p><small>${tongue.voice.say(planWords.noOwner)}</small></p>`
  const present = owners.filter(({ validTo }) => validTo === null)
  const former = owners.filter(({ validTo }) => validTo !== null)
  return html`<ul class="stack stack-small">${[...present, ...former].map((owner) => renderOwner(tongue, owner, units, today))}</ul>`
}

function renderOwner(tongue: Tongue, owner: OwnerSpan, units: readonly UnitOfCity[], today: Temporal.PlainDate): Html {
  const { voice } = tongue
  const unit = units.find(({ code }) => code === owner.unitCode)
  const successor = unit && successorOn(unit, units, today)
  const notes = [
    daysOf(tongue, owner),
    successor && owner.validTo === null ? voice.say(publicWords.nowCalled, { name: tongue.plainUnitName(successor.name) }) : nothing,
  ].filter((note) => note !== nothing)
  return html`<li>${tongue.owner(owner)}${notes.map(
    (note) => html`<br><small>${note}</small>`,
  )}</li>`
}

function daysOf({ voice }: Tongue, { validFrom, validTo }: OwnerSpan): Html {
  if (validFrom === null) return validTo === null ? nothing : voice.say(publicWords.until, { date: dayText(voice, validTo) })
  if (validTo === null) return voice.say(publicWords.since, { date: dayText(voice, validFrom) })
  return voice.say(publicWords.sinceUntil, { from: dayText(voice, validFrom), to: dayText(voice, validTo) })
}

/** Who carries on today for a unit that has ended; undefined while the unit itself exists. */
function successorOn(unit: UnitOfCity, units: readonly UnitOfCity[], today: Temporal.PlainDate): UnitOfCity | undefined {
  let now = unit
  for (let step = 0; step < units.length; step++) {
    if (now.validTo === null || Temporal.PlainDate.compare(now.validTo, today) >= 0) break
    const next = units.find(({ code }) => code === now.successorCode)
    if (next === undefined) break
    now = next
  }
  return now === unit ? undefined : now
}
