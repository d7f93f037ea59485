import { cityIn } from '#kernel/city/city.ts'
import { CityDatabase } from '#kernel/database/city-database.ts'
import type { ServerAddress } from '#kernel/database/connection.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import { Directory } from '#kernel/service/directory.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { mailOver } from '../mail/mail-channel.ts'
import { sendingOver } from '../sending/sending.ts'

/** What a test tells a sender that it starts in order to kill it. */
export interface TrialSenderTerms {
  readonly server: ServerAddress
  readonly databaseName: string
  readonly rolePrefix: string
  readonly folder: string
  readonly smtpUrl: string
}

/** The sender of a test's city, alone in a process of its own. */
const { server, databaseName, rolePrefix, folder, smtpUrl } = JSON.parse(process.argv[2] as string) as TrialSenderTerms
const city = cityIn(folder)
const sealOf = (part: string) => new Seal(Buffer.alloc(32, 7), city.key, part)
const database = new CityDatabase({
  login: { server, database: databaseName, user: server.user, password: server.password, connections: 4 }, rolePrefix, clock: systemClock,
  ask: () => Promise.reject(new Error('nobody asks here')), sealOf,
})
const open = { city, database, databaseName, directory: new Directory([]), isNew: false, isDemo: false, standInOrigin: null, close: () => database.close() }
await sendingOver([mailOver(() => smtpUrl)]).begin(open, { log: silentLog, seal: sealOf('notices') }).start()
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
