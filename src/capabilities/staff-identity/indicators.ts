import '#capabilities/indicators/indicators.ts'
import type { Indicator } from '#capabilities/indicators/model.ts'
import { phrases } from '#kernel/text/text.ts'
import { facts } from './facts.ts'

const words = phrases({
  title: { ja: '{職員|しょくいん}のサインイン', 'ja-x-yasashii': '{市|し}の {人|ひと}が {入|はい}った {回数|かいすう}', en: 'Staff sign-ins', pt: 'Entradas de servidores' },
  unit: { ja: '{回|かい}', 'ja-x-yasashii': '{回|かい}', en: 'times', pt: 'vezes' },
  reason: { ja: '{数|かぞ}え{始|はじ}め', 'ja-x-yasashii': 'はじめて {数|かぞ}えました', en: 'First definition', pt: 'Primeira definição' },
})

/** How often staff signed in: whether the system is used at all. Who it was, the fact's subject keeps to itself. */
export const signIns: Indicator = {
  key: 'staff-identity.sign-ins',
  title: words.title,
  unit: words.unit,
  nature: 'output',
  direction: 'up',
  definitions: [{ from: '2017-04-01', reason: words.reason, fact: facts.signedIn.name, count: { kind: 'count' } }],
}
