import { householdOf, type RegisteredHousehold, type RegisteredPerson } from '#capabilities/residents/residents.ts'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Manifest } from '#kernel/service/manifest.ts'
import { phrases } from '#kernel/text/text.ts'
import { atMost, equals, filled } from './conditions.ts'
import { procedure, type DecidedApplication, type ProcedureVersion } from './procedure.ts'

/** Invented procedures for tests: a permit to grow a pumpkin on city land, and a sticker that everybody gets. */
const words = phrases({
  service: { ja: 'かぼちゃ', 'ja-x-yasashii': 'かぼちゃ', en: 'Pumpkins', pt: 'Abóboras' },
  permit: { ja: 'かぼちゃの{許可|きょか}', 'ja-x-yasashii': 'かぼちゃの {許可|きょか}', en: 'Pumpkin permit', pt: 'Licença de abóbora' },
  sticker: { ja: 'かぼちゃシール', 'ja-x-yasashii': 'かぼちゃ シール', en: 'Pumpkin sticker', pt: 'Adesivo de abóbora' },
  who: { ja: 'あなた', 'ja-x-yasashii': 'あなた', en: 'You', pt: 'Você' },
  name: { ja: '{名前|なまえ}', 'ja-x-yasashii': '{名前|なまえ}', en: 'Name', pt: 'Nome' },
  patch: { ja: '{畑|はたけ}', 'ja-x-yasashii': '{畑|はたけ}', en: 'The patch', pt: 'A horta' },
  size: { ja: '{重|おも}さ', 'ja-x-yasashii': '{重|おも}さ', en: 'Weight in kilograms', pt: 'Peso em quilos' },
  place: { ja: '{場所|ばしょ}', 'ja-x-yasashii': '{場所|ばしょ}', en: 'Where', pt: 'Onde' },
  park: { ja: '{公園|こうえん}', 'ja-x-yasashii': '{公園|こうえん}', en: 'A park', pt: 'Um parque' },
  road: { ja: '{道|みち}', 'ja-x-yasashii': '{道|みち}', en: 'A road', pt: 'Uma rua' },
  why: { ja: '{道|みち}の{理由|りゆう}', 'ja-x-yasashii': '{道|みち}の {理由|りゆう}', en: 'Why a road', pt: 'Por que uma rua' },
  helpers: { ja: '{手伝|てつだ}う{人|ひと}', 'ja-x-yasashii': '{手伝|てつだ}う {人|ひと}', en: 'Helper', pt: 'Ajudante' },
  small: { ja: '{百|ひゃく}キロまで', 'ja-x-yasashii': '100キロまで', en: 'At most 100 kg', pt: 'No máximo 100 kg' },
  photo: { ja: '{写真|しゃしん}', 'ja-x-yasashii': '{写真|しゃしん}', en: 'Photo of the patch', pt: 'Foto da horta' },
  head: { ja: '{課長|かちょう}', 'ja-x-yasashii': '{課長|かちょう}', en: 'Section head', pt: 'Chefe' },
  tooHeavy: { ja: '{重|おも}すぎます', 'ja-x-yasashii': '{重|おも}い', en: 'It is too heavy', pt: 'É pesado demais' },
  fine: { ja: '{認|みと}めます', 'ja-x-yasashii': '{認|みと}めます', en: 'It may grow', pt: 'Pode crescer' },
})

const retention = { years: 3, basis: '文書取扱規程(試験)' }
const reasons = [{ key: 'too-heavy', outcome: 'refused' as const, text: words.tooHeavy }, { key: 'fine', outcome: 'approved' as const, text: words.fine }]

