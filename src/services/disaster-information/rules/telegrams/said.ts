import type { Hazard } from '../../model.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { saidOfEarthquake, saidOfNankai, saidOfTsunami } from './said-of-earth.ts'
import { saidOfRivers, saidOfTags } from './said-of-rain.ts'
import { saidOfWarnings } from './said-of-warnings.ts'
import type { Said } from './telegram.ts'
import type { TelegramKind } from './telegram-types.ts'
import type { XmlElement } from './xml-tree.ts'

export interface Spoken {
  readonly said: readonly Said[]
  readonly silentMeansNothing: readonly Hazard[]
  readonly remarks: readonly string[]
}

const NOTHING: Spoken = { said: [], silentMeansNothing: [], remarks: [] }

/** Everything that a telegram says about levels, of every area that it names. */
export function saidIn(kind: TelegramKind, head: XmlElement, body: XmlElement): Spoken {
  switch (kind.purpose) {
    case 'levels':
      return withRemarks(spokenOf(kind.type, head, body))
    case 'forecast':
    case 'text':
      return NOTHING
    default:
      return assertNever(kind.purpose)
  }
}

function spokenOf(type: string, head: XmlElement, body: XmlElement): Spoken {
  if (type === 'VXSE51' || type === 'VXSE53') return { ...NOTHING, ...saidOfEarthquake(type, body) }
  if (type === 'VTSE41') return { ...NOTHING, said: saidOfTsunami(body) }
  if (type === 'VYSE50') return { ...NOTHING, said: saidOfNankai(body) }
  if (type === 'VPBS50') return { ...NOTHING, said: saidOfTags(head) }
  if (type === 'VXKO' || type === 'VXSU') return { ...NOTHING, said: saidOfRivers(type, head) }
  return { ...NOTHING, said: saidOfWarnings(type, body) }
}

function withRemarks(spoken: Spoken): Spoken {
  return spoken.said.some(({ level }) => level === null) ? { ...spoken, remarks: ['unknown-code'] } : spoken
}
