import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { factType } from '#kernel/facts/fact.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { phrases } from '#kernel/text/text.ts'
import type { Dataset, DatasetColumn } from './open-data.ts'

/** An invented service for the tests of open data: a library whose lending list must never get out. */
interface LibraryTables {
  'library.book': { number: number; title: string; bought_on: Temporal.PlainDate | null; borrower: string }
}

const libraryTables = queriesOver<LibraryTables>()

const words = phrases({
  library: { ja: '{図書館|としょかん}', 'ja-x-yasashii': '{図書館|としょかん}', en: 'Library', pt: 'Biblioteca' },
  books: { ja: '{蔵書|ぞうしょ}の{一覧|いちらん}', 'ja-x-yasashii': '{本|ほん}の {一覧|いちらん}', en: 'List of books', pt: 'Lista de livros' },
  about: { ja: 'すべての{本|ほん}', 'ja-x-yasashii': 'ぜんぶの {本|ほん}', en: 'Every book there is', pt: 'Todos os livros' },
  number: { ja: '{番号|ばんごう}', 'ja-x-yasashii': '{番号|ばんごう}', en: 'Number', pt: 'Número' },
  title: { ja: '{書名|しょめい}', 'ja-x-yasashii': '{本|ほん}の {名前|なまえ}', en: 'Title', pt: 'Título' },
  boughtOn: { ja: '{購入日|こうにゅうび}', 'ja-x-yasashii': '{買|か}った {日|ひ}', en: 'Bought on', pt: 'Comprado em' },
  borrower: { ja: '{借|か}りた{人|ひと}', 'ja-x-yasashii': '{借|か}りた {人|ひと}', en: 'Borrower', pt: 'Leitor' },
})

export const bookBought = factType('library.book-bought', z.object({ number: z.int() }))

export const COLUMNS: Readonly<Record<'number' | 'title' | 'boughtOn' | 'borrower', DatasetColumn>> = {
  number: { name: '番号', title: words.number, description: words.number, type: 'whole-number', from: ['library.book.number'] },
  title: { name: '書名', title: words.title, description: words.title, type: 'text', from: ['library.book.title'] },
  boughtOn: { name: '購入日', title: words.boughtOn, description: words.boughtOn, type: 'date', from: ['library.book.bought_on'] },
  borrower: { name: '借りた人', title: words.borrower, description: words.borrower, type: 'text', from: ['library.book.borrower'] },
}

/** How often the rows were asked for. */
export const asked = { times: 0 }

export const books: Dataset = {
  id: 'books',
  title: words.books,
  description: words.about,
  keywords: [words.library],
  frequency: 'continuous',
  temporal: { from: '2017-04-01', to: '2022-03-31' },
  columns: [COLUMNS.number, COLUMNS.title, COLUMNS.boughtOn],
  rows: async function* (tx) {
    asked.times++
    for (const book of await tx.list(libraryTables.selectFrom('library.book').selectAll().orderBy('number'))) {
      yield { 番号: book.number, 書名: book.title, 購入日: book.bought_on, 借りた人: book.borrower }
    }
  },
  emptiedBy: ['library.*'],
}

/** Buys books; the last one is number `from + titles.length - 1`. */
export async function buy(tx: Tx, from: number, titles: readonly string[]): Promise<void> {
  const rows = titles.map((title, index) => ({ number: from + index, title, bought_on: index === 0 ? null : Temporal.PlainDate.from('2021-07-03'), borrower: '山田 花子' }))
  await tx.run(libraryTables.insertInto('library.book').values(rows))
  tx.publish(bookBought, 'books', { number: from })
}

const MIGRATION = `create table library.book (
  number int primary key, -- public: number
  title text not null, -- public: title
  bought_on date, -- internal: day of purchase
  borrower text not null -- personal: who has it at home
);
`

export function trialLibrary(datasets: readonly Dataset[] = [books]): Manifest {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-library-'))
  mkdirSync(join(folder, 'migrations'))
  writeFileSync(join(folder, 'migrations', '0001-books.sql'), MIGRATION)
  return { name: 'library', kind: 'service', title: words.library, summary: words.about, folder, routes: [], facts: { bookBought }, datasets }
}