const version: ProcedureVersion = {
  version: '2026-04', from: Temporal.PlainDate.from('2026-04-01'), officeDays: 5, reasons,
  pages: [
    { key: 'you', title: words.who, fields: [{ kind: 'registered', key: 'name', label: words.name, source: 'name' }] },
    {
      key: 'patch', title: words.patch,
      fields: [
        { kind: 'number', key: 'size', label: words.size, min: 1, max: 1_000 },
        { kind: 'choice', key: 'place', label: words.place, choices: [{ value: 'park', label: words.park }, { value: 'road', label: words.road }] },
        { kind: 'text', key: 'why', label: words.why, show: equals('place', 'road') },
        { kind: 'group', key: 'helpers', label: words.helpers, itemTitle: words.helpers, most: 3, isRequired: false, fields: [{ kind: 'person', key: 'helper', label: words.helpers, among: 'household' }] },
      ],
    },
  ],
  requirements: [{ key: 'small', title: words.small, article: 'かぼちゃ条例第2条', judge: atMost('size', 100) }],
  documents: [{ key: 'photo', title: words.photo, hint: words.photo, isRequired: true, show: filled('size'), rules: { kinds: ['jpeg', 'pdf'], mostBytes: 2 * 1024 * 1024, mostFiles: 2 } }],
  deciders: [{ title: words.head, duty: 'applications-decider', isFourEyes: true }],
}

/** What the service made of decisions, under its own name. */
export const growing: DecidedApplication[] = []

export const permits: Manifest = {
  name: 'trial-permits', kind: 'service', title: words.service, summary: words.service, folder: mkdtempSync(`${tmpdir()}/trial-permits-`), routes: [],
  procedures: [
    procedure({
      key: 'trial-permits.permit', title: words.permit, summary: words.permit, legalBasis: 'かぼちゃ条例第1条', mayFile: 'resident-proven', retention, versions: [version],
      async onDecided(tx, application) {
        if (tx.service !== 'trial-permits') throw new Error(`the service acts under its own name, not as ${tx.service}`)
        growing.push(application)
      },
    }),
    procedure({
      key: 'trial-permits.oath', title: words.fine, summary: words.fine, legalBasis: 'かぼちゃ条例第7条', mayFile: 'resident-proven', needsSignature: true, retention,
      versions: [{ ...version, documents: [], pages: [version.pages[0]] }],
    }),
    procedure({
      key: 'trial-permits.seed', title: words.photo, summary: words.photo, legalBasis: 'かぼちゃ条例第5条', mayFile: 'everyone', retention,
      versions: [{ ...version, documents: [], pages: [version.pages[0]], fee: 'certificates.resident-copy' }],
    }),
    procedure({
      key: 'trial-permits.sticker', title: words.sticker, summary: words.sticker, legalBasis: 'かぼちゃ条例第9条', mayFile: 'everyone', isBulkSafe: true, retention,
      versions: [{ ...version, documents: [], pages: [version.pages[0], { key: 'size', title: words.patch, fields: version.pages[1]?.fields.slice(0, 1) ?? [] }], deciders: [{ title: words.head, duty: 'applications-decider', isFourEyes: false }] }],
    }),
  ],
}

export const ANNA = 'a0000000-0000-4000-8000-000000000001'
export const BERT = 'a0000000-0000-4000-8000-000000000002'

/** A register of one household. */
export const register: Manifest = {
  name: 'resident-records', kind: 'service', title: words.service, summary: words.service, folder: mkdtempSync(`${tmpdir()}/trial-register-`), routes: [],
  answers: [{ question: householdOf, answer: async (_tx: unknown, { key }: { key: string }) => (household.members.some(({ id }) => id === key) ? household : null) }] as never,
}

const address = { town: '栄町', number: '9101番地', building: '', postalCode: '519-0111', written: '亀山市栄町9101番地' }
const household: RegisteredHousehold = {
  id: 'b0000000-0000-4000-8000-000000000001', headId: ANNA, address,
  members: [person(ANNA, '試 杏奈', 'タメシ アンナ', '1990-03-01'), person(BERT, '試 伴人', 'タメシ バント', '2018-05-05')],
}

function person(id: string, registered: string, kana: string, birthDate: string): RegisteredPerson {
  return {
    id, addresseeNumber: '0000000000', householdId: 'b0000000-0000-4000-8000-000000000001', name: { registered, kana, alphabet: null, common: null, commonKana: null }, sex: 'unstated',
    birthDate: Temporal.PlainDate.from(birthDate), nationality: 'JP', relationship: '世帯主', address, standing: 'resident', residentSince: Temporal.PlainDate.from('2000-01-01'),
  }
}
