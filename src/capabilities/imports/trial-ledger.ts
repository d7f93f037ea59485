import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { factType } from '#kernel/facts/fact.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { phrases } from '#kernel/text/text.ts'
import './exporter.ts'
import type { GivenAnswer, ImportedFile, Importer, ImportQuestion, ReadFile } from './importer.ts'

/**
 * An invented service for the tests of importing: a ledger with a line `name<TAB>amount` for each entry. What is no
 * number is asked about, and so is an amount that differs from the one it already holds.
 */
interface LedgerTables {
  'ledger.entry': { name: string; amount: string }
}

type Entries = readonly { readonly name: string; readonly amount: string }[]

const ledgerTables = queriesOver<LedgerTables>()

const words = phrases({
  title: { ja: '{帳簿|ちょうぼ}', 'ja-x-yasashii': '{帳簿|ちょうぼ}', en: 'Ledger', pt: 'Livro-caixa' },
  hint: { ja: '{帳簿|ちょうぼ}の{写|うつ}し', 'ja-x-yasashii': '{帳簿|ちょうぼ}', en: 'A copy of the ledger', pt: 'Cópia do livro' },
  entries: { ja: '{行|ぎょう}', 'ja-x-yasashii': '{行|ぎょう}', en: 'Entries', pt: 'Linhas' },
  notOurs: {
    ja: '{帳簿|ちょうぼ}ではありません。1{行目|ぎょうめ}は「{first}」でした。',
    'ja-x-yasashii': '{帳簿|ちょうぼ}では ありません。「{first}」でした。',
    en: 'This is no ledger: line 1 says “{first}”. Begin it with #ledger.',
    pt: 'Não é um livro: a linha 1 diz “{first}”.',
  },
  notANumber: {
    ja: '「{read}」は{数|かず}ではありません',
    'ja-x-yasashii': '「{read}」は {数|かず}では ありません',
    en: '“{read}” is not a number',
    pt: '“{read}” não é um número',
  },
  differs: {
    ja: '{今|いま}は「{known}」と{記録|きろく}されています',
    'ja-x-yasashii': '{今|いま}は 「{known}」です',
    en: 'The ledger says “{known}” now',
    pt: 'O livro diz “{known}” agora',
  },
  closed: { ja: '{締|し}め{切|き}られています', 'ja-x-yasashii': '{終|お}わりました', en: 'The ledger is closed', pt: 'O livro está fechado' },
  digitsOnly: { ja: '{数字|すうじ}だけにしてください', 'ja-x-yasashii': '{数字|すうじ}だけ {書|か}いて ください', en: 'Digits only, please', pt: 'Apenas dígitos' },
})

export const ledgerImported = factType('ledger.imported', z.object({ entries: z.int() }))

const importer: Importer<Entries> = {
  name: 'ledger',
  title: words.title,
  hint: words.hint,
  duty: 'ledger-keeper',
  accept: '.txt',
  kinds: { 'not-a-number': words.digitsOnly },
  read: async (tx, file) => readLedger(file, await entriesOf(tx)),
  refuseAnswer: (_, value) => (/^\d+$/.test(value) ? null : { ok: false, phrase: words.digitsOnly, values: {} }),
  preview: async (_, { document }, answers) => [{ name: 'entries', label: words.entries, count: withAnswers(document, answers).length }],
  apply: async (tx, reading, answers) => {
    if (reading.document.some(({ name }) => name === 'CLOSED')) return { ok: false, phrase: words.closed, values: {} }
    const entries = withAnswers(reading.document, answers)
    for (const entry of entries) {
      const clash = { amount: entry.amount }
      await tx.run(ledgerTables.insertInto('ledger.entry').values(entry).onConflict((same) => same.column('name').doUpdateSet(clash)))
    }
    tx.publish(ledgerImported, 'ledger', { entries: entries.length })
    return { path: '/staff', changes: entries.length }
  },
}

