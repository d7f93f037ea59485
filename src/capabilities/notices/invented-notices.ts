import { join } from 'node:path'
import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Notice, NoticeDraft, NoticeText } from './model.ts'
import { issueNotice } from './notices.ts'

const said = (ja: string, en: string) => ({ ja, 'ja-x-yasashii': ja, en, pt: en })

/** A service that issues notices, for tests. */
export const watchtower: Manifest = {
  name: 'watchtower', kind: 'service', title: said('見張り', 'Watchtower'), summary: said('見張り', 'Watchtower'), folder: join(import.meta.dirname, 'seed'), routes: [],
  topics: [
    { key: 'watchtower.evacuation', title: said('避難情報', 'Evacuation'), summary: said('避難', 'Evacuation'), isPreselected: true },
    { key: 'watchtower.events', title: said('催し', 'Events'), summary: said('催し', 'Events'), isPreselected: false },
  ],
}

const text = (title: string, ...sentences: string[]): NoticeText => ({ title, sentences, origin: 'phrasebook' })

export const evacuation: NoticeDraft = {
  topic: 'watchtower.evacuation', level: 4, kind: 'issue', refersTo: null, audience: { kind: 'subscribers', towns: 'all' },
  texts: {
    ja: text('{避難指示|ひなんしじ}', '{椋川|むくがわ}があふれそうです。', '{関|せき}の{人|ひと}は{逃|に}げてください。'),
    'ja-x-yasashii': text('{逃|に}げて ください', '{川|かわ}の {水|みず}が {多|おお}いです。', '{高|たか}い ところへ {行|い}って ください。'),
    en: text('Evacuate now', 'The Mukugawa is about to flood.', 'Leave <Seki> & go up.'),
    pt: null,
  },
  isDrill: false, channels: [], link: '/disaster', issuedBy: null, confirmedBy: null, expiresAt: null,
  cap: { event: 'flood 2026-11-22', category: 'Met', responseType: 'Evacuate', certainty: 'Observed', codes: [{ name: 'jma:VXKO50', value: '40' }] },
}

/** Issues a draft as the watchtower and returns the notice's id; a refusal fails the test. */
export async function issue({ database, directory }: OpenCity, draft: Partial<NoticeDraft> = {}): Promise<string> {
  const issued = await database.act('watchtower', systemActor, (tx) => issueNotice(tx, directory.parts, { ...evacuation, ...draft }))
  if (!issued.ok) throw new Error(`refused: ${JSON.stringify(issued.refusal)}`)
  return issued.id
}

/** As it would stand in the database. */
export function inventedNotice(change: Partial<Notice> = {}): Notice {
  return { ...evacuation, id: '0f8b1c52-6d0e-4c1a-9a55-1f2e3d4c5b6a', origin: 'watchtower', issuedAt: Temporal.Instant.from('2026-06-01T12:04:05.678Z'), ...change }
}
