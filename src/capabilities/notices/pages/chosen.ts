import { renderFactsList, type Fact } from '#design/facts-list/view.ts'
import type { Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { LANGUAGE_NAMES } from '../forms/subscribe.ts'
import { listDistricts } from '../notices.ts'
import { townsToday, type Choices } from '../rules/choices.ts'
import { offeredTopics } from '../rules/offered-topics.ts'
import { clockOf } from '../rules/quiet-hours.ts'
import { listTowns } from '../store/districts.ts'
import { mineWords } from '../text/mine-words.ts'
import { subscribeWords as words } from '../text/subscribe-words.ts'

/** What somebody chose, in words; a town that was renamed since bears its new name. */
export async function renderChosen(visit: Visit, choices: Choices): Promise<Html> {
  return renderFactsList({ facts: await chosenFacts(visit, choices) })
}

export async function chosenFacts({ voice, tx, directory }: Visit, { topics, towns, language, quiet }: Choices): Promise<Fact[]> {
  const titles = offeredTopics(directory.parts).filter(({ key }) => topics.includes(key)).map(({ title }) => voice.say(title))
  const name = LANGUAGE_NAMES.find(({ value }) => value === language)
  return [
    { term: voice.say(mineWords.topicsNow), description: titles.length === 0 ? voice.say(mineWords.noTopics) : titles },
    { term: voice.say(mineWords.areas), description: towns.length === 0 ? voice.say(words.areaCity) : await townLabels(voice, tx, towns) },
    { term: voice.say(mineWords.languageNow), description: name === undefined ? language : voice.say(name.label) },
    { term: voice.say(words.quiet), description: quiet === null ? voice.say(words.noQuiet) : `${clockOf(quiet.from)}–${clockOf(quiet.to)}` },
  ]
}

async function townLabels(voice: Voice, tx: Visit['tx'], names: readonly string[]): Promise<Html[]> {
  const today = townsToday(await listTowns(tx), names)
  const towns = (await listDistricts(tx)).flatMap((district) => district.towns)
  return towns.filter(({ name }) => today.includes(name)).map(({ label }) => voice.say(label))
}
