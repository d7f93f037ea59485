/** Somebody on the duty roster. */
export interface RosterLine {
  readonly login: string
  readonly position: number
  /** Empty: asked by the board alone. */
  readonly mail: string
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate | null
}

/** The next to be asked to confirm: on the roster today, not asked yet, and never whoever asks. */
export function nextOnRoster(roster: readonly RosterLine[], day: Temporal.PlainDate, asker: string, asked: readonly string[]): RosterLine | undefined {
  return roster
    .filter((line) => holdsOn(line, day) && line.login !== asker && !asked.includes(line.login))
    .toSorted((a, b) => a.position - b.position)[0]
}

/** A setting of the duty, dated like a rule. */
export interface DutySetting {
  readonly key: string
  readonly value: string
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate | null
  readonly source: string
}

/** What holds where the city's folder says nothing, with the bounds that any value must keep. */
export const SETTINGS = {
  'confirm-minutes': { usual: 5, least: 1, most: 60 },
  'shelters-named': { usual: 3, least: 0, most: 10 },
} as const
export type SettingKey = keyof typeof SETTINGS

export function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(SETTINGS, text)
}

/** The number that a setting has on a day. */
export function settingOn(settings: readonly DutySetting[], key: SettingKey, day: Temporal.PlainDate): number {
  const set = settings.filter((one) => one.key === key && holdsOn(one, day)).toSorted((a, b) => Temporal.PlainDate.compare(b.validFrom, a.validFrom))[0]
  return set === undefined ? SETTINGS[key].usual : Number(set.value)
}

/** Both days of a period included. */
export function holdsOn({ validFrom, validTo }: Pick<DutySetting, 'validFrom' | 'validTo'>, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(validFrom, day) <= 0 && (validTo === null || Temporal.PlainDate.compare(day, validTo) <= 0)
}
