import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Query } from './transaction.ts'

/**
 * A typed query builder over a service's tables. It has no connection of its own: a query is a value until a
 * transaction runs it, under the service's role. Table names carry their schema, e.g. `plan.project`.
 */
export function queriesOver<Tables>(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/**
 * A query that is asked all day: built and put into SQL once, then only given other values. Building it takes longer than
 * many a query takes to answer. `build` must use what it is given as parameters and nothing else: it sees stand-ins, so
 * whatever it would compute from them, or decide by them, would hold for every later value.
 */
export function prepared<Given extends object, Row>(build: (given: Given) => Query<Row>): (given: Given) => Query<Row> {
  let built: ReturnType<Query<Row>['compile']> | null = null
  return (given) => ({
    compile: () => {
      built ??= build(standIns as Given).compile()
      return { ...built, parameters: built.parameters.map((each) => (each instanceof StandIn ? given[each.name as keyof Given] : each)) }
    },
  })
}

class StandIn {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError(`A prepared query cannot compute with ${this.name}`)
  }
}

const standIns: object = new Proxy({}, { get: (_, name) => new StandIn(String(name)) })
