import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { corrections } from '#kernel/facts/privacy.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { phrases } from '#kernel/text/text.ts'
import './indicators.ts'
import type { Condition, Counting, Definition, Indicator } from './model.ts'

/** An invented service for the tests of indicators: a desk that serves people and says how long it took. */
const words = phrases({
  desk: { ja: '{窓口|まどぐち}', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Desk', pt: 'Balcão' },
  unit: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'cases', pt: 'casos' },
  first: { ja: '{最初|さいしょ}の{定義|ていぎ}', 'ja-x-yasashii': 'はじめの {決|き}まり', en: 'First definition', pt: 'Primeira definição' },
  second: { ja: '{郵送|ゆうそう}を{除|のぞ}く', 'ja-x-yasashii': '{手紙|てがみ}は {数|かぞ}えません', en: 'Without post', pt: 'Sem correio' },
})

export const CHANNELS = ['web', 'counter', 'post'] as const

export const served = factType('desk.served', z.object({
  channel: z.enum(CHANNELS).meta({ privacy: 'public' }),
  minutes: z.number().nullable().meta({ privacy: 'internal' }),
  name: z.string().meta({ privacy: 'personal' }),
  place: z.object({ town: z.string(), house: z.string().meta({ privacy: 'sensitive' }) }).meta({ privacy: 'public' }),
  ...corrections,
}))
export const closed = factType('desk.closed', z.object({ cases: z.int().meta({ privacy: 'public' }) }), { subjectPrivacy: 'public' })

export const FIRST_DAY = '2020-04-01'
export const CHANGE_DAY = '2021-01-01'

const withoutPost: readonly Condition[] = [{ field: 'body.channel', isNot: 'post' }]

/** One indicator for each way of counting, each with a definition that changes in the middle of the fiscal year 2020. */
export const COUNTINGS: Readonly<Record<string, Counting>> = {
  number: { kind: 'count' },
  minutes: { kind: 'sum', of: 'body.minutes' },
  people: { kind: 'distinct', of: 'subject' },
  'quick-share': { kind: 'share', of: [{ field: 'body.minutes', below: 5 }] },
  'usual-minutes': { kind: 'median', of: 'body.minutes' },
  'long-minutes': { kind: 'percentile', percent: 90, of: 'body.minutes' },
}

export function trialIndicator(name: string, definitions: Indicator['definitions'], more: Partial<Indicator> = {}): Indicator {
  return { key: `desk.${name}`, title: words.desk, unit: words.unit, nature: 'output', direction: 'up', projects: ['1-1-1'], definitions, ...more }
}

export function firstDefinition(count: Counting, more: Partial<Definition> = {}): Definition {
  return { from: FIRST_DAY, reason: words.first, fact: served.name, count, category: 'body.channel', ...more }
}

export function changedDefinition(count: Counting): Definition {
  return { from: CHANGE_DAY, reason: words.second, fact: served.name, count, where: withoutPost, category: 'body.channel' }
}

export const trialIndicators: readonly Indicator[] = Object.entries(COUNTINGS).map(([name, count]) => trialIndicator(name, [firstDefinition(count), changedDefinition(count)]))

export function trialDesk(indicators: readonly Indicator[] = trialIndicators): Manifest {
  return { name: 'desk', kind: 'service', title: words.desk, summary: words.desk, folder: `${import.meta.dirname}/none`, routes: [], facts: { served, closed }, indicators }
}
