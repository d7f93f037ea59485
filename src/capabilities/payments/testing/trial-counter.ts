import { join } from 'node:path'
import { systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { imports } from '../../imports/manifest.ts'
import { payments } from '../manifest.ts'
import { paymentOf, requestPayment, type PaymentView, type PaymentWish, type RequestedPayment } from '../payments.ts'

/** In kana: a title that a service gives carries no furigana marks. */
const words = { ja: 'まどぐち', 'ja-x-yasashii': 'まどぐち', en: 'Counter', pt: 'Balcão' }
const counter: Manifest = { name: 'counter', kind: 'service', title: words, summary: words, folder: join(import.meta.dirname, '../rules'), routes: [] }

/** A city with a service that asks for money, used as services and people use it. */
export class TrialCounter {
  readonly city: TestWeb
  private asked = 0

  private constructor(city: TestWeb) {
    this.city = city
  }

  static async open(clock?: Clock): Promise<TrialCounter> {
    return new TrialCounter(await openTestWeb([imports, payments, counter], clock === undefined ? {} : { clock }))
  }

  /** As the service. */
  inCity<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.city.open.database.act('counter', systemActor, work)
  }

  /** As the capability itself. */
  within<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.city.open.database.act('payments', systemActor, work)
  }

  /** A request for two copies, 600 yen, unless told otherwise; its reference is new. */
  ask(change: Partial<PaymentWish> = {}): Promise<RequestedPayment> {
    const wish: PaymentWish = {
      lines: [{ fee: 'certificates.resident-copy', quantity: 2 }], reference: `counter:${++this.asked}`, title: words,
      owner: { accountId: null, name: '葛󠄀城 花子' }, returnPath: '/counter', ...change,
    }
    return this.inCity((tx) => requestPayment(tx, wish))
  }

  async stateOf(reference: string): Promise<PaymentView | undefined> {
    return this.inCity((tx) => paymentOf(tx, reference))
  }

  get(url: string, cookie = 'language=en') {
    return this.city.web.inject({ url, headers: { cookie } })
  }

  /** Names of the facts about a reference, in order. */
  async factsOf(reference: string): Promise<string[]> {
    const rows = await this.city.open.owner<{ name: string }[]>`
      select name from (select name, body, position from kernel.fact union all select name, body, entry + 1000000000 from kernel.outbox) f
       where body->>'reference' = ${reference} order by position`
    return rows.map(({ name }) => name)
  }

  close(): Promise<void> {
    return this.city.close()
  }
}
