import type { FormProblems, ValuesOf } from '#kernel/forms/form.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listDistricts } from '../notices.ts'
import { townOfAddress, townsOfTicks, townsToday, townToday, type Choices, type QuietHours } from '../rules/choices.ts'
import { offeredTopics } from '../rules/offered-topics.ts'
import { minuteAt } from '../rules/quiet-hours.ts'
import { listTowns } from '../store/districts.ts'
import { subscribeWords as words } from '../text/subscribe-words.ts'
import type { choicesForm } from './subscribe.ts'

export type ChoicesRead = { readonly ok: true; readonly choices: Choices } | { readonly ok: false; readonly problems: FormProblems }

type Typed = ValuesOf<typeof choicesForm>

/** What holds only against the city: its topics, its towns, and times that belong together. `mayBeNone`: also no topic. */
export async function readChoices({ tx, directory, city }: Visit, typed: Typed, mayBeNone = false): Promise<ChoicesRead> {
  const offered = offeredTopics(directory.parts).map(({ key }) => key)
  const towns = await readTowns(tx, city.name, typed)
  const quiet = quietOf(typed)
  const problems: FormProblems = {
    ...(typed.topics.length === 0 && !mayBeNone ? { topics: { phrase: words.noTopicTicked } } : {}),
    ...(typed.topics.every((topic) => offered.includes(topic)) ? {} : { topics: { phrase: words.unknownTick } }),
    ...('problems' in towns ? towns.problems : {}),
    ...('problems' in quiet ? quiet.problems : {}),
  }
  if (Object.keys(problems).length > 0 || 'problems' in towns || 'problems' in quiet) return { ok: false, problems }
  const topics = offered.filter((topic) => typed.topics.includes(topic))
  return { ok: true, choices: { language: typed.language, topics, towns: towns.names, quiet: quiet.hours } }
}

/** Nothing ticked and nothing written is the whole city, as the form says. */
async function readTowns(tx: Visit['tx'], cityName: string, typed: Typed): Promise<{ names: string[] } | { problems: FormProblems }> {
  const [known, districts] = [await listTowns(tx), await listDistricts(tx)]
  const ticked = townsOfTicks(districts, typed.towns)
  if (ticked === undefined) return { problems: { towns: { phrase: words.unknownTick } } }
  const ofAddress = typed.place === '' ? undefined : townOfAddress(known, typed.place, cityName)
  const written = ofAddress === undefined ? undefined : townToday(known, ofAddress.name)
  if (typed.place !== '' && written === undefined) return { problems: { place: { phrase: words.placeUnknown } } }
  return { names: townsToday(known, written === undefined ? ticked : [...ticked, written]) }
}

function quietOf({ quietFrom, quietTo }: Typed): { hours: QuietHours | null } | { problems: FormProblems } {
  const [from, to] = [minuteAt(quietFrom), minuteAt(quietTo)]
  if (from === undefined && to === undefined) return { hours: null }
  if (from === undefined || to === undefined) return { problems: { quietTo: { phrase: words.quietHalf } } }
  if (from === to) return { problems: { quietTo: { phrase: words.quietSame } } }
  return { hours: { from, to } }
}
