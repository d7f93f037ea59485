import { account } from './account.ts'
import { backup } from './backup.ts'
import { exportCommand } from './export.ts'
import { help } from './help.ts'
import { importCommand } from './import.ts'
import { populate } from './populate.ts'
import { rehearse } from './rehearse.ts'
import { restore } from './restore.ts'
import { services } from './services.ts'
import { start } from './start.ts'
import { verify } from './verify.ts'

export interface Command {
  /** One line for `tsunagu help`. */
  readonly usage: string
  readonly says: string
  /** Words after the command's name; resolves to the exit code. */
  run(words: readonly string[]): Promise<number>
}

export const commands: Readonly<Record<string, Command>> = { start, import: importCommand, export: exportCommand, backup, restore, verify, populate, rehearse, account, services, help }