function readLedger({ bytes }: ImportedFile, known: ReadonlyMap<string, string>): ReadFile<Entries> {
  const [first = '', ...lines] = bytes.toString('utf8').split('\n')
  if (first !== '#ledger') return { ok: false, phrase: words.notOurs, values: { first: first.slice(0, 40) } }
  const document = lines.filter(Boolean).map((line) => {
    const [name = '', amount = ''] = line.split('\t')
    return { name, amount: /^\d+$/.test(amount) ? amount : amount.normalize('NFKC').replace(/\D/g, '') || '0', read: amount }
  })
  const questions = document.flatMap((entry, index) => questionsAbout(entry, index + 2, known.get(entry.name)))
  const counts = [{ name: 'entries', label: words.entries, count: document.length }]
  return { ok: true, document: document.map(({ name, amount }) => ({ name, amount })), questions, counts }
}

function questionsAbout(entry: { name: string; amount: string; read: string }, line: number, known: string | undefined): ImportQuestion[] {
  const { name, amount, read } = entry
  const place = { row: name, line, column: '金額', read, proposed: amount }
  if (read === '?') return [{ ...place, id: `${name}/grade`, kind: 'grade', alternatives: [], choices: ['0', '1'], reason: { phrase: words.notANumber, values: { read } } }]
  if (read !== amount) {
    return [{ ...place, id: `${name}/not-a-number`, kind: 'not-a-number', alternatives: ['1', '22'], reason: { phrase: words.notANumber, values: { read } } }]
  }
  if (known === undefined || known === amount) return []
  return [{ ...place, id: `${name}/differs`, kind: 'differs', alternatives: [known], reason: { phrase: words.differs, values: { known } } }]
}

function withAnswers(document: Entries, answers: readonly GivenAnswer[]): Entries {
  const edits = new Map(answers.flatMap((answer) => (answer.kind === 'edit' ? [[answer.questionId.split('/')[0], answer.value]] : [])))
  return document.map(({ name, amount }) => ({ name, amount: edits.get(name) ?? amount }))
}

export async function entriesOf(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.list(ledgerTables.selectFrom('ledger.entry').select(['name', 'amount']))
  return new Map(rows.map(({ name, amount }) => [name, amount]))
}

export function setEntry(tx: Tx, name: string, amount: string): Promise<number> {
  return tx.run(ledgerTables.insertInto('ledger.entry').values({ name, amount }).onConflict((same) => same.column('name').doUpdateSet({ amount })))
}

const MIGRATION = `create table ledger.entry (
  name text primary key, -- internal: who
  amount text not null -- internal: how much
);
`

/** The ledger as a part of a city; its migration is written to a folder of its own. Two members of staff keep it. */
export function trialLedger(terms: { readonly isOffline?: boolean } = {}): Manifest {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-ledger-'))
  mkdirSync(join(folder, 'migrations'))
  writeFileSync(join(folder, 'migrations', '0001-entries.sql'), MIGRATION)
  const offline: Pick<Importer<Entries>, 'readOffline'> = terms.isOffline === true ? { readOffline: async (_, file) => readLedger(file, new Map()) } : {}
  return {
    name: 'ledger', kind: 'service', title: words.title, summary: words.hint, folder, routes: [],
    facts: { ledgerImported },
    duties: [{ name: 'ledger-keeper', title: words.title }],
    importers: [{ ...importer, ...offline }],
    exporters: [
      {
        name: 'ledger', title: words.title, formats: ['json', 'bin'], options: { name: 'one entry only' },
        write: async (tx, { format, options }) => {
          const entries = [...(await entriesOf(tx))].filter(([name]) => options.name === undefined || name === options.name)
          if (options.name !== undefined && entries.length === 0) return { ok: false, phrase: words.notOurs, values: { first: options.name } }
          const body = format === 'bin' ? Buffer.from([0, 255, 1, 254]) : JSON.stringify(Object.fromEntries(entries))
          return { fileName: `ledger.${format}`, type: 'application/json', body }
        },
      },
    ],
  }
}
