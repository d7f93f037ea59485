import { parts } from '../city.ts'
import type { Command } from './commands.ts'

export const services: Command = {
  usage: 'services',
  says: 'lists the parts of this program and the projects of the plan they carry',
  async run() {
    for (const part of parts) {
      const projects = part.fulfils?.length ? `  (${part.fulfils.join(', ')})` : ''
      console.log(`${part.kind.padEnd(11)} ${part.name.padEnd(22)} ${part.title.en}${projects}`)
    }
    return 0
  },
}
