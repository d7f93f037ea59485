import type { Person } from '#kernel/access/people.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Duty } from '#kernel/service/manifest.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { accountWords } from '../text/account.ts'

/** All duties that a part of this city knows. */
export function knownDuties({ directory }: Pick<Visit, 'directory'>): readonly Duty[] {
  return directory.parts.flatMap((part) => part.duties ?? [])
}

/** What a duty is called; one whose part was taken out keeps its bare name. */
export function titleOfDuty(visit: Pick<Visit, 'directory' | 'voice'>, name: string): Html {
  const duty = knownDuties(visit).find((known) => known.name === name)
  return duty === undefined ? html`${name}` : visit.voice.say(duty.title)
}

export function plainTitleOfDuty(visit: Pick<Visit, 'directory' | 'voice'>, name: string): string {
  const duty = knownDuties(visit).find((known) => known.name === name)
  return duty === undefined ? name : visit.voice.plain(duty.title)
}

/** Where somebody works, in the reader's language where the city has given one. */
export function unitName(
  voice: Voice,
  { unitName: name, unitNameEn, unitNamePt }: Pick<Person, 'unitName' | 'unitNameEn' | 'unitNamePt'>,
): Html {
  if (name === null) return voice.say(accountWords.noUnit)
  const translated = voice.language === 'en' ? unitNameEn : voice.language === 'pt' ? unitNamePt : null
  return html`${translated || name}`
}
