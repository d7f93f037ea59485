import { createAccount, disableAccount, giveDuty, listAccounts, resetPassphrase, type AccountLine, type OneTimePassphrase } from '#capabilities/staff-identity/staff-identity.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { commandLineActor } from '#capabilities/imports/importer.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { chosenCity, withInstallation } from './city-choice.ts'
import type { Command } from './commands.ts'
import { optionsIn } from './environment.ts'

const MOST_LISTED = 1_000

type Options = ReturnType<typeof optionsIn>['options']

/** The first administrator of an empty city is made here; everything else has a page as well. */
export const account: Command = {
  usage: 'account list|create|reset|disable|give LOGIN [DUTY …]',
  says: 'keeps the accounts of staff; create takes --name, --unit and --duties a,b',
  run: async (words) => {
    const { options, rest } = optionsIn(words, { city: 'string', name: 'string', unit: 'string', duties: 'string' })
    const [act = 'list', login, ...duties] = rest
    return withInstallation(async (installation) => {
      const open = chosenCity(installation, options.city)
      if (act === 'list') return inTransaction(open, (tx) => list(tx))
      if (login === undefined) throw new Error(`say whose account: tsunagu account ${act} LOGIN`)
      if (act === 'create') return inTransaction(open, (tx) => create(tx, login, options))
      if (act === 'reset') return inTransaction(open, async (tx) => tell(login, await resetPassphrase(tx, (await existing(tx, login)).id)))
      if (act === 'disable') return inTransaction(open, (tx) => disable(tx, login))
      if (act === 'give') return inTransaction(open, (tx) => give(tx, login, duties))
      throw new Error(`there is no act "${act}"; known: list, create, reset, disable, give`)
    })
  },
}

async function inTransaction(open: OpenCity, work: (tx: Tx) => Promise<void>): Promise<number> {
  await open.database.act('staff-identity', commandLineActor, work)
  return 0
}

async function list(tx: Tx): Promise<void> {
  for (const line of await listAccounts(tx, { limit: MOST_LISTED })) {
    const state = line.isActive ? '' : '  (disabled)'
    console.log(`${line.login.padEnd(24)} ${line.name}  ${line.unitName ?? '–'}  ${line.duties.join(', ')}${state}`)
  }
}

async function create(tx: Tx, login: string, options: Options): Promise<void> {
  if (typeof options.name !== 'string') throw new Error('say the name too: --name "水野 結衣"')
  const duties = String(options.duties ?? '').split(',').filter(Boolean)
  const unitCode = typeof options.unit === 'string' ? options.unit : null
  const created = await createAccount(tx, { login, name: options.name, unitCode, duties })
  if (!created.ok) throw new Error(`${login} was not created: ${created.problem.replaceAll('-', ' ')}`)
  tell(login, created)
}

async function disable(tx: Tx, login: string): Promise<void> {
  await disableAccount(tx, (await existing(tx, login)).id)
  console.log(`${login} can no longer sign in; every session has ended`)
}

async function give(tx: Tx, login: string, duties: readonly string[]): Promise<void> {
  if (duties.length === 0) throw new Error(`say which duty: tsunagu account give ${login} plan-editor`)
  const { id } = await existing(tx, login)
  for (const duty of duties) {
    const problem = await giveDuty(tx, id, { duty, from: tx.today, to: null })
    if (problem !== null) throw new Error(`${duty} was not given: ${problem.replaceAll('-', ' ')}`)
  }
  console.log(`${login}: ${duties.join(', ')} from ${tx.today.toString()}`)
}

async function existing(tx: Tx, login: string): Promise<AccountLine> {
  const found = (await listAccounts(tx, { words: login, limit: MOST_LISTED })).find((line) => line.login === login)
  if (found === undefined) throw new Error(`there is no account ${login}`)
  return found
}

function tell(login: string, { passphrase, until }: OneTimePassphrase): void {
  console.log(`${login} signs in with this passphrase until ${minuteOf(until)} and then chooses an own one:\n\n  ${passphrase}\n`)
}
