import { renderFilters } from '#design/filters/view.ts'
import type { Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { dayOf } from '#kernel/time/clock.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Realm } from '../model.ts'
import { realmIn } from '../rules/shelter-acts.ts'
import { listDrills } from '../store/drills.ts'
import { listTelegramDays, listTypes, type TelegramFilter } from '../store/telegram-lists.ts'
import { EFFECTS, WAYS } from '../store/telegrams.ts'
import { WAY_WORDS } from '../text/intake-reason-words.ts'
import { intakeWords as words } from '../text/intake-words.ts'
import { TELEGRAMS_PATH } from './telegram-paths.ts'

const DAYS_OFFERED = 62
const DRILLS_OFFERED = 30

/** What an address asks for; whatever is no choice asks for nothing. */
export function telegramFilterOf({ query }: Pick<Visit, 'query'>): Required<TelegramFilter> {
  const { type = '', effect, realm = '', way, day = '' } = query
  return {
    type: type.slice(0, 20),
    effect: EFFECTS.find((known) => known === effect) ?? '',
    realm: realm === '' || realm === 'drill' ? realm : (realmIn(realm) ?? ''),
    way: WAYS.find((known) => known === way) ?? '',
    day: isDay(day) ? day : '',
  }
}

export function isNarrowed(filter: Required<TelegramFilter>): boolean {
  return Object.values(filter).some((value) => value !== '')
}

/** The filter as an address writes it. */
export function queryOf(filter: Required<TelegramFilter>): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
}

/** Drills by the name that they were given. */
export async function realmNames({ voice, tx }: Pick<Visit, 'voice' | 'tx'>): Promise<Map<Realm, string>> {
  const drills = await listDrills(tx, DRILLS_OFFERED)
  const named = drills.map(({ realm, name, startedAt }) => [realm, `${voice.plain(words.drill)}: ${name} (${dayOf(startedAt).toString()})`] as const)
  return new Map<Realm, string>([['live', voice.plain(words.live)], ['drill:telegrams', voice.plain(words.agencyDrill)], ...named])
}

export async function renderTelegramChoice({ voice, tx }: Pick<Visit, 'voice' | 'tx'>, filter: Required<TelegramFilter>, realms: ReadonlyMap<Realm, string>): Promise<Html> {
  const [types, days] = [await listTypes(tx), await listTelegramDays(tx, DAYS_OFFERED)]
  const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  const { live, drills } = realmChoices(voice, realms)
  return renderFilters({
    voice, action: TELEGRAMS_PATH, clearHref: TELEGRAMS_PATH,
    selects: [
      { name: 'day', label: voice.say(words.day), value: filter.day, choices: same(filter.day === '' || days.includes(filter.day) ? days : [filter.day, ...days]) },
      { name: 'type', label: voice.say(words.type), value: filter.type, choices: same(types) },
      { name: 'way', label: voice.say(words.arrivals), value: filter.way, choices: WAYS.map((way) => ({ value: way, label: voice.plain(WAY_WORDS[way]) })) },
      { name: 'effect', label: voice.say(words.effect), value: filter.effect, choices: EFFECTS.map((effect) => ({ value: effect, label: voice.plain(words[effect]) })) },
      { name: 'realm', label: voice.say(words.realm), value: filter.realm, choices: [live, { value: 'drill', label: voice.plain(words.allDrills) }, ...drills] },
    ],
  })
}

function realmChoices(voice: Voice, realms: ReadonlyMap<Realm, string>) {
  const drills = [...realms].filter(([realm]) => realm !== 'live').map(([value, label]) => ({ value, label }))
  return { live: { value: 'live', label: voice.plain(words.live) }, drills }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}
